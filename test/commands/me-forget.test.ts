import { describe, expect, it } from "vitest";
import { clickOn, type SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { openStore } from "../../src/store/store.ts";
import { foundOnDisk } from "../disk.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { POSTS } from "../journeys/posts.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");
const AT_ACME = { where: "here", server: "Acme" } as const;
const NAME = "Mayaguest";

/** Acme with Henry's session on its stage. */
async function atTheSession(engine: Pick<Engine, "databaseUrl">) {
	const databaseUrl = await engine.databaseUrl();
	const acme = await atAcme(databaseUrl);
	const { stage, henry, clock } = acme;
	await henry.joins(stage, { speaker: true });
	await opens(stage, acme, henry);
	clock.skip(3_000);
	return { ...acme, databaseUrl, maya: acme.server.addMember(NAME) };
}

async function opens(stage: SimRoom, journey: Journey, by: SimMember): Promise<void> {
	const before = timesLogged(journey, /^session opened$/);
	await stage.opens({ topic: "Pottery", by });
	await until(() => timesLogged(journey, /^session opened$/) > before);
}

async function closes(stage: SimRoom, journey: Journey): Promise<void> {
	const before = timesLogged(journey, /^session closed$/);
	await stage.closes();
	await until(() => timesLogged(journey, /^session closed$/) > before);
}

/** Which of these words stand in the database: on SQLite among the bytes of its files, on PostgreSQL in a row. */
async function foundIn(databaseUrl: string, words: readonly string[]): Promise<string[]> {
	if (databaseUrl.startsWith("sqlite:")) return foundOnDisk(databaseUrl, words);
	const store = await openStore(databaseUrl, () => undefined, { asItIs: true });
	try {
		const tables = await store.introspection.getTables();
		const rows = await Promise.all(
			tables.map(({ name }) =>
				store
					.selectFrom(name as "probe")
					.selectAll()
					.execute(),
			),
		);
		const all = JSON.stringify(rows);
		return words.filter((word) => all.includes(word));
	} finally {
		await store.destroy();
	}
}

/** Asks to be forgotten and confirms it; returns what the answer says. */
async function isForgotten(
	member: SimMember,
	{ staysQuiet = false, room }: { staysQuiet?: boolean; room?: SimRoom } = {},
) {
	const asked = await member.runs("me forget", {}, room ? { room } : {});
	await shownBy(asked);
	return shownBy(await asked.clicks(staysQuiet ? "me:erase:quiet" : "me:erase:named"));
}

/** The file that an answer comes with. */
async function fileOf(interaction: SimInteraction) {
	const { message, ephemeral } = await interaction.reply();
	expect(ephemeral).toBe(true);
	const [file] = message.files;
	expect(file?.name).toBe("byname-data.json");
	const data = JSON.parse(String(file?.bytes));
	const parts: { what: string; table: string; rows: Record<string, unknown>[] }[] = data.stored;
	return {
		data,
		words: message.content,
		rows: Object.fromEntries(parts.map(({ table, rows }) => [table, rows])),
		parts,
	};
}

describeOnBoth("/me data", (engine) => {
	it("gives a file with all that is stored of whoever asks on this server, and what it is for", async () => {
		const { server, stage, maya, discord } = await atTheSession(engine);
		await maya.joins(stage);
		await stage.nextText();
		await maya.runs("me quiet").then(shownBy);
		const { data, words, rows, parts } = await fileOf(await maya.runs("me data"));
		expect(words).toContain(say("me.data.answer", AT_ACME));
		expect(data).toMatchObject({ user_id: maya.id, server_id: server.id });
		expect(rows).toMatchObject({
			attendance: [{ user_id: maya.id, role: "attendee", server_id: server.id, room_id: stage.id, title: "Pottery" }],
			stay: [{ user_id: maya.id, left_at: null, entered_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) }],
			greeting: [{ user_id: maya.id, occasion: "arrival" }],
			person: [{ user_id: maya.id, quiet: 1 }],
			profile: [],
		});
		for (const { what } of parts) expect(what).toMatch(/^[A-Z].{30,}\.$/s);
		const elsewhere = discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = await fileOf(await elsewhere.addMember({ sameAs: maya }).runs("me data"));
		expect(there.parts.flatMap((part) => part.rows)).toEqual([]);
	});

	it("gives it for all servers in direct messages, and lists a host's settings and texts", async () => {
		const { server, henry } = await atTheSession(engine);
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		const direct = henry.takesDirectMessages();
		const { data, words, rows } = await fileOf(await henry.runs("me data", {}, { room: direct }));
		expect(words).toBe(say("me.data.answer", { where: "everywhere", server: "" }));
		expect(data.server_id).toBeNull();
		expect(rows).toMatchObject({
			profile: [{ host_id: henry.id, server_id: server.id, delay_seconds: 30 }],
			session: [{ host_id: henry.id, title: "Pottery", closed_at: null }],
		});
		expect(JSON.stringify(rows)).not.toContain("forgotten_key");
	});

	it("opens with a button of the panel that stands below a greeting", async () => {
		const { stage, maya } = await atTheSession(engine);
		await maya.joins(stage);
		await stage.nextText();
		const [post] = stage.messages;
		if (!post) throw new Error("nobody was greeted");
		const panel = await clickOn(post, "me:panel", maya);
		await shownBy(panel);
		expect((await fileOf(await panel.clicks("me:data"))).rows.attendance).toHaveLength(1);
		expect(await shownBy(await panel.clicks("me:forget"))).toContain(say("me.forget.question", AT_ACME));
	});
});

