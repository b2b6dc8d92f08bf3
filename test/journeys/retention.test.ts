import { describe, expect, it, onTestFinished } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import type { Store } from "../../src/store/queryable.ts";
import { serverSettings } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { shownBy } from "../commands/shown.ts";
import { foundOnDisk } from "../disk.ts";
import { describeOnBoth, type Engine, temporaryFile } from "../engines.ts";
import { count, held } from "../store/held.ts";
import { type Journey, setOut, timesLogged, until } from "./journey.ts";
import { moderatorsOf } from "./moderators.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TOLD = /^a server is told that old attendance is erased$/;
const ERASED = /^erased what a server has kept for long enough$/;

/** Acme, of which a session of a hundred days ago is stored that nobody has been told anything about, and Byname there. */
async function acmeOfOld(databaseUrl: string) {
	const journey = await setOut({ databaseUrl, started: false });
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const server = journey.discord.addServer({ name: "Acme" });
	const lounge = server.addTextChannel("lounge");
	await server.assigns({ system: lounge });
	const olga = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
	const maya = server.addMember("Maya");
	await held(store, journey.clock.now() - 100 * DAY_MS, { server: server.id, guests: 700 });
	await store.deleteFrom("untold").execute();
	return { journey, store, server, lounge, olga, maya };
}

/** Lets time pass in steps, so that nobody sleeps through a day of it; resolves early when `holds` does. */
async function pass({ clock }: Journey, ms: number, holds: () => boolean = () => false): Promise<void> {
	const end = clock.steady() + ms;
	await until(() => {
		if (holds() || clock.steady() >= end) return true;
		clock.skip(10 * MINUTE_MS);
		return false;
	});
}

function retentionIn(words: string): string {
	return words.split("\n").find((line) => line.startsWith("**Retention**")) ?? "";
}

function saidOfErasing(room: SimRoom): string[] {
	return room.messages.map(({ content }) => content).filter((content) => content.includes("erase"));
}

/** What comes after the answer to a command, for its user alone. */
async function addedTo(member: SimMember, command: string): Promise<string | null> {
	const shown = await member.runs(command);
	await shownBy(shown);
	const next = await shown.reply(300).catch(() => null);
	if (next && !next.ephemeral) throw new Error("everybody can read what was added");
	return next?.content ?? null;
}

const EMPTY = { session: 0, attendance: 0, stay: 0, greeting: 0, message: 0 };

async function stored(store: Store) {
	const tables = Object.keys(EMPTY) as (keyof typeof EMPTY)[];
	return Object.fromEntries(
		await Promise.all(tables.map(async (table) => [table, await count(store, table)] as const)),
	);
}

describeOnBoth("attendance that is older than its server keeps it", (engine: Engine) => {
	it("is erased a week after its moderators were told, and /server show says when", async () => {
		const { journey, store, server, lounge, olga } = await acmeOfOld(await engine.databaseUrl());
		const moderators = await moderatorsOf(server);
		await journey.start();
		await pass(journey, 3 * HOUR_MS, () => timesLogged(journey, TOLD) === 1);
		await until(async () => (await serverSettings(store, server.id))?.retention_told_at != null);
		const from = (await moderators.nextText()).match(/^From (<t:\d+:D>) on I erase, .* more than 90 days ago/)?.[1];
		expect(retentionIn(await shownBy(await olga.runs("server show")))).toContain(`From ${from} on I erase older`);
		await pass(journey, 6 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1, attendance: 700 });
		await pass(journey, 3 * DAY_MS, () => timesLogged(journey, ERASED) === 1);
		expect(await stored(store)).toEqual(EMPTY);
		expect(retentionIn(await shownBy(await olga.runs("server show")))).toMatch(
			/I erase older attendance once a day\.$/,
		);
		expect(moderators.messages).toHaveLength(1);
		expect(saidOfErasing(lounge)).toEqual([]);
	});

	it("stays where nobody can be told in private, until somebody who leads uses a command", async () => {
		const { journey, store, lounge, olga, maya } = await acmeOfOld(await engine.databaseUrl());
		await journey.start();
		await until(() => journey.discord.commands.length > 0);
		await pass(journey, 9 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1 });
		expect(await addedTo(maya, "host show")).toBeNull();
		expect(await addedTo(olga, "server show")).toMatch(/^From <t:\d+:D> on I erase/);
		expect(await addedTo(olga, "server show")).toBeNull();
		await pass(journey, 9 * DAY_MS, () => timesLogged(journey, ERASED) === 1);
		expect(await stored(store)).toEqual(EMPTY);
		expect(saidOfErasing(lounge)).toEqual([]);
	});
});

describe("attendance that was erased", () => {
	it("is no longer in the files", async () => {
		const databaseUrl = temporaryFile();
		const { journey, store, server } = await acmeOfOld(databaseUrl);
		await moderatorsOf(server);
		const { user_id } = await store.selectFrom("attendance").select("user_id").executeTakeFirstOrThrow();
		expect(foundOnDisk(databaseUrl, [user_id])).toEqual([user_id]);
		await journey.start();
		await pass(journey, 10 * DAY_MS, () => timesLogged(journey, ERASED) === 1);
		await pass(journey, 10 * MINUTE_MS); // the log of recent changes is emptied in that time
		await until(() => foundOnDisk(databaseUrl, [user_id]).length === 0);
	});
});

describe("a server that removes Byname", () => {
	/** Acme without Byname, which has noticed that. */
	async function withoutByname() {
		const acme = await acmeOfOld(temporaryFile());
		await acme.journey.start();
		await acme.server.remove();
		await pass(
			acme.journey,
			3 * HOUR_MS,
			() => timesLogged(acme.journey, /^Byname has been removed from a server/) === 1,
		);
		return acme;
	}

	it("is erased 30 days later", async () => {
		const { journey, store } = await withoutByname();
		await pass(journey, 29 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1 });
		await pass(journey, 3 * DAY_MS, () => timesLogged(journey, /^erased a server that removed Byname/) === 1);
		expect({ ...(await stored(store)), server: await count(store, "server") }).toEqual({ ...EMPTY, server: 0 });
	});

	it("is not when it has invited Byname again, nor in an outage", async () => {
		const { journey, store, server } = await withoutByname();
		await pass(journey, 20 * DAY_MS);
		await server.invitesAgain();
		await pass(journey, 3 * HOUR_MS, () => timesLogged(journey, /^Byname is back in a server/) === 1);
		await server.becomesUnavailable();
		await pass(journey, 35 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1 });
	});
});
