import { expect, it, onTestFinished } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { clickOn, type SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { greetersOf } from "../../src/store/panel.ts";
import { saveProfile, saveRoom, saveVariants } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { presses } from "./pressed.ts";
import { shownBy } from "./shown.ts";

const MINUTE = 60_000;
const say = phrasesIn("en");

async function seminar(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl });
	const server = journey.discord.addServer({ name: "Acme" });
	const room = server.addVoiceRoom("Seminar");
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	const [ana, maya] = [server.addMember("Ana"), server.addMember("Maya")];
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	await until(() => journey.discord.commands.some((command) => command.name === "session"));

	/** Henry opens a session, and two seconds later it is known who leads it. */
	async function opens(): Promise<void> {
		await shownBy(await host.runs("session start", { room }));
		journey.clock.skip(3_000);
		await until(async () => (await store.selectFrom("session").select("settled").executeTakeFirst())?.settled === 1);
	}

	async function chooses(...coHosts: SimMember[]): Promise<string> {
		const menu = await host.runs("host co-hosts");
		await shownBy(menu);
		return shownBy(await menu.selects("host:co-hosts-chosen", ...coHosts));
	}

	/** What all that was said in the room makes of it. */
	const said = () => room.messages.map(({ content }) => heard(content)).join("\n");
	return { ...journey, journey, server, room, host, ana, maya, store, opens, chooses, said };
}

/** The custom ids below the last answer. */
function buttonsOf({ messages }: SimInteraction): string[] {
	return flatten((messages.at(-1)?.components ?? []) as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
}

/** A number of milliseconds that is more than any greeting takes to leave. */
const AWHILE = 5_000;

describeOnBoth("the panel", (engine) => {
	it("has a presenter neither greeted nor thanked, of an event that a moderator has made", async () => {
		const { server, room, clock, host, ana, maya, journey, said } = await seminar(engine);
		const moderator = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		const event = server.schedule({ name: "Pottery", room, startsAt: clock.now(), creator: moderator });
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		clock.skip(3_000);
		expect(await shownBy(await host.runs("session panel add", { room, member: ana }))).toBe(
			say("session.panel.added", { member: ana.mention, room: `<#${room.id}>`, greeted: "no" }),
		);
		await ana.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length === 1);
		await event.ends();
		await skipUntil(journey, () => room.messages.length === 2);
		clock.skip(AWHILE);
		expect(said()).toBe("onTime: Maya\nthanks: Maya");
	});

	it("has withdrawn from it what waits for them unsaid, whom the host names a moment later", async () => {
		const { room, host, ana, maya, journey, store, server, opens, said } = await seminar(engine);
		await saveProfile(store, server.id, host.id, { delay_seconds: 20 });
		await opens();
		await ana.joins(room);
		await maya.joins(room);
		await until(async () => (await store.selectFrom("greeting").select("user_id").execute()).length === 2);
		await shownBy(await host.runs("session panel add", { member: ana }));
		expect(await store.selectFrom("greeting").select("user_id").execute()).toEqual([{ user_id: maya.id }]);
		await skipUntil(journey, () => room.messages.length > 0, 1_000);
		await shownBy(await host.runs("session end"));
		await skipUntil(journey, () => room.messages.length === 2, 1_000);
		expect(said()).toBe("onTime: Maya\nthanks: Maya");
	});

	it("holds after a restart, for who comes only then", async () => {
		const { room, host, ana, maya, journey, opens, said } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		await journey.stop();
		await journey.start();
		await ana.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(said()).toBe("onTime: Maya");
	});

	it("says so where somebody has been greeted by then", async () => {
		const { room, host, ana, opens, said } = await seminar(engine);
		await opens();
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
		expect(await shownBy(await host.runs("session panel add", { room, member: ana }))).toContain(
			"may have heard my greeting",
		);
		await shownBy(await host.runs("session end", { room }));
		expect(said()).toBe("onTime: Ana");
	});

	it("is left again: who has been in is not greeted after the fact, but thanked", async () => {
		const { room, host, ana, maya, journey, opens, said } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		await ana.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(await shownBy(await host.runs("session panel remove", { room, member: ana }))).toMatch(
			/not greet them after the fact/,
		);
		await ana.leaves();
		await ana.joins(room);
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length === 2);
		expect(said()).toBe("onTime: Maya\nthanks: Ana, Maya");
	});

	it("is left again: who has not been in is greeted when they come", async () => {
		const { room, host, ana, opens } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		expect(await shownBy(await host.runs("session panel remove", { room, member: ana }))).toMatch(/when they come/);
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
	});

	it("says what to do instead when there is nothing to change", async () => {
		const { server, room, host, ana, opens } = await seminar(engine);
		const bot = server.addMember({ globalName: "Jukebox", bot: true });
		expect(await shownBy(await host.runs("session panel add", { room, member: ana }))).toBe(
			say("session.which.noneThere", { room: `<#${room.id}>` }),
		);
		await opens();
		const values = { member: ana.mention, room: `<#${room.id}>` };
		const ofHost = { member: host.mention, room: `<#${room.id}>` };
		const answer = async (command: string, member: SimMember) =>
			shownBy(await host.runs(`session panel ${command}`, { room, member }));
		expect(await answer("remove", ana)).toBe(say("session.panel.notOnIt", values));
		expect(await answer("add", host)).toBe(say("session.panel.hostsIt", ofHost));
		expect(await answer("remove", host)).toBe(say("session.panel.hostStays", ofHost));
		expect(await answer("add", bot)).toBe(say("session.panel.noBot"));
	});
});

