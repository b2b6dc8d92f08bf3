import { expect, it } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { AWHILE, seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

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

	it("counts as no guests in the status, come or not", async () => {
		const { room, host, ana, maya, journey, store, opens } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		for (const one of [host, ana, maya]) await one.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		await until(async () => (await store.selectFrom("stay").select("id").execute()).length === 2);
		expect(await shownBy(await host.runs("session status", { room }))).toContain(
			say("session.status.soFar", { inside: 1, came: 1, greeted: 1, byHand: 0 }),
		);
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
