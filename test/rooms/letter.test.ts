import { describe, expect, it } from "vitest";
import { firstOf, type Letter, moveLetters } from "../../src/rooms/letter.ts";
import { emptyServer, movePerson, type Person, roomIn } from "../../src/rooms/view.ts";
import { enters, leaves, NOON, person, presence, shown, townHall, wholly } from "./given.ts";

const move = (id: string): Letter => ({ kind: "move", move: enters(id, NOON) });
const turn = (reason: typeof townHall | null): Letter => {
	return { kind: "turn", at: NOON, reason, evidence: wholly, ...shown(), away: false };
};
const audit: Letter = { kind: "audit", at: NOON, ...shown() };

describe("the first of the letters that wait for a room", () => {
	it.each<[what: string, letters: [Letter, ...Letter[]], count: number, next: unknown]>([
		["is all moves together", [move("maya"), move("sunil")], 2, undefined],
		["is the moves up to something else", [move("maya"), audit, move("sunil")], 1, undefined],
		["is the moves, and what was on right after them", [move("maya"), move("sunil"), turn(townHall)], 2, townHall],
		["is the moves, and that nothing was on right after them", [move("maya"), turn(null)], 1, null],
		["is the moves, whatever was on later", [move("maya"), audit, turn(null)], 1, undefined],
	])("%s", (_what, letters, count, next) => {
		const first = firstOf(letters, NOON + 5);
		const moves = letters.slice(0, count).flatMap((letter) => (letter.kind === "move" ? letter.move : []));
		expect(first).toEqual({ event: { kind: "moves", at: NOON + 5, moves, next }, count });
	});

	it("is anything else by itself", () => {
		expect(firstOf([audit, audit], NOON + 5)).toEqual({ event: audit, count: 1 });
	});
});

describe("somebody who goes from a room to another", () => {
	const server = emptyServer("server");
	const [stage, voice] = [roomIn(server, "stage", "stage"), roomIn(server, "voice", "voice")];
	const goes = (roomId: string | null) => {
		const seen = { at: NOON, onStage: true, witnessed: true };
		const transfer = movePerson(server, person("maya"), roomId, seen);
		const sighting = { kind: "voice" as const, serverId: "server", person: person("maya"), roomId, ...seen };
		return transfer ? moveLetters(sighting, transfer, { at: NOON, partial: false }) : [];
	};

	it("leaves the one and enters the other, and is known to have been there; only a stage has speakers", () => {
		const left = { ...presence("maya", NOON), onStage: true };
		const came = { kind: "move", move: enters("maya", NOON, { onStage: true, findsEmpty: true }) };
		expect(goes(stage.id)).toEqual([{ roomId: "stage", letter: came }]);
		expect(goes(voice.id)).toEqual([
			{ roomId: "stage", letter: { kind: "move", move: leaves("maya", NOON, { leavesEmpty: true, left }) } },
			{ roomId: "voice", letter: { kind: "move", move: enters("maya", NOON, { findsEmpty: true }) } },
		]);
	});

	it("is not known to have been there while nobody knows who they are", () => {
		voice.present.set("tom", { ...presence("tom", NOON), unnamed: true });
		server.whereabouts.set("tom", voice.id);
		const transfer = movePerson(server, person("tom"), null, { at: NOON, onStage: false, witnessed: true });
		const sighting = { kind: "voice" as const, serverId: "server", person: person("tom"), roomId: null };
		const seen = { onStage: false, witnessed: true };
		const letters = transfer && moveLetters({ ...sighting, ...seen }, transfer, { at: NOON, partial: false });
		expect(letters?.[0]?.letter).toMatchObject({ move: { person: { id: "tom" }, enters: false, left: null } });
	});

	it("leaves a room empty only if nobody but bots stays behind", () => {
		movePerson(server, person("jukebox", true), "voice", { at: NOON, onStage: false, witnessed: true });
		expect(goes(null)[0]?.letter).toMatchObject({ move: { leavesEmpty: true } });
		goes("voice");
		movePerson(server, person("sunil"), "voice", { at: NOON, onStage: false, witnessed: true });
		expect(goes(null)[0]?.letter).toMatchObject({ move: { leavesEmpty: false } });
	});

	it("finds a room empty only if nobody but bots is known to be, or may be, there", () => {
		const findsEmpty = (others: readonly Person[], partial = false) => {
			const elsewhere = emptyServer("elsewhere");
			const seen = { at: NOON, onStage: false, witnessed: true };
			for (const one of others) movePerson(elsewhere, one, "voice", seen);
			const transfer = movePerson(elsewhere, person("maya"), "voice", seen) ?? { from: null, to: null, left: null };
			const sighting = {
				kind: "voice" as const,
				serverId: "elsewhere",
				person: person("maya"),
				roomId: "voice",
				...seen,
			};
			const [sent] = moveLetters(sighting, transfer, { at: NOON, partial });
			return sent?.letter.kind === "move" && sent.letter.move.findsEmpty;
		};
		expect(findsEmpty([])).toBe(true);
		expect(findsEmpty([person("jukebox", true)])).toBe(true);
		expect(findsEmpty([person("sunil")])).toBe(false);
		expect(findsEmpty([], true)).toBe(false);
	});
});