describeOnBoth("a session that another host takes up again", (engine) => {
	it("has who hosted it before on its panel", async () => {
		const { server, room, host, maya, journey, clock, opens, said } = await seminar(engine);
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		await opens();
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length === 1);
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length === 2);
		await shownBy(await olga.runs("session start", { room }));
		clock.skip(3_000);
		await host.joins(room);
		await server.addMember("Sunil").joins(room);
		await skipUntil(journey, () => room.messages.length === 3);
		expect(said()).toBe("onTime: Maya\nthanks: Maya\nonTime: Sunil");
	});
});

describeOnBoth("regular co-hosts", (engine) => {
	it("are on the panel of the host's sessions from their opening, and may come minutes later", async () => {
		const { server, host, ana, maya, clock, journey, chooses } = await seminar(engine);
		const stage = server.addStage("Main stage");
		expect(await chooses(ana)).toContain(ana.mention);
		await server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host }).starts();
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		clock.skip(3 * MINUTE);
		await ana.joins(stage);
		await ana.becomesSpeaker();
		await maya.joins(stage);
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Maya"]);
		await shownBy(await host.runs("session end", { room: stage }));
		await skipUntil(journey, () => stage.messages.length > 1);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Maya", "thanks: Maya"]);
	});

	it("are on it, too, of a session that is on when they are chosen, and what waits for them is withdrawn", async () => {
		const { server, room, host, ana, maya, journey, store, opens, chooses, said } = await seminar(engine);
		await saveProfile(store, server.id, host.id, { delay_seconds: 20 });
		await opens();
		await ana.joins(room);
		await maya.joins(room);
		await until(async () => (await store.selectFrom("greeting").select("user_id").execute()).length === 2);
		await chooses(ana);
		expect(await store.selectFrom("greeting").select("user_id").execute()).toEqual([{ user_id: maya.id }]);
		await skipUntil(journey, () => room.messages.length > 0, 1_000);
		expect(said()).toBe("onTime: Maya");
	});

	it("are chosen from the panel of the host's settings, too", async () => {
		const { host, ana } = await seminar(engine);
		const panel = await host.runs("host show");
		await shownBy(panel);
		const menu = await presses(panel, say("host.panel.coHosts"));
		await shownBy(menu);
		expect(await shownBy(await menu.selects("host:co-hosts-chosen", ana))).toContain(ana.mention);
	});

	it("are as many as ten, and shown when the host looks again; nobody when none is chosen", async () => {
		const { server, host, chooses } = await seminar(engine);
		const ten = Array.from({ length: 10 }, (_, index) => server.addMember(`Co-host ${index}`));
		expect(await chooses(...ten)).toContain(ten[9]?.mention);
		expect(await shownBy(await host.runs("host co-hosts"))).toContain(ten[0]?.mention);
		expect(await chooses()).toMatch(/no regular co-hosts any more/);
		expect(await shownBy(await host.runs("host co-hosts"))).toMatch(/no regular co-hosts yet/);
	});

	it("are no bots, and nobody is changed by a menu that was forged", async () => {
		const { server, host, ana, chooses } = await seminar(engine);
		const bot = server.addMember({ globalName: "Jukebox", bot: true });
		await chooses(ana);
		expect(await chooses(ana, bot)).toBe(say("host.coHosts.noBot"));
		const menu = await host.runs("host co-hosts");
		await shownBy(menu);
		expect(await shownBy(await menu.forges("host:co-hosts-chosen", { as: "menu", values: ["1"] }))).toBe(
			say("frame.outdated"),
		);
		expect(await shownBy(await host.runs("host co-hosts"))).toContain(ana.mention);
	});
});

