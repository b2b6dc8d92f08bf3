import { describe, expect, it } from "vitest";
import type { Fail } from "../../rehearsal/simulator/fail.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { moderatorsOf } from "./moderators.ts";
import { attemptsIn, POSTS } from "./posts.ts";

const MINUTE = 60_000;
const STEP_MS = 20_000;
const always = { times: Number.POSITIVE_INFINITY };
const page = { text: "<html><title>Access denied | error code: 1015</title></html>" };

/** Lets so many minutes go by, in steps in which requests are answered. */
async function pass(journey: Journey, minutes: number): Promise<void> {
	await isQuiet(journey);
	for (let step = 0; step < (minutes * MINUTE) / STEP_MS; step++) {
		journey.clock.skip(STEP_MS);
		await isQuiet(journey);
	}
}

/** Resolves when all requests are answered and no further one has come. */
async function isQuiet({ discord }: Journey): Promise<void> {
	let seen = -1;
	await until(async () => {
		const before = seen;
		seen = discord.requests.length;
		await new Promise((resolve) => setTimeout(resolve, 5));
		return before === discord.requests.length && discord.requests.every(({ status }) => status !== 0);
	});
}

/** The most answers 429 in any ten minutes of the simulator's clock. */
function mostLimitedInTenMinutes({ discord }: Journey): number {
	const times = discord.requests.filter(({ status }) => status === 429).map(({ clockTime }) => clockTime);
	return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 10 * MINUTE).length));
}

function timesNamed(room: SimRoom, name: string): number {
	return room.messages.filter(({ content }) => content.includes(name)).length;
}

const closings = (journey: Journey) => timesLogged(journey, /^Discord has had too many requests/);

describe("a 429 that does not say when to come again", () => {
	const ofChannels = { path: "/channels/", ...always };
	it.each<[title: string, strike: (fail: Fail) => void]>([
		["nothing", (fail) => fail.rateLimit("user", null, ofChannels)],
		["less than nothing", (fail) => fail.rateLimit("user", "-5", ofChannels)],
		["a date", (fail) => fail.rateLimit("user", "Wed, 21 Oct 2026 07:28:00 GMT", ofChannels)],
		["more than a timer holds", (fail) => fail.rateLimit("shared", "2147484", ofChannels)],
		["nothing of all requests", (fail) => fail.rateLimit("global", null, ofChannels)],
		["nothing of anybody", (fail) => fail.rateLimit(null, null, ofChannels)],
		["nothing at all, as a page", (fail) => fail.answer(429, { ...page, ...ofChannels })],
	])("but says %s is waited for, a minute and then longer; then the person is greeted once", async (_title, strike) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		strike(journey.discord.fail);
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length === 1);
		await pass(journey, 10);
		expect(attemptsIn(stage, journey).length).toBeLessThanOrEqual(4); // at 0, 1, 3 and 7 minutes
		expect(closings(journey)).toBe(journey.discord.rateLimited);
		journey.discord.fail.nothing();
		await skipUntil(journey, () => timesLogged(journey, /^posted$/) > 0, STEP_MS);
		expect(timesNamed(stage, "Maya")).toBe(1);
	});

	it("keeps the login from asking again and again", async () => {
		const journey = await setOut({ started: false });
		journey.discord.fail.rateLimit(null, null, { path: "/gateway/bot", ...always });
		const started = journey.start();
		await until(() => journey.discord.rateLimited === 1);
		await pass(journey, 10);
		expect(journey.discord.rateLimited).toBeLessThanOrEqual(5);
		journey.discord.fail.nothing();
		await skipUntil(journey, () => journey.discord.identifies === 1, STEP_MS);
		await started;
	});

	it("keeps look-ups from asking again and again; the person is greeted all the same", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
		journey.discord.fail.rateLimit("user", null, { method: "GET", ...always });
		await server.addMember("Maya").joins(stage, { withoutMember: true });
		await until(() => journey.discord.memberRequests.length > 0);
		await skipUntil(journey, () => stage.messages.length === 1);
		expect(journey.discord.rateLimited).toBeLessThanOrEqual(2);
	});
});

/** How many minutes lie between the requests that ask to post in a room, to the nearest. */
function minutesBetweenAttempts(room: SimRoom, journey: Journey): number[] {
	const times = attemptsIn(room, journey).map(({ clockTime }) => clockTime);
	return times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / MINUTE));
}

/** Thirty live stages of a server, whose openings are over. */
async function thirtyStages({ discord, clock }: Journey) {
	const server = discord.addServer({ name: "Acme" });
	const stages = Array.from({ length: 30 }, (_, index) => server.addStage(`Stage ${index}`));
	for (const stage of stages) await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);
	return { server, stages };
}

