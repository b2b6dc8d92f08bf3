import { expect, it } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimMessage } from "../../rehearsal/simulator/message.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { atAcme } from "../commands/acme.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { skipUntil, until } from "../journeys/journey.ts";

const say = phrasesIn("en");
const SORRY = "(sorry I got your name wrong)";
const HOUR = 3_600_000;

/** Acme with Henry's session on its stage, in which these people have come and been greeted. */
async function greeted(engine: Engine, ...names: string[]) {
	const acme = await atAcme(await engine.databaseUrl());
	const { server, stage, henry, log, clock } = acme;
	await henry.joins(stage, { speaker: true });
	await stage.opens({ topic: "Pottery", by: henry });
	await until(() => log.some(({ msg }) => msg === "session opened"));
	clock.skip(3_000);
	const people = names.map((name) => server.addMember(name));
	for (const person of people) void person.joins(stage);
	await skipUntil(acme, () => names.every((name) => postWith(acme, name) !== undefined));
	await settled(acme);
	return { ...acme, people };
}

type Acme = Awaited<ReturnType<typeof atAcme>>;

function postWith({ stage }: Pick<Acme, "stage">, words: string): SimMessage | undefined {
	return stage.messages.find(({ content }) => content.includes(words));
}

function postOf(acme: Pick<Acme, "stage">, words: string): SimMessage {
	const post = postWith(acme, words);
	if (!post) throw new Error(`no post says ${words}`);
	return post;
}

/** Resolves when all posts so far are known to stand. */
async function settled({ log, stage }: Pick<Acme, "log" | "stage">): Promise<void> {
	await until(() => log.filter(({ msg }) => msg === "posted").length === stage.messages.length);
}

/** The changes of posts that were asked for so far. */
function edits({ discord }: Pick<Acme, "discord">) {
	return discord.requests.filter(({ method, path }) => method === "PATCH" && path.includes("/messages/"));
}

async function isCalled(member: SimMember, called: string): Promise<string> {
	const asked = await member.runs("me name");
	return shownBy(await asked.submits({ called, sound: "", where: [] }));
}

async function becomesQuiet(member: SimMember): Promise<string> {
	return shownBy(await member.runs("me quiet"));
}

/** A message without how some people are called in it: neutral, or by name. */
function without(words: string, ...calls: string[]): string {
	return calls.reduce((said, call) => said.replace(call, "*"), words);
}

const NEUTRAL = ["dear guest", "one more guest"];

