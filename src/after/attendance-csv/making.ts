import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../clock.ts";
import type { Wish, Wishes, WishesOf } from "../../guests/wishes.ts";
import type { AskMemberNames } from "../../member-names.ts";
import { phrase } from "../../phrases/phrases.ts";
import type { Profiles } from "../../profiles/profiles.ts";
import { chunks } from "../../store/chunks.ts";
import { forgottenAmong } from "../../store/forgotten.ts";
import type { Store } from "../../store/queryable.ts";
import { type SessionRow, sessionById } from "../../store/sessions.ts";
import { UserError } from "../../user-error.ts";
import { type AttendanceFile, csvOf, fileNameOf, type Listed } from "./csv.ts";
import type { Names } from "./names.ts";
import { type CsvStay, readRoles, readStays } from "./rows.ts";

/** What is to be in a file. */
export interface Order {
	session: SessionRow;
	/**
	 * Who was expected, as is known when it is called: they may be forgotten while the file is made. Null where that is not known, or
	 * who did not come is not to be in the file.
	 */
	expected(): ReadonlySet<string> | null;
	ask: AskMemberNames;
}

/** How far a file is. */
export interface Progress {
	/** How many names Discord has been asked for, and how many there are in all; 0 before that is known. */
	named: number;
	all: number;
}

/** A file that is made, and what is to be said of it. */
export interface CsvFile {
	name: string;
	/** Its bytes: a large one is never in one piece, for to move that holds up all else. */
	pieces: readonly Buffer[];
	session: SessionRow;
	/** The host's; null where it is not set, and the times are UTC. */
	timeZone: string | null;
	/** How many attendees came. */
	came: number;
	/** How many are listed who were expected and did not come; null where that is not to be in the file. */
	away: number | null;
	quiet: number;
	/** Who stands there by their id: for having left the server, or for Discord not telling their names. */
	left: number;
	untold: number;
}

export interface MakingContext {
	store: Store;
	clock: Clock;
	profiles: Pick<Profiles, "of">;
	wishes: Pick<Wishes, "of">;
	names: Names;
}

/** What those who may be in a file go by, and when that was asked for first. */
export interface Named {
	askedAt: number;
	/** By user id; null for who has left the server. Who is left out could not be told. */
	names: ReadonlyMap<string, string | null>;
}

/** Asks what those go by who may be in a file, which takes long. */
export async function askNames(
	order: Order,
	{ store, clock, names }: MakingContext,
	progress: Progress,
): Promise<Named> {
	const { server_id: serverId, host_id: hostId, id } = order.session;
	const askedAt = clock.now();
	const roles = await readRoles(store, id);
	const userIds = [...new Set([...(hostId === null ? [] : [hostId]), ...roles.keys(), ...(order.expected() ?? [])])];
	progress.all = userIds.length;
	const onTold = (count: number) => (progress.named = count);
	return { askedAt, names: await names.of({ serverId, userIds, ask: order.ask }, onTold) };
}

/**
 * Writes a file. What is stored is read only now, so that nothing is in it that was erased since the names were asked for; who has
 * come since is not in it either. Rejects with a `UserError` where the session is no more.
 */
export async function writeFile(
	order: Order,
	{ askedAt: madeAt, names: named }: Named,
	context: MakingContext,
): Promise<CsvFile> {
	const { id } = order.session;
	const { store } = context;
	const session = await sessionById(store, id);
	if (!session) throw new UserError(phrase("csv.erased"));
	const attendance = await gather({ ...order, session }, madeAt, named, context);
	const listed = [...attendance.attendees, ...(attendance.noShows ?? [])];
	const nameless = [...listed, ...attendance.panel].filter(({ name }) => name === null);
	const left = nameless.filter(({ userId }) => named.has(userId)).length;
	return {
		name: fileNameOf(attendance),
		pieces: await written(attendance),
		session,
		timeZone: attendance.timeZone,
		came: attendance.attendees.length,
		away: attendance.noShows?.length ?? null,
		quiet: listed.filter(({ isQuiet }) => isQuiet).length,
		left,
		untold: nameless.length - left,
	};
}