describeOnBoth("a session that is handed over", (engine) => {
	it("is hosted by the other from then on: their texts and their cue; who hosted it before is on the panel", async () => {
		const { server, room, host, ana, maya, store, journey, opens } = await seminar(engine);
		const backstage = server.addTextChannel("backstage");
		await backstage.isOnlyFor(host, ana);
		await saveProfile(store, server.id, ana.id, { cue: "on", cue_to: backstage.id });
		await saveVariants(store, {
			...{ serverId: server.id, hostId: ana.id, key: "onTime" },
			sources: ["Ana greets {name}."],
		});
		await opens();
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
		expect(await shownBy(await host.runs("session hand-over", { member: ana }))).toBe(
			say("session.handOver.done", { member: ana.mention, room: `<#${room.id}>`, before: host.mention }),
		);
		await host.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 1);
		expect(room.messages.map(({ content }) => content)[1]).toBe("Ana greets Maya.");
		await skipUntil(journey, () => backstage.messages.some(({ content }) => content.includes("Maya")));
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length > 2);
		expect(heard(room.messages[2]?.content ?? "")).toBe("thanks: Maya");
	});

	it("goes on so after a restart, also handed back", async () => {
		const { room, host, ana, maya, store, journey, opens, said } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session hand-over", { member: ana }));
		await journey.stop();
		await journey.start();
		await ana.joins(room);
		await host.joins(room);
		await shownBy(await host.runs("session hand-over", { room, member: host }));
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(said()).toBe("onTime: Maya");
		expect(await store.selectFrom("session").select("host_id").execute()).toEqual([{ host_id: host.id }]);
	});

	it("is not refused because one is on, which is what starting another is told, with the way out", async () => {
		const { room, host, ana, opens } = await seminar(engine);
		await opens();
		expect(await shownBy(await host.runs("session start", { room, host: ana }))).toContain("`/session hand-over`");
		expect(await shownBy(await host.runs("session hand-over", { room, member: ana }))).toContain("from now on");
	});

	it("is asked about first where it is somebody else's, and nothing changes before the answer", async () => {
		const { server, room, host, ana, store, opens } = await seminar(engine);
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		await opens();
		const hosts = () => store.selectFrom("session").select(["id", "host_id"]).executeTakeFirstOrThrow();
		const asked = await olga.runs("session hand-over", { room, member: ana });
		expect(await shownBy(asked)).toBe(
			say("session.handOver.question", { room: `<#${room.id}>`, host: host.mention, member: ana.mention }),
		);
		const { id, host_id } = await hosts();
		expect(host_id).toBe(host.id);
		await shownBy(await asked.clicks(`session:hand-over:${id}:${ana.id}`));
		expect((await hosts()).host_id).toBe(ana.id);
		expect(await shownBy(await olga.runs("session hand-over", { room, member: ana }))).toMatch(/not yours/);
	});

	it("is not taken by somebody who asked to be forgotten in it", async () => {
		const { room, host, ana, store, opens } = await seminar(engine);
		await opens();
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
		const asked = await ana.runs("me forget");
		await shownBy(asked);
		await shownBy(await asked.clicks("me:erase:named"));
		expect(await shownBy(await host.runs("session hand-over", { room, member: ana }))).toBe(
			say("session.handOver.notTaken", { member: ana.mention, room: `<#${room.id}>` }),
		);
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		expect(await store.selectFrom("attendance").select("user_id").execute()).toEqual([]);
	});
});

