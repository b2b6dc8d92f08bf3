import { describe, expect, it, onTestFinished } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import type { Store } from "../../src/store/queryable.ts";
import { saveServer, serverSettings } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { shownBy } from "../commands/shown.ts";
import { foundOnDisk } from "../disk.ts";
import { describeOnBoth, type Engine, temporaryFile } from "../engines.ts";
import { count, held } from "../store/held.ts";
import { setOut, timesLogged, until } from "./journey.ts";
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

type Acme = Awaited<ReturnType<typeof acmeOfOld>>;

/** Lets time pass until something holds. Each step takes as long as a query, so that nobody sleeps through a day of it. */
async function passUntil({ journey: { clock }, store }: Acme, holds: () => boolean): Promise<void> {
	await until(async () => {
		if (holds()) return true;
		await count(store, "server");
		clock.skip(20 * MINUTE_MS);
		return false;
	});
}

function pass(acme: Acme, ms: number): Promise<void> {
	const { clock } = acme.journey;
	const end = clock.steady() + ms;
	return passUntil(acme, () => clock.steady() >= end);
}

function passUntilLogged(acme: Acme, message: RegExp): Promise<void> {
	return passUntil(acme, () => timesLogged(acme.journey, message) === 1);
}

/** Has what Acme's row says to have happened at a time happen so many days before that: as if they had gone by since. */
async function goBack({ store, server }: Acme, column: "retention_told_at" | "removed_at", days: number) {
	await until(async () => (await serverSettings(store, server.id))?.[column] != null);
	const at = (await serverSettings(store, server.id))?.[column] ?? 0;
	await saveServer(store, server.id, { [column]: at - days * DAY_MS });
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
		const acme = await acmeOfOld(await engine.databaseUrl());
		const { journey, store, server, lounge, olga } = acme;
		const moderators = await moderatorsOf(server);
		await journey.start();
		await passUntilLogged(acme, TOLD);
		await until(async () => (await serverSettings(store, server.id))?.retention_told_at != null);
		const from = (await moderators.nextText()).match(/^From (<t:\d+:D>) on I erase, .* more than 90 days ago/)?.[1];
		expect(retentionIn(await shownBy(await olga.runs("server show")))).toContain(`From ${from} on I erase older`);
		await goBack(acme, "retention_told_at", 5);
		await pass(acme, 1.5 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1, attendance: 700 });
		await passUntilLogged(acme, ERASED);
		expect(await stored(store)).toEqual(EMPTY);
		const then = retentionIn(await shownBy(await olga.runs("server show")));
		expect(then).toMatch(/I erase older attendance once a day\.$/);
		expect(moderators.messages).toHaveLength(1);
		expect(saidOfErasing(lounge)).toEqual([]);
	});

	it("stays where nobody can be told in private, until somebody who leads uses a command", async () => {
		const acme = await acmeOfOld(await engine.databaseUrl());
		const { journey, store, server, lounge, olga, maya } = acme;
		await journey.start();
		await until(() => journey.discord.commands.length > 0);
		await passUntilLogged(acme, TOLD);
		await until(async () => (await serverSettings(store, server.id))?.retention_untold === 1);
		await pass(acme, 1.5 * DAY_MS);
		expect(await stored(store)).toMatchObject({ session: 1 });
		expect(await addedTo(maya, "host show")).toBeNull();
		expect(await addedTo(olga, "server show")).toMatch(/^From <t:\d+:D> on I erase/);
		await goBack(acme, "retention_told_at", 6);
		expect(await addedTo(olga, "server show")).toBeNull();
		await passUntilLogged(acme, ERASED);
		expect(await stored(store)).toEqual(EMPTY);
		expect(saidOfErasing(lounge)).toEqual([]);
	});
});

describe("attendance that was erased", () => {
	it("is no longer in the files", async () => {
		const databaseUrl = temporaryFile();
		const acme = await acmeOfOld(databaseUrl);
		const { journey, store, server } = acme;
		await moderatorsOf(server);
		const { user_id } = await store.selectFrom("attendance").select("user_id").executeTakeFirstOrThrow();
		expect(foundOnDisk(databaseUrl, [user_id])).toEqual([user_id]);
		await journey.start();
		await passUntilLogged(acme, TOLD);
		await goBack(acme, "retention_told_at", 7);
		await passUntilLogged(acme, ERASED);
		await until(async () => {
			await pass(acme, MINUTE_MS); // within a minute the log of recent changes is emptied
			return foundOnDisk(databaseUrl, [user_id]).length === 0;
		});
	});
});

describe("a server that removes Byname", () => {
	/** Acme without Byname, which noticed that 29 days ago. */
	async function withoutByname(): Promise<Acme> {
		const acme = await acmeOfOld(temporaryFile());
		await acme.journey.start();
		await acme.server.remove();
		await passUntilLogged(acme, /^Byname has been removed from a server/);
		await goBack(acme, "removed_at", 29);
		return acme;
	}

	it("is erased 30 days later", async () => {
		const acme = await withoutByname();
		await pass(acme, 0.8 * DAY_MS);
		expect(await stored(acme.store)).toMatchObject({ session: 1 });
		await passUntilLogged(acme, /^erased a server that removed Byname/);
		expect({ ...(await stored(acme.store)), server: await count(acme.store, "server") }).toEqual({
			...EMPTY,
			server: 0,
		});
	});

	it("is not when it has invited Byname again, nor in an outage", async () => {
		const acme = await withoutByname();
		await acme.server.invitesAgain();
		await passUntilLogged(acme, /^Byname is back in a server/);
		await acme.server.becomesUnavailable();
		await pass(acme, 4 * DAY_MS);
		expect(await stored(acme.store)).toMatchObject({ session: 1 });
		expect(await serverSettings(acme.store, acme.server.id)).toMatchObject({ removed_at: null });
	});
});
