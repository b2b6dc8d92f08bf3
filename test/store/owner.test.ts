import { expect, it } from "vitest";
import { claim, handOver, ownerOf } from "../../src/store/owner.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";

const unexpected = (error: Error) => {
	throw error;
};

describeOnBoth("a database", (engine) => {
	it("belongs to no bot at first, then to the first that claims it", async () => {
		const store = await openTestStore(engine);
		expect(await ownerOf(store)).toBe(null);
		await claim(store, "111");
		await claim(store, "111");
		expect(await ownerOf(store)).toBe("111");
		await expect(claim(store, "222")).rejects.toThrow("belongs to the bot 111");
		expect(await ownerOf(store)).toBe("111");
	});

	it("is opened for its own bot alone, until it is handed over", async () => {
		const url = await engine.databaseUrl();
		const first = await openStore(url, unexpected, { botId: "111" });
		await claim(first, "111");
		await first.destroy();
		await (await openStore(url, unexpected, { botId: "111" })).destroy();
		await expect(openStore(url, unexpected, { botId: "222" })).rejects.toThrow(
			"The database in DATABASE_URL belongs to the bot 111, and DISCORD_TOKEN is the token of 222. Name another database: two bots on one would end each other's sessions. If 222 is to go on with what 111 has stored, stop 111 and run: npm run adopt",
		);
		const operator = await openStore(url, unexpected);
		await handOver(operator, "222");
		await operator.destroy();
		await (await openStore(url, unexpected, { botId: "222" })).destroy();
		await expect(openStore(url, unexpected, { botId: "111" })).rejects.toThrow("belongs to the bot 222");
	});

	it("is claimed by one of two bots that start at once", async () => {
		const url = await engine.databaseUrl();
		const stores = await Promise.all([openStore(url, unexpected), openStore(url, unexpected)]);
		const claims = await Promise.allSettled([claim(stores[0], "111"), claim(stores[1], "222")]);
		expect(claims.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		await Promise.all(stores.map((store) => store.destroy()));
	});
});