describe("a channel that is limited", () => {
	it("again and again for an hour waits longer each time, up to ten minutes", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.rateLimit("user", null, { method: "POST", path: stage.id, ...always });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length === 1);
		await pass(journey, 60);
		expect(minutesBetweenAttempts(stage, journey)).toEqual([1, 2, 4, 8, 10, 10, 10, 10]);
		journey.discord.fail.nothing();
		await skipUntil(journey, () => timesNamed(stage, "Maya") > 0, STEP_MS);
		expect(timesNamed(stage, "Maya")).toBe(1);
	});

	it("waits alone: in others people are greeted at once", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const other = await liveStage(journey);
		journey.discord.fail.rateLimit("user", null, { method: "POST", path: stage.id, ...always });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length === 1);
		await other.server.addMember("Sunil").joins(other.stage);
		expect(await other.stage.nextText()).toContain("Sunil");
	});
});

describe("an hour of nothing but limits", () => {
	it.each<[title: string, strike: (fail: Fail) => void]>([
		["as pages", (fail) => fail.answer(429, { ...page, path: "/channels/", ...always })],
		[
			"of all requests, each for a second",
			(fail) => fail.rateLimit("global", 1_000, { path: "/channels/", ...always }),
		],
		[
			"of nobody knows what, each for a second",
			(fail) => fail.rateLimit(null, 1_000, { path: "/channels/", ...always }),
		],
	])(
		"%s, for 30 rooms, has at most 50 answers 429 in any ten minutes, and everybody is greeted once after it",
		async (_title, strike) => {
			const journey = await setOut();
			const { server, stages } = await thirtyStages(journey);
			strike(journey.discord.fail);
			await Promise.all(stages.map((stage) => server.addMember("Maya").joins(stage)));
			await until(() => closings(journey) > 0);
			await pass(journey, 60);
			expect(mostLimitedInTenMinutes(journey)).toBeLessThanOrEqual(50);
			journey.discord.fail.nothing();
			await skipUntil(journey, () => stages.every((stage) => timesNamed(stage, "Maya") > 0), 5_000);
			expect(stages.map((stage) => timesNamed(stage, "Maya"))).toEqual(stages.map(() => 1));
			expect(timesLogged(journey, /stopped for good/)).toBe(0);
		},
		60_000,
	);
});

describe("an hour of nothing but refusals", () => {
	it("in 30 rooms has each tried once in ten minutes, and everybody is greeted once after it", async () => {
		const journey = await setOut();
		const { server, stages } = await thirtyStages(journey);
		const refusal = { body: { message: "Missing Permissions", code: 50013 } };
		journey.discord.fail.answer(403, { ...POSTS, ...refusal, ...always });
		await Promise.all(stages.map((stage) => server.addMember("Maya").joins(stage)));
		await until(() => stages.every((stage) => attemptsIn(stage, journey).length > 0));
		await pass(journey, 60);
		const waits = stages.map((stage) => minutesBetweenAttempts(stage, journey));
		expect(Math.min(...waits.flat())).toBeGreaterThanOrEqual(10);
		expect(Math.min(...waits.map(({ length }) => length))).toBeGreaterThanOrEqual(3); // thirty take turns, steps are coarse
		journey.discord.fail.nothing();
		await skipUntil(journey, () => stages.every((stage) => timesNamed(stage, "Maya") > 0), STEP_MS);
		expect(stages.map((stage) => timesNamed(stage, "Maya"))).toEqual(stages.map(() => 1));
	}, 60_000);
});

describe("a session that is over before Discord takes a post", () => {
	it("has its guests' names forgotten ten minutes later, and the moderators are told once", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const moderators = await moderatorsOf(server);
		journey.discord.fail.rateLimit("user", null, { path: `/channels/${stage.id}/messages`, ...always });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length === 1);
		await stage.closes();
		await skipUntil(journey, () => timesLogged(journey, /^a host is told of trouble/) === 1, STEP_MS);
		const [told, ...others] = moderators.messages.map(({ content }) => content);
		expect(told).toContain(phrasesIn("en")("alert.unsaid", { channel: `<#${stage.id}>` }));
		expect(others).toEqual([]);
	});
});

describe("while all requests wait", () => {
	it("a host is answered all the same", async () => {
		const journey = await setOut();
		await until(() => journey.discord.commands.length > 0);
		const { server, stage } = await liveStage(journey);
		const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		journey.discord.fail.answer(429, { ...page, ...POSTS });
		await server.addMember("Maya").joins(stage);
		await until(() => closings(journey) === 1);
		expect((await (await henry.runs("host show")).reply()).ephemeral).toBe(true);
	});
});