describeOnBoth("who has Byname forget them", (engine) => {
	it("hears first what goes and what stays, and can keep everything", async () => {
		const { stage, maya } = await atTheSession(engine);
		expect(await shownBy(await maya.runs("me forget"))).toContain(say("me.forget.nothing", AT_ACME));
		await maya.joins(stage);
		await stage.nextText();
		const asked = await maya.runs("me forget");
		const words = await shownBy(asked);
		expect(words).toContain(say("me.forget.parts.attendances", { count: 1 }));
		expect(words).toContain(say("me.forget.parts.greetings", { count: 1 }));
		expect(words).not.toContain("host");
		for (const line of ["posts", "code", "copies", "quiet"] as const) expect(words).toContain(say(`me.forget.${line}`));
		expect(await shownBy(await asked.clicks("me:keep"))).toBe(say("me.forget.kept"));
		expect((await fileOf(await maya.runs("me data"))).rows.attendance).toHaveLength(1);
	});

	it("is in the database no more, nor greeted again in that session, nor thanked; in the next one they are a stranger", async () => {
		const journey = await atTheSession(engine);
		const { server, stage, henry, maya, databaseUrl, clock } = journey;
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe(`onTime: ${NAME}`);
		const words = [maya.id, NAME];
		expect(await foundIn(databaseUrl, words)).toContain(maya.id);
		const answer = await isForgotten(maya);
		expect(await foundIn(databaseUrl, words)).toEqual([]);
		expect(answer).toContain(say("me.forget.done", AT_ACME));
		expect(answer).toContain(say("me.forget.parts.attendances", { count: 1 }));
		expect(answer).toContain(say("me.forget.code"));
		expect(answer).not.toContain(say("me.forget.wasOnItsWay"));
		await maya.leaves();
		await maya.joins(stage);
		await server.addMember("Tom").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Tom");
		clock.skip(60_000); // rooms are compared with what is stored meanwhile
		await server.addMember("Sunil").joins(stage);
		await skipUntil(journey, () => stage.messages.length === 3, 1_000);
		const { rows, parts } = await fileOf(await maya.runs("me data"));
		expect(rows.forgotten).toEqual([expect.objectContaining({ server_id: server.id, room_id: stage.id })]);
		expect(parts.filter((part) => part.rows.length > 0)).toHaveLength(1);
		await closes(stage, journey);
		await skipUntil(journey, () => stage.messages.length > 3, 1_000);
		expect(stage.messages.filter(({ content }) => content.includes(NAME))).toHaveLength(1);
		expect(await foundIn(databaseUrl, words)).toEqual([]);
		expect((await fileOf(await maya.runs("me data"))).rows.forgotten).toEqual([]);
		await maya.leaves();
		clock.skip(3_600_000);
		await opens(stage, journey, henry);
		clock.skip(3_000);
		await maya.joins(stage);
		await skipUntil(journey, () => stage.messages.some(({ content }) => heard(content) === `onTime: ${NAME}`));
	});

	it("is not greeted again by a Byname that starts anew while the session is on", async () => {
		const journey = await atTheSession(engine);
		const { server, stage, maya } = journey;
		await maya.joins(stage);
		await stage.nextText();
		await isForgotten(maya);
		await journey.stop();
		await journey.start();
		await maya.leaves();
		await maya.joins(stage);
		await server.addMember("Tom").joins(stage);
		await skipUntil(journey, () => stage.messages.length > 1);
		expect(
			stage.messages
				.map(({ content }) => content)
				.join("\n")
				.split(NAME),
		).toHaveLength(2);
		expect(heard(stage.messages[1]?.content ?? "")).toBe("onTime: Tom");
	});

	it("is not greeted who still waited to be", async () => {
		const journey = await atTheSession(engine);
		const { server, stage, henry, maya, databaseUrl } = journey;
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		await maya.joins(stage);
		await until(async () => (await foundIn(databaseUrl, [NAME])).length > 0);
		await isForgotten(maya);
		expect(await foundIn(databaseUrl, [maya.id, NAME])).toEqual([]);
		await server.addMember("Tom").joins(stage);
		await skipUntil(journey, () => stage.messages.length > 0, 1_000);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Tom"]);
	});

	it("waits a moment for a greeting that is being sent, and then it is gone, too", async () => {
		const { stage, maya, databaseUrl, discord } = await atTheSession(engine);
		discord.fail.stall({ ...POSTS, answerAfterMs: 500 });
		await maya.joins(stage);
		await stage.nextText();
		const answer = await isForgotten(maya);
		expect(answer).not.toContain(say("me.forget.wasOnItsWay"));
		expect(await foundIn(databaseUrl, [maya.id, NAME])).toEqual([]);
	});

	it("is told of a greeting that was on its way and of which nobody knows yet; it is not sent again", async () => {
		const journey = await atTheSession(engine);
		const { server, stage, maya, databaseUrl, discord } = journey;
		discord.fail.stall({ ...POSTS, answerAfterMs: 5_000 });
		await maya.joins(stage);
		await stage.nextText();
		const answer = await isForgotten(maya);
		expect(answer).toContain(say("me.forget.wasOnItsWay"));
		expect(await foundIn(databaseUrl, [maya.id, NAME])).toEqual([]);
		await server.addMember("Tom").joins(stage);
		await skipUntil(journey, () => stage.messages.length > 1, 500);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual([`onTime: ${NAME}`, "onTime: Tom"]);
		expect(await foundIn(databaseUrl, [maya.id, NAME])).toEqual([]);
	});

	it("can stay quiet: nothing but that is kept, and they are welcomed without their name", async () => {
		const journey = await atTheSession(engine);
		const { stage, henry, maya, clock } = journey;
		await maya.joins(stage);
		await stage.nextText();
		expect(await isForgotten(maya, { staysQuiet: true })).toContain(say("me.forget.quietStays"));
		const { parts } = await fileOf(await maya.runs("me data"));
		expect(parts.filter(({ rows }) => rows.length > 0).map(({ table }) => table)).toEqual(["person", "forgotten"]);
		await closes(stage, journey);
		await maya.leaves();
		clock.skip(3_600_000);
		await opens(stage, journey, henry);
		clock.skip(3_000);
		await maya.joins(stage);
		await skipUntil(journey, () => stage.messages.some(({ content }) => heard(content) === "onTime: dear guest"));
	});

	it("is forgotten on that server alone, and on all of them in direct messages", async () => {
		const { server, stage, maya, databaseUrl, discord } = await atTheSession(engine);
		const elsewhere = discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = elsewhere.addMember({ sameAs: maya });
		await maya.joins(stage);
		await stage.nextText();
		await maya.runs("me quiet").then(shownBy);
		await there.runs("me quiet").then(shownBy);
		await maya.runs("me quiet", { where: "everywhere" }).then(shownBy);
		await isForgotten(there);
		const direct = maya.takesDirectMessages();
		const all = async () => (await fileOf(await maya.runs("me data", {}, { room: direct }))).rows;
		expect((await all()).person?.map(({ server_id }) => server_id).sort()).toEqual(["", server.id].sort());
		const answer = await isForgotten(maya, { room: direct });
		expect(answer).toContain(say("me.forget.done", { where: "everywhere", server: "" }));
		expect(answer).toContain(say("me.forget.parts.wishes", { count: 2 }));
		expect(await foundIn(databaseUrl, [maya.id, NAME])).toEqual([]);
	});

	it("presses twice and hears the second time that nothing was left", async () => {
		const { stage, maya } = await atTheSession(engine);
		await maya.joins(stage);
		await stage.nextText();
		const asked = await maya.runs("me forget");
		await shownBy(asked);
		const presses = [await asked.clicks("me:erase:named"), await asked.clicks("me:erase:named")];
		const answers = await Promise.all(presses.map(shownBy));
		expect(answers.filter((words) => words.includes(say("me.forget.nothingLeft")))).toHaveLength(1);
	});
});

