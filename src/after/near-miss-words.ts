import { type Phrase, type PlainKey, phrase } from "../phrases/phrases.ts";
import type { NearMissRow } from "../store/near-misses.ts";
import { timestamp } from "../timestamp.ts";

type Causes = Partial<Record<NearMissRow["cause"], PlainKey>>;

const LATE_BECAUSE: Causes = {
	parked: "nearMiss.lateBecause.parked",
	"no answer": "nearMiss.lateBecause.noAnswer",
	error: "nearMiss.lateBecause.error",
	limited: "nearMiss.lateBecause.limited",
	stopped: "nearMiss.lateBecause.stopped",
	found: "nearMiss.lateBecause.found",
	unseen: "nearMiss.lateBecause.unseen",
};

const RETRIED_BECAUSE: Causes = {
	error: "nearMiss.retriedBecause.error",
	limited: "nearMiss.retriedBecause.limited",
	stopped: "nearMiss.retriedBecause.stopped",
	found: "nearMiss.retriedBecause.found",
	lost: "nearMiss.retriedBecause.lost",
	unseen: "nearMiss.retriedBecause.unseen",
};

/** Says to a host what nearly went wrong in a session, when, and what was done about it. */
export function describeNearMiss(miss: NearMissRow): Phrase {
	const [first, last] = [timestamp(miss.first_at, "t"), timestamp(miss.last_at, "t")];
	const what = happeningOf(miss);
	const isShort = miss.times === 1 || first === last;
	return isShort ? phrase("nearMiss.at", { time: first, what }) : phrase("nearMiss.between", { first, last, what });
}

function happeningOf({ kind, cause, people, times, channel_id, mended_at }: NearMissRow): Phrase {
	switch (kind) {
		case "late": {
			if (cause === "away") return phrase("nearMiss.away", { people });
			return phrase("nearMiss.late", { people, why: phrase(LATE_BECAUSE[cause] ?? "nearMiss.lateBecause.behind") });
		}
		case "retried": {
			const why = phrase(RETRIED_BECAUSE[cause] ?? "nearMiss.retriedBecause.noAnswer");
			return phrase("nearMiss.retried", { why, times, doubled: cause === "unseen" ? "maybe" : "no" });
		}
		case "refused":
			if (cause === "name" || cause === "words") return phrase(`nearMiss.refused.${cause}`, { people });
			return phrase("nearMiss.refused.altogether", { people });
		case "parked": {
			const mended =
				mended_at === null ? { is: "parked", since: "" } : { is: "mended", since: timestamp(mended_at, "t") };
			return phrase("nearMiss.parked", { channel: `<#${channel_id}>`, times, ...mended });
		}
		case "unsaid":
			return phrase("nearMiss.unsaid", { people });
	}
}
