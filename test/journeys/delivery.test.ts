import { describe, expect, it } from "vitest";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";
import { type Journey, setOut, until } from "./journey.ts";

const POSTS = { method: "POST", path: /\/messages$/ };

async function liveStage({ discord, clock }: Journey) {
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);
	return { server, stage };
}

/** Lets time pass quickly until a condition holds, so that back-off takes hardly any. */
function passing({ clock }: Journey, holds: () => boolean): Promise<void> {
	return until(() => {
		if (holds()) return true;
		clock.skip(100);
		return false;
	});
}

function logged(journey: Journey, pattern: RegExp): boolean {
	return journey.log.some(({ msg }) => pattern.test(String(msg)));
}

describe("a post", () => {
	it.each([
		["is answered with 502", (journey: Journey) => journey.discord.fail.answer(502, { ...POSTS, times: 3 })],
		[
			"is dropped before Discord has heard it",
			(journey: Journey) => journey.discord.fail.dropUnheard({ ...POSTS, times: 3 }),
		],
		["is accepted but the line drops", (journey: Journey) => journey.discord.fail.drop({ ...POSTS, times: 3 })],
		[
			"meets a shared limit",
			(journey: Journey) => journey.discord.fail.rateLimit("shared", 1_000, { ...POSTS, times: 2 }),
		],
		["meets the global limit", (journey: Journey) => journey.discord.fail.rateLimit("global", 1_000, POSTS)],
	])("that %s is made again with the same words and nonce, and stands there once", async (_title, fail) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		fail(journey);
		await server.addMember("Maya").joins(stage);
		await passing(journey, () => logged(journey, /^posted$/));
		expect(stage.messages.map((message) => message.content)).toEqual(["Hello, Maya! Thanks for joining us!"]);
		const attempts = journey.discord.requests.filter(({ method }) => method === "POST");
		expect(attempts.length).toBeGreaterThan(1);
		expect(new Set(attempts.map(({ body }) => JSON.stringify(body))).size).toBe(1);
	});

	it("left unposted by a process that ended is made by the next one, in the same words", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.drop({ ...POSTS, times: 1 });
		await server.addMember("Maya").joins(stage);
		await until(() => stage.messages.length === 1);
		await journey.stop();
		await journey.start();
		await server.addMember("Sunil").joins(stage);
		await passing(journey, () => stage.messages.length === 2);
		expect(stage.messages.map((message) => message.content)).toEqual([
			"Hello, Maya! Thanks for joining us!",
			"Hello, Sunil! Thanks for joining us!",
		]);
	});
});

describe("a greeting that another process has left", () => {
	it("is taken up also in a room where this one has had nothing to say", async () => {
		const databaseUrl = temporaryFile();
		const journey = await setOut({ databaseUrl });
		const room = journey.discord.addServer({ name: "Acme" }).addVoiceRoom("Seminar");
		const other = await openStore(databaseUrl, (error) => {
			throw error;
		});
		await insertSession(other, sessionRow({ id: "s", room_id: room.id, closed_at: null }));
		const waiting = { session_id: "s", user_id: "maya", name: "Maya", channel_id: room.id };
		await insertGreetings(other, [greetingRow({ ...waiting, arrived_at: journey.clock.now() })]);
		await other.destroy();
		await passing(journey, () => room.messages.length === 1);
		expect(room.messages[0]?.content).toContain("Maya");
	});
});

