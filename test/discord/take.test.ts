import type { Interaction } from "discord.js";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { takeInTurn } from "../../src/discord/take.ts";
import { createLog } from "../../src/log.ts";
import { run } from "../../src/main.ts";
import type { Store } from "../../src/store/queryable.ts";
import { atAcme } from "../commands/acme.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";

const pressed = (id: string) => ({ id }) as Interaction;

/** Two processes on a store, by the same clock; the first may have begun to end. */
function processes(store: Store) {
	const clock = stillClock();
	const ending = new AbortController();
	const log = pino({ level: "silent" });
	const [first, second] = [ending, new AbortController()].map(({ signal }) =>
		takeInTurn({ store, clock, log, signal }),
	);
	if (!first || !second) throw new Error("expected two");
	return { clock, first, second, ends: () => ending.abort() };
}

describeOnBoth("what somebody does while one process takes over from another", (engine) => {
	it("is done by one of them alone", async () => {
		const databaseUrl = await engine.databaseUrl();
		const { discord, server, henry, clock } = await atAcme(databaseUrl);
		const ending = new AbortController();
		const identified = discord.identifies;
		const config = { token: discord.token, apiUrl: discord.url, databaseUrl, logLevel: "warn" as const, health: null };
		const log: Record<string, unknown>[] = [];
		const sink = { write: (line: string) => void log.push(JSON.parse(line)) };
		const own = { config, clock, log: createLog("warn", sink), random: Math.random, linesLost: () => 0 };
		const running = run({ ...own, signal: ending.signal });
		onTestFinished(async () => {
			ending.abort();
			await running;
		});
		await until(() => discord.identifies > identified);
		await discord.ready();
		const room = server.addStage("Second stage");
		const answers = () => discord.requests.filter(({ path }) => path.endsWith("/callback")).length;
		const before = answers();
		for (let round = 0; round < 5; round++) {
			expect(await shownBy(await henry.runs("session start", { room }))).toContain("is open");
			expect(await shownBy(await henry.runs("session end", { room }))).toContain("is over");
		}
		expect(answers() - before).toBe(10);
		expect(log).toEqual([]);
	});

	it("is one's alone, however near to each other they ask", async () => {
		const { first, second } = processes(await openTestStore(engine));
		for (const id of ["1", "2", "3"]) {
			expect((await Promise.all([first(pressed(id)), second(pressed(id))])).filter(Boolean)).toHaveLength(1);
		}
		expect(await first(pressed("4"))).toBe(true);
	});

	it("is left to the other by one that ends, and done by it where there is no other", async () => {
		const { clock, first, second, ends } = processes(await openTestStore(engine));
		ends();
		const [ended, other] = [first(pressed("1")), second(pressed("1"))];
		expect(await other).toBe(true);
		clock.skip(1_000);
		expect(await ended).toBe(false);
		const alone = first(pressed("2"));
		clock.skip(1_000);
		expect(await alone).toBe(true);
	});

	it("is done all the same where the store fails", async () => {
		const store = await openTestStore(engine);
		const { first } = processes(store);
		await store.schema.dropTable("taken").execute();
		expect(await first(pressed("1"))).toBe(true);
	});

	it("is kept in mind for an hour", async () => {
		const store = await openTestStore(engine);
		const { clock, first } = processes(store);
		await first(pressed("0"));
		clock.skip(2 * 3_600_000);
		for (let id = 1; id <= 101; id++) await first(pressed(String(id)));
		const rows = await store.selectFrom("taken").select("interaction_id").where("interaction_id", "=", "0").execute();
		expect(rows).toEqual([]);
	});
});
