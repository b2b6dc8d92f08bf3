import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");
const QUIET_HERE = say("me.myGreeting.quiet", { where: "here" });

/** Acme with Henry's session on its stage. */
async function atTheSession(databaseUrl?: string) {
	const acme = await atAcme(databaseUrl);
	const { stage, henry, log, clock } = acme;
	await henry.joins(stage, { speaker: true });
	await stage.opens({ topic: "Pottery", by: henry });
	await until(() => log.some(({ msg }) => msg === "session opened"));
	clock.skip(3_000);
	return acme;
}

/** What the next post in a room says. */
async function nextHeard(room: SimRoom): Promise<string> {
	return heard(await room.nextText());
}

/** Fills in the form for somebody's name, on this server unless `everywhere` is said. */
async function isCalled(
	member: SimMember,
	called: string,
	but: { sound?: string; everywhere?: boolean; room?: SimRoom } = {},
) {
	const asked = await member.runs("me name", {}, but.room ? { room: but.room } : {});
	const where = but.everywhere ? ["everywhere"] : [];
	return shownBy(await asked.submits({ called, sound: but.sound ?? "", where }));
}

function buttonsOf(message: { components: readonly unknown[] }): (string | undefined)[] {
	return flatten(message.components as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
}

describe("the button below a greeting", () => {
	it("stands below the first greeting that somebody has on a server, and below none after that", async () => {
		const { server, stage, henry, clock, log } = await atTheSession();
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await stage.nextText();
		expect(buttonsOf(stage.messages[0] ?? { components: [] })).toEqual(["me:panel"]);
		await maya.leaves();
		await stage.closes();
		await until(() => log.some(({ msg }) => msg === "session closed"));
		clock.skip(3_600_000);
		await stage.opens({ topic: "More pottery", by: henry });
		await until(() => log.filter(({ msg }) => msg === "session opened").length === 2);
		clock.skip(3_000);
		await maya.joins(stage);
		await until(() => stage.messages.some(({ content }) => heard(content).includes("back")));
		expect(stage.messages.flatMap(buttonsOf)).toEqual(["me:panel"]);
	});

	it("shows whoever presses it what is theirs, privately", async () => {
		const { server, stage } = await atTheSession();
		const [maya, tom] = [server.addMember("Maya"), server.addMember("Tom")];
		await maya.joins(stage);
		await stage.nextText();
		const [post] = stage.messages;
		if (!post) throw new Error("nobody was greeted");
		expect(await shownBy(await clickOn(post, "me:panel", tom))).toContain(
			say("me.myGreeting.called", { name: "Tom", source: "discord" }),
		);
		expect(await shownBy(await clickOn(post, "me:panel", maya))).toContain(say("me.myGreeting.named"));
	});
});

describeOnBoth("a chosen name", (engine) => {
	it("is what somebody is called, in the server where they chose it", async () => {
		const { server, stage, discord } = await atTheSession(await engine.databaseUrl());
		const siobhan = server.addMember("xX_sh_Xx");
		expect(await isCalled(siobhan, "Siobhán", { sound: "SIV-awn" })).toContain(
			say("me.name.saved", { name: "Siobhán" }),
		);
		await siobhan.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: Siobhán");
		const shown = await shownBy(await siobhan.runs("me show"));
		expect(shown).toContain(say("me.myGreeting.called", { name: "Siobhán", source: "server" }));
		expect(shown).toContain(say("me.myGreeting.sound", { sound: "SIV-awn" }));
		const elsewhere = discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = elsewhere.addMember({ sameAs: siobhan });
		expect(await shownBy(await there.runs("me show"))).toContain(
			say("me.myGreeting.called", { name: "xX\\_sh\\_Xx", source: "discord" }),
		);
	});

	it("holds everywhere when that is ticked, and gives way to one for a server", async () => {
		const { server, stage } = await atTheSession(await engine.databaseUrl());
		const kim = server.addMember("kim1987");
		await isCalled(kim, "Kim", { everywhere: true });
		expect(await shownBy(await kim.runs("me show"))).toContain(
			say("me.myGreeting.called", { name: "Kim", source: "everywhere" }),
		);
		await isCalled(kim, "Kimberley");
		await kim.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: Kimberley");
		expect(await isCalled(kim, "")).toContain(say("me.name.kept"));
		expect(await shownBy(await kim.runs("me show"))).toContain(
			say("me.myGreeting.called", { name: "Kim", source: "everywhere" }),
		);
	});

	it("is said to who waits to be greeted, however soon before the post it was chosen", async () => {
		const { server, stage, henry, clock } = await atTheSession(await engine.databaseUrl());
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		const siobhan = server.addMember("sh");
		await siobhan.joins(stage);
		await isCalled(siobhan, "Siobhán");
		await skipUntil({ clock }, () => stage.messages.length > 0, 1_000);
		expect(await nextHeard(stage)).toBe("onTime: Siobhán");
	});
});

describe("a name is not taken", () => {
	it.each([
		["that nobody can read", "​⠀", say("me.name.unreadable")],
		["of somebody who is here", "Maya", say("me.name.taken", { name: "Maya" })],
		["that looks like somebody's who is here", "Мауа", say("me.name.taken", { name: "Мауа" })],
		["that is somebody's but for marks and spaces", "M á y a", say("me.name.taken", { name: "M á y a" })],
		["of the host", "henry", say("me.name.taken", { name: "henry" })],
	])("%s", async (_, called, refusal) => {
		const { server, stage } = await atTheSession();
		await server.addMember("Maya").joins(stage);
		await stage.nextText();
		const tom = server.addMember("Tom");
		expect(await isCalled(tom, called)).toBe(refusal);
		await tom.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: Tom");
	});

	it("and is not used either where it is somebody else's, though nobody could see that when it was chosen", async () => {
		const { server, stage } = await atTheSession();
		const mallory = server.addMember("Mallory");
		const direct = mallory.takesDirectMessages();
		const asked = await mallory.runs("me name", {}, { room: direct });
		await shownBy(await asked.submits({ called: "Hеnry", sound: "" })); // with a Cyrillic е
		await mallory.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: Mallory");
	});

	it("on this server, when they choose another for everywhere: that counts here, too", async () => {
		const { server, stage } = await atTheSession();
		const siobhan = server.addMember("xX_sh_Xx");
		await isCalled(siobhan, "Shiv");
		expect(await isCalled(siobhan, "Siobhán", { everywhere: true })).toContain(
			say("me.name.saved", { name: "Siobhán" }),
		);
		await siobhan.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: Siobhán");
	});

	it("like what somebody who is there has chosen", async () => {
		const { server, stage } = await atTheSession();
		const [siobhan, mallory] = [server.addMember("xX_sh_Xx"), server.addMember("Mallory")];
		await isCalled(siobhan, "Siobhán");
		await siobhan.joins(stage);
		await nextHeard(stage);
		expect(await isCalled(mallory, "S i o b h a n")).toBe(say("me.name.taken", { name: "S i o b h a n" }));
	});

	it("more than three times a day, wherever", async () => {
		const { server, clock } = await atAcme();
		const tom = server.addMember("Tom");
		await isCalled(tom, "One");
		await isCalled(tom, "Two", { everywhere: true });
		await isCalled(tom, "Three");
		expect(await isCalled(tom, "Four")).toBe(say("me.name.tooOften", { most: 3 }));
		expect(await isCalled(tom, "")).toContain(say("me.name.kept")); // for Two is said everywhere
		clock.skip(24 * 3_600_000);
		expect(await isCalled(tom, "Four")).toContain(say("me.name.saved", { name: "Four" }));
	});

	it("in a way that pings or breaks out of its line", async () => {
		const { server, stage } = await atTheSession();
		const mallory = server.addMember("Mallory");
		await isCalled(mallory, "@everyone **<@1>**\n# x");
		await mallory.joins(stage);
		const post = await stage.nextText();
		expect(post).not.toMatch(/@everyone|<@1>|\n/);
		expect(stage.messages[0]?.allowedMentions).toEqual({ parse: [], users: [] });
	});
});

describeOnBoth("who is quiet", (engine) => {
	it("is welcomed and thanked without their name, and with it once they want that again", async () => {
		const { server, stage, henry, clock, log } = await atTheSession(await engine.databaseUrl());
		const maya = server.addMember("Maya");
		expect(await shownBy(await maya.runs("me quiet"))).toContain(QUIET_HERE);
		await maya.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: dear guest");
		await stage.closes();
		expect(await nextHeard(stage)).toBe("thanks: dear guest");
		await until(() => log.some(({ msg }) => msg === "session closed"));
		clock.skip(3_600_000);
		const panel = await maya.runs("me show");
		await shownBy(panel);
		expect(await shownBy(await panel.clicks("me:named:here"))).toContain(say("me.myGreeting.named"));
		await maya.leaves();
		await stage.opens({ topic: "Pottery", by: henry });
		await until(() => log.filter(({ msg }) => msg === "session opened").length === 2);
		clock.skip(3_000);
		await maya.joins(stage);
		expect(await nextHeard(stage)).toContain("Maya");
	});

	it("everywhere is quiet also where they wanted to be named before", async () => {
		const { server, stage } = await atTheSession(await engine.databaseUrl());
		const maya = server.addMember("Maya");
		const quiet = await maya.runs("me quiet");
		await shownBy(quiet);
		await shownBy(await quiet.clicks("me:named:here"));
		const answer = await shownBy(await maya.runs("me quiet", { where: "everywhere" }));
		expect(answer).toContain(QUIET_HERE);
		await maya.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: dear guest");
	});

	it("everywhere is quiet on each server, but where they want to be named", async () => {
		const { server, discord } = await atAcme(await engine.databaseUrl());
		const maya = server.addMember("Maya");
		await maya.runs("me quiet", { where: "everywhere" }).then(shownBy);
		expect(await shownBy(await maya.runs("me show"))).toContain(QUIET_HERE);
		const elsewhere = discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = elsewhere.addMember({ sameAs: maya });
		const panel = await there.runs("me show");
		expect(await shownBy(panel)).toContain(QUIET_HERE);
		expect(await shownBy(await panel.clicks("me:named:here"))).toContain(say("me.myGreeting.named"));
		expect(await shownBy(await maya.runs("me show"))).toContain(QUIET_HERE);
	});

	it("is named in no greeting of others either, as their host", async () => {
		const { server, stage, henry } = await atTheSession(await engine.databaseUrl());
		const edit = await henry.runs("greeting edit", { which: "onTime" });
		await shownBy(await edit.submits({ texts: "{name}: {host} says hello." }));
		await henry.runs("me quiet").then(shownBy);
		for (const name of ["Maya", "Tom"]) await server.addMember(name).joins(stage);
		await until(() =>
			stage.messages
				.map(({ content }) => content)
				.join()
				.includes("Tom"),
		);
		for (const { content } of stage.messages) expect(content).not.toContain("Henry");
	});

	it("says so before the post, however soon, and is named in none", async () => {
		const { server, stage, henry, clock } = await atTheSession(await engine.databaseUrl());
		await henry.runs("host set", { delay: 30 }).then(shownBy);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await maya.runs("me quiet").then(shownBy);
		await skipUntil({ clock }, () => stage.messages.length > 0, 1_000);
		expect(await nextHeard(stage)).toBe("onTime: dear guest");
	});
});

describeOnBoth("a server that does not name everybody", (engine) => {
	it.each([
		["everyone", "onTime: Maya", "onTime: Kim"],
		["asked", "onTime: dear guest", "onTime: Kim"],
		["nobody", "onTime: dear guest", "onTime: dear guest"],
	])("where %s may be named, greets who comes so: %s, and who has chosen a name: %s", async (names, maya, kim) => {
		const { server, stage, clock } = await atTheSession(await engine.databaseUrl());
		await server.owner.runs("server set room", { room: stage, names }).then(shownBy);
		const chooser = server.addMember("kim1987");
		await isCalled(chooser, "Kim");
		await server.addMember("Maya").joins(stage);
		expect(await nextHeard(stage)).toBe(maya);
		clock.skip(10_000);
		await chooser.joins(stage);
		expect(await nextHeard(stage)).toBe(kim);
	});

	it("or that has chosen names off, calls people as Discord shows them, and tells them so", async () => {
		const { server, stage } = await atTheSession(await engine.databaseUrl());
		const kim = server.addMember("kim1987");
		await isCalled(kim, "Kim");
		expect(await shownBy(await server.owner.runs("server set chosen-names", { names: "off" }))).toContain(
			say("server.show.chosenNames", { are: "off" }),
		);
		expect(await shownBy(await kim.runs("me show"))).toContain(say("me.myGreeting.unused"));
		await kim.joins(stage);
		expect(await nextHeard(stage)).toBe("onTime: kim1987");
		expect(await shownBy(await server.owner.runs("server reset", { setting: "chosen-names" }))).toContain(
			say("server.show.chosenNames", { are: "on" }),
		);
	});
});

describe("/me in Byname's own direct messages", () => {
	it("shows and changes what holds everywhere", async () => {
		const { server } = await atAcme();
		const maya = server.addMember("Maya");
		const direct = maya.takesDirectMessages();
		const show = async () => shownBy(await maya.runs("me show", {}, { room: direct }));
		expect(await show()).toContain(say("me.myGreeting.calledNothing"));
		const asked = await maya.runs("me name", {}, { room: direct });
		expect(await shownBy(await asked.submits({ called: "May", sound: "" }))).toContain(
			say("me.name.saved", { name: "May" }),
		);
		expect(await show()).toContain(say("me.myGreeting.called", { name: "May", source: "everywhere" }));
		const panel = await maya.runs("me show", {}, { room: direct });
		await shownBy(panel);
		await panel.clicks("me:quiet:everywhere").then(shownBy);
		expect(await shownBy(await maya.runs("me show"))).toContain(QUIET_HERE);
	});
});
