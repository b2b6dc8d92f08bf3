import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { sayings } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** Presses "Say it in the room" below a preview, and returns the answer. */
async function press(host: SimMember, room?: SimRoom): Promise<string> {
	const preview = await host.runs("greeting preview", {}, room ? { room } : {});
	await shownBy(preview);
	return shownBy(await preview.clicks("greeting:sample"));
}

/** Acme, with Henry on a stage that is not open. */
async function onTheStage() {
	const acme = await atAcme();
	await write(acme.henry, "onTime", "Welcome to {title}, {mention}!");
	await acme.henry.joins(acme.stage);
	return acme;
}

describe("a sample of a host's greetings", () => {
	it("is posted in the chat of the room they are in, names only them, pings nobody and says what it is", async () => {
		const { stage, henry, server } = await onTheStage();
		await henry.runs("host set", { ping: "on" }).then(shownBy);
		const answer = await press(henry);
		const [post] = stage.messages;
		expect(post?.content).toBe(`Welcome to Main stage, Henry!\n${say("greeting.sample.label", { host: "Henry" })}`);
		expect(post?.allowedMentions).toEqual({ parse: [], users: [] });
		expect((post?.flags ?? 0) & MessageFlags.SuppressNotifications).not.toBe(0);
		const link = `https://discord.com/channels/${server.id}/${stage.id}/${post?.id}`;
		expect(answer).toBe(say("greeting.sample.said", { channel: `<#${stage.id}>`, link }));
	});

	it("is what somebody would hear who came now, when a session is on", async () => {
		const { stage, henry, clock, log } = await onTheStage();
		await write(henry, "late", "{name} is {minutes} minutes late for {title}.");
		await stage.opens({ topic: "Pottery", by: henry });
		await until(() => log.some(({ msg }) => msg === "session opened"));
		clock.skip(42 * 60_000);
		await press(henry);
		expect(stage.messages[0]?.content).toMatch(/^Henry is 42 minutes late for Pottery\.\n/);
	});

	it("is in the language of the session that is on", async () => {
		const { server, henry } = await atAcme();
		const room = server.addVoiceRoom("Seminar");
		await henry.joins(room);
		await henry.runs("session start", { room, language: "it" }).then(shownBy);
		await press(henry);
		const label = phrasesIn("it")("greeting.sample.label", { host: "Henry" });
		expect(sayings("it", "onTime", "Henry").map((words) => `${words}\n${label}`)).toContain(room.messages[0]?.content);
	});

	it("goes where the server has its greetings posted, whoever writes in the room's chat", async () => {
		const { stage, henry, server } = await atAcme();
		const lobby = server.addTextChannel("lobby");
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		await boss.runs("server set post-in", { channel: lobby }).then(shownBy);
		expect(await press(henry, stage)).toContain(`<#${lobby.id}>`);
		expect(lobby.messages).toHaveLength(1);
		expect(stage.messages).toHaveLength(0);
	});

	it("is labelled in the host's language, and answered in the reader's", async () => {
		const { stage, server } = await atAcme();
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		await lena.runs("host set", { language: "de" }).then(shownBy);
		expect(await press(lena, stage)).toMatch(/^Gesagt in <#/);
		expect(stage.messages[0]?.content).toContain(phrasesIn("de")("greeting.sample.label", { host: "Lena" }));
	});

	it("does not keep anybody from being greeted", async () => {
		const { stage, henry, server, clock, log } = await onTheStage();
		await stage.opens({ topic: "Pottery", by: henry });
		await until(() => log.some(({ msg }) => msg === "session opened"));
		clock.skip(3_000);
		await press(henry);
		await server.addMember("Maya").joins(stage);
		await until(() => stage.messages.length === 2);
		expect(stage.messages[1]?.content).toBe("Welcome to Pottery, Maya!");
	});
});

describe("a sample that cannot be posted", () => {
	it("asks for a room where there is none", async () => {
		const { henry, server } = await atAcme();
		const chat = server.addTextChannel("general");
		expect(await press(henry, chat)).toBe(say("greeting.sample.noRoom"));
		expect(chat.messages).toHaveLength(0);
	});

	it("says what Byname lacks, and does not try", async () => {
		const { discord, stage, henry } = await onTheStage();
		await stage.deny("SendMessages");
		expect(await press(henry)).toMatch(/^I could not say it in <#\d+>\. I lack \*Send Messages\*/);
		expect(discord.requests.filter(({ path }) => path.endsWith(`${stage.id}/messages`))).toHaveLength(0);
	});

	it("keeps to the host's pace", async () => {
		const { stage, henry } = await onTheStage();
		await henry.runs("host set", { pace: "60" }).then(shownBy);
		await press(henry);
		expect(await press(henry)).toMatch(/^Not said yet: I posted in <#\d+> just now, .*<t:\d+:R>/);
		expect(stage.messages).toHaveLength(1);
	});

	it.each<[title: string, status: number, code: number, words: RegExp]>([
		["the words are refused", 400, 200000, /^Discord does not take these words in <#\d+>/],
		["the channel turns it away", 403, 50013, /^I could not say it in <#\d+>\. Discord turned my last post away/],
	])("says that %s, and tries no further", async (_title, status, code, words) => {
		const { discord, stage, henry } = await onTheStage();
		discord.fail.answer(status, { method: "POST", path: `${stage.id}/messages`, body: { message: "No", code } });
		expect(await press(henry)).toMatch(words);
		expect(stage.messages).toHaveLength(0);
		expect(await press(henry)).toMatch(/^Said in/);
	});

	it("says so when nobody knows whether it stands there", async () => {
		const { discord, stage, henry } = await onTheStage();
		discord.fail.drop({ method: "POST", path: `${stage.id}/messages` });
		expect(await press(henry)).toBe(say("greeting.sample.unclear", { channel: `<#${stage.id}>` }));
		expect(stage.messages).toHaveLength(1);
	});

	it("says so when guests wait to be greeted there", async () => {
		const { discord, stage, henry, server, clock, log } = await onTheStage();
		await stage.opens({ topic: "Pottery", by: henry });
		await until(() => log.some(({ msg }) => msg === "session opened"));
		clock.skip(3_000);
		discord.fail.answer(500, { method: "POST", path: `${stage.id}/messages`, times: Number.POSITIVE_INFINITY });
		await server.addMember("Maya").joins(stage);
		await until(() => log.some(({ msg }) => msg === "post not through yet; trying again"));
		const preview = await henry.runs("greeting preview");
		await shownBy(preview);
		const pressed = await preview.clicks("greeting:sample");
		await until(() => pressed.acknowledged);
		clock.skip(10_000);
		expect(await shownBy(pressed)).toBe(say("greeting.sample.busy", { channel: `<#${stage.id}>` }));
		discord.fail.nothing();
		await until(() => {
			clock.skip(500);
			return stage.messages.length === 1;
		});
		expect(stage.messages[0]?.content).toBe("Welcome to Pottery, Maya!");
	});
});