describe("a room that takes no posts from Byname", () => {
	it("is left alone until permissions change, and then everybody is greeted after all", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await stage.deny("SendMessages");
		await server.addMember("Maya").joins(stage);
		await until(() => logged(journey, /takes no posts from Byname/));
		await server.addMember("Sunil").joins(stage);
		await until(() => journey.discord.requests.filter(({ status }) => status === 403).length === 1);
		journey.clock.skip(90_000);
		await stage.allow("SendMessages");
		let said = await stage.nextText();
		expect(said).toMatch(/^Sorry I wasn't at the door when you came in\..*Maya/);
		while (!said.includes("Sunil")) said += await stage.nextText();
		expect(journey.log.filter(({ msg }) => /takes no posts from Byname/.test(String(msg)))).toHaveLength(1);
	});

	it("is tried again at once when it lets Byname in just as it turns it away", async () => {
		const journey = await setOut();
		const { discord, clock } = journey;
		const { server, stage } = await liveStage(journey);
		await stage.deny("SendMessages");
		const tries = () => discord.requests.filter(({ method, path }) => method === "POST" && path.includes(stage.id));
		discord.fail.stall({ method: "POST", path: stage.id, answerAfterMs: 3_000 });
		await server.addMember("Maya").joins(stage);
		await until(() => tries().length === 1);
		await stage.allow("SendMessages");
		await discord.sendRaw("STAGE_INSTANCE_CREATE", null);
		await until(() => logged(journey, /could not be read/)); // so what came before it has been
		clock.skip(3_000);
		expect(await stage.nextText()).toContain("Maya");
		expect(tries()).toMatchObject([{ status: 403 }, {}]);
	});

	it("disturbs no other room", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const other = server.addStage("Other stage");
		await other.opens({ topic: "Other" });
		journey.clock.skip(3_000);
		await stage.deny("ViewChannel");
		await server.addMember("Maya").joins(stage);
		await server.addMember("Sunil").joins(other);
		expect(await other.nextText()).toContain("Sunil");
		expect(stage.messages).toEqual([]);
	});
});

describe("a name that Discord refuses", () => {
	it("is found by halving the message; that person gets a neutral word, all others their name", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		server.blockedWords.add("Voldemort");
		const names = ["Ann", "Bob", "Cid", "Voldemort", "Eve", "Fay", "Gus", "Hal"];
		await Promise.all(names.map((name) => server.addMember(name).joins(stage)));
		const said = () => stage.messages.map((message) => message.content).join("\n");
		await passing(journey, () => names.every((name) => said().includes(name === "Voldemort" ? "dear guest" : name)));
		expect(said()).not.toContain("Voldemort");
		for (const name of names) expect(said().split(name).length).toBeLessThanOrEqual(2);
	});
});

describe("a host's text that Discord refuses", () => {
	it("gives way to Byname's own words, for everybody in the room", async () => {
		const journey = await setOut({ started: false, databaseUrl: temporaryFile() });
		const server = journey.discord.addServer({ name: "Acme" });
		const stage = server.addStage("Voldemort's stage");
		await journey.start();
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		const host = server.addMember({ globalName: "Henry", permissions: ["ManageGuild"] });
		await until(() => journey.discord.commands.length > 0);
		const edit = await host.runs("greeting edit", { which: "onTime", for: "server" });
		await (await edit.submits({ texts: "Hello, {name}, from Voldemort." })).reply();
		server.blockedWords.add("Voldemort");
		await Promise.all(["Ann", "Bob", "Cid", "Eve"].map((name) => server.addMember(name).joins(stage)));
		const said = () => stage.messages.map((message) => message.content).join(" ");
		await passing(journey, () => (said().match(/Ann|Bob|Cid|Eve|dear guest/g) ?? []).length === 4);
		expect(said()).not.toContain("Voldemort");
		expect((said().match(/dear guest/g) ?? []).length).toBeLessThanOrEqual(1);
	});
});

describe("greetings whose session is long over", () => {
	it("are given up, names and all, rather than said when the room opens up weeks later", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await stage.deny("SendMessages");
		await server.addMember("Maya").joins(stage);
		await until(() => logged(journey, /takes no posts from Byname/));
		await stage.closes();
		await until(() => logged(journey, /^session closed$/));
		await until(() => {
			journey.clock.skip(30_000);
			return logged(journey, /^greetings given up/);
		});
		await stage.allow("SendMessages");
		await stage.opens({ topic: "Next" });
		journey.clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toContain("Sunil");
		expect(stage.messages[0]?.content).not.toContain("Maya");
	});
});

