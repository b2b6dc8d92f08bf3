import { describe, expect, it } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { setOut, timesLogged, until } from "./journey.ts";
import { alertsIn, moderatorsOf } from "./moderators.ts";

const TURNED_AWAY = /takes no posts from Byname/;
const TOLD = /^a host is told of trouble$/;

/** A server whose rules and lounge everybody reads, with a stage on which Henry's event is on and that takes no posts. */
async function mutedStage(engine?: Engine, locale = "en-US") {
	const journey = await setOut({ databaseUrl: await engine?.databaseUrl() });
	const { discord, clock } = journey;
	await until(() => discord.commands.length > 0);
	const server = discord.addServer({ name: "Acme", locale });
	const rules = server.addTextChannel("rules");
	const lounge = server.addTextChannel("lounge");
	await server.assigns({ rules, system: lounge });
	const stage = server.addStage("Main stage");
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	await stage.deny("SendMessages");

	/** Henry's event begins, and Maya comes. */
	async function begins(): Promise<SimMember> {
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: henry });
		await stage.opens({ event });
		clock.skip(3_000);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await until(() => timesLogged(journey, TOLD) === 1);
		return maya;
	}

	return { ...journey, server, rules, lounge, stage, henry, begins };
}

/** All that is said where everybody can read it. */
function saidIn(...rooms: SimRoom[]): string[] {
	return rooms.flatMap(alertsIn);
}

/** What comes after the answer to a command, for its user alone. */
async function addedTo(member: SimMember): Promise<string[]> {
	const shown = await member.runs("host show");
	await shownBy(shown);
	const next = await shown.reply(300).catch(() => null);
	if (next && !next.ephemeral) throw new Error("everybody can read what was added");
	return next ? [next.content] : [];
}

describe("a room that takes no posts", () => {
	it("is told of where the host gets their cue, and nowhere else", async () => {
		const { server, henry, stage, rules, lounge, begins } = await mutedStage();
		const moderators = await moderatorsOf(server);
		const backstage = server.addTextChannel("backstage");
		await backstage.isOnlyFor(henry);
		await shownBy(await henry.runs("host set", { "cue-in": backstage }));
		await begins();
		expect(alertsIn(backstage)).toEqual([expect.stringContaining(`in <#${stage.id}>. I lack *Send Messages*`)]);
		expect(saidIn(moderators, rules, lounge)).toEqual([]);
		expect(await addedTo(henry)).toEqual([]);
	});

	it("is told of to the moderators of a community when the host has no cue", async () => {
		const { server, rules, lounge, begins } = await mutedStage();
		const moderators = await moderatorsOf(server);
		await begins();
		expect(alertsIn(moderators)).toEqual([expect.stringContaining("I lack *Send Messages*")]);
		expect(saidIn(rules, lounge)).toEqual([]);
	});

	it("is told of in the system channel if not everyone can read that", async () => {
		const { lounge, rules, begins } = await mutedStage();
		await lounge.isOnlyFor();
		await begins();
		expect(alertsIn(lounge)).toHaveLength(1);
		expect(saidIn(rules)).toEqual([]);
	});

	it("is not told of to the moderators where everyone reads along, nor where the cue once was private", async () => {
		const { server, henry, rules, lounge, begins } = await mutedStage();
		const moderators = await moderatorsOf(server);
		const backstage = server.addTextChannel("backstage");
		await backstage.isOnlyFor(henry);
		await shownBy(await henry.runs("host set", { "cue-in": backstage }));
		for (const room of [backstage, moderators]) await room.allow("ViewChannel");
		await begins();
		expect(saidIn(moderators, backstage, rules, lounge)).toEqual([]);
	});
});

