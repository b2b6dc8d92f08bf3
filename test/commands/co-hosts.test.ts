import { expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { presses } from "./pressed.ts";
import { buttonsOf, seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const MINUTE = 60_000;
const say = phrasesIn("en");

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
		const menu = await presses(panel, say("host.mySettings.coHosts"));
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

describeOnBoth("a co-host who is taken off the panel", (engine) => {
	it("stays off it in that session, also when co-hosts are chosen or it opens again, until they are added", async () => {
		const { room, host, ana, maya, store, opens, chooses } = await seminar(engine);
		const panel = async () => {
			const seats = store.selectFrom("attendance").select("user_id").where("role", "=", "panel").where("leads", "=", 1);
			return (await seats.execute()).map(({ user_id }) => user_id);
		};
		await chooses(ana);
		await opens();
		expect(await panel()).toEqual([ana.id]);
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		await chooses(ana, maya);
		expect(await panel()).toEqual([maya.id]);
		await shownBy(await host.runs("session end", { room }));
		await shownBy(await host.runs("session start", { room }));
		expect(await panel()).toEqual([maya.id]);
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		await chooses(maya, ana);
		expect((await panel()).sort()).toEqual([ana.id, maya.id].sort());
	});
});

describeOnBoth("a co-host who is taken off the panel before they came", (engine) => {
	it("has not been in, is greeted when they come, and not twice", async () => {
		const { room, host, ana, maya, journey, opens, chooses, said } = await seminar(engine);
		await chooses(ana);
		await opens();
		expect(await shownBy(await host.runs("session panel remove", { room, member: ana }))).toBe(
			say("session.panel.removed", { member: ana.mention, room: `<#${room.id}>`, came: "no" }),
		);
		expect(await shownBy(await host.runs("session status", { room }))).toContain(
			say("session.status.soFar", { inside: 0, came: 0, greeted: 0, byHand: 0 }),
		);
		await chooses(ana, maya);
		await ana.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		await ana.leaves();
		await ana.joins(room);
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length > 1);
		expect(said()).toBe("onTime: Ana\nthanks: Ana");
	});

	it("is a stranger in the next session, where they did not come to this one", async () => {
		const { room, host, ana, clock, journey, store, opens, chooses, said } = await seminar(engine);
		await chooses(ana);
		await opens();
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		await chooses();
		await shownBy(await host.runs("session end", { room }));
		clock.skip(60 * MINUTE);
		await shownBy(await host.runs("session start", { room }));
		await ana.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(said()).toBe("onTime: Ana");
		expect(await store.selectFrom("greeting").select("visits").execute()).toEqual([{ visits: 1 }]);
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