describeOnBoth("a greeting that stands", (engine) => {
	it("names who becomes quiet no more, and the others byte for byte as it did", async () => {
		const names = Array.from({ length: 110 }, (_, n) => `Guest ${String(n).padStart(3, "0")}`);
		const acme = await greeted(engine, ...names);
		// Somebody in the middle of a message: where one ends depends on who had come when it was written.
		const postAt = (n: number) => acme.stage.messages.find(({ content }) => content.includes(names[n] ?? "nobody"));
		const middle = names.findIndex((_, n) => n > 30 && postAt(n - 1) === postAt(n) && postAt(n) === postAt(n + 1));
		const [quiet, name] = [acme.people[middle] as SimMember, names[middle] ?? ""];
		const post = postOf(acme, name);
		const [before, others] = [
			post.content,
			acme.stage.messages.filter((one) => one !== post).map((one) => one.content),
		];
		expect(await becomesQuiet(quiet)).toContain(say("me.quiet.on", { where: "here" }));
		await skipUntil(acme, () => !post.content.includes(name));
		expect(without(post.content, ...NEUTRAL)).toBe(without(before, name));
		expect(acme.stage.messages.filter((one) => one !== post).map((one) => one.content)).toEqual(others);
		expect(edits(acme)).toHaveLength(1);
	});

	it("is put right where it calls somebody wrongly, with an apology, each time", async () => {
		const acme = await greeted(engine, "Siobhan", "Tom");
		const [siobhan] = acme.people as [SimMember];
		const post = postOf(acme, "Siobhan");
		const before = post.content;
		expect(await isCalled(siobhan, "Shiv")).toContain(say("me.name.puttingRight"));
		await skipUntil(acme, () => post.content.includes("Shiv"));
		expect(post.content).toBe(before.replace("Siobhan", `Shiv ${SORRY}`));
		await isCalled(siobhan, "Siobhán");
		await skipUntil(acme, () => post.content.includes("Siobhán"));
		expect(post.content).toBe(before.replace("Siobhan", `Siobhán ${SORRY}`));
		await becomesQuiet(siobhan);
		await skipUntil(acme, () => !post.content.includes("Siobhán"));
		expect(without(post.content, ...NEUTRAL)).toBe(without(before, "Siobhan"));
	});

	it("is changed once for those who press at the same time", async () => {
		const acme = await greeted(engine, "Maya", "Tom", "Ada", "Bob");
		const posts = () => acme.stage.messages.map(({ content }) => content).join("\n");
		await Promise.all(acme.people.map(becomesQuiet));
		await skipUntil(acme, () => !/Maya|Tom|Ada|Bob/.test(posts()));
		expect(edits(acme).length).toBeLessThanOrEqual(acme.stage.messages.length + 1);
	});

	it("stays as it is where somebody who has left says something else of themselves", async () => {
		const acme = await greeted(engine, "Maya");
		const [maya] = acme.people as [SimMember];
		await maya.leaves();
		const before = postOf(acme, "Maya").content;
		await shownBy(await maya.runs("me language", { language: "de" }));
		const reads = () =>
			acme.discord.requests.filter(({ method, path }) => method === "GET" && path.includes("/messages/"));
		await skipUntil(acme, () => reads().length > 0); // it was frozen a moment ago, so it is looked at
		await skipUntil(acme, () => acme.clock.now() > Number(reads()[0]?.clockTime) + 5_000);
		expect(postOf(acme, "Maya").content).toBe(before);
		expect(edits(acme)).toEqual([]);
	});

	it("is left alone once it is more than an hour old", async () => {
		const acme = await greeted(engine, "Maya");
		acme.clock.skip(HOUR + 60_000);
		const [maya] = acme.people as [SimMember];
		await becomesQuiet(maya);
		const tom = acme.server.addMember("Tom");
		await tom.joins(acme.stage);
		await skipUntil(acme, () => postWith(acme, "Tom") !== undefined);
		await settled(acme);
		await becomesQuiet(tom);
		await skipUntil(acme, () => postWith(acme, "Tom") === undefined);
		expect(postOf(acme, "Maya").content).toContain("Maya");
		expect(edits(acme)).toHaveLength(1);
	});

	it("is changed once it stands, if it is on its way", async () => {
		const acme = await greeted(engine, "Ann");
		acme.clock.skip(HOUR);
		acme.discord.fail.rateLimit("shared", 5_000, { method: "POST", path: "/messages" });
		const maya = acme.server.addMember("Maya");
		await maya.joins(acme.stage);
		await until(() => acme.discord.requests.some(({ status }) => status === 429));
		await becomesQuiet(maya);
		await skipUntil(acme, () => acme.stage.messages.length === 2);
		const [, post] = acme.stage.messages as [SimMessage, SimMessage];
		await skipUntil(acme, () => NEUTRAL.some((word) => post.content.includes(word)));
		expect(post.content).not.toContain("Maya");
	});

	it("is changed by the next process when this one ends, and whatever Discord answers", async () => {
		const acme = await greeted(engine, "Maya", "Tom");
		const [maya] = acme.people as [SimMember];
		const post = postOf(acme, "Maya");
		acme.discord.fail.answer(502, { method: "GET", path: "/messages/" });
		acme.discord.fail.drop({ method: "PATCH", path: "/messages/" });
		acme.discord.fail.dropUnheard({ method: "GET", path: "/messages/" });
		await becomesQuiet(maya);
		await acme.stop();
		await acme.start();
		await skipUntil(acme, () => !post.content.includes("Maya"));
		expect(post.content).toContain("Tom");
	});

	it("says a neutral word where Discord refuses the name that somebody has chosen", async () => {
		const acme = await greeted(engine, "Maya");
		const [maya] = acme.people as [SimMember];
		const post = postOf(acme, "Maya");
		acme.discord.fail.answer(400, {
			...{ method: "PATCH", path: "/messages/" },
			body: { code: 200000, message: "Message was blocked by automatic moderation" },
		});
		await isCalled(maya, "Rude word");
		await skipUntil(acme, () => !post.content.includes("Maya"));
		expect(post.content).toContain("dear guest");
	});

	it("is tried again when Byname may not read what stands, and let be once somebody has deleted it", async () => {
		const acme = await greeted(engine, "Maya");
		const [maya] = acme.people as [SimMember];
		const post = postOf(acme, "Maya");
		await acme.stage.deny("ReadMessageHistory");
		await becomesQuiet(maya);
		await until(() => acme.log.some(({ msg }) => msg === "a message could not be changed yet"));
		await acme.stage.allow("ReadMessageHistory");
		await skipUntil(acme, () => !post.content.includes("Maya"), 1_000);
		const tom = acme.server.addMember("Tom");
		await tom.joins(acme.stage);
		await skipUntil(acme, () => postWith(acme, "Tom") !== undefined);
		await settled(acme);
		await acme.stage.removeMessage(postOf(acme, "Tom"));
		const reads = () =>
			acme.discord.requests.filter(({ method, path }) => method === "GET" && path.includes("/messages/"));
		const before = reads().length;
		await becomesQuiet(tom);
		await skipUntil(acme, () => reads().length > before);
		acme.clock.skip(120_000);
		await becomesQuiet(maya);
		await skipUntil(acme, () => reads().length > before + 1);
		expect(reads()).toHaveLength(before + 2);
	});
});
