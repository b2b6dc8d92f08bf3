import { RequestMethod } from "discord.js";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { systemClock } from "../../src/clock.ts";
import type { Begun } from "../../src/discord/ahead.ts";
import { keepBarriers } from "../../src/discord/barriers.ts";
import { createClient } from "../../src/discord/client.ts";
import { ANSWER_LIMITS, type AnswerLimits, exchangeThrough, meaningOf } from "../../src/discord/exchange.ts";
import { request } from "../../src/discord/send.ts";

const page = "<html><body>Unauthorized</body></html>";
const refusal = (message: string, code: number) => JSON.stringify({ message, code });

describe("what an answer means", () => {
	it.each<[title: string, status: number, text: string, meaning: string]>([
		["a message", 200, '{"id":"1"}', "as it is"],
		["a redirect", 301, page, "as it is"],
		["a refusal", 403, refusal("Missing Permissions", 50013), "as it is"],
		["a page of a proxy that refuses", 404, page, "as it is"],
		["Discord's own 401", 401, refusal("401: Unauthorized", 0), "token refused"],
		["Discord's other 401", 401, refusal("Unauthorized. Provide a valid token and try again", 40001), "token refused"],
		["a 401 about something else", 401, refusal("Invalid Webhook Token", 50027), "refused by code"],
		["a 401 of a proxy, as a page", 401, page, "not Discord's"],
		["a 401 of a proxy, empty", 401, "", "not Discord's"],
		["a 401 of a proxy, as JSON", 401, '{"error":"unauthorized"}', "not Discord's"],
		["a 401 of a proxy, as JSON that looks like Discord's", 401, refusal("sign in first", 0), "not Discord's"],
		["a 401 of a proxy, as null", 401, "null", "not Discord's"],
		["an outage", 500, refusal("500: Internal Server Error", 0), "as it is"],
		["an outage, as a page", 502, page, "as it is"],
		["an outage that says which", 503, refusal("API resource is currently overloaded", 130000), "as it is"],
		["an outage whose code says what it is", 500, refusal("Missing Permissions", 50013), "refused by code"],
	])("is right for %s", (_title, status, text, meaning) => {
		expect(meaningOf({ status, text }, true)).toBe(meaning);
	});

	it("is never about the bot's token when the request did not carry it", () => {
		for (const text of [refusal("401: Unauthorized", 0), refusal("Invalid Webhook Token", 50027), page])
			expect(meaningOf({ status: 401, text }, false)).toBe("as it is");
	});
});

/** A client of the simulator that asks through an exchange with these limits. */
async function connected(limits: Partial<AnswerLimits> = {}, begun?: (url: string) => Begun) {
	const discord = await startSimulator();
	onTestFinished(() => discord.stop());
	const [clock, log] = [systemClock, pino({ level: "silent" })];
	const barriers = keepBarriers({ clock, log });
	const context = { clock, barriers, onTokenRefused: () => undefined, begun: begun?.(discord.url) };
	const client = createClient(discord.url, exchangeThrough(context, { ...ANSWER_LIMITS, ...limits }));
	onTestFinished(() => client.destroy());
	client.rest.setToken(discord.token);
	return { discord, client };
}

/** Asks the simulator who the bot is, through an exchange with these limits, when the answer comes a byte each `everyMs`. */
async function asksWithin(limits: Partial<AnswerLimits>, everyMs: number) {
	const { discord, client } = await connected(limits);
	discord.fail.answerWithoutEnd(everyMs, { path: "/users/@me" });
	const ask = () => request(client.rest, { fullRoute: "/users/@me", method: RequestMethod.Get });
	return [await ask(), await ask()];
}

describe("what was asked before", () => {
	const inUrl = (url: string) => `${url}/v10/gateway/bot`;
	const headers = { "Content-Type": "application/json" };
	const text = (body: string | ReadableStream, status = 200) =>
		Promise.resolve(new Response(body, { status, headers }));
	const broken = new ReadableStream({ start: (stream) => stream.error(new Error("broken off")) });

	it.each<[what: string, answer: () => Promise<Response>, asksAnew: boolean]>([
		["is asked no second time", () => text('{"url":"wss://ahead"}'), false],
		["is judged as any answer is", () => text('{"message":"Missing Access","code":50001}', 403), false],
		["is asked anew where nothing came of it", () => Promise.reject(new Error("unreachable")), true],
		["is asked anew where its answer broke off", () => text(broken), true],
	])("%s", async (_what, answer, asksAnew) => {
		const { discord, client } = await connected({}, (url) => ({ url: inUrl(url), answer: answer() }));
		const ask = () => request(client.rest, { fullRoute: "/gateway/bot", method: RequestMethod.Get });
		const first = await ask();
		expect(discord.requests).toHaveLength(asksAnew ? 1 : 0);
		expect(JSON.stringify(first)).toMatch(asksAnew ? /ws:/ : /ahead|50001/);
		await ask();
		expect(discord.requests).toHaveLength(asksAnew ? 2 : 1);
	});
});

describe("an answer that never ends", () => {
	it.each<[title: string, limits: Partial<AnswerLimits>, everyMs: number, reason: string]>([
		["is given up when its time is over, however often a byte comes", { withinMs: 150 }, 20, "timeout"],
		["is given up when it is longer than any that Discord gives", { bytes: 100_000 }, 0, "an answer without end"],
	])("%s; the next request is answered", async (_title, limits, everyMs, reason) => {
		const [first, second] = await asksWithin(limits, everyMs);
		expect(first).toMatchObject({ kind: "unknown", reason: expect.stringContaining(reason) });
		expect(second).toMatchObject({ kind: "answered", body: { username: "byname" } });
	});
});

describe("a request with a file", () => {
	/** Sends a file to the simulator, which does not know the room; `signal` breaks that off. */
	async function sends({ client }: Awaited<ReturnType<typeof connected>>, signal?: AbortSignal) {
		const files = [{ name: "attendees.csv", data: Buffer.from("Maya,ورشة\r\n".repeat(1_000)) }];
		return client.rest.post("/channels/175928847299117063/messages", { body: { content: "all" }, files, signal });
	}

	it("can be broken off at any moment, and nothing is left that fails unheard", async () => {
		const given = await connected();
		const unheard: unknown[] = [];
		const hear = (error: unknown) => void unheard.push(error);
		process.on("unhandledRejection", hear);
		onTestFinished(() => void process.off("unhandledRejection", hear));
		for (let turns = 0; turns < 40; turns++) {
			const ending = new AbortController();
			const sent = sends(given, ending.signal).catch(() => undefined);
			for (let turn = 0; turn < turns; turn++)
				await new Promise((go) => (turn % 2 ? setImmediate(go) : process.nextTick(go)));
			ending.abort();
			await sent;
		}
		await new Promise((go) => setTimeout(go, 20));
		expect(unheard).toEqual([]);
	});
});
