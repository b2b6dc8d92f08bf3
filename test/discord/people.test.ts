import { DefaultRestOptions, Events } from "discord.js";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import type { Fail } from "../../rehearsal/simulator/fail.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { createClient } from "../../src/discord/client.ts";
import { guardPackets } from "../../src/discord/guard.ts";
import { askForPeople } from "../../src/discord/people.ts";
import type { Person } from "../../src/rooms/view.ts";
import { STANDING_STILL, skipUntil, until } from "../journeys/journey.ts";

const GATHERING_MS = 5;
const ROUND_MS = 1_000;
const SILENCE_MS = 2_000;

/** A client that asks the simulator who people of its server Acme are. */
async function asking({ connected = true, speed = 1 } = {}) {
	const clock = new ScaledClock({ speed });
	const discord = await startSimulator({ clock });
	onTestFinished(() => discord.stop());
	const acme = discord.addServer({ name: "Acme" });
	const client = createClient(discord.url, DefaultRestOptions.makeRequest);
	onTestFinished(() => client.destroy());
	const errors: unknown[] = [];
	client.on(Events.Error, (error) => errors.push(error));
	guardPackets(client);
	const people = askForPeople({ client, clock, log: pino({ level: "silent" }) });
	onTestFinished(people.stop);
	client.rest.setToken(discord.token);
	if (connected) {
		const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
		await client.login(discord.token);
		await ready;
	}
	const whoIs = ({ server, id }: Pick<SimMember, "server" | "id">) => people.whoIs(server.id, id);
	return {
		...{ clock, discord, acme, client, people, whoIs, errors },
		/** Resolves when so many requests for members have been sent. */
		requested: (count: number) => until(() => discord.memberRequests.length === count),
		/** Loses the answers to the next requests. */
		silence: (times = 1) => discord.fail.losePackets(times, "GUILD_MEMBERS_CHUNK"),
		/** How many people were asked for one by one. */
		oneByOne: () => discord.requests.filter(({ path }) => /\/(members|users)\/\d+$/.test(path)).length,
	};
}

type Asking = Awaited<ReturnType<typeof asking>>;

/** Answers the last request in the simulator's place. */
function answers({ discord }: Asking, chunk: object): Promise<void> {
	const { serverId, nonce } = discord.memberRequests.at(-1) ?? {};
	const whole = { guild_id: serverId, nonce, members: [], not_found: [], chunk_index: 0, chunk_count: 1 };
	return discord.sendRaw("GUILD_MEMBERS_CHUNK", { ...whole, ...chunk });
}

