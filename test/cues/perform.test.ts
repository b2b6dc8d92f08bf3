import { expect, it } from "vitest";
import { Budget } from "../../src/budget.ts";
import { systemClock } from "../../src/clock.ts";
import type { Board, CuePlace } from "../../src/cues/board.ts";
import { type CueTask, decide } from "../../src/cues/decide.ts";
import { type CueResult, perform } from "../../src/cues/perform.ts";
import type { CueTarget } from "../../src/cues/target.ts";
import type { Failure } from "../../src/outcome.ts";
import { openStore } from "../../src/store/store.ts";
import { first, henrys, known, lobby, office, onAir, over } from "./given.ts";

const unheard: Failure = { kind: "unknown", reason: "the connection was lost" };
const forbidden: Failure = { kind: "refused", status: 403, code: 50001, reason: "Missing Access" };
const inLobby: CuePlace = { channelId: "lobby", messageId: "1573790102323200001" };

/** Does a task on a board where everyone can read the office. Returns what came of it, and what was asked of the board. */
async function done(task: CueTask, removed: Awaited<ReturnType<Board["remove"]>> = { kind: "removed" }) {
	const asked: string[] = [];
	const board: Board = {
		async check(channelId) {
			asked.push(`check ${channelId}`);
			return channelId === "office" ? { kind: "unfit", fault: "public" } : { kind: "fits" };
		},
		async remove({ channelId }) {
			asked.push(`remove in ${channelId}`);
			return removed;
		},
		async edit({ channelId, messageId }, { text }) {
			asked.push(`edit in ${channelId}`);
			return { kind: "shown", messageId, text };
		},
		async post({ channelId, words: { text } }) {
			asked.push(`post in ${channelId}`);
			return { kind: "shown", messageId: "1", text };
		},
		openDirect: async (hostId) => ({ kind: "opened", channelId: `with ${hostId}` }),
	};
	const budget = new Budget(systemClock, new AbortController().signal, 50);
	const store = await openStore("sqlite::memory:", () => undefined);
	const result = await perform(task, "pottery", { store, board, budget });
	await store.destroy();
	return { result, asked };
}

/** What is to be done about the last word of a cue that stands here, while its host wants cues there. */
function lastWordOf(stored: CuePlace, target: CueTarget): CueTask {
	return decide(known(), over({ stored, target }));
}

it.each<[title: string, stands: CuePlace, target: CueTarget, asked: string[], result: CueResult["kind"]]>([
	["is edited where it stands in private", inLobby, office, ["check lobby", "edit in lobby"], "edited"],
	["is taken away from where everyone can read", first, lobby, ["check office", "remove in office"], "taken away"],
	["is so for a host who wants direct messages now", first, henrys, ["check office", "remove in office"], "taken away"],
	["is so where the host still wants it", first, office, ["check office", "remove in office"], "unfit"],
])("the last word of a cue %s", async (_title, stands, target, asked, kind) => {
	expect(await done(lastWordOf(stands, target))).toMatchObject({ result: { kind }, asked });
});

it.each([unheard, forbidden])("a cue that everyone can read stands until it is taken away: $kind", async (failure) => {
	const request = { do: "remove", target: office, place: first };
	const { result } = await done(lastWordOf(first, office), failure);
	expect(result).toEqual({ kind: "failed", request, failure });
});

it("a cue leaves the place that its host has given up before it comes to another", async () => {
	const task = decide(known(), onAir({ stored: first, target: lobby }));
	expect(await done(task)).toMatchObject({
		result: { kind: "posted" },
		asked: ["check lobby", "remove in office", "post in lobby"],
	});
	expect(await done(task, unheard)).toMatchObject({ result: { kind: "failed", request: { do: "remove" } } });
	expect(await done(task, forbidden)).toMatchObject({ result: { kind: "posted" } });
});

it("a cue leaves it also when the new place is none for a cue", async () => {
	expect(await done(decide(known(), onAir({ stored: inLobby, target: office })))).toMatchObject({
		result: { kind: "unfit", target: office, taken: inLobby.messageId },
		asked: ["check office", "remove in lobby"],
	});
});
