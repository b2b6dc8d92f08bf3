import { expect, it } from "vitest";
import { guestsAmong, speakersAmong } from "../../src/rooms/roles.ts";
import { called, enters, jukebox, leaves, MINUTE, NOON, present } from "./given.ts";

it("speakers are people on stage who are known, the first of them first", () => {
	const room = present("anna*", "maya", "jukebox*", "otto*?", "henry*");
	expect(speakersAmong(room, ["henry", "otto", "jukebox", "maya", "anna", "nobody"])).toEqual(["anna", "henry"]);
});

it("guests are neither bots nor the host, and come within the session", () => {
	const session = called({ reopenedAt: NOON + MINUTE });
	const moves = [enters("henry", NOON), jukebox(NOON), enters("maya", NOON), leaves("maya", NOON + 9 * MINUTE)];
	const guests = guestsAmong(moves, session, NOON + 5 * MINUTE).map(({ person, enters, at }) => [
		person.id,
		enters,
		at,
	]);
	expect(guests).toEqual([
		["maya", true, NOON + MINUTE],
		["maya", false, NOON + 5 * MINUTE],
	]);
});
