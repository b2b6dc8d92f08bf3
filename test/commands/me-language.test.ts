import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { heard, sayings } from "../greetings/heard.ts";
import { skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const [say, sayInGerman] = [phrasesIn("en"), phrasesIn("de")];
const HOSTS = say("me.myGreeting.hostsLanguage");
const chosen = (language: string, source: "server" | "everywhere") =>
	say("me.myGreeting.language", { language, source });

/** Acme with Henry's session on its stage. */
async function atTheSession(databaseUrl?: string) {
	const acme = await atAcme(databaseUrl);
	await acme.henry.joins(acme.stage, { speaker: true });
	await opens(acme);
	return acme;
}

async function opens(acme: Awaited<ReturnType<typeof atAcme>>) {
	const before = timesLogged(acme, /^session opened$/);
	await acme.stage.opens({ topic: "Pottery", by: acme.henry });
	await until(() => timesLogged(acme, /^session opened$/) > before);
	acme.clock.skip(3_000);
}

/** What an answer says, and which languages its buttons offer: where, and which. */
async function look(asked: SimInteraction): Promise<{ words: string; offered: string[] }> {
	const { message } = await asked.reply();
	const ids = flatten(message.components as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
	const offered = ids.filter((id) => id.startsWith("me:language:")).map((id) => id.slice("me:language:".length));
	return { words: message.content.replace(/<(\/[\w -]+):\d+>/g, "`$1`"), offered };
}

/** What is stored of what somebody has said of themselves. */
async function wishesOf(member: SimMember): Promise<unknown[]> {
	const { message } = await (await member.runs("me data")).reply();
	const { stored } = JSON.parse(String(message.files[0]?.bytes)) as { stored: { table: string; rows: unknown[] }[] };
	return stored.flatMap(({ table, rows }) => (table === "person" ? rows : []));
}

describeOnBoth("somebody who has chosen a language", (engine) => {
	it("is greeted in it with the others, thanked in it, and welcomed back in it at the next session", async () => {
		const acme = await atTheSession(await engine.databaseUrl());
		const { server, stage, henry, clock } = acme;
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		const [maya, jonas] = [server.addMember("Maya"), server.addMember("Jonas")];
		expect(await shownBy(await jonas.runs("me language", { language: "de" }))).toContain(
			say("me.language.saved", { language: "Deutsch", where: "here" }),
		);
		await maya.joins(stage);
		await jonas.joins(stage);
		await skipUntil({ clock }, () => stage.messages.length > 0, 1_000);
		const [english = "", german] = (await stage.nextText()).split("\n");
		expect(heard(english)).toBe("onTime: Maya");
		expect(sayings("de", "onTime", "Jonas")).toContain(german);

		await stage.closes();
		const [thanks = "", dank] = (await stage.nextText()).split("\n");
		expect(heard(thanks)).toBe("thanks: Maya");
		expect(sayings("de", "thanks", "Jonas")).toContain(dank);

		await jonas.leaves();
		await until(() => timesLogged(acme, /^session closed$/) === 1 && timesLogged(acme, /^posted$/) === 2);
		clock.skip(3_600_000);
		await opens(acme);
		await jonas.joins(stage);
		const posts = stage.messages.length;
		await skipUntil(
			{ clock },
			() => stage.messages.slice(posts).some(({ content }) => content.includes("Jonas")),
			1_000,
		);
		const [again = ""] = stage.messages
			.flatMap(({ content }) => content.split("\n"))
			.filter((line) => line.includes("Jonas"))
			.slice(-1);
		expect(sayings("de", "onTime", "Jonas").some((said) => again.startsWith(`${said} `))).toBe(true);
	});

	it("hears it however soon before the post they choose it, and the host's as soon as they want that again", async () => {
		const { server, stage, henry, clock } = await atTheSession(await engine.databaseUrl());
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		const [jonas, anna] = [server.addMember("Jonas"), server.addMember("Anna")];
		await anna.runs("me language", { language: "Deutsch" }).then(shownBy);
		await jonas.joins(stage);
		await anna.joins(stage);
		await jonas.runs("me language", { language: "german" }).then(shownBy);
		await anna.runs("me language", { language: "host" }).then(shownBy);
		await skipUntil({ clock }, () => stage.messages.length > 0, 1_000);
		const [german, english = ""] = (await stage.nextText()).split("\n");
		expect(sayings("de", "onTime", "Jonas")).toContain(german);
		expect(heard(english)).toBe("onTime: Anna");
	});

	it("everywhere hears it on each server, but where they have chosen otherwise", async () => {
		const { server, discord } = await atAcme(await engine.databaseUrl());
		const jonas = server.addMember("Jonas");
		await jonas.runs("me language", { language: "de", where: "everywhere" }).then(shownBy);
		expect(await shownBy(await jonas.runs("me show"))).toContain(chosen("Deutsch", "everywhere"));
		const elsewhere = discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = elsewhere.addMember({ sameAs: jonas });
		expect(await shownBy(await there.runs("me show"))).toContain(chosen("Deutsch", "everywhere"));
		const panel = await there.runs("me language", { language: "fr" });
		expect(await shownBy(panel)).toContain(chosen("Français", "server"));
		expect(await shownBy(await panel.clicks("me:language:here:host"))).toContain(HOSTS);
		expect(await shownBy(await jonas.runs("me show"))).toContain(chosen("Deutsch", "everywhere"));
	});

	it("hears the host's where the server has that off, and is told so", async () => {
		const { server, stage, clock } = await atTheSession(await engine.databaseUrl());
		const [jonas, anna] = [server.addMember({ globalName: "Jonas", locale: "de" }), server.addMember("Anna")];
		for (const one of [jonas, anna]) await one.runs("me language", { language: "de" }).then(shownBy);
		const off = await server.owner.runs("server set guest-languages", { languages: "off" });
		expect(await shownBy(off)).toContain(say("server.show.guestLanguages", { are: "off" }));
		expect(await shownBy(await server.owner.runs("server show"))).toContain(
			say("server.show.guestLanguages", { are: "off" }),
		);
		const shown = await jonas.runs("me show");
		expect(await shownBy(shown)).toContain(sayInGerman("me.myGreeting.languageUnused"));
		await jonas.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Jonas");
		const on = await server.owner.runs("server reset", { setting: "guest-languages" });
		expect(await shownBy(on)).toContain(say("server.show.guestLanguages", { are: "on" }));
		clock.skip(10_000);
		await anna.joins(stage);
		expect(sayings("de", "onTime", "Anna")).toContain(await stage.nextText());
	});
});

describe("the language of somebody's own Discord", () => {
	it("is offered, not taken: it is theirs once they press it, and the host's again with another press", async () => {
		const { server, stage } = await atTheSession();
		const jonas = server.addMember({ globalName: "Jonas", locale: "de" });
		const panel = await jonas.runs("me show");
		const before = await look(panel);
		expect(before.words).toContain(sayInGerman("me.myGreeting.hostsLanguage"));
		expect(before.offered).toEqual(["here:de", "everywhere:de"]);
		expect(await wishesOf(jonas)).toEqual([]);
		await jonas.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Jonas");

		const after = await look(await panel.clicks("me:language:here:de"));
		expect(after.words).toContain(sayInGerman("me.myGreeting.language", { language: "Deutsch", source: "server" }));
		expect(after.offered).toEqual(["everywhere:de", "here:host"]);
		expect(await wishesOf(jonas)).toMatchObject([{ server_id: server.id, language: "de" }]);
		const back = await look(await panel.clicks("me:language:here:host"));
		expect(back.words).toContain(sayInGerman("me.myGreeting.hostsLanguage"));
	});

	it("is not offered where it is heard anyway, or where we do not speak it", async () => {
		const { server } = await atAcme();
		const offeredTo = async (locale: string) =>
			(await look(await server.addMember({ globalName: "Kim", locale }).runs("me show"))).offered;
		expect(await offeredTo("en-GB")).toEqual([]);
		expect(await offeredTo("xx")).toEqual([]);
		expect(await offeredTo("nb")).toEqual(["here:no", "everywhere:no"]);
		await server.owner.runs("server set defaults", { language: "de" }).then(shownBy);
		expect(await offeredTo("de")).toEqual([]);
		expect(await offeredTo("en-GB")).toEqual(["here:en", "everywhere:en"]);
	});

	it("is first in the list of languages, and the host's next to it", async () => {
		const { server } = await atAcme();
		const jonas = server.addMember({ globalName: "Jonas", locale: "de" });
		const [own, hosts, ...others] = await jonas.types("me language", "language", "");
		expect([own, hosts]).toEqual([
			{ name: "Deutsch", value: "de" },
			{ name: sayInGerman("me.command.hostsLanguage"), value: "host" },
		]);
		expect(others).toHaveLength(23);
		expect(await jonas.types("me language", "language", "Fran")).toEqual([{ name: "Français", value: "fr" }]);
	});
});

describe("/me language", () => {
	it("refuses what is no language, and says which there are", async () => {
		const { server } = await atAcme();
		const jonas = server.addMember("Jonas");
		expect(await shownBy(await jonas.runs("me language", { language: "Klingon" }))).toMatch(
			/^I do not know the language “Klingon”.*Deutsch/s,
		);
		expect(await shownBy(await jonas.runs("me show"))).toContain(HOSTS);
	});

	it("is all the same in direct messages, where it holds everywhere", async () => {
		const { server } = await atAcme();
		const jonas = server.addMember({ globalName: "Jonas", locale: "de" });
		const room = jonas.takesDirectMessages();
		expect((await jonas.types("me language", "language", "", {}, { room })).length).toBe(25);
		expect((await look(await jonas.runs("me show", {}, { room }))).offered).toEqual(["everywhere:de"]);
		const { words, offered } = await look(await jonas.runs("me language", { language: "ja" }, { room }));
		expect(words).toContain(sayInGerman("me.language.saved", { language: "日本語", where: "everywhere" }));
		expect(offered).toEqual(["everywhere:de", "everywhere:host"]);
		expect(await shownBy(await jonas.runs("me show"))).toContain(
			sayInGerman("me.myGreeting.language", { language: "日本語", source: "everywhere" }),
		);
	});
});
