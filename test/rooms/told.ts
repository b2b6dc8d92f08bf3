import type { Move, RoomEvent } from "../../src/rooms/happening.ts";
import { decide, type Room } from "../../src/rooms/room.ts";
import type { Step } from "../../src/rooms/step.ts";
import { MINUTE, NOON, shown, wholly } from "./given.ts";

/** Words for rooms in tests: what happens to one half an hour after noon, and what is to be done about it. */

/** What is to be done, in a few words. */
const TOLD: { [D in Step["do"]]: (step: Extract<Step, { do: D }>) => string } = {
	open: ({ reason, called, visited }) =>
		`open ${reason.title}${called ? ", called for" : ""}${visited ? "" : ", nobody there"}`,
	close: ({ present, byHost, away, next }) =>
		`close, thank ${idsOf(present) || "nobody"}${byHost ? ", by host" : ""}${away ? ", unseen" : ""}, then ${next?.title ?? "nothing"}`,
	note: ({ change }) => ["note", ...Object.entries(change).map(([key, value]) => `${key} ${value}`)].join(" "),
	admit: ({ moves }) => `admit ${movesOf(moves)}`,
	follow: ({ moves }) => `follow ${movesOf(moves)}`,
	"let go after hours": ({ moves }) => `let go after hours ${movesOf(moves)}`,
	"fall silent": () => "fall silent",
	"welcome after hours": ({ moves }) => `welcome after hours ${movesOf(moves)}`,
	compare: ({ present, partial, settles, later, panel }) =>
		[
			"compare ",
			idsOf(present),
			partial && ", of a part",
			settles && ", settle",
			some(", later ", later),
			some(", panel ", panel),
		]
			.filter(Boolean)
			.join(""),
	"ask about": ({ userId }) => `ask about ${userId}`,
	"change panel": ({ change }) =>
		"adds" in change ? `put ${change.adds} on the panel` : `take ${change.removes} off it`,
	"hand over": ({ hostId }) => `hand over to ${hostId}`,
	forget: ({ userId }) => `forget ${userId}`,
	answer: ({ yes }) => (yes ? "yes" : "no"),
};

const idsOf = (present: ReadonlyMap<string, unknown>) => [...present.keys()].join(" ");
const movesOf = (moves: readonly Move[]) =>
	moves.map(({ enters, person }) => `${enters ? "+" : "-"}${person.id}`).join(" ");
const some = (what: string, ids: ReadonlySet<string>) => ids.size > 0 && what + [...ids].join(" ");
const told = (step: Step) => (TOLD[step.do] as (step: Step) => string)(step);

export const steps = (room: Room, event: RoomEvent) => decide(room, event).map(told);

export type Parts<K extends RoomEvent["kind"]> = Partial<Extract<RoomEvent, { kind: K }>>;
export const WEEK = 7 * 24 * 60 * MINUTE;
export const LATER = NOON + 30 * MINUTE;
export const moves = (...of: Extract<RoomEvent, { kind: "moves" }>["moves"]): RoomEvent => {
	return { kind: "moves", at: LATER, moves: of, next: undefined };
};
export const turn = (reason: (Parts<"turn">["reason"] & object) | null, parts: Parts<"turn"> = {}): RoomEvent => {
	return { kind: "turn", at: LATER, reason, evidence: wholly, ...shown("maya", "sunil"), away: false, ...parts };
};
export const start = (parts: Parts<"start"> = {}): RoomEvent => {
	const called = { hostId: "henry", title: "Tea", startsAt: null, language: null };
	return { kind: "start", at: LATER, called, ...shown("maya"), ...parts };
};
export const end: RoomEvent = { kind: "end", at: LATER, recap: "the slides", ...shown("maya") };
export const audit = (...names: string[]): RoomEvent => ({ kind: "audit", at: LATER, ...shown(...names) });
export const gone = (away = false): RoomEvent => ({ kind: "gone", at: LATER, away });
export const settle = (...names: string[]): RoomEvent => ({ kind: "settle", at: LATER, ...shown(...names) });