describeOnBoth("a co-host who is no host of the server", (engine) => {
	it("uses the session's commands, and is not asked whether somebody else's is meant", async () => {
		const { room, host, ana, maya, opens, chooses } = await seminar(engine);
		await chooses(ana);
		await opens();
		expect(await shownBy(await ana.runs("session note", { text: "slide 12" }))).toContain("slide 12");
		expect(await shownBy(await ana.runs("session panel add", { member: maya }))).toContain("is on the panel");
		expect(await shownBy(await ana.runs("session hand-over", { member: ana }))).toContain(host.mention);
		expect(await shownBy(await host.runs("session hand-over", { member: host }))).toContain(ana.mention);
		expect(await shownBy(await ana.runs("session end", { room }))).toContain("is over");
		expect(await shownBy(await ana.runs("session end", { room, recap: "https://example.com/slides" }))).toContain(
			"finds your recap",
		);
	});

	it("sees with the status who is in, as in the cue; the panel at large and other hosts do not", async () => {
		const { server, room, host, ana, maya, journey, store, opens, chooses } = await seminar(engine);
		const [lena, olga] = [
			server.addMember("Lena"),
			server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] }),
		];
		await chooses(ana);
		await opens();
		await shownBy(await host.runs("session panel add", { member: lena }));
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		await until(async () => (await store.selectFrom("stay").select("id").execute()).length === 1);
		for (const leader of [host, ana]) {
			expect(await shownBy(await leader.runs("session status", { room }))).toContain("Maya · on time · first visit");
		}
		expect(await shownBy(await olga.runs("session status", { room }))).not.toContain("Maya");
		expect(await shownBy(await lena.runs("session status", { room }))).toBe(say("frame.forHosts"));
	});

	it("opens none, and has no say in the sessions of others", async () => {
		const { server, room, host, ana, opens, chooses } = await seminar(engine);
		const hall = server.addVoiceRoom("Hall");
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		await chooses(ana);
		await opens();
		await shownBy(await olga.runs("session start", { room: hall }));
		expect(await shownBy(await ana.runs("session start", { room: hall }))).toBe(say("frame.forHosts"));
		for (const command of ["session end", "session note", "session status"]) {
			expect(await shownBy(await ana.runs(command, { room: hall }))).toBe(say("session.which.notYours"));
		}
		const asked = await host.runs("session end", { room: hall });
		await shownBy(asked);
		const end = buttonsOf(asked).find((id) => id.startsWith("session:end:")) ?? "";
		const status = await ana.runs("session status", { room });
		await shownBy(status);
		expect(await shownBy(await status.forges(end))).toBe(say("session.which.notYours"));
		expect(await shownBy(await olga.runs("session status", { room: hall }))).toContain("open since");
	});

	it("is none any more once taken off the panel", async () => {
		const { room, host, ana, opens, chooses } = await seminar(engine);
		await chooses(ana);
		await opens();
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		expect(await shownBy(await ana.runs("session end", { room }))).toBe(say("frame.forHosts"));
	});
});