describe("whoIs", () => {
	it("asks over the gateway, for all of a server who are unnamed at the same moment together", async () => {
		const { discord, acme, whoIs, oneByOne, errors } = await asking();
		const beta = discord.addServer({ name: "Beta" });
		const maya = acme.addMember({ globalName: "Maya", nick: "Maya from Acme" });
		const jukebox = acme.addMember({ username: "jukebox", bot: true });
		const sunil = beta.addMember("Sunil");
		expect(await Promise.all([maya, jukebox, sunil].map(whoIs))).toEqual([
			{ id: maya.id, name: "Maya from Acme", bot: false },
			{ id: jukebox.id, name: "jukebox", bot: true },
			{ id: sunil.id, name: "Sunil", bot: false },
		]);
		expect(discord.memberRequests).toMatchObject([
			{ serverId: acme.id, userIds: [maya.id, jukebox.id] },
			{ serverId: beta.id, userIds: [sunil.id] },
		]);
		expect(oneByOne()).toBe(0);
		expect(errors).toEqual([]);
	});

	it("asks once for somebody who is asked for already, and anew later", async () => {
		const { acme, whoIs, discord, clock } = await asking();
		const maya = acme.addMember("Maya");
		const [first, second] = await Promise.all([whoIs(maya), whoIs(maya)]);
		expect(second).toBe(first);
		await maya.changesNick("Mia");
		const later = whoIs(maya);
		clock.skip(ROUND_MS);
		expect(await later).toMatchObject({ name: "Mia" });
		expect(discord.memberRequests).toHaveLength(2);
	});

	it("waits a second for the next round, which may be several requests", async () => {
		const { acme, whoIs, discord, client, clock } = await asking({ speed: STANDING_STILL });
		const [first, ...others] = Array.from({ length: 202 }, (_, index) => acme.addMember(`Guest ${index}`));
		if (!first) throw new Error("nobody came");
		const named = whoIs(first);
		clock.skip(GATHERING_MS);
		await named;
		const allNamed = Promise.all(others.map(whoIs));
		clock.skip(ROUND_MS - 10);
		await client.rest.get("/gateway"); // whatever was sent before this has arrived
		expect(discord.memberRequests).toHaveLength(1);
		clock.skip(10);
		await allNamed;
		expect(discord.memberRequests.map(({ userIds }) => userIds.length)).toEqual([1, 100, 100, 1]);
	});

	it("asks one by one for whom the gateway does not know", async () => {
		const { acme, whoIs, oneByOne } = await asking();
		const [maya, gus] = [acme.addMember("Maya"), acme.addMember({ globalName: "Gus", guest: true })];
		expect(await Promise.all([whoIs(maya), whoIs(gus)])).toMatchObject([{ name: "Maya" }, { name: "Gus" }]);
		expect(oneByOne()).toBe(2); // as a member, then as a user
	});

	it("asks one by one after two seconds without an answer, and takes no notice of one that comes then", async () => {
		const given = await asking();
		const { acme, whoIs, clock, requested, silence, oneByOne } = given;
		const maya = acme.addMember("Maya");
		silence();
		const named = whoIs(maya);
		await requested(1);
		expect(oneByOne()).toBe(0);
		clock.skip(SILENCE_MS);
		expect(await named).toMatchObject({ name: "Maya" });
		expect(oneByOne()).toBe(1);
		await answers(given, { members: [{ user: { id: maya.id, username: "late" } }] });
		expect(await whoIs(maya)).toMatchObject({ name: "Maya" });
	});

	it("asks one by one while the gateway is away", async () => {
		const { acme, whoIs, discord, oneByOne } = await asking({ connected: false });
		expect(await whoIs(acme.addMember("Maya"))).toMatchObject({ name: "Maya" });
		expect(oneByOne()).toBe(1);
		expect(discord.memberRequests).toEqual([]);
	});

	it("lets who is not urgent wait for a round, until somebody waits to be greeted", async () => {
		const { acme, people, discord, oneByOne, clock } = await asking({ connected: false, speed: STANDING_STILL });
		const maya = acme.addMember("Maya");
		const patient = people.whoIs(acme.id, maya.id, false);
		clock.skip(GATHERING_MS);
		clock.skip(ROUND_MS);
		expect(oneByOne()).toBe(0);
		const urgent = people.whoIs(acme.id, maya.id);
		clock.skip(ROUND_MS);
		await until(() => oneByOne() === 1);
		expect(await patient).toMatchObject({ name: "Maya" });
		expect(await urgent).toBe(await patient);
		expect(discord.memberRequests).toEqual([]);
	});

	it("asks one by one when the gateway is lost before it has answered", async () => {
		const { acme, whoIs, clock, discord, requested, silence } = await asking();
		silence();
		const named = whoIs(acme.addMember("Maya"));
		await requested(1);
		discord.fail.dropSockets();
		clock.skip(SILENCE_MS);
		expect(await named).toMatchObject({ name: "Maya" });
	});

	it.each([
		["malformed", { members: [{ user: { id: "x" } }, null] }],
		["of people who were not asked for", { members: [{ user: { id: "7", username: "eve" } }] }],
		["about nobody", { members: [] }],
	])("asks one by one at once when the answer is %s", async (_title, chunk) => {
		const given = await asking();
		const { acme, whoIs, requested, silence } = given;
		silence();
		const named = whoIs(acme.addMember("Maya"));
		await requested(1);
		await answers(given, chunk);
		expect(await named).toMatchObject({ name: "Maya" });
	});

	it.each([
		["to another's request", { nonce: "another" }],
		["about another server", { guild_id: "1" }],
		["that cannot be read", { members: null }],
		["that is a part of the answer", { chunk_count: 2 }],
		["that is nothing at all", { guild_id: undefined, nonce: undefined }],
	])("goes on waiting after an answer %s", async (_title, chunk) => {
		const given = await asking();
		const { acme, whoIs, requested, silence, oneByOne } = given;
		const maya = acme.addMember("Maya");
		silence();
		const named = whoIs(maya);
		await requested(1);
		await answers(given, { not_found: ["1"], ...chunk });
		await answers(given, { members: [{ user: { id: maya.id, username: "maya" } }], chunk_index: 1, chunk_count: 2 });
		expect(await named).toMatchObject({ name: "maya" });
		expect(oneByOne()).toBe(0);
	});

	it("leaves nothing hanging when it is stopped: whoever is still asked for has no name", async () => {
		const { acme, whoIs, people, discord, requested, silence, oneByOne } = await asking();
		const [maya, sunil, tom] = [acme.addMember("Maya"), acme.addMember("Sunil"), acme.addMember({ globalName: "Tom" })];
		silence();
		const requesting = whoIs(maya);
		await requested(1);
		const waiting = whoIs(sunil);
		people.stop();
		const after = whoIs(tom);
		expect(await Promise.all([requesting, waiting, after])).toEqual(
			[maya, sunil, tom].map(({ id }) => ({ id, name: "", bot: false })),
		);
		expect(discord.memberRequests).toHaveLength(1);
		expect(oneByOne()).toBe(0);
	});

	it("breaks off a look-up that is under way when it is stopped", async () => {
		const { acme, whoIs, people, discord, oneByOne } = await asking({ connected: false });
		discord.fail.stall({ path: "/members/" });
		const named = whoIs(acme.addMember("Maya"));
		await until(() => oneByOne() === 1);
		people.stop();
		expect(await named).toMatchObject({ name: "" });
	});
});

