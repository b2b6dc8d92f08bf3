import { expect, it, onTestFinished } from "vitest";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { openStore } from "../../src/store/store.ts";
import { timestamp } from "../../src/timestamp.ts";
import { atAcme } from "../commands/acme.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, timesLogged, until } from "./journey.ts";

const say = phrasesIn("en");
const WEEK = 7 * 24 * 3_600_000;
const SLIDES = "https://example.com/slides";
const RECORDING = "https://example.com/recording";
const DATE_OF_NEXT = /^thanks: [^\n]+\nNext time: <t:(\d+):F> https:\/\/discord\.com\/events\/(\d+)\/(\d+)$/;

/** Henry's pottery, every week on Acme's stage, is over: Maya was there to the end, and so was Tom, who is quiet. */
async function afterPottery(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const acme = await atAcme(databaseUrl);
	const { server, stage, henry, clock, log } = acme;
	const chat = server.addTextChannel("chat");
	const startsAt = clock.now();
	const event = server.schedule({ name: "Pottery", room: stage, startsAt, creator: henry, recurring: true });
	await henry.joins(stage, { speaker: true });
	await event.starts();
	await until(() => log.some(({ msg }) => msg === "session opened"));
	clock.skip(3_000);
	const [maya, tom] = [server.addMember("Maya"), server.addMember("Tom")];
	await shownBy(await tom.runs("me quiet", {}, { room: chat }));
	await maya.joins(stage);
	await tom.joins(stage);
	const isGreeted = (words: RegExp) => stage.messages.some(({ content }) => words.test(content));
	await skipUntil(acme, () => isGreeted(/Maya/) && isGreeted(/guest/));
	const before = stage.messages.length;
	await event.ends();
	await skipUntil(acme, () => stage.messages.length > before);
	const thanks = stage.messages.at(-1);
	if (!thanks) throw new Error("nobody was thanked");
	await until(() => timesLogged(acme, /^posted$/) === stage.messages.length);
	const button = /session:recap:[\w-]+/.exec(JSON.stringify(thanks.components))?.[0] ?? "";
	const gets = async (who = maya) => shownBy(await clickOn(thanks, button, who));
	const edits = () =>
		acme.discord.requests.filter(({ method, path }) => method === "PATCH" && path.endsWith(`/messages/${thanks.id}`));
	return { ...acme, databaseUrl, chat, startsAt, event, maya, tom, thanks, gets, edits };
}

const withRecap = (words: string, recap: string) => words.replace("\n", `\n${recap}\n`);

