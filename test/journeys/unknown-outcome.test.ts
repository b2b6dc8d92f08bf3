import { describe, expect, it } from "vitest";
import type { Fail } from "../../rehearsal/simulator/fail.ts";
import type { RequestPlan } from "../../rehearsal/simulator/faults.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { attemptsIn, POSTS } from "./posts.ts";

const MINUTE = 60_000;

/** Ends Byname and starts it again, with a Discord that answers, when the nonces of its posts are long forgotten. */
async function isAwayForLong(journey: Journey, { fastByMs = 0 } = {}): Promise<void> {
	await journey.stop();
	journey.clock.skip(10 * MINUTE);
	journey.discord.fail.nothing();
	journey.fastByMs = fastByMs;
	await journey.start();
}

type Venue = Awaited<ReturnType<typeof liveStage>>;

/** Discord accepts Maya's greeting, but neither that answer nor any later one comes through. */
async function isPostedUnanswered(journey: Journey, { server, stage }: Venue): Promise<void> {
	journey.discord.fail.drop(POSTS);
	journey.discord.fail.dropUnheard(POSTS);
	await server.addMember("Maya").joins(stage);
	await until(() => attemptsIn(stage, journey).length > 0);
}

/** Maya's greeting stands unheard of in the chat, and Byname is down for so long that no nonce holds any more. */
async function awayInDoubt() {
	const journey = await setOut();
	const venue = await liveStage(journey);
	await isPostedUnanswered(journey, venue);
	await journey.stop();
	journey.clock.skip(10 * MINUTE);
	journey.discord.fail.nothing();
	const looks = { method: "GET", path: `/channels/${venue.stage.id}/messages` };
	return { journey, venue, looks, attempts: attemptsIn(venue.stage, journey).length };
}

/** How often Maya is named in the chat once her greeting was found in it and Sunil's has followed. */
async function timesMayaIsGreeted(journey: Journey, { server, stage }: Venue): Promise<number> {
	await skipUntil(journey, () => timesLogged(journey, /stands in its channel$/) > 0);
	await server.addMember("Sunil").joins(stage);
	await skipUntil(journey, () => stage.messages.length === 2);
	return stage.messages.filter(({ content }) => content.includes("Maya")).length;
}