describe("a token that Discord refuses", () => {
	it("ends Byname with a sentence that says what to do", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(401, POSTS);
		await server.addMember("Maya").joins(stage);
		await expect(journey.running).rejects.toThrow(/Reset Token/);
	});
});

describe("a post whose outcome stays unknown for over two minutes", () => {
	/** Lets Discord accept the next post without an answer, and then answer nothing for a good while. */
	async function inDoubt(journey: Journey, accepted: boolean, fastByMs = 0) {
		const { server, stage } = await liveStage(journey);
		if (accepted) journey.discord.fail.drop(POSTS);
		journey.discord.fail.dropUnheard({ ...POSTS, times: accepted ? 1 : 2 });
		await server.addMember("Maya").joins(stage);
		const tries = accepted ? 1 : 2;
		await until(() => journey.discord.requests.filter(({ method }) => method === "POST").length >= tries);
		await journey.stop();
		journey.clock.skip(10 * 60_000); // Discord has forgotten the nonce by now
		journey.discord.fail.nothing();
		journey.fastByMs = fastByMs;
		await journey.start();
		return { server, stage };
	}

	it("is looked for before anything is sent again: it is there, so nothing is", async () => {
		const journey = await setOut();
		const { server, stage } = await inDoubt(journey, true);
		await passing(journey, () => logged(journey, /stands in its channel$/));
		await server.addMember("Sunil").joins(stage);
		await passing(journey, () => stage.messages.length === 2);
		expect(stage.messages.filter(({ content }) => content.includes("Maya"))).toHaveLength(1);
	});

	it.each([
		["an hour fast", 60 * 60_000, 60 * 60_000],
		["an hour fast when it was written", 60 * 60_000, 0],
		["five minutes fast when it was written", 5 * 60_000, 0],
		["an hour slow when it was written", -60 * 60_000, 0],
	])("is found though the clock is %s", async (_, whenWritten, now) => {
		const journey = await setOut();
		journey.fastByMs = whenWritten;
		const { server, stage } = await inDoubt(journey, true, now);
		await passing(journey, () => logged(journey, /stands in its channel$/));
		await server.addMember("Sunil").joins(stage);
		await passing(journey, () => stage.messages.length === 2);
		expect(stage.messages.filter(({ content }) => content.includes("Maya"))).toHaveLength(1);
	});

	it("is not taken for another's in the same words", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		await passing(journey, () => stage.messages.length === 1);
		journey.discord.fail.dropUnheard({ ...POSTS, times: 2 });
		await server.addMember("Maya").joins(stage);
		await until(() => journey.discord.requests.filter(({ method }) => method === "POST").length >= 3);
		await journey.stop();
		journey.clock.skip(10 * 60_000);
		await journey.start();
		await passing(journey, () => stage.messages.length === 2);
		expect(stage.messages[1]?.content).toMatch(/^Sorry I wasn't at the door.* Hello, Maya!/);
	});

	it("is said anew, with an apology, when it is not there", async () => {
		const journey = await setOut();
		const { stage } = await inDoubt(journey, false);
		await passing(journey, () => stage.messages.length === 1);
		expect(stage.messages[0]?.content).toMatch(/^Sorry I wasn't at the door.* Hello, Maya!/);
	});

	it("is sent again, as it was, when Byname may not read the channel", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.dropUnheard(POSTS);
		await stage.deny("ReadMessageHistory");
		await server.addMember("Maya").joins(stage);
		await until(() => journey.discord.requests.some(({ method }) => method === "POST"));
		await journey.stop();
		journey.clock.skip(10 * 60_000);
		await journey.start();
		await passing(journey, () => stage.messages.length === 1);
		expect(logged(journey, /cannot be told/)).toBe(true);
	});
});
