import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, timesLogged } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

/** Resolves when Byname has noticed that it is no longer in the server of a session. */
function removal(journey: Journey): Promise<void> {
	return skipUntil(journey, () => timesLogged(journey, /no longer in its server$/) === 1, 10_000);
}

/** A stage that is on, on which Maya has been greeted. */
async function withMaya(journey: Journey) {
	const { server, stage } = await liveStage(journey);
	await server.addMember("Maya").joins(stage);
	expect(await stage.nextText()).toContain("Maya");
	return { server, stage };
}

describe("the session of a server that removes Byname", () => {
	it("is closed, and goes on should Byname be invited again", async () => {
		const journey = await setOut();
		const { server, stage } = await withMaya(journey);
		await server.remove();
		await removal(journey);
		await server.invitesAgain();
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
	});

	it("is closed also when Byname was not told, and has had to log in anew since", async () => {
		const journey = await setOut();
		const { discord, clock } = journey;
		const { server } = await withMaya(journey);
		discord.fail.losePackets(1, "GUILD_DELETE");
		await server.remove();
		const { identifies } = discord;
		await discord.fail.invalidate();
		await skipUntil({ clock }, () => discord.identifies > identifies);
		await removal(journey);
	});

	it("is closed, and so is every stay in it, also when that happened while Byname was away", async () => {
		const databaseUrl = temporaryFile();
		const journey = await setOut({ databaseUrl });
		const { server } = await withMaya(journey);
		await journey.stop();
		await server.remove();
		await journey.start();
		await removal(journey);
		await journey.stop();
		const store = await openStore(databaseUrl, () => undefined);
		onTestFinished(() => store.destroy());
		expect(await store.selectFrom("session").select("id").where("closed_at", "is", null).execute()).toEqual([]);
		const stays = await store.selectFrom("stay").select(["inferred", "left_at"]).execute();
		expect(stays).toEqual([{ inferred: 1, left_at: expect.any(Number) }]);
	});
});