describeOnBoth("a host", (engine) => {
	it("is not forgotten while their session is on, and afterwards with all they have set", async () => {
		const journey = await atTheSession(engine);
		const { server, stage, henry, maya, databaseUrl } = journey;
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		// Once it is settled and stored that he hosts.
		await until(async () => (await shownBy(await henry.runs("me forget"))) === say("me.forget.leads"));
		await maya.joins(stage);
		await closes(stage, journey);
		const asked = await henry.runs("me forget");
		const words = await shownBy(asked);
		expect(words).toContain(say("me.forget.parts.settings", { count: 1 }));
		expect(words).toContain(say("me.forget.parts.sessions", { count: 1 }));
		expect(words).toContain(say("me.forget.led"));
		await shownBy(await asked.clicks("me:erase:named"));
		expect(await foundIn(databaseUrl, [henry.id])).toEqual([]);
		expect(await foundIn(databaseUrl, [maya.id, server.id])).toEqual([maya.id, server.id]);
		expect(await shownBy(await henry.runs("host show"))).not.toContain("30 seconds");
	});

	it("who has come to lead since they asked is not forgotten, either", async () => {
		const journey = await atTheSession(engine);
		const { stage, henry } = journey;
		await closes(stage, journey);
		const asked = await henry.runs("me forget");
		await shownBy(asked);
		await henry.runs("session start", { room: stage }).then(shownBy);
		expect(await shownBy(await asked.clicks("me:erase:named"))).toBe(say("me.forget.leads"));
	});
});

describe("what is asked and answered", () => {
	it.each(["en", "de"])("fits into one message however much there is, in %s", (locale) => {
		const of = phrasesIn(locale);
		const count = 1_000_000;
		const kinds = [
			"attendances",
			"stays",
			"greetings",
			"pings",
			"wishes",
			"settings",
			"texts",
			"rooms",
			"sessions",
		] as const;
		const place = { where: "here", server: "\\_".repeat(100) } as const;
		const parts = kinds.map((kind) => `- ${of(`me.forget.parts.${kind}`, { count })}`);
		const kept = (["posts", "led", "code", "copies"] as const).map((key) => `- ${of(`me.forget.${key}`)}`);
		const asked = [of("me.forget.question", place), of("me.forget.goes"), of("me.forget.quiet")];
		const told = [of("me.forget.done", place), of("me.forget.erased"), of("me.forget.wasOnItsWay")];
		const ends = [of("me.forget.stays"), ...kept, of("me.elsewhere")];
		expect([...asked, ...parts, ...ends].join("\n").length).toBeLessThanOrEqual(2_000);
		expect([...told, `- ${of("me.forget.quietStays")}`, ...parts, ...ends].join("\n").length).toBeLessThanOrEqual(
			2_000,
		);
	});
});