describe("a post whose outcome stays unknown for over two minutes", () => {
	it("is looked for before anything is sent again: it is there, so nothing is", async () => {
		const journey = await setOut();
		const venue = await liveStage(journey);
		await isPostedUnanswered(journey, venue);
		await isAwayForLong(journey);
		expect(await timesMayaIsGreeted(journey, venue)).toBe(1);
	});

	it.each([
		["an hour fast", 60 * MINUTE, 60 * MINUTE],
		["an hour fast when it was written", 60 * MINUTE, 0],
		["five minutes fast when it was written", 5 * MINUTE, 0],
		["an hour slow when it was written", -60 * MINUTE, 0],
	])("is found though the clock is %s", async (_, whenWritten, now) => {
		const journey = await setOut();
		journey.fastByMs = whenWritten;
		const venue = await liveStage(journey);
		await isPostedUnanswered(journey, venue);
		await isAwayForLong(journey, { fastByMs: now });
		expect(await timesMayaIsGreeted(journey, venue)).toBe(1);
	});

	it("is not taken for another's in the same words", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => stage.messages.length === 1);
		journey.discord.fail.dropUnheard({ ...POSTS, times: 2 });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length >= 3);
		await isAwayForLong(journey);
		await skipUntil(journey, () => stage.messages.length === 2);
		expect(heard(stage.messages[1]?.content ?? "")).toBe("onTime: Maya + sorry");
	});

	it("is said anew, with an apology, when it is not there", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.dropUnheard({ ...POSTS, times: 2 });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length >= 2);
		await isAwayForLong(journey);
		await skipUntil(journey, () => stage.messages.length === 1);
		expect(heard(stage.messages[0]?.content ?? "")).toBe("onTime: Maya + sorry");
	});

	it("is looked for until that is allowed, and never sent unseen meanwhile", async () => {
		const { journey, venue, looks, attempts } = await awayInDoubt();
		journey.discord.fail.rateLimit("user", 3_600_000, { ...looks, times: 2 });
		await journey.start();
		await skipUntil(journey, () => journey.discord.rateLimited === 2, 5_000);
		expect(attemptsIn(venue.stage, journey)).toHaveLength(attempts);
		await skipUntil(journey, () => timesLogged(journey, /stands in its channel$/) > 0, 5_000);
		expect(venue.stage.messages.filter(({ content }) => content.includes("Maya"))).toHaveLength(1);
		expect(timesLogged(journey, /stopped for good/)).toBe(0);
	});

	it("keeps nobody else waiting while it may not be looked for", async () => {
		const { journey, venue, looks } = await awayInDoubt();
		journey.discord.fail.rateLimit("user", 3_600_000, looks);
		await journey.start();
		await skipUntil(journey, () => journey.discord.rateLimited === 1);
		const limitedAt = journey.clock.now();
		await venue.server.addMember("Sunil").joins(venue.stage);
		await skipUntil(journey, () => venue.stage.messages.length === 2);
		expect(journey.clock.now() - limitedAt).toBeLessThan(MINUTE);
		expect(timesLogged(journey, /stands in its channel$/)).toBe(0);
		await skipUntil(journey, () => timesLogged(journey, /stands in its channel$/) > 0, 5_000);
		const names = venue.stage.messages.map(({ content }) => /Maya|Sunil/.exec(content)?.[0]);
		expect(names).toEqual(["Maya", "Sunil"]);
	});

	it.each<[title: string, strike: (fail: Fail, looks: RequestPlan) => void]>([
		["is in trouble", (fail, looks) => fail.answer(503, looks)],
		["answers with a page", (fail, looks) => fail.answer(200, { ...looks, text: "<html></html>" })],
		["cuts the connection", (fail, looks) => fail.drop(looks)],
	])("is looked for again while Discord %s, and not sent unseen", async (_title, strike) => {
		const { journey, venue, looks, attempts } = await awayInDoubt();
		strike(journey.discord.fail, { ...looks, times: 4 });
		await journey.start();
		expect(await timesMayaIsGreeted(journey, venue)).toBe(1);
		expect(attemptsIn(venue.stage, journey)).toHaveLength(attempts + 1); // Sunil's
	});

	it("is not sent unseen however long Discord says nothing, and keeps nobody else waiting", async () => {
		const { journey, venue, looks, attempts } = await awayInDoubt();
		journey.discord.fail.answer(503, { ...looks, times: 1_000 });
		await journey.start();
		await skipUntil(journey, () => timesLogged(journey, /cannot be told yet/) === 9, 1_000);
		expect(attemptsIn(venue.stage, journey)).toHaveLength(attempts);
		const cameAt = journey.clock.now();
		await venue.server.addMember("Sunil").joins(venue.stage);
		await skipUntil(journey, () => venue.stage.messages.length === 2);
		expect(journey.clock.now() - cameAt).toBeLessThan(MINUTE / 2);
		expect(venue.stage.messages[1]?.content).toContain("Sunil");
		journey.discord.fail.nothing();
		await skipUntil(journey, () => timesLogged(journey, /stands in its channel$/) > 0, 1_000);
		expect(attemptsIn(venue.stage, journey)).toHaveLength(attempts + 1);
		expect(timesLogged(journey, /stopped for good/)).toBe(0);
	});

	it("is sent again, as it was, when Byname may not read the channel", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.dropUnheard(POSTS);
		await stage.deny("ReadMessageHistory");
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length > 0);
		await isAwayForLong(journey);
		await skipUntil(journey, () => stage.messages.length === 1);
		expect(timesLogged(journey, /cannot be told/)).toBeGreaterThan(0);
	});
});