describeOnBoth("a greeter on duty", (engine) => {
	async function asksAna(engine: Engine) {
		const held = await seminar(engine);
		await held.opens();
		const answer = await shownBy(await held.host.runs("session greeter", { room: held.room, member: held.ana }));
		const [question] = held.room.messages;
		if (!question) throw new Error(`nobody was asked: ${answer}`);
		const [button = ""] = flatten(question.components as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
		return { ...held, answer, question, button };
	}

	it("is asked without the name of a host who is quiet, and not at all where not everyone is named", async () => {
		const { server, room, host, ana, opens, store, clock } = await seminar(engine);
		await opens();
		await host.runs("me quiet").then(shownBy);
		await host.runs("session greeter", { room, member: ana }).then(shownBy);
		expect(room.messages.map(({ content }) => content)).toEqual([
			say("session.greeter.question", { member: ana.mention, known: "no", asker: "" }),
		]);
		await saveRoom(store, { id: room.id, serverId: server.id }, { names: "nobody" });
		clock.skip(31_000); // what another process has set is read by then
		const lena = server.addMember("Lena");
		expect(await shownBy(await host.runs("session greeter", { room, member: lena }))).toBe(
			say("session.greeter.unnamedRoom", { member: lena.mention, room: `<#${room.id}>` }),
		);
	});

	it("is asked in the room's chat, and on the panel once they have said so: they see who is in", async () => {
		const { room, ana, maya, host, journey, store, answer, question, button } = await asksAna(engine);
		expect(answer).toBe(say("session.greeter.asked", { member: ana.mention, room: `<#${room.id}>` }));
		expect(question.content).toBe(
			say("session.greeter.question", { member: ana.mention, known: "yes", asker: host.mention }),
		);
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		expect(await greetersOf(store, id)).toEqual([]);
		expect(await shownBy(await clickOn(question, button, ana))).toContain("You are on the panel");
		expect(await greetersOf(store, id)).toEqual([ana.id]);
		await ana.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 1);
		await until(async () => (await store.selectFrom("stay").select("id").execute()).length === 2);
		expect(heard(room.messages[1]?.content ?? "")).toBe("onTime: Maya");
		const status = await ana.runs("session status", { room });
		expect(await shownBy(status)).toContain("Maya · on time · first visit");
		await presses(status, say("cue.said"));
		const hello = store.selectFrom("attendance").select("hello").where("user_id", "=", maya.id);
		await until(async () => (await hello.executeTakeFirst())?.hello === "too");
		expect(await shownBy(await ana.runs("session end", { room }))).toBe(say("session.which.notYours"));
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		expect(await greetersOf(store, id)).toEqual([]);
	});

	it("is whom the question was for, and nobody else, and nobody once the session is over", async () => {
		const { room, ana, maya, host, store, question, button } = await asksAna(engine);
		expect(await shownBy(await clickOn(question, button, maya))).toBe(
			say("session.greeter.notYou", { member: ana.mention }),
		);
		const forged = await host.runs("session status", { room });
		await shownBy(forged);
		expect(await shownBy(await forged.forges(button))).toBe(say("session.greeter.notYou", { member: ana.mention }));
		await shownBy(await host.runs("session end", { room }));
		expect(await shownBy(await clickOn(question, button, ana))).toBe(say("session.greeter.over"));
		expect(await store.selectFrom("attendance").select("user_id").execute()).toEqual([]);
	});

	it("is not asked in public when they are quiet, nor where Byname cannot write", async () => {
		const { room, ana, maya, host, opens } = await seminar(engine);
		await opens();
		await shownBy(await ana.runs("me quiet"));
		expect(await shownBy(await host.runs("session greeter", { room, member: ana }))).toBe(
			say("session.greeter.quiet", { member: ana.mention }),
		);
		await room.deny("SendMessages");
		expect(await shownBy(await host.runs("session greeter", { room, member: maya }))).toContain("*Send Messages*");
		expect(room.messages).toEqual([]);
	});
});
