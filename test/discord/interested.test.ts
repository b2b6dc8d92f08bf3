import { DefaultRestOptions } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { systemClock } from "../../src/clock.ts";
import { createClient } from "../../src/discord/client.ts";
import { interestedThrough } from "../../src/discord/interested.ts";

const MONDAY = Date.parse("2026-11-23T18:00:00Z");

/** An event, and how to ask who is interested in it; `requests` are those that were made. */
async function pottery({ recurring = false } = {}) {
	const discord = await startSimulator();
	onTestFinished(() => discord.stop());
	const client = createClient(discord.url, DefaultRestOptions.makeRequest);
	client.rest.setToken(discord.token);
	onTestFinished(() => client.destroy());
	const stopping = new AbortController();
	onTestFinished(() => stopping.abort());
	const server = discord.addServer({ name: "Acme" });
	const room = server.addStage("Main stage");
	const event = server.schedule({ name: "Pottery", room, startsAt: MONDAY, recurring });
	const ask = interestedThrough(client.rest, { clock: systemClock, signal: stopping.signal });
	const date = { serverId: server.id, eventId: event.id, occurrenceAt: recurring ? MONDAY : null };
	return {
		...{ discord, server, room, event, stopping },
		ask: () => ask(date),
		requests: () => discord.requests.map(({ path }) => path.split("/scheduled-events/")[1]?.replace(/\d+/g, "…")),
	};
}

describe("asking who is interested in an event", () => {
	it.each([
		[0, 1],
		[99, 1],
		[100, 2],
		[250, 3],
	])("lists %d people in %d requests", async (count, requests) => {
		const { server, event, ask, discord } = await pottery();
		const members = Array.from({ length: count }, (_, index) => server.addMember(`Guest ${index}`));
		for (const member of members) event.interested.set(member.id, member);
		const inEvent = new Set(members.map(({ id }) => id));
		expect(await ask()).toEqual({ kind: "people", interests: { inEvent, inDate: new Map() } });
		expect(discord.requests).toHaveLength(requests);
	});

	it("asks about one date of a series, too", async () => {
		const { server, event, ask, requests } = await pottery({ recurring: true });
		const [maya, tom] = [server.addMember("Maya"), server.addMember("Tom")];
		await event.gains(maya);
		await event.isAnswered(maya, false);
		await event.isAnswered(tom, true);
		const inDate = new Map([
			[maya.id, false],
			[tom.id, true],
		]);
		expect(await ask()).toEqual({ kind: "people", interests: { inEvent: new Set([maya.id]), inDate } });
		expect(requests()).toEqual(["…/users", "…/…/users"]);
	});

	it("asks how many they are where Discord does not list that", async () => {
		const { server, event, ask, discord, requests } = await pottery({ recurring: true });
		await event.gains(server.addMember("Maya"));
		discord.fail.answer(404, { path: /\/\d+\/\d+\/users$/ });
		expect(await ask()).toEqual({ kind: "count", count: 1 });
		expect(requests()).toEqual(["…/users", "…/…/users", "…/users/counts"]);
	});

	it("says that an event is gone, and what fails", async () => {
		const { event, room, ask, discord, stopping } = await pottery();
		await room.deny("ViewChannel");
		expect(await ask()).toEqual({ kind: "failed", reason: "Missing Access", afterMs: 0 });
		await event.remove();
		expect(await ask()).toEqual({ kind: "gone" });
		stopping.abort();
		expect(await ask()).toMatchObject({ kind: "failed", reason: "stopping" });
		expect(discord.requests).toHaveLength(2);
	});
});
