import { expect, it } from "vitest";
import { STANDING_STILL, setOut, until } from "./journey.ts";

const MINUTE_MS = 60_000;

it("goes on at its pace when the clock is set back while somebody waits for their turn", async () => {
	const journey = await setOut({ speed: STANDING_STILL });
	const { discord, clock } = journey;
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);
	for (const name of ["Maya", "Sunil", "Tom", "Ines"]) {
		await server.addMember(name).joins(stage);
		expect(await stage.nextText()).toContain(name);
	}
	await server.addMember("Zoe").joins(stage); // the fifth within a second
	await until(() => journey.log.filter(({ msg }) => msg === "posted").length === 4);
	journey.fastByMs = -10 * MINUTE_MS;
	const setBackAt = clock.now();
	await until(() => {
		clock.skip(100);
		return stage.messages.length > 4 || clock.now() - setBackAt > 5 * MINUTE_MS;
	});
	expect(await stage.nextText()).toContain("Zoe");
});