/** Reads all that is to be in the file about those whose names were asked for. */
async function gather(
	{ session, expected }: Order,
	madeAt: number,
	named: ReadonlyMap<string, string | null>,
	{ store, profiles, wishes }: MakingContext,
): Promise<AttendanceFile> {
	const { id, server_id: serverId, host_id: hostId } = session;
	const roles = await readRoles(store, id);
	const stays = await readStays(store, id);
	const { voice } = await profiles.of(serverId, hostId);
	const wishesOf = await readWishes(wishes, serverId, [...named.keys()]);
	const listed = (userId: string): Listed => {
		const wish = wishesOf.get(userId);
		const name = wish?.called ?? named.get(userId) ?? null;
		return { userId, name: name || null, isQuiet: wish?.quiet === true, stays: staysUntil(madeAt, stays.get(userId)) };
	};
	const inRole = async (role: "panel" | "attendee") => {
		const userIds = [...roles].flatMap(([userId, has]) =>
			has === role && userId !== hostId && named.has(userId) ? userId : [],
		);
		return (await inSteps(userIds, listed)).sort((a, b) => firstOf(a) - firstOf(b));
	};
	const away = [...(expected() ?? [])].filter((userId) => named.has(userId) && !roles.has(userId) && userId !== hostId);
	const noShows = expected() === null ? null : await notForgotten(store, session, away);
	return {
		title: session.title,
		roomId: session.room_id,
		openedAt: session.opened_at,
		startsAt: session.starts_at,
		closedAt: session.closed_at,
		madeAt,
		timeZone: voice.timeZone,
		host: hostId === null ? null : listed(hostId),
		panel: await inRole("panel"),
		attendees: await inRole("attendee"),
		noShows: noShows && (await inSteps(noShows, listed)),
	};
}

/** Reads how people want to be named, and lets all else have its turn now and then. */
async function readWishes(wishes: MakingContext["wishes"], serverId: string, userIds: string[]): Promise<WishesOf> {
	const all = new Map<string, Wish>();
	for (const some of chunks(userIds)) {
		for (const [userId, wish] of await wishes.of(serverId, some)) all.set(userId, wish);
		await setImmediate();
	}
	return all;
}

/** Who asked to be forgotten while the session is on has come, and is not to be listed as if they had not. */
async function notForgotten(store: Store, session: SessionRow, userIds: readonly string[]): Promise<string[]> {
	const { id, forgotten_key: key } = session;
	const forgotten = key === null ? new Set<string>() : await forgottenAmong(store, { id, key }, userIds);
	return userIds.filter((userId) => !forgotten.has(userId));
}

/** What has happened since the file was begun is not in it, for anybody. */
function staysUntil(madeAt: number, stays: readonly CsvStay[] = []): CsvStay[] {
	return stays
		.filter(({ enteredAt }) => enteredAt <= madeAt)
		.map((stay) => (stay.leftAt !== null && stay.leftAt > madeAt ? { ...stay, leftAt: null } : stay));
}

function firstOf({ stays }: Listed): number {
	return stays[0]?.enteredAt ?? Number.MAX_SAFE_INTEGER;
}

const LINES_AT_ONCE = 250;

/** Writes the file, and lets all else have its turn now and then. */
async function written(attendance: AttendanceFile): Promise<Buffer[]> {
	const pieces: Buffer[] = [];
	let lines: string[] = [];
	for (const line of csvOf(attendance)) {
		if (lines.push(line) < LINES_AT_ONCE) continue;
		pieces.push(Buffer.from(lines.join("")));
		lines = [];
		await setImmediate();
	}
	return [...pieces, Buffer.from(lines.join(""))];
}

/** What comes of each, with a turn for all else now and then. */
async function inSteps<From, To>(all: readonly From[], become: (one: From) => To): Promise<To[]> {
	const done: To[] = [];
	for (const some of chunks(all)) {
		for (const one of some) done.push(become(one));
		await setImmediate();
	}
	return done;
}
