import { describe, expect, it } from "vitest";
import { timeOf } from "../../../rehearsal/simulator/snowflake.ts";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("posting a message", () => {
	it("puts it in the room, with an id of the clock's time", async () => {
		const { clock, simulator, stage, post } = await openAcme();
		const { body } = await post({ content: " Hello \n", allowed_mentions: { parse: [] }, flags: 4, nonce: "a" });
		expect(body).toMatchObject({ content: "Hello", nonce: "a", flags: 4, author: { id: simulator.bot.id, bot: true } });
		const message = await stage.nextMessage();
		const acceptedAt = clock.now();
		expect(message).toMatchObject({ id: body.id, content: "Hello", allowedMentions: { parse: [] }, acceptedAt });
		expect(timeOf(message.id)).toBe(acceptedAt);
	});

	it("is refused for a channel that does not exist", async () => {
		const { post } = await openAcme();
		expect(await post({ content: "Hi" }, { id: "1" })).toMatchObject({
			status: 404,
			body: { code: 10003, message: "Unknown Channel" },
		});
	});

	it.each([
		["ViewChannel", 50001],
		["Connect", 50001],
		["SendMessages", 50013],
	] as const)("is refused without %s", async (permission, code) => {
		const { stage, post } = await openAcme();
		await stage.deny(permission);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 403, body: { code } });
		await stage.allow(permission);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("needs no Connect in a text channel", async () => {
		const { server, post } = await openAcme();
		const chat = server.addTextChannel("chat");
		await chat.deny("Connect");
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 200 });
	});

	it("lets an overwrite for the bot's role win over one for everyone", async () => {
		const { server, stage, post } = await openAcme();
		await stage.deny("SendMessages");
		await stage.allow("SendMessages", server.botRole);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("is refused while the bot is timed out, until that is over or forgiven", async () => {
		const { server, clock, post } = await openAcme();
		const chat = server.addTextChannel("chat");
		await server.bot.isTimedOut(60_000);
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 403, body: { code: 50013 } });
		expect(await post({ content: "Hi" })).toMatchObject({ status: 403, body: { code: 50001 } }); // it lacks Connect
		clock.skip(60_000);
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 200 });
		await server.bot.isTimedOut(60_000);
		await server.bot.isForgiven();
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 200 });
	});

	it("is refused while AutoMod minds the bot's name", async () => {
		const { server, post } = await openAcme();
		const chat = server.addTextChannel("chat");
		await server.bot.isQuarantinedByAutoMod(true);
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 403, body: { code: 50013 } });
		await server.bot.isQuarantinedByAutoMod(false);
		expect(await post({ content: "Hi" }, chat)).toMatchObject({ status: 200 });
	});

	it("is refused in an emptied server", async () => {
		const { server, post } = await openAcme();
		await server.remove();
		expect(await post({ content: "Hi" })).toMatchObject({ status: 403, body: { code: 50001 } });
	});

	it("may have two thousand characters, each emoji being one", async () => {
		const { post } = await openAcme();
		expect(await post({ content: "😀".repeat(2_000) })).toMatchObject({ status: 200 });
		expect(await post({ content: "😀".repeat(2_001) })).toMatchObject({ status: 400, body: { code: 50035 } });
	});

	it.each([{}, { content: "" }, { content: " \n\t" }])("is refused when empty: %j", async (body) => {
		const { post } = await openAcme();
		expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
	});

	it("is refused with more than 2000 characters, naming the field", async () => {
		const { post } = await openAcme();
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
		const { post } = await openAcme();
		expect(await post({ content: "Hi", nonce: "n".repeat(26) })).toMatchObject({
			status: 400,
			body: { errors: { nonce: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH" }] } } },
		});
	});

	it("is refused when it both lists people and parses them", async () => {
		const { maya, post } = await openAcme();
		const allowed_mentions = { parse: ["users"], users: [maya.id] };
		expect(await post({ content: "Hi", allowed_mentions })).toMatchObject({
			body: { errors: { allowed_mentions: { _errors: [{ code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" }] } } },
		});
	});

	it("is refused with a component of an unknown shape, naming the field", async () => {
		const { post } = await openAcme();
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
		const { stage, maya, post } = await openAcme();
		await post({ content: maya.mention, allowed_mentions: { parse: [] } });
		await post({ content: maya.mention, allowed_mentions: { users: [maya.id] } });
		expect((await stage.nextMessage()).mentions).toEqual([]);
		expect((await stage.nextMessage()).mentions).toEqual([maya.user]);
	});

	it("is refused with a body that is no JSON", async () => {
		const { simulator, stage } = await openAcme();
		const response = await fetch(`${simulator.url}/v10/channels/${stage.id}/messages`, {
			method: "POST",
			headers: { Authorization: `Bot ${simulator.token}`, "User-Agent": "DiscordBot (x, 1)" },
			body: "{",
		});
		expect(await response.json()).toMatchObject({ code: 50109 });
	});
});

describe("waiting for a message", () => {
	it("says what was posted when no further one comes", async () => {
		const { stage, post } = await openAcme();
		await post({ content: "One" });
		await stage.nextMessage();
		await expect(stage.nextMessage(1)).rejects.toThrow(/No further message in Webinars within 1 ms.*\n- One/);
	});
});

describe("reading messages", () => {
	it("returns the newest first, as many as asked for", async () => {
		const { simulator, stage, post } = await openAcme();
		for (const content of ["one", "two", "three"]) await post({ content });
		const { body } = await ask(simulator, "GET", `/channels/${stage.id}/messages?limit=2`);
		expect(body).toMatchObject([{ content: "three" }, { content: "two" }]);
	});

	it("returns nothing without ReadMessageHistory", async () => {
		const { simulator, stage, post } = await openAcme();
		await post({ content: "one" });
		await stage.deny("ReadMessageHistory");
		expect((await ask(simulator, "GET", `/channels/${stage.id}/messages`)).body).toEqual([]);
	});

	it("shows an edit and forgets what was deleted", async () => {
		const { simulator, stage, post } = await openAcme();
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