describeOnBoth("what can be told nowhere in private", (engine) => {
	it("is added to the next answer for a host or manager, once, also after a restart, and to nobody else's", async () => {
		const { server, stage, rules, lounge, henry, begins, ...journey } = await mutedStage(engine);
		const maya = await begins();
		await journey.stop();
		await journey.start();
		expect(saidIn(rules, lounge)).toEqual([]);
		expect(await addedTo(maya)).toEqual([]);
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
		const [words, ...others] = await addedTo(olga);
		expect([others, await addedTo(olga), await addedTo(henry)]).toEqual([[], [], []]);
		expect(words).toContain(`in <#${stage.id}>. I lack *Send Messages*`);
	});

	it("is added also to an answer of which nobody heard that Discord has it", async () => {
		const { discord, stage, henry, begins, log } = await mutedStage(engine);
		await begins();
		discord.fail.drop({ path: "/callback" });
		expect(await addedTo(henry)).toEqual([expect.stringContaining(`in <#${stage.id}>`)]);
		expect(timesLogged({ log }, /could not be/)).toBe(0);
	});

	it("does not make an answer one that was not sent when it cannot be added", async () => {
		const { discord, henry, begins, log } = await mutedStage(engine);
		await begins();
		discord.fail.answer(500, { method: "POST", path: "/webhooks/" });
		expect(await addedTo(henry)).toEqual([]);
		await until(() => timesLogged({ log }, /^nothing could be added to an answer/) === 1);
		expect(timesLogged({ log }, /an answer to a command could not be sent/)).toBe(0);
		expect(await addedTo(henry)).toHaveLength(1);
	});

	it("is not worth telling any more once it is mended", async () => {
		const { stage, henry, begins, log } = await mutedStage(engine);
		await begins();
		await stage.allow("SendMessages");
		expect(await stage.nextText()).toContain("Maya");
		await until(() => timesLogged({ log }, /^posted$/) === 1); // by then it is stored
		expect(await addedTo(henry)).toEqual([]);
	});
});

describe("an alert", () => {
	it.each<[host: string | null, server: string | null, locale: string, told: string]>([
		["de", null, "en-US", "de"],
		[null, "de", "en-US", "de"],
		[null, null, "de", "de"],
		["en", "de", "de", "en"],
	])("to a host who chose %s on a server that chose %s and is in %s is in %s", async (host, all, locale, told) => {
		const { server, stage, henry, begins } = await mutedStage(undefined, locale);
		const moderators = await moderatorsOf(server);
		if (host) await shownBy(await henry.runs("host set", { language: host }));
		if (all) await shownBy(await server.owner.runs("server set defaults", { language: all }));
		await begins();
		const say = phrasesIn(told);
		const channel = `<#${stage.id}>`;
		const permissions = phrase("trouble.permission.sendMessages");
		const trouble = phrase("trouble.lacking", { permissions, mendAt: phrase("trouble.mendAt", { channel }) });
		const words = say("alert.parked.on", { channel, trouble });
		expect(await moderators.nextText()).toBe(say("alert.to", { host: `<@${henry.id}>`, words }));
	});

	it("comes again when the room has let Byname in meanwhile", async () => {
		const { server, stage, clock, log, begins } = await mutedStage();
		const moderators = await moderatorsOf(server);
		await begins();
		await stage.allow("SendMessages");
		expect(await stage.nextText()).toContain("Maya");
		await stage.deny("SendMessages");
		clock.skip(60_000);
		await server.addMember("Sunil").joins(stage);
		await until(() => timesLogged({ log }, TOLD) === 2);
		expect(alertsIn(moderators)).toHaveLength(2);
	});

	it("of a time-out reaches a host who gets their cue by direct message, with its end; no channel could be written to", async () => {
		const { server, stage, henry, rules, lounge, begins } = await mutedStage();
		await stage.allow("SendMessages");
		const moderators = await moderatorsOf(server);
		const direct = henry.takesDirectMessages();
		await shownBy(await henry.runs("host set", { cue: "dm" }));
		await server.bot.isTimedOut(20 * 60_000);
		await begins();
		expect(alertsIn(direct)).toEqual([expect.stringMatching(/I am timed out on this server until <t:\d+:F>/)]);
		expect(saidIn(moderators, rules, lounge)).toEqual([]);
	});

	it("says what is known of a channel that Discord calls unknown but shows", async () => {
		const { discord, server, stage, log, begins } = await mutedStage();
		const moderators = await moderatorsOf(server);
		await stage.allow("SendMessages");
		const body = { code: 10003, message: "Unknown Channel" };
		discord.fail.answer(404, { method: "POST", path: stage.id, body });
		await begins();
		expect(timesLogged({ log }, TURNED_AWAY)).toBe(1);
		expect(alertsIn(moderators)).toEqual([
			expect.stringContaining("Discord says that this channel is no more, though"),
		]);
		expect(alertsIn(moderators).join()).not.toContain("permissions");
	});
});
