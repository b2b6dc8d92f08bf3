import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { ask } from "./client.ts";
import type { SimMember } from "./member.ts";
import type { SimRoom } from "./room.ts";
import type { SimServer } from "./server.ts";
import { type Simulator, startSimulator } from "./simulator.ts";
import { timeOf } from "./snowflake.ts";

const START = Date.parse("2026-11-21T18:00:00Z");

let now: number;
let clock: Clock;
let simulator: Simulator;
let server: SimServer;
let stage: SimRoom;
let maya: SimMember;

beforeEach(async () => {
	now = START;
	clock = { now: () => now, sleep: () => Promise.resolve() };
	simulator = await startSimulator({ clock });
	server = simulator.addServer({ name: "Acme" });
	stage = server.addStage("Webinars");
	maya = server.addMember("Maya");
});

afterEach(() => simulator.stop());

function post(body: unknown, room = stage) {
	return ask(simulator, "POST", `/channels/${room.id}/messages`, body);
}

describe("every request", () => {
	it("needs the bot's token", async () => {
		const answer = await ask(simulator, "GET", "/users/@me", undefined, { Authorization: "Bot wrong" });
		expect(answer).toMatchObject({ status: 401, body: { message: "401: Unauthorized", code: 0 } });
	});

	it("needs a bot's user agent", async () => {
		const answer = await ask(simulator, "GET", "/users/@me", undefined, { "User-Agent": "curl/8" });
		expect(answer).toMatchObject({ status: 403, body: { code: 40333 } });
	});

	it("is written down", async () => {
		await post({ content: "Hello" });
		expect(simulator.requests).toMatchObject([
			{
				method: "POST",
				path: `/channels/${stage.id}/messages`,
				body: { content: "Hello" },
				status: 200,
				clockTime: START,
			},
		]);
	});

	it("is answered with 404 where there is no such route", async () => {
		expect(await ask(simulator, "GET", "/nowhere")).toMatchObject({ status: 404, body: { code: 0 } });
	});
});