describe("namesOf", () => {
	it("tells the names of members, who is none, and asks nobody one by one", async () => {
		const { acme, people, discord, oneByOne } = await asking();
		const maya = acme.addMember({ globalName: "Maya", nick: "Maya from Acme" });
		const gus = acme.addMember({ globalName: "Gus", guest: true });
		const names = await people.namesOf(acme.id, [maya.id, gus.id, "175928847299117063"]);
		expect(names).toEqual(
			new Map([
				[maya.id, "Maya from Acme"],
				[gus.id, null],
				["175928847299117063", null],
			]),
		);
		expect(discord.memberRequests).toMatchObject([{ userIds: [maya.id, gus.id, "175928847299117063"] }]);
		expect(oneByOne()).toBe(0);
	});

	it("leaves out whom the gateway is silent about", async () => {
		const { acme, people, clock, requested, silence, oneByOne } = await asking({ speed: STANDING_STILL });
		silence();
		const names = people.namesOf(acme.id, [acme.addMember("Maya").id]);
		clock.skip(GATHERING_MS);
		await requested(1);
		clock.skip(SILENCE_MS);
		expect(await names).toEqual(new Map());
		expect(oneByOne()).toBe(0);
	});

	it("takes nothing from who asks about the same person as they come in", async () => {
		const { acme, people, whoIs, discord } = await asking();
		const maya = acme.addMember("Maya");
		const [person, names] = await Promise.all([whoIs(maya), people.namesOf(acme.id, [maya.id])]);
		expect([person.name, names.get(maya.id)]).toEqual(["Maya", "Maya"]);
		expect(discord.memberRequests).toMatchObject([{ userIds: [maya.id] }]);
	});
});

describe("askAgain", () => {
	const times = 4; // twice as a member, twice as a user
	it.each<[title: string, strike: (fail: Fail) => void]>([
		["Discord has trouble", (fail) => fail.answer(500, { method: "GET", times })],
		["Discord answers with a page", (fail) => fail.answer(200, { method: "GET", text: "<html></html>", times })],
		["the connection breaks", (fail) => fail.dropUnheard({ method: "GET", times })],
	])("names who could not be named because %s, when that is over", async (_title, strike) => {
		const { acme, people, whoIs, clock, discord, silence } = await asking();
		const maya = acme.addMember("Maya");
		silence(2);
		strike(discord.fail);
		let first: Person | undefined;
		void whoIs(maya).then((person) => {
			first = person;
		});
		await skipUntil({ clock }, () => first !== undefined);
		let later: Person | null | undefined;
		void people
			.askAgain(acme.id, maya.id, () => true)
			.then((person) => {
				later = person;
			});
		await skipUntil({ clock }, () => later !== undefined);
		expect([first?.name, later?.name]).toEqual(["", "Maya"]);
		expect(discord.memberRequests).toHaveLength(3);
	});

	it("asks nobody once it is not wanted any more, or when it is stopped", async () => {
		const { acme, people, clock, discord } = await asking({ speed: STANDING_STILL });
		const maya = acme.addMember("Maya");
		const unwanted = people.askAgain(acme.id, maya.id, () => false);
		clock.skip(30_000);
		expect(await unwanted).toBeNull();
		const stopped = people.askAgain(acme.id, maya.id, () => true);
		people.stop();
		expect(await stopped).toBeNull();
		expect(discord.memberRequests).toEqual([]);
	});
});
