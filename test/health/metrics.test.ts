import { describe, expect, it } from "vitest";
import { createMetrics, sumsOf } from "../../src/health/metrics.ts";
import { describeOnBoth } from "../engines.ts";
import { type Journey, setOut, timesLogged, until } from "../journeys/journey.ts";
import { liveStage } from "../journeys/live-stage.ts";
import { POSTS } from "../journeys/posts.ts";
import { ask, FREE_PORT, metricsOf, readied } from "./questions.ts";

async function metric(journey: Journey, name: string): Promise<number | undefined> {
	return (await metricsOf(journey)).get(name);
}

/** A greeting that waits because the stage takes no posts. */
async function parkedGreeting() {
	const journey = await setOut({ health: FREE_PORT });
	const { server, stage } = await liveStage(journey);
	await stage.deny("SendMessages");
	await server.addMember("Maya").joins(stage);
	await until(async () => (await metric(journey, 'byname_outbox_greetings{state="parked"}')) === 1);
	return { journey, stage };
}

describeOnBoth("/metrics", (engine) => {
	it("tells who came, what was said, how fast, and that nothing waits", async () => {
		const journey = await setOut({ databaseUrl: await engine.databaseUrl(), health: FREE_PORT });
		await readied(journey);
		const { server, stage } = await liveStage(journey);
		for (const name of ["Maya", "Sunil", "Tom"]) {
			await server.addMember(name).joins(stage);
			expect(await stage.nextText()).toContain(name);
		}
		await until(async () => (await metric(journey, "byname_greeting_delay_seconds_count")) === 3);
		expect(Object.fromEntries(await metricsOf(journey))).toMatchObject({
			'byname_arrivals_total{kind="onTime",unseen="no"}': 3,
			'byname_greetings_total{occasion="arrival",state="posted"}': 3,
			'byname_greeting_delay_seconds_bucket{le="5"}': 3,
			'byname_posts_total{outcome="posted"}': 3,
			'byname_posts_total{outcome="unknown"}': 0,
			'byname_rate_limited_total{scope="user"}': 0,
			'byname_outbox_greetings{state="waiting"}': 0,
			'byname_outbox_greetings{state="frozen"}': 0,
			byname_outbox_age_seconds: 0,
			'byname_gateway_shards{state="ready"}': 1,
			'byname_gateway_shards{state="connecting"}': 0,
			'byname_gateway_connects_total{how="identified"}': 1,
			byname_reconciles_total: 1,
		});
	});

	it("tells how many wait and for how long while Discord takes no post", async () => {
		const journey = await setOut({ databaseUrl: await engine.databaseUrl(), health: FREE_PORT });
		await readied(journey);
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(502, { ...POSTS, times: 1_000 });
		await server.addMember("Maya").joins(stage);
		const unknown = async () => (await metric(journey, 'byname_posts_total{outcome="unknown"}')) ?? 0;
		await until(async () => (await unknown()) > 0);
		const before = await unknown();
		journey.clock.skip(20_000);
		await until(async () => (await unknown()) > before);
		const metrics = await metricsOf(journey);
		expect(metrics.get('byname_outbox_greetings{state="frozen"}')).toBe(1);
		expect(metrics.get("byname_outbox_age_seconds")).toBeGreaterThanOrEqual(20);
		expect(metrics.get("byname_outbox_age_seconds")).toBeLessThan(40);
		expect(metrics.get('byname_greetings_total{occasion="arrival",state="posted"}')).toBe(0);
	});
});