describe("posting a message", () => {
	it("puts it in the room, with an id of the clock's time", async () => {
		const { body } = await post({ content: " Hello \n", allowed_mentions: { parse: [] }, flags: 4, nonce: "a" });
		expect(body).toMatchObject({ content: "Hello", nonce: "a", flags: 4, author: { id: simulator.bot.id, bot: true } });
		const message = await stage.nextMessage();
		expect(message).toMatchObject({ id: body.id, content: "Hello", allowedMentions: { parse: [] }, acceptedAt: START });
		expect(timeOf(message.id)).toBe(START);
	});

	it("is refused for a channel that does not exist", async () => {
		expect(await ask(simulator, "POST", "/channels/1/messages", { content: "Hi" })).toMatchObject({
			status: 404,
			body: { code: 10003, message: "Unknown Channel" },
		});
	});

	it.each([
		["ViewChannel", 50001],
		["Connect", 50001],
		["SendMessages", 50013],
	] as const)("is refused without %s", async (permission, code) => {
		await stage.deny(permission);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 403, body: { code } });
		await stage.allow(permission);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("needs no Connect in a text channel", async () => {
		const chat = server.addTextChannel("chat");
		await chat.deny("Connect");
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 200 });
	});

	it("lets an overwrite for the bot's role win over one for everyone", async () => {
		await stage.deny("SendMessages");
		await stage.allow("SendMessages", server.botRole);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("is refused in an emptied server", async () => {
		await server.remove();
		expect(await post({ content: "Hi" })).toMatchObject({ status: 403, body: { code: 50001 } });
	});

	it.each([{}, { content: "" }, { content: " \n\t" }])("is refused when empty: %j", async (body) => {
		expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
	});

	it("is refused with more than 2000 characters, naming the field", async () => {
		expect(await post({ content: "x".repeat(2000) })).toMatchObject({ status: 200 });
		expect(await post({ content: "x".repeat(2001) })).toMatchObject({
			status: 400,
			body: {
				code: 50035,
				message: "Invalid Form Body",
				errors: {
					content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }] },
				},
			},
		});
	});

	it("is refused with a nonce of 26 characters", async () => {
		expect(await post({ content: "Hi", nonce: "n".repeat(26) })).toMatchObject({
			status: 400,
			body: { errors: { nonce: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } },
		});
	});

	it("is refused when it both lists people and parses them", async () => {
		const allowed_mentions = { parse: ["users"], users: [maya.id] };
		expect(await post({ content: "Hi", allowed_mentions })).toMatchObject({
			body: { errors: { allowed_mentions: { _errors: [{ code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" }] } } },
		});
	});

	it("is refused with a component of an unknown shape, naming the field", async () => {
		const components = [{ type: 1, components: [{ type: 2, style: 1, label: "x".repeat(81), custom_id: "a" }] }];
		expect(await post({ content: "Hi", components })).toMatchObject({
			body: {
				errors: {
					components: { 0: { components: { 0: { label: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } } } },
				},
			},
		});
	});

	it("mentions only whom it may", async () => {
		await post({ content: maya.mention, allowed_mentions: { parse: [] } });
		await post({ content: maya.mention, allowed_mentions: { users: [maya.id] } });
		expect((await stage.nextMessage()).mentions).toEqual([]);
		expect((await stage.nextMessage()).mentions).toEqual([maya]);
	});

	it("refuses a body that is no JSON", async () => {
		const response = await fetch(`${simulator.url}/v10/channels/${stage.id}/messages`, {
			method: "POST",
			headers: { Authorization: `Bot ${simulator.token}`, "User-Agent": "DiscordBot (x, 1)" },
			body: "{",
		});
		expect(await response.json()).toMatchObject({ code: 50109 });
	});
});

describe("an enforced nonce", () => {
	const body = { content: "Hello", nonce: "abc", enforce_nonce: true };

	it("returns the earlier message instead of making another", async () => {
		const first = await post(body);
		now += 60_000;
		expect((await post({ ...body, content: "Other" })).body).toMatchObject({ id: first.body.id, content: "Hello" });
		expect(stage.messages).toHaveLength(1);
	});

	it("is forgotten after a few minutes", async () => {
		await post(body);
		now += 3 * 60_000 + 1;
		await post(body);
		expect(stage.messages).toHaveLength(2);
	});

	it("answers Unknown Message when the earlier one was deleted", async () => {
		await post(body);
		await stage.removeMessage(await stage.nextMessage());
		expect(await post(body)).toMatchObject({ status: 404, body: { code: 10008 } });
	});

	it("means nothing without enforce_nonce", async () => {
		await post(body);
		await post({ ...body, enforce_nonce: false });
		expect(stage.messages).toHaveLength(2);
	});
});

describe("the channel's bucket", () => {
	it("refuses the sixth post and says when one more would do", async () => {
		const answers = [];
		for (let n = 0; n < 6; n++) answers.push(await post({ content: `${n}` }));
		const [first, , , , fifth, sixth] = answers;
		expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
			"x-ratelimit-limit": "5",
			"x-ratelimit-remaining": "4",
			"x-ratelimit-reset-after": "1.000",
			"x-ratelimit-reset": ((START + 1000) / 1000).toFixed(3),
			"x-ratelimit-bucket": expect.stringMatching(/^[0-9a-f]+$/),
		});
		expect(fifth?.headers.get("x-ratelimit-remaining")).toBe("0");
		expect(fifth?.headers.get("x-ratelimit-reset-after")).toBe("5.000");
		expect(sixth).toMatchObject({ status: 429, body: { retry_after: 1, global: false } });
		expect(sixth?.headers.get("retry-after")).toBe("1");
		expect(sixth?.headers.get("x-ratelimit-scope")).toBe("user");
		expect(simulator.rateLimited).toBe(1);
		expect(stage.messages).toHaveLength(5);
	});

	it("gives one token back each second", async () => {
		for (let n = 0; n < 5; n++) await post({ content: `${n}` });
		now += 999;
		expect(await post({ content: "early" })).toMatchObject({ status: 429, body: { retry_after: 0.001 } });
		now += 1;
		expect(await post({ content: "in time" })).toMatchObject({ status: 200 });
		expect(await post({ content: "too many" })).toMatchObject({ status: 429 });
	});

	it("is another one for another channel", async () => {
		const lounge = server.addVoiceRoom("Lounge");
		for (let n = 0; n < 5; n++) await post({ content: `${n}` });
		expect(await post({ content: "Hi" }, lounge)).toMatchObject({ status: 200 });
	});
});

it("lets fifty requests a second through, on all routes together", async () => {
	const answers = await Promise.all(Array.from({ length: 51 }, () => ask(simulator, "GET", "/users/@me")));
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(1);
	expect(refused[0]?.headers.get("x-ratelimit-global")).toBe("true");
	expect(refused[0]?.body).toMatchObject({ global: true, retry_after: 1 });
	now += 1000;
	expect(await ask(simulator, "GET", "/users/@me")).toMatchObject({ status: 200 });
});

describe("reading messages", () => {
	it("returns the newest first, as many as asked for", async () => {
		for (const content of ["one", "two", "three"]) await post({ content });
		const { body } = await ask(simulator, "GET", `/channels/${stage.id}/messages?limit=2`);
		expect(body).toMatchObject([{ content: "three" }, { content: "two" }]);
	});

	it("returns nothing without ReadMessageHistory", async () => {
		await post({ content: "one" });
		await stage.deny("ReadMessageHistory");
		expect((await ask(simulator, "GET", `/channels/${stage.id}/messages`)).body).toEqual([]);
	});

	it("shows an edit and forgets what was deleted", async () => {
		const { body } = await post({ content: "one" });
		const path = `/channels/${stage.id}/messages/${body.id}`;
		await ask(simulator, "PATCH", path, { content: "two" });
		expect((await ask(simulator, "GET", path)).body).toMatchObject({
			content: "two",
			edited_timestamp: expect.any(String),
		});
		await ask(simulator, "DELETE", path);
		expect((await ask(simulator, "GET", path)).body).toMatchObject({ code: 10008 });
	});
});

describe("people", () => {
	it("knows a guest as a user but not as a member", async () => {
		const guest = server.addMember({ globalName: "Gus", guest: true });
		expect((await ask(simulator, "GET", `/users/${guest.id}`)).body).toMatchObject({ global_name: "Gus" });
		expect((await ask(simulator, "GET", `/guilds/${server.id}/members/${guest.id}`)).body).toMatchObject({
			code: 10007,
		});
		expect((await ask(simulator, "GET", `/guilds/${server.id}/members/${maya.id}`)).body).toMatchObject({
			user: { global_name: "Maya" },
		});
	});

	it("tells where somebody is, or that they are nowhere", async () => {
		const path = `/guilds/${server.id}/voice-states/${maya.id}`;
		expect((await ask(simulator, "GET", path)).body).toMatchObject({ code: 10065 });
		await maya.joins(stage);
		expect((await ask(simulator, "GET", path)).body).toMatchObject({ channel_id: stage.id, member: { nick: null } });
	});
});

describe("registering commands", () => {
	const path = () => `/applications/${simulator.bot.id}/commands`;
	const option = { type: 3, name: "title", description: "The title" };
	const command = { name: "session", description: "Sessions", default_member_permissions: "32", options: [option] };

	it("stores them and keeps the id of a name when all are replaced", async () => {
		const first = await ask(simulator, "PUT", path(), [command]);
		const second = await ask(simulator, "PUT", path(), [command, { ...command, name: "me" }]);
		expect(second).toMatchObject({
			status: 200,
			body: [{ id: (first.body as unknown as { id: string }[])[0]?.id }, {}],
		});
		expect(simulator.commands.map(({ name }) => name)).toEqual(["session", "me"]);
	});

	it("keeps those of a server apart", async () => {
		await ask(simulator, "POST", `/applications/${simulator.bot.id}/guilds/${server.id}/commands`, command);
		expect(simulator.commands).toEqual([]);
		expect(simulator.world.commandsOf(server.id)).toMatchObject([{ name: "session", guild_id: server.id }]);
	});

	it.each([
		["a name with a capital", { ...command, name: "Session" }, "name"],
		["a name with a space", { ...command, name: "my session" }, "name"],
		["no description", { name: "session" }, "description"],
		["a description that is too long", { ...command, description: "x".repeat(101) }, "description"],
		["an option with a bad name", { ...command, options: [{ ...option, name: "A" }] }, "options"],
		[
			"a required option after an optional one",
			{ ...command, options: [option, { ...option, name: "b", required: true }] },
			"options",
		],
	])("refuses %s", async (_, body, field) => {
		const answer = await ask(simulator, "POST", path(), body);
		expect(answer).toMatchObject({ status: 400, body: { code: 50035, errors: { [field]: expect.anything() } } });
	});

	it("refuses a command of more than 8000 characters in all", async () => {
		const choices = Array.from({ length: 25 }, (_, n) => ({ name: `c${n}`, value: "v".repeat(100) }));
		const options = Array.from({ length: 4 }, (_, n) => ({ ...option, name: `o${n}`, choices }));
		expect(await ask(simulator, "POST", path(), { ...command, options })).toMatchObject({ status: 400 });
	});
});

describe("faults", () => {
	it("answers the next matching requests as told, and only those", async () => {
		simulator.fail.answer(503, { times: 1, method: "POST", path: "/messages" });
		expect(await ask(simulator, "GET", "/users/@me")).toMatchObject({ status: 200 });
		expect(await post({ content: "Hi" })).toMatchObject({ status: 503 });
		expect(stage.messages).toEqual([]);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("limits with the scope it is told", async () => {
		simulator.fail.rateLimit("shared", 1500);
		const answer = await post({ content: "Hi" });
		expect(answer).toMatchObject({ status: 429, body: { retry_after: 1.5, global: false } });
		expect(answer.headers.get("x-ratelimit-scope")).toBe("shared");
		expect(simulator.invalidRequests).toBe(0);
	});

	it("accepts a message and cuts the line", async () => {
		simulator.fail.drop({ path: "/messages" });
		await expect(post({ content: "Hi" })).rejects.toThrow();
		expect(await stage.nextText()).toBe("Hi");
	});

	it("cuts the line before it accepts", async () => {
		simulator.fail.dropUnheard({ path: "/messages" });
		await expect(post({ content: "Hi" })).rejects.toThrow();
		expect(stage.messages).toEqual([]);
	});

	it("accepts a message and never answers", async () => {
		simulator.fail.stall({ path: "/messages" });
		const given = new AbortController();
		const sent = fetch(`${simulator.url}/v10/channels/${stage.id}/messages`, {
			method: "POST",
			headers: { Authorization: `Bot ${simulator.token}`, "User-Agent": "DiscordBot (x, 1)" },
			body: JSON.stringify({ content: "Hi" }),
			signal: given.signal,
		});
		expect(await stage.nextText()).toBe("Hi");
		expect(simulator.requests[0]?.status).toBe(0);
		given.abort();
		await expect(sent).rejects.toThrow();
	});
});
