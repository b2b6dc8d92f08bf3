import { DefaultRestOptions } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import type { Clock } from "../../src/clock.ts";
import { createClient } from "../../src/discord/client.ts";
import { connect } from "../../src/discord/connect.ts";
import { createLog } from "../../src/log.ts";

/** What the log holds after a login that Discord has refused so many times, as `[words, failures]`. */
async function saidAfter(failures: number): Promise<unknown[]> {
	const discord = await startSimulator();
	const client = createClient(discord.url, DefaultRestOptions.makeRequest);
	onTestFinished(() => discord.stop());
	onTestFinished(() => client.destroy());
	if (failures > 0) discord.fail.answer(500, { method: "GET", path: "/gateway/bot", times: failures });
	const said: unknown[] = [];
	const log = createLog("info", {
		write: (line) => {
			const { msg, failures } = JSON.parse(line);
			said.push([msg, failures]);
		},
	});
	let steady = 0;
	const clock: Clock = {
		now: () => steady,
		steady: () => steady,
		async sleep(ms) {
			steady += ms;
		},
	};
	await connect(client, { token: discord.token, clock, log, signal: new AbortController().signal });
	return said;
}

describe("connect", () => {
	it("says the first failure, then one in ten minutes, and that it is over", async () => {
		const failing = "Discord cannot be reached; trying again until it can";
		expect(await saidAfter(20)).toEqual([
			[failing, 1],
			[failing, 16],
			["Discord can be reached again", 20],
		]);
	});

	it("says nothing when Discord can be reached at once", async () => {
		expect(await saidAfter(0)).toEqual([]);
	});
});
