import { describe, expect, it } from "vitest";
import type { AnswerPlan } from "../../rehearsal/simulator/faults.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { moderatorsOf } from "./moderators.ts";
import { attemptsIn, POSTS } from "./posts.ts";

const MAYA = "onTime: Maya";
const html = { text: "<html><body>Sorry</body></html>" };
const json = (text: string) => ({ text, headers: { "Content-Type": "application/json" } });

/** Maya comes to a stage whose first posts are answered so. Returns what was tried once she is greeted. */
async function greetsMayaDespite(journey: Journey, strike: () => void) {
	const { server, stage } = await liveStage(journey);
	strike();
	await server.addMember("Maya").joins(stage);
	await skipUntil(journey, () => timesLogged(journey, /^posted$/) > 0);
	return { attempts: attemptsIn(stage, journey), said: stage.messages.map(({ content }) => heard(content)) };
}

describe("an answer that names no message", () => {
	it.each<[title: string, status: number, answer: AnswerPlan]>([
		["204", 204, { text: "" }],
		["an empty 200", 200, { text: "" }],
		["an empty 200 that calls itself JSON", 200, json("")],
		["200 with {}", 200, json("{}")],
		["200 with []", 200, json("[]")],
		["200 with null", 200, json("null")],
		["200 with a sentence", 200, json('"maintenance"')],
		["200 with a number for an id", 200, json('{"id":5}')],
		["200 with an id that is none", 200, json('{"id":"later"}')],
		["200 with a page", 200, html],
		["200 with half an answer", 200, json('{"id":"1')],
		["301", 301, { ...html, headers: { Location: "https://example.org/" } }],
		["302", 302, { ...html, headers: { Location: "https://example.org/" } }],
		["304", 304, { text: "" }],
		["307", 307, { ...html, headers: { Location: "https://example.org/" } }],
		["308", 308, { ...html, headers: { Location: "https://example.org/" } }],
		["403 with a page", 403, html],
		["404 with a page", 404, html],
		["404 without a code of Discord's", 404, json('{"error":"no such route"}')],
		["404 with a sentence", 404, json('"gone"')],
		["400 with half an answer", 400, json('{"code":50')],
		["10008 to the first attempt", 404, json('{"message":"Unknown Message","code":10008}')],
	])("is no post: %s", async (_title, status, answer) => {
		const journey = await setOut();
		const { attempts, said } = await greetsMayaDespite(journey, () =>
			journey.discord.fail.answer(status, { ...POSTS, ...answer, times: 1 }),
		);
		expect(said).toEqual([MAYA]);
		expect(new Set(attempts.map(({ body }) => JSON.stringify(body))).size).toBe(1);
	});

	it("is made again with its nonce, so that a post which did go through stands there once", async () => {
		const journey = await setOut();
		const { attempts, said } = await greetsMayaDespite(journey, () => {
			journey.discord.fail.drop(POSTS);
			journey.discord.fail.answer(204, { ...POSTS, text: "" });
		});
		expect([attempts.length, said]).toEqual([3, [MAYA]]);
	});
});

describe("a refusal", () => {
	it.each([50001, 50008, 50013, 50083, 160005])(
		"with code %i and any status keeps the words, tells the host, and the person is greeted in the end",
		async (code) => {
			const journey = await setOut();
			const { server, stage } = await liveStage(journey);
			const moderators = await moderatorsOf(server);
			const inStage = { method: "POST", path: `/channels/${stage.id}/messages` };
			journey.discord.fail.answer(400, { ...inStage, body: { message: "No", code } });
			await server.addMember("Maya").joins(stage);
			expect(await moderators.nextText()).toContain("I cannot greet your guests");
			expect(attemptsIn(stage, journey)).toHaveLength(1);
			journey.clock.skip(10 * 60_000);
			await skipUntil(journey, () => stage.messages.length > 0, 10_000);
			expect(stage.messages.map(({ content }) => content)).toEqual([expect.stringContaining("Maya")]);
		},
	);
});

describe("commands whose registration is answered without them", () => {
	it.each<[title: string, status: number, answer: AnswerPlan]>([
		["204", 204, { text: "" }],
		["200 with {}", 200, json("{}")],
		["301", 301, html],
	])("do not count as registered: %s", async (_title, status, answer) => {
		const journey = await setOut({ started: false });
		journey.discord.fail.answer(status, { ...answer, method: "PUT", path: "/commands" });
		await journey.start();
		await until(() => timesLogged(journey, /could not be registered/) === 1);
		await journey.stop();
		await journey.start();
		await until(() => journey.discord.commands.length > 0);
	});
});

describe("a welcome that is answered without a message", () => {
	it("is said again, once", async () => {
		const journey = await setOut();
		await until(() => timesLogged(journey, /^Byname is ready/) === 1);
		journey.discord.fail.answer(200, { ...POSTS, ...json("{}"), times: 2 });
		const server = journey.discord.addServer({ name: "Acme" }, (one) => {
			one.systemChannel = one.addTextChannel("general");
		});
		const general = () => server.systemChannel?.messages ?? [];
		await skipUntil(journey, () => general().length > 0);
		expect(journey.discord.requests.filter(({ path }) => path.endsWith("/messages"))).toHaveLength(3);
	});
});