describeOnBoth("when a session is over", (engine) => {
	it("guests take the next date with them, and the recap once its host leaves one", async () => {
		const acme = await afterPottery(engine);
		const { thanks, server, event, startsAt, gets, henry, chat, edits, tom } = acme;
		const words = thanks.content;
		const [, seconds, ...ids] = DATE_OF_NEXT.exec(heard(words)) ?? [];
		expect(ids).toEqual([server.id, event.id]);
		expect(Number(seconds)).toBe(Math.floor((startsAt + WEEK) / 1_000));
		expect(words).not.toContain("Tom");
		expect(await gets()).toBe(say("session.recap.notYet", { title: "Pottery" }));

		const left = await henry.runs("session recap", { link: SLIDES }, { room: chat });
		expect(await shownBy(left)).toBe(
			say("session.recap.left", { room: `<#${thanks.channelId}>`, recap: SLIDES, closed: "said", thanks: "stand" }),
		);
		await skipUntil(acme, () => thanks.content !== words);
		expect(thanks.content).toBe(withRecap(words, SLIDES));
		expect(await gets(tom)).toBe(say("session.recap.here", { title: "Pottery", recap: SLIDES }));

		await shownBy(await henry.runs("session end", { room: acme.stage, recap: RECORDING }));
		await skipUntil(acme, () => thanks.content.includes(RECORDING));
		expect(thanks.content).toBe(withRecap(words, RECORDING));
		expect(edits()).toHaveLength(2);
	});

	it("a recap goes into the session that its host chooses, though its room has had others since", async () => {
		const { server, log, clock, stage, henry, chat, gets, startsAt } = await afterPottery(engine);
		clock.skip(10 * 60_000); // until then the stage might have opened again
		await stage.opens({ topic: "Glazing", by: henry });
		await until(() => timesLogged({ log }, /^session opened$/) === 2);
		clock.skip(3_000);
		await stage.closes();
		await until(() => timesLogged({ log }, /^session closed$/) === 2);

		const suggested = await henry.types("session recap", "which", "pott", { link: SLIDES }, { room: chat });
		expect(suggested.map(({ name }) => name)).toEqual([expect.stringMatching(/^Pottery · /)]);
		const which = suggested[0]?.value ?? "";
		expect(await shownBy(await henry.runs("session recap", { link: SLIDES, which }, { room: chat }))).toBe(
			say("session.recap.left", {
				...{ room: `<#${stage.id}>`, recap: SLIDES, closed: "past", thanks: "stand" },
				session: phrase("report.titled", { title: "Pottery", room: `<#${stage.id}>` }),
				start: timestamp(startsAt, "D"),
			}),
		);
		expect(await gets()).toBe(say("session.recap.here", { title: "Pottery", recap: SLIDES }));
		const inVain = async (given: object, said: string) =>
			expect(await shownBy(await henry.runs("session recap", { link: SLIDES, ...given }, { room: chat }))).toBe(
				say("session.recap.notFound", { said, recap: SLIDES }),
			);
		await inVain({ which: "Weaving" }, "Weaving");
		await inVain({ which: "Pottery", room: server.addVoiceRoom("Elsewhere") }, "Pottery");
	});

	it("a recap comes into the thanks once, by the next process where this one ends in the middle", async () => {
		const all = await afterPottery(engine);
		const { thanks, henry, chat, discord, maya, edits } = all;
		const words = thanks.content;
		discord.fail.answer(502, { method: "GET", path: "/messages/" });
		discord.fail.drop({ method: "PATCH", path: "/messages/" }); // it is changed, and nobody hears
		await shownBy(await henry.runs("session recap", { link: SLIDES }, { room: chat }));
		await skipUntil(all, () => thanks.content !== words);
		expect(thanks.content).toBe(withRecap(words, SLIDES));
		await all.stop();
		await all.start();
		await shownBy(await maya.runs("me quiet", {}, { room: chat })); // the same message is changed again
		await skipUntil(all, () => !thanks.content.includes("Maya"));
		expect(thanks.content.split("\n").slice(1)).toEqual(withRecap(words, SLIDES).split("\n").slice(1));
		expect(edits()).toHaveLength(2);
	});

	it("the button gives a recap that Discord minds in the thanks or that comes too late for them, and nobody else's", async () => {
		const { databaseUrl, discord, thanks, henry, chat, gets, edits, log, clock } = await afterPottery(engine);
		const words = thanks.content;
		discord.fail.answer(400, {
			...{ method: "PATCH", path: "/messages/" },
			body: { code: 200000, message: "Message was blocked by automatic moderation" },
		});
		await shownBy(await henry.runs("session recap", { link: RECORDING }, { room: chat }));
		await skipUntil({ clock }, () => log.some(({ msg }) => /refuses a name or a recap/.test(String(msg))));
		expect(await gets()).toBe(say("session.recap.here", { title: "Pottery", recap: RECORDING }));
		const store = await openStore(databaseUrl, () => undefined);
		onTestFinished(() => store.destroy());
		await store.updateTable("message").set({ layout: null }).execute(); // as hours later
		expect(await shownBy(await henry.runs("session recap", { link: SLIDES }, { room: chat }))).toBe(
			say("session.recap.left", { room: `<#${thanks.channelId}>`, recap: SLIDES, closed: "said", thanks: "old" }),
		);
		expect(await gets()).toBe(say("session.recap.here", { title: "Pottery", recap: SLIDES }));
		expect(thanks.content).toBe(words);
		expect(edits()).toHaveLength(1);
		const elsewhere = discord.addServer({ name: "Other" });
		elsewhere.addTextChannel("chat");
		const olga = elsewhere.addMember({ globalName: "Olga" });
		const asked = await olga.runs("me show");
		await shownBy(asked);
		const button = /session:recap:[\w-]+/.exec(JSON.stringify(thanks.components))?.[0] ?? "";
		expect(await shownBy(await asked.forges(button))).toBe(say("session.recap.unknown"));
	});
});
