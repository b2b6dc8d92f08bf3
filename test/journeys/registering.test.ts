import { describe, expect, it } from "vitest";
import type { AnswerPlan } from "../../rehearsal/simulator/faults.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";

const REGISTERING = { method: "PUT", path: "/commands" };

const TROUBLES: [title: string, trouble: (journey: Journey, plan: AnswerPlan) => void][] = [
	["is answered with 500", ({ discord }, plan) => discord.fail.answer(500, plan)],
	["is answered with a page", ({ discord }, plan) => discord.fail.answer(200, { ...plan, text: "<html>Soon</html>" })],
	["is not answered", ({ discord }, plan) => discord.fail.dropUnheard(plan)],
	["comes too often", ({ discord }, plan) => discord.fail.rateLimit("shared", 60_000, plan)],
	["is refused", ({ discord }, plan) => discord.fail.answer(403, plan)],
];

describe("the registration of commands", () => {
	it.each(TROUBLES)("is tried again, without a restart, when it %s", async (_title, trouble) => {
		const journey = await setOut({ started: false });
		trouble(journey, { ...REGISTERING, times: 3 });
		await journey.start();
		await skipUntil(journey, () => timesLogged(journey, /^slash commands registered/) === 1, 5_000);
		expect(timesLogged(journey, /^slash commands could not be registered, .*; trying again/)).toBeGreaterThan(0);
		expect(journey.discord.commands).not.toEqual([]);
	});

	it("waits longer each time, and ten minutes at most", async () => {
		const journey = await setOut({ started: false });
		journey.discord.fail.answer(500, { ...REGISTERING, times: 12 });
		await journey.start();
		await skipUntil(journey, () => journey.discord.commands.length > 0, 20_000);
		const waits = journey.log.flatMap(({ msg, waitMs }) =>
			/could not be registered/.test(String(msg)) ? [waitMs] : [],
		);
		expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
		expect(waits.slice(-2)).toEqual([600_000, 600_000]);
	});

	it("ends with Byname", async () => {
		const journey = await setOut({ started: false });
		journey.discord.fail.answer(500, { ...REGISTERING, times: 1_000 });
		await journey.start();
		await until(() => timesLogged(journey, /could not be registered/) > 0);
		await journey.stop();
		const asked = journey.discord.requests.length;
		journey.clock.skip(3_600_000);
		await new Promise((resolve) => setImmediate(resolve));
		expect(journey.discord.requests).toHaveLength(asked);
	});
});
