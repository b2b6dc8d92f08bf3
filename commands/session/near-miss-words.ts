import type { NearMissRow } from "../../src/store/near-misses.ts";
import { timestamp } from "../../src/timestamp.ts";

/** Says to a host what nearly went wrong in a session, and what was done about it. */
export function describeNearMiss(miss: NearMissRow): string {
	return `${whenOf(miss)} ${sentencesOf(miss)}`;
}

function sentencesOf(miss: NearMissRow): string {
	const who = people(miss.people);
	switch (miss.kind) {
		case "late":
			if (miss.cause === "away") return `${who} came while I was away. I greeted them when I was back.`;
			return `${who} heard their name over a minute late. ${LATE[miss.cause] ?? LATE.behind}`;
		case "retried":
			return `${RETRIED[miss.cause] ?? RETRIED["no answer"]}${often(miss)} ${miss.cause === "unseen" ? "It may stand there twice." : "Nobody was greeted twice."}`;
		case "refused":
			return REFUSED[miss.cause]?.(who) ?? "Discord refused a greeting.";
		case "parked":
			return `<#${miss.channel_id}> took no posts from me.${often(miss)} ${miss.mended_at === null ? "I keep who came, and greet them as soon as I may." : `Since ${timestamp(miss.mended_at, "t")} I can post again, and I greeted who was waiting.`}`;
		case "unsaid":
			return `The session was over before I could greet ${who}. They were not greeted.`;
	}
}

type Causes<T> = Partial<Record<NearMissRow["cause"], T>>;

const SENT_AGAIN = "I sent their greeting again until it got through.";
const LATE: Causes<string> & { behind: string } = {
	parked: "I was not let into the channel, and greeted them when I was.",
	behind: "Something held me up.",
	"no answer": `Discord did not answer. ${SENT_AGAIN}`,
	error: `Discord had trouble of its own. ${SENT_AGAIN}`,
	limited: `Discord asked me to slow down. ${SENT_AGAIN}`,
	stopped: `I was stopped in the middle. ${SENT_AGAIN}`,
	found: "For minutes it was not known whether their greeting had arrived. I looked in the channel: it had.",
	unseen: "For minutes it was not known whether their greeting had arrived. I sent it again.",
};

const IN_DOUBT = "For minutes it was not known whether a post had arrived.";
const RETRIED: Causes<string> & { "no answer": string } = {
	"no answer": "Discord did not answer, so I sent the same words again.",
	error: "Discord had trouble of its own, so I sent the same words again.",
	limited: "Discord asked me to slow down, so I sent the same words again.",
	stopped: "I was stopped while I posted, so I sent the same words again.",
	found: `${IN_DOUBT} I looked in the channel: it had.`,
	lost: `${IN_DOUBT} I looked in the channel: it had not, so I said it anew.`,
	unseen: `${IN_DOUBT} I could not look in the channel, so I sent the same words again.`,
};

const REFUSED: Causes<(who: string) => string> = {
	name: (who) => `Discord refused the name of ${who}; they were greeted without it.`,
	words: (who) =>
		`Discord refused your words for ${who}; they were greeted in mine. Look at your texts and note with \`/greeting preview\`.`,
	altogether: (who) =>
		`Discord refused the greeting of ${who} in any words, so they were not greeted. Say hello to them yourself.`,
};

/** When it was, or from when to when. */
function whenOf({ first_at, last_at, times }: NearMissRow): string {
	const [first, last] = [timestamp(first_at, "t"), timestamp(last_at, "t")];
	return times === 1 || first === last ? `${first}:` : `${first} – ${last}:`;
}

function often({ times }: NearMissRow): string {
	return times === 1 ? "" : ` That happened ${times} times.`;
}

function people(count: number): string {
	return count === 1 ? "1 person" : `${count} people`;
}