describe("/metrics", () => {
	it("counts the answers 429, by scope", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.rateLimit("shared", 10, { ...POSTS, times: 2 });
		await server.addMember("Maya").joins(stage);
		await stage.nextText();
		await until(async () => (await metric(journey, 'byname_posts_total{outcome="posted"}')) === 1);
		const metrics = await metricsOf(journey);
		expect(metrics.get('byname_rate_limited_total{scope="shared"}')).toBe(journey.discord.rateLimited);
		expect(metrics.get('byname_posts_total{outcome="limited"}')).toBe(2);
	});

	it("counts an answer 429 that does not say whose limit it is about, or says something new, as unknown", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(429, { ...POSTS, times: 1, headers: { "Retry-After": "0.01" } });
		journey.discord.fail.answer(429, {
			...POSTS,
			times: 1,
			headers: { "X-RateLimit-Scope": "moon", "Retry-After": "0.01" },
		});
		await server.addMember("Maya").joins(stage);
		await stage.nextText();
		expect(await metric(journey, 'byname_rate_limited_total{scope="unknown"}')).toBe(2);
		expect(await metric(journey, "byname_refusals_within_ten_minutes")).toBe(2);
		expect((await ask(journey, "/metrics")).body).not.toContain("moon");
	});

	it("counts who was found in the room, and sessions of the gateway that were resumed", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { server, stage } = await liveStage(journey);
		await readied(journey);
		journey.clock.skip(90_000); // who is found later than a minute into the session was missed
		journey.discord.fail.losePackets(1, "VOICE_STATE_UPDATE");
		await server.addMember("Maya").joins(stage);
		journey.discord.fail.dropSockets({ forget: true });
		await until(async () => (await metric(journey, 'byname_gateway_connects_total{how="identified"}')) === 2);
		expect(await stage.nextText()).toContain("Maya");
		await until(async () => (await metric(journey, 'byname_arrivals_total{kind="onTime",unseen="yes"}')) === 1);
		journey.discord.fail.dropSockets();
		await until(async () => (await metric(journey, 'byname_gateway_connects_total{how="resumed"}')) === 1);
	});

	it("counts a greeting that is given up", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(400, { ...POSTS, times: 3, body: { message: "No", code: 200000 } }); // with the name, without it, and in plain words
		await server.addMember("Maya").joins(stage);
		await until(
			async () => (await metric(journey, 'byname_greetings_total{occasion="arrival",state="given up"}')) === 1,
		);
		expect(await metric(journey, 'byname_posts_total{outcome="refused"}')).toBe(3);
	});

	it("counts a greeting whose session was over before it could be said", async () => {
		const { journey, stage } = await parkedGreeting();
		await stage.closes();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		const overdue = 'byname_greetings_total{occasion="arrival",state="overdue"}';
		expect(await metric(journey, overdue)).toBe(0);
		journey.clock.skip(10 * 60_000);
		await until(async () => {
			journey.clock.skip(60_000);
			return (await metric(journey, overdue)) === 1;
		});
	});

	it("tells apart what waits because a room takes no posts", async () => {
		const { journey } = await parkedGreeting();
		expect(await metric(journey, "byname_outbox_age_seconds")).toBe(0);
	});

	it("names nobody and no server, room or person", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await stage.nextText();
		const { body } = await ask(journey, "/metrics");
		for (const trace of ["Maya", maya.id, "Acme", server.id, stage.id, journey.discord.token]) {
			expect(body).not.toContain(trace);
		}
	});
});

describe("the delay of a greeting", () => {
	it("counts from when its host's delay and pace let it be said", async () => {
		const metrics = createMetrics();
		const settled = (times: object) =>
			metrics.count({
				...{ kind: "settled", state: "posted", at: 100_000 },
				greetings: [{ occasion: "arrival", arrived_at: 0, due_at: null, ripe_at: null, ...times }],
			});
		settled({ arrived_at: 98_000 });
		settled({ due_at: 96_000 });
		settled({ due_at: 10_000, ripe_at: 92_000 });
		settled({ ripe_at: 110_000 }); // others came meanwhile, so it was said sooner
		const text = await metrics.text({
			now: 0,
			shards: [],
			waiting: null,
			isParked: () => false,
			refusals: 0,
			linesLost: 0,
		});
		expect(text).toContain("byname_greeting_delay_seconds_sum 14\n");
		expect(text).toContain("byname_greeting_delay_seconds_count 4\n");
	});
});

describe("sumsOf", () => {
	const waiting = [
		{ channelId: "a", due: 2, later: 1, frozen: 3, since: 50 },
		{ channelId: "b", due: 1, later: 0, frozen: 0, since: 20 },
		{ channelId: "c", due: 0, later: 4, frozen: 0, since: null },
	];

	it("adds up the channels and finds the oldest", () => {
		const counts = { waiting: 3, later: 5, frozen: 3, parked: 0 };
		expect(sumsOf(waiting, () => false)).toEqual({ counts, since: 20 });
	});

	it("puts apart what is parked, which makes nothing old", () => {
		const counts = { waiting: 2, later: 5, frozen: 3, parked: 1 };
		expect(sumsOf(waiting, (id) => id === "b")).toEqual({ counts, since: 50 });
	});

	it("finds nothing old where all is for later", () => {
		expect(sumsOf([{ channelId: "c", due: 0, later: 4, frozen: 0, since: null }], () => false).since).toBeNull();
	});
});
