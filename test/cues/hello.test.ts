import { expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import type { SimMessage } from "../../rehearsal/simulator/message.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { says, webinar } from "./webinar.ts";

const say = phrasesIn("en");
const MINUTE = 60_000;

/** A webinar twenty minutes in, whose host wants latecomers for themselves for so many seconds. */
async function withCue(engine: Engine, { first = 60, cueTo = "channel" as "channel" | "dm" } = {}) {
	const held = await webinar(engine, { cueTo });
	await until(() => held.journey.discord.commands.length > 0);
	if (first > 0) await held.host.runs("host set", { first }).then(shownBy);
	const cue = await held.place.nextMessage();
	held.clock.skip(20 * MINUTE);
	return { ...held, cue };
}

type Held = Awaited<ReturnType<typeof withCue>>;

/** Somebody comes too late; resolves with the cue's message that has them on top. */
async function comesLate(
	name: string,
	{ server, stage, place, journey }: Pick<Held, "server" | "stage" | "place" | "journey">,
) {
	const guest = server.addMember(name);
	await guest.joins(stage);
	const onTop = () =>
		place.messages.find(({ deleted, content }) => !deleted && content.includes(`Greet next: **${name}**`));
	await skipUntil(journey, () => onTop() !== undefined, 500);
	return { guest, cue: onTop() as SimMessage };
}

function idOf(message: SimMessage, label: string): string {
	const all = flatten(message.components as Component[]);
	return all.find((one) => one.label === label)?.custom_id ?? "";
}

function standing({ messages }: Held["place"]): string[] {
	return messages.filter(({ deleted }) => !deleted).map(({ id }) => id);
}

const SAID = say("cue.said");
const PASS = say("cue.pass");

describeOnBoth("a latecomer who is left to the host", (engine) => {
	it("is greeted by a person who says so, then not by Byname, and is counted as that", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, store } = held;
		const { cue } = await comesLate("Sunil", held);
		await clickOn(cue, idOf(cue, SAID), host);
		await skipUntil(journey, () => !cue.content.includes("Greet next"), 500);
		journey.clock.skip(5 * MINUTE);
		await comesLate("Tom", held);
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["late: Tom"]);
		expect(await store.selectFrom("attendance").select("hello").where("hello", "is not", null).execute()).toHaveLength(
			1,
		);
		expect(await shownBy(await host.runs("session status", { room: stage }))).toContain("and 1 by a person");
	});

	it("is offered *My greeting* with the first greeting that Byname posts for them, in a later session", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, store, server, clock, event } = held;
		const { cue, guest } = await comesLate("Sunil", held);
		await clickOn(cue, idOf(cue, SAID), host);
		await skipUntil(journey, () => !cue.content.includes("Greet next"), 500);
		await event.ends();
		await skipUntil(journey, () => stage.messages.length === 1, 500);
		await guest.leaves();
		clock.skip(60 * MINUTE);
		for (const name of ["Pottery again", "Pottery for good"]) {
			const next = server.schedule({ name, room: stage, startsAt: clock.now(), creator: host });
			await stage.opens({ event: next });
			await until(
				async () =>
					(await store.selectFrom("session").select("id").where("closed_at", "is", null).execute()).length > 0,
			);
			clock.skip(3_000);
			const before = stage.messages.length;
			await guest.joins(stage);
			await skipUntil(journey, () => stage.messages.length > before, 500);
			await next.ends();
			await skipUntil(journey, () => stage.messages.length > before + 1, 500);
			await guest.leaves();
			clock.skip(60 * MINUTE);
		}
		const offers = stage.messages.filter((message) => idOf(message, say("me.button")) !== "");
		expect(offers.map(({ content }) => content)).toEqual([stage.messages[1]?.content]);
		expect(offers[0]?.content).toContain("Sunil");
	});

	it("is greeted by Byname where nobody says so in time, and once where it is said too late", async () => {
		const held = await withCue(engine);
		const { journey, stage, host } = held;
		const { cue } = await comesLate("Sunil", held);
		expect(stage.messages).toEqual([]);
		await skipUntil(journey, () => stage.messages.length > 0, 500);
		await clickOn(cue, idOf(cue, SAID), host);
		await skipUntil(journey, () => !cue.content.includes("Greet next"), 500);
		journey.clock.skip(5 * MINUTE);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["late: Sunil"]);
		expect(await shownBy(await host.runs("session status", { room: stage }))).not.toContain("by a person");
	});

	it("is heard of by a new message, which the host can answer in direct messages too", async () => {
		const held = await withCue(engine, { cueTo: "dm" });
		const { place, journey, host, cue: before, stage } = held;
		const { cue } = await comesLate("Sunil", held);
		expect(cue.id).not.toBe(before.id);
		expect(standing(place)).toEqual([cue.id]);
		expect(cue.flags & (1 << 12)).toBe(0);
		await clickOn(cue, idOf(cue, SAID), host);
		await skipUntil(journey, () => !cue.content.includes("Greet next"), 500);
		journey.clock.skip(5 * MINUTE);
		expect(stage.messages).toEqual([]);
	});

	it("is no reason to be disturbed again within two minutes", async () => {
		const held = await withCue(engine);
		const { cue } = await comesLate("Sunil", held);
		const { server, stage, place, journey, host } = held;
		await clickOn(cue, idOf(cue, SAID), host);
		await skipUntil(journey, () => !cue.content.includes("Greet next"), 500);
		await server.addMember("Tom").joins(stage);
		await says(cue, journey, "Greet next: **Tom**");
		expect(standing(place)).toEqual([cue.id]);
	});
});

describeOnBoth("the next to greet", (engine) => {
	it("is somebody else once the host passes on, which leaves the greeting to Byname", async () => {
		const held = await withCue(engine, { first: 0 });
		const { journey, stage, host } = held;
		await comesLate("Maya", held);
		const { cue } = await comesLate("Sunil", held);
		await clickOn(cue, idOf(cue, PASS), host);
		await says(cue, journey, "Greet next: **Maya**");
		await skipUntil(journey, () => stage.messages.length === 2);
	});

	it("is nobody who is quiet", async () => {
		const held = await withCue(engine);
		const { server, stage, cue, journey } = held;
		const maya = server.addMember("Maya");
		await maya.runs("me quiet").then(shownBy);
		await maya.joins(stage);
		await says(cue, journey, "Maya");
		expect(cue.content).not.toContain("Greet next");
	});

	it("is not for a host who has left the server, in whose direct messages the cue still stands", async () => {
		const held = await withCue(engine, { cueTo: "dm" });
		const { server, stage, journey, host } = held;
		const { cue } = await comesLate("Sunil", held);
		server.members.delete(host.id);
		expect(await shownBy(await clickOn(cue, idOf(cue, SAID), host))).toBe(say("frame.noMember"));
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(heard(stage.messages[0]?.content ?? "")).toBe("late: Sunil");
	});

	it("is for the session's host: nobody else who knows the custom id books anything", async () => {
		const held = await withCue(engine, { cueTo: "dm" });
		const { server, stage, journey } = held;
		const { cue } = await comesLate("Sunil", held);
		const tom = server.addMember("Tom");
		const answer = await shownBy(await clickOn(cue, idOf(cue, SAID), tom));
		expect(answer).toBe(say("cue.unused.notYours"));
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(heard(stage.messages[0]?.content ?? "")).toBe("late: Sunil");
	});
});
