import { expect, it } from "vitest";
import { claim, ownerOf } from "../../src/store/owner.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth } from "../engines.ts";
import { setOut, until } from "./journey.ts";

describeOnBoth("a bot", (engine) => {
	it("makes a database its own once Discord has taken its token; another bot does not start on it", async () => {
		const databaseUrl = await engine.databaseUrl();
		const first = await setOut({ databaseUrl });
		const store = await openStore(databaseUrl, () => undefined);
		await until(async () => (await ownerOf(store)) === first.discord.bot.id);
		await first.stop();
		await store.destroy();
		const second = await setOut({ databaseUrl, started: false });
		await expect(second.start()).rejects.toThrow(/belongs to the bot \d+, and DISCORD_TOKEN is the token of/);
		expect(second.discord.requests).toEqual([]);
		await first.start();
	});

	it("ends when another has made the database its own in the meantime", async () => {
		const databaseUrl = await engine.databaseUrl();
		const journey = await setOut({ databaseUrl, started: false });
		await journey.discord.fail.refuse();
		void journey.start().catch(() => undefined);
		await until(() => journey.log.some(({ msg }) => /cannot be reached/.test(String(msg))));
		const store = await openStore(databaseUrl, () => undefined);
		await claim(store, "111");
		await store.destroy();
		await journey.discord.fail.accept();
		await until(() => {
			journey.clock.skip(1_000);
			return journey.log.some(({ msg }) => /^Byname is ready/.test(String(msg)));
		});
		await expect(journey.running).rejects.toThrow("belongs to the bot 111");
	});
});
