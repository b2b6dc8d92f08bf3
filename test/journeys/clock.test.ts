import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { waiting } from "../delivery/by-hand.ts";
import { temporaryFile } from "../engines.ts";
import { STANDING_STILL, setOut, timesLogged, until } from "./journey.ts";

const MINUTE_MS = 60_000;

it("goes on at its pace when the clock is set back while somebody waits for their turn", async () => {
	const databaseUrl = temporaryFile();
	const journey = await setOut({ databaseUrl, speed: STANDING_STILL });
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const { discord, clock } = journey;
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);
	for (const name of ["Maya", "Sunil", "Tom", "Ines"]) {
		await server.addMember(name).joins(stage);
		expect(await stage.nextText()).toContain(name);
	}
	await until(() => timesLogged(journey, /^posted$/) === 4);
	const zoe = server.addMember("Zoe");
	await zoe.joins(stage); // the fifth within a second
	await until(async () => (await waiting(store)).includes(zoe.id));
	journey.fastByMs = -10 * MINUTE_MS;
	const setBackAt = clock.now();
	await until(() => {
		clock.skip(100);
		return stage.messages.length > 4 || clock.now() - setBackAt > 5 * MINUTE_MS;
	});
	expect(await stage.nextText()).toContain("Zoe");
});
