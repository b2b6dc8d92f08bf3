import type { BlindSpots } from "./blind-spots.ts";
import type { Epoch } from "./epoch.ts";
import type { Cast } from "./plan.ts";

const REOPEN_WITHIN_MS = 5 * 60_000;

/** Whether two openings are one session; `either`: nobody could tell. */
export type Link = "same" | "new" | "either";

/** The openings that are one session, given how far a link is trusted. */
export function sessionsOf(
	epochs: readonly Epoch[],
	joined: readonly Link[],
	kind: Cast["kind"],
	blindSpots: BlindSpots,
): Epoch[][] {
	const sessions: Epoch[][] = [];
	for (const [index, epoch] of epochs.entries()) {
		const before = epochs[index - 1];
		const last = sessions.at(-1);
		if (before && last && joined.includes(linkOf(before, epoch, kind, blindSpots))) last.push(epoch);
		else sessions.push([epoch]);
	}
	return sessions;
}

/** Whether an opening continues the session before it. */
function linkOf(before: Epoch, epoch: Epoch, kind: Cast["kind"], blindSpots: BlindSpots): Link {
	if (kind !== "stage") return "new";
	if (!before.sure || !before.closeSure || before.clockWrong || !epoch.sure) return "either";
	if (before.host !== epoch.host) return "new";
	const { openedAt } = epoch;
	const closedAt = before.closedAt ?? openedAt;
	// The bot counts from when it heard of the end to when it heard of the opening, by the clock it had then.
	if (blindSpots.wasClockWrong(openedAt, blindSpots.heardBy(openedAt))) return "either";
	if (blindSpots.heardBy(openedAt) - closedAt <= REOPEN_WITHIN_MS) return "same";
	return openedAt - blindSpots.heardBy(closedAt) > REOPEN_WITHIN_MS ? "new" : "either";
}
