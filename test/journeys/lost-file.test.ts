import { copyFileSync, renameSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFile } from "../engines.ts";
import { ask, FREE_PORT, readied } from "../health/questions.ts";
import { setOut, skipUntil, timesLogged } from "./journey.ts";

const LOST = /^the database's file was removed or replaced while Byname runs/;

describe.skipIf(process.platform === "win32")("the database's file", () => {
	it.each<[what: string, state: string, strike: (path: string) => void]>([
		["is removed", "removed", (path) => rmSync(path)],
		["is moved away with all that is beside it", "removed", (path) => renameSync(path, `${path}.old`)],
		["loses its log of recent changes", "removed", (path) => rmSync(`${path}-wal`)],
		["loses what processes tell each other of that log", "removed", (path) => rmSync(`${path}-shm`)],
		[
			"is replaced by a copy",
			"replaced",
			(path) => {
				copyFileSync(path, `${path}.copy`);
				renameSync(`${path}.copy`, path);
			},
		],
	])("%s while Byname runs: /readyz says so at once, and the log once", async (_what, state, strike) => {
		const databaseUrl = temporaryFile();
		const journey = await setOut({ databaseUrl, health: FREE_PORT });
		await readied(journey);
		strike(databaseUrl.replace("sqlite:", ""));
		expect(await ask(journey, "/readyz")).toEqual({
			status: 503,
			body: `gateway: ready\nservers: 0 of 0 seen\nstore: file ${state}\n`,
		});
		const told = journey.clock.steady();
		await skipUntil(journey, () => timesLogged(journey, LOST) > 0);
		expect(journey.clock.steady() - told).toBeLessThan(60_000);
		const later = journey.clock.steady() + 60_000;
		await skipUntil(journey, () => journey.clock.steady() > later, 1_000);
		expect(timesLogged(journey, LOST)).toBe(1);
	});

	it("is still itself after hours of work and a log that was emptied", async () => {
		const journey = await setOut({ health: FREE_PORT });
		await readied(journey);
		const later = journey.clock.steady() + 600_000;
		await skipUntil(journey, () => journey.clock.steady() > later, 5_000);
		await readied(journey);
		expect(timesLogged(journey, LOST)).toBe(0);
	});
});
