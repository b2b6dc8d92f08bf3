import type { DiaryEntry } from "./diary-entry.ts";
import type { Action } from "./plan.ts";

/** A time in a room; milliseconds. */
export interface Span {
	from: number;
	to: number;
}

/** When people were in the room of a webinar, the earliest first; who has not gone, until `now`. */
export function spansInRoom(diary: readonly DiaryEntry[], now: number): Map<string, Span[]> {
	const spans = new Map<string, Span[]>();
	const inside = new Map<string, number>();
	function goes(who: string, to: number): void {
		const from = inside.get(who);
		if (from !== undefined) spans.set(who, [...(spans.get(who) ?? []), { from, to }]);
		inside.delete(who);
	}
	for (const entry of diary) {
		if (entry.is !== "action") continue;
		const { action, at } = entry;
		const isIn = action.do === "join" && action.room === "room";
		if (isIn && !inside.has(action.who)) inside.set(action.who, at);
		else if (!isIn) for (const who of whoGoes(action, inside)) goes(who, at);
	}
	for (const who of [...inside.keys()]) goes(who, now);
	return spans;
}

function whoGoes(action: Action, inside: ReadonlyMap<string, number>): string[] {
	if (action.do === "delete room") return [...inside.keys()];
	return action.do === "leave" || action.do === "join" ? [action.who] : [];
}
