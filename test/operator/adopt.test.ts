import { describe, expect, it } from "vitest";
import { adopt } from "../../src/operator/adopt.ts";
import { claim, ownerOf } from "../../src/store/owner.ts";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { callOf } from "./call.ts";

const tokenOf = (botId: string) => `${Buffer.from(botId).toString("base64url")}.x.y`;

/** A database that belongs to bot 111, and the environment of bot 222. */
async function databaseOf111() {
	const url = temporaryFile();
	const store = await openStore(url, () => undefined);
	await claim(store, "111");
	await store.destroy();
	const owner = async () => {
		const store = await openStore(url, () => undefined);
		return ownerOf(store).finally(() => store.destroy());
	};
	return { env: { DATABASE_URL: url, DISCORD_TOKEN: tokenOf("222") }, owner };
}

describe("npm run adopt", () => {
	it("says whose the database is, and hands it over when the operator agrees", async () => {
		const { env, owner } = await databaseOf111();
		const { call, said, asked } = callOf("", env, true);
		expect(await adopt(call)).toBe(0);
		expect(asked).toEqual([
			"The database belongs to the bot 111, which must not be running any more. Hand it to the bot 222?",
		]);
		expect(said).toEqual(["The database belongs to the bot 222 now."]);
		expect(await owner()).toBe("222");
		const again = callOf("--yes", env);
		expect(await adopt(again.call)).toBe(0);
		expect(again.said).toEqual(["The database belongs to the bot 222 already."]);
	});

	it("leaves it as it is when the operator does not, or cannot be asked", async () => {
		const { env, owner } = await databaseOf111();
		const declined = callOf("", env, false);
		expect(await adopt(declined.call)).toBe(3);
		expect(declined.said).toEqual(["Nothing was changed."]);
		await expect(adopt(callOf("", env, null).call)).rejects.toThrow("Add --yes");
		expect(await owner()).toBe("111");
	});

	it("needs no more settings than the token and the database", async () => {
		const { env, owner } = await databaseOf111();
		expect(await adopt(callOf("--yes", { ...env, HEALTH_PORT: "web", LOG_LEVEL: "loud" }).call)).toBe(0);
		expect(await owner()).toBe("222");
		await expect(adopt(callOf("", { DATABASE_URL: env.DATABASE_URL }).call)).rejects.toThrow(
			/^The settings need attention\.\n {2}- DISCORD_TOKEN is missing/,
		);
	});

	it.each([
		["--force", "There is no --force; --help tells what there is."],
		["222", '"222" is not understood; --help tells what is.'],
	])("refuses %s with a sentence", async (words, sentence) => {
		await expect(adopt(callOf(words, {}).call)).rejects.toThrow(sentence);
	});
});
