import { describe, expect, it } from "vitest";
import {
	type GuestsState,
	type HostsState,
	type ManagersState,
	stepsForGuest,
	stepsForHost,
	stepsForManager,
} from "../../commands/help/next-steps.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { type Phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { presses } from "./pressed.ts";
import { shownBy } from "./shown.ts";

const NEW: ManagersState = {
	...{ on: null, nextAt: null, hasHeld: false, hasZone: false, hasCue: false, hasTexts: false },
	...{ hasHostRoles: false, hasDefaults: false },
};
const SET_UP: ManagersState = {
	...{ on: null, nextAt: null, hasHeld: true, hasZone: true, hasCue: true, hasTexts: true },
	...{ hasHostRoles: true, hasDefaults: true },
};
const on = { title: "Pottery", roomId: "7" };

function keys(steps: readonly Phrase[]): string[] {
	return steps.map((step) => (step.kind === "phrase" ? step.key.replace("help.", "") : step.kind));
}

describe("what a host does next", () => {
	it.each<[given: string, state: HostsState, steps: string[]]>([
		["nothing set up", NEW, ["host.begin", "host.zone", "host.cue", "host.texts", "host.silent"]],
		["all set up", SET_UP, ["host.noneOn", "host.hear", "host.silent", "host.settings", "guest.name"]],
		["a session on", { ...SET_UP, on }, ["host.on", "host.hear", "host.silent", "host.settings", "guest.name"]],
		["a date to come", { ...NEW, nextAt: 1 }, ["host.next", "host.zone", "host.cue", "host.texts", "host.silent"]],
		[
			"the cue off",
			{ ...SET_UP, hasCue: false },
			["host.noneOn", "host.cue", "host.hear", "host.silent", "host.settings"],
		],
	])("with %s", (_given, state, steps) => {
		expect(keys(stepsForHost(state))).toEqual(steps);
	});
});

describe("what a manager does next", () => {
	it.each<[given: string, state: ManagersState, steps: string[]]>([
		["nothing set up", NEW, ["host.begin", "manager.check", "host.zone", "manager.roles", "manager.defaults"]],
		["all set up", SET_UP, ["host.noneOn", "host.hear", "manager.check", "manager.settings", "host.settings"]],
		[
			"a zone and roles",
			{ ...NEW, hasZone: true, hasHostRoles: true },
			["host.begin", "manager.check", "manager.defaults", "host.cue", "host.texts"],
		],
	])("with %s", (_given, state, steps) => {
		expect(keys(stepsForManager(state))).toEqual(steps);
	});
});

it("says in five lines what a guest can do, whatever they have said of themselves", () => {
	const say = phrasesIn("en");
	const nothing: GuestsState = { on: null, isNamed: false, isQuiet: false, hasLanguage: false };
	const all: GuestsState = { on, isNamed: true, isQuiet: true, hasLanguage: true };
	expect(stepsForGuest(nothing).map((step) => say(step))).toEqual([
		expect.stringContaining("**No session is on** that you can see."),
		expect.stringContaining("`/me name` tells me what to call you"),
		expect.stringContaining("`/me quiet`, and I name you nowhere"),
		expect.stringContaining("`/me language`, where the host speaks another."),
		expect.stringContaining("`/me forget` erases it."),
	]);
	expect(stepsForGuest(all).map((step) => say(step))).toEqual([
		"**Pottery** is on in <#7>: come in, and I greet you there.",
		expect.stringContaining("I call you as you have chosen"),
		expect.stringContaining("`/me show` takes it back."),
		expect.stringContaining("I greet you in the one you have chosen"),
		expect.stringContaining("`/me data`"),
	]);
});

describe("/help", () => {
	async function helpFor(member: SimMember, room?: SimRoom) {
		const asked = await member.runs("help", {}, room ? { room } : {});
		const words = await shownBy(asked);
		return { asked, words, lines: words.split("\n") };
	}

	it("tells a host what is missing, one thing less with each that they do", async () => {
		const { henry } = await atAcme();
		const before = await helpFor(henry);
		expect(before.lines).toHaveLength(5);
		expect(before.words).toContain("**Tell me your time zone,**");
		expect(await shownBy(await presses(before.asked, "My settings"))).toContain("**Time zone**: not set");
		await henry.runs("host set", { "time-zone": "Berlin", cue: "dm" }).then(shownBy);
		const after = await helpFor(henry);
		expect(after.lines).toHaveLength(5);
		expect(after.words).not.toMatch(/time zone|\*Cue\*/);
	});

	it("tells what is on: to its host, and to guests who can see the room", async () => {
		const { server, stage, henry, log } = await atAcme();
		const maya = server.addMember("Maya");
		const lobby = server.addTextChannel("lobby");
		expect((await helpFor(maya, lobby)).words).toContain("**No session is on**");
		await henry.runs("session start", { room: stage, title: "*Pottery* @everyone" }).then(shownBy);
		await until(() => log.some(({ msg }) => msg === "session opened"));
		const title = "**\\*Pottery\\* @\u200Beveryone**";
		expect((await helpFor(henry, lobby)).words).toContain(`${title} is on in <#${stage.id}>. \`/session status\``);
		expect((await helpFor(maya, lobby)).words).toContain(`${title} is on in <#${stage.id}>: come in`);
		await stage.isOnlyFor(henry);
		expect((await helpFor(maya, lobby)).words).not.toContain("Pottery");
	});

	it("sends a manager to check the permissions first", async () => {
		const { server } = await atAcme();
		const { asked, lines } = await helpFor(server.owner);
		expect(lines).toHaveLength(5);
		expect(lines[1]).toContain("**Check permissions**");
		expect(await shownBy(await presses(asked, "Check permissions"))).toContain("### Fine: 1");
	});

	it("tells a guest what they can say of themselves, and in direct messages, too", async () => {
		const { server } = await atAcme();
		const maya = server.addMember("Maya");
		await maya.runs("me quiet").then(shownBy);
		const { asked, lines } = await helpFor(maya);
		expect(lines).toHaveLength(5);
		expect(lines[2]).toContain("`/me show` takes it back");
		expect(await shownBy(await presses(asked, "My greeting"))).toContain("### How I greet you on Acme");
		const direct = await helpFor(maya, maya.takesDirectMessages());
		expect(direct.lines).toHaveLength(5);
		expect(direct.lines[0]).toContain("What you say to me here holds on all of them.");
		expect(direct.lines[2]).toContain("`/me quiet`, and I name you nowhere");
	});

	it("is in German for whose Discord is", async () => {
		const { server } = await atAcme();
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		expect((await helpFor(lena)).lines[1]).toMatch(/^- \*\*Nenn mir deine Zeitzone,\*\*/);
	});
});
