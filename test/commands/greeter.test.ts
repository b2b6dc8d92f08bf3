import { expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import type { Store } from "../../src/store/queryable.ts";
import { saveRoom } from "../../src/store/settings.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { presses } from "./pressed.ts";
import { seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** Who greets in a session with its host. */
async function greetersIn(store: Store, session: string): Promise<string[]> {
	const greeting = store.selectFrom("attendance").select("user_id").where("session_id", "=", session);
	return (await greeting.where("greets", "=", 1).execute()).map(({ user_id }) => user_id);
}

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
		expect(await greetersIn(store, id)).toEqual([]);
		expect(await shownBy(await clickOn(question, button, ana))).toContain("You are on the panel");
		expect(await greetersIn(store, id)).toEqual([ana.id]);
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
		expect(await greetersIn(store, id)).toEqual([]);
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

	it("greets once for being asked: taken off the panel, they greet again when they are asked anew", async () => {
		const { room, ana, host, store, question, button } = await asksAna(engine);
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		const asksAgain = async () => shownBy(await host.runs("session greeter", { room, member: ana }));
		await asksAgain();
		expect(await shownBy(await clickOn(question, button, ana))).toContain("You are on the panel");
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		const asked = [...room.messages];
		expect(asked).toHaveLength(2);
		for (const one of asked) {
			expect(await shownBy(await clickOn(one, button, ana))).toBe(say("session.greeter.answered"));
		}
		expect(await greetersIn(store, id)).toEqual([]);
		await asksAgain();
		const anew = room.messages[2] ?? question;
		expect(await shownBy(await clickOn(anew, button, ana))).toContain("You are on the panel");
		expect(await shownBy(await clickOn(anew, button, ana))).toContain("You are on the panel");
		expect(await greetersIn(store, id)).toEqual([ana.id]);
	});

	it("greets no more for having been asked before they were taken off the panel", async () => {
		const { room, ana, host, store, question, button } = await asksAna(engine);
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		await shownBy(await host.runs("session panel remove", { room, member: ana }));
		expect(await shownBy(await clickOn(question, button, ana))).toBe(say("session.greeter.answered"));
		expect(await greetersIn(store, id)).toEqual([]);
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
