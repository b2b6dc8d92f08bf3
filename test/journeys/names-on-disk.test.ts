import { describe, expect, it } from "vitest";
import { foundOnDisk } from "../disk.ts";
import { temporaryFile } from "../engines.ts";
import { setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

const GUESTS = Array.from({ length: 40 }, (_, n) => `Guestname${n}x`);

/** A stage to which all guests have come and been greeted. */
async function greetedGuests() {
	const databaseUrl = temporaryFile();
	const journey = await setOut({ databaseUrl });
	const { server, stage } = await liveStage(journey);
	const guests = GUESTS.map((name) => server.addMember(name));
	for (const guest of guests) await guest.joins(stage);
	const said = () => stage.messages.map(({ content }) => content).join();
	await skipUntil(journey, () => GUESTS.every((name) => said().includes(name)));
	await until(() => timesLogged(journey, /^posted$/) === stage.messages.length);
	return { databaseUrl, journey, stage, guests, said };
}

describe("names", () => {
	it("are gone from the disk within a minute of being said", async () => {
		const { databaseUrl, journey } = await greetedGuests();
		expect(foundOnDisk(databaseUrl, GUESTS)).not.toEqual([]); // they had to be there, to be said
		const later = journey.clock.steady() + 60_000;
		await skipUntil(journey, () => journey.clock.steady() > later, 1_000);
		await until(() => foundOnDisk(databaseUrl, GUESTS).length === 0);
	});

	it("are gone from the disk within a minute of the thanks at the end of a session", async () => {
		const { databaseUrl, journey, stage, said } = await greetedGuests();
		await stage.closes();
		await skipUntil(journey, () => GUESTS.every((name) => said().split(name).length > 2));
		const later = journey.clock.steady() + 60_000;
		await skipUntil(journey, () => journey.clock.steady() > later, 1_000);
		await until(() => foundOnDisk(databaseUrl, GUESTS).length === 0);
	});
});
