import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { CHANGED_WITHIN_MS } from "../store/corrections.ts";
import { EVERYWHERE, HOSTS_LANGUAGE, type PersonRow, peopleOn, whoHasChanged } from "../store/people.ts";
import type { Queryable, Store } from "../store/queryable.ts";
import { serverSettings } from "../store/settings.ts";
import { unusedNames } from "./unused-names.ts";

/** How somebody wants to be greeted on a server. */
export interface Wish {
	/** What they are called, unescaped; null: as Discord shows them. */
	called: string | null;
	/** How that is said, in letters; for hosts alone. */
	sound: string | null;
	/** They are to be named nowhere in public. */
	quiet: boolean;
	/** The tag of the language that they want to be greeted in; null: the host's. */
	language: string | null;
	/** They have asked to be named: by choosing a name, or by being quiet no more. */
	asked: boolean;
}

/** The wishes of some people, by user id; who has none is left out. */
export type WishesOf = ReadonlyMap<string, Wish>;

/** The only reader of what people wish for themselves. */
export interface Wishes {
	/** Rejects when it cannot be read. */
	of(serverId: string, userIds: readonly string[]): Promise<WishesOf>;
	/** Goes up whenever somebody says something of themselves to this process: what was read before may be wrong. */
	readonly version: number;
	/** Somebody has said something of themselves. */
	changed(userId: string): void;
	/**
	 * From now on `onNews` is called with those who have said something of themselves, whichever process was told, and when: at
	 * first with those of the last hour, since a process may have ended before it was. Where it rejects, it is called again.
	 */
	follow(onNews: (said: readonly Said[]) => Promise<void>): void;
	stop(): Promise<void>;
}

/** Somebody has said something of themselves. */
export interface Said {
	userId: string;
	at: number;
}

/** A wish that another process was told may be missed for so long. */
const LOOK_EVERY_MS = 500;
/** Clocks of processes may differ by so much. */
const OVERLAP_MS = 60_000;

export const NO_WISHES: WishesOf = new Map();

interface WishesContext {
	store: Store;
	clock: Clock;
	log: Logger;
}

/**
 * Keeps in mind who has ever said something of themselves, which are few: for all others no arrival waits for a look at the
 * store.
 */
export function keepWishes({ store, clock, log }: WishesContext): Wishes {
	const stopping = new AbortController();
	const wishers = new Set<string>();
	/** When those who have said something of late did. */
	const lately = new Map<string, number>();
	/** What nobody has been told of yet. */
	let news: readonly Said[] = [];
	let onNews: ((said: readonly Said[]) => Promise<void>) | null = null;
	let version = 0;
	let readAt: number | null = null;
	let reading: Promise<void> | null = null;
	const looking = lookNowAndThen();

	/** Reads who is new among those who wish for something; the first time, everybody. */
	function readWishers(): Promise<void> {
		reading ??= read().finally(() => (reading = null));
		return reading;
	}

	async function read(): Promise<void> {
		const now = clock.now();
		const since = readAt === null ? null : readAt - OVERLAP_MS;
		const said = await whoHasChanged(store, since);
		for (const { userId } of said) wishers.add(userId);
		readAt = now;
		const fresh = said.filter(({ userId, at }) => at >= now - CHANGED_WITHIN_MS && lately.get(userId) !== at);
		for (const [userId, at] of lately) if (at < now - 2 * OVERLAP_MS) lately.delete(userId);
		for (const { userId, at } of fresh) lately.set(userId, at);
		news = [...news, ...fresh];
	}

	async function tellNews(): Promise<void> {
		const told = news;
		if (onNews === null || told.length === 0) return;
		await onNews(told);
		news = news.filter((one) => !told.includes(one));
	}

	async function lookNowAndThen(): Promise<void> {
		let isTold = false;
		while (!stopping.signal.aborted) {
			try {
				await readWishers();
				await tellNews();
				isTold = false;
			} catch (err) {
				if (!isTold) log.warn({ err }, "what people wish for themselves could not be read; trying again");
				isTold = true;
			}
			await clock.sleep(LOOK_EVERY_MS, stopping.signal);
		}
	}

	return {
		async of(serverId, userIds) {
			if (readAt === null) await readWishers();
			const asked = userIds.filter((userId) => wishers.has(userId));
			return asked.length === 0 ? NO_WISHES : wishesIn(store, serverId, asked);
		},
		get version() {
			return version;
		},
		changed(userId) {
			wishers.add(userId);
			version++;
		},
		follow(then) {
			onNews = then;
		},
		async stop() {
			stopping.abort();
			await looking;
		},
	};
}

/** What some people wish on a server, as it is stored. */
export async function wishesIn(db: Queryable, serverId: string, userIds: readonly string[]): Promise<WishesOf> {
	const rows = await peopleOn(db, serverId, userIds);
	if (rows.length === 0) return NO_WISHES;
	const server = await serverSettings(db, serverId);
	const allowed = { names: server?.chosen_names !== 0, languages: server?.guest_languages !== 0 };
	const each = Map.groupBy(rows, (row) => row.user_id);
	const wishes = new Map([...each].map(([userId, said]) => [userId, wishOf(said, allowed)]));
	return withoutUnused(db, serverId, wishes);
}

/** Those whose name is out of use on the server are called as Discord shows them, and nobody is told how that name is said. */
async function withoutUnused(db: Queryable, serverId: string, wishes: Map<string, Wish>): Promise<WishesOf> {
	const chosen = [...wishes].flatMap(([userId, { called }]) => (called === null ? [] : [{ userId, name: called }]));
	const unused = await unusedNames(db, serverId, chosen);
	return new Map([...wishes].map(([id, wish]) => [id, unused.has(id) ? { ...wish, called: null, sound: null } : wish]));
}

/** What is said on a server comes before what is said everywhere. */
function wishOf(said: readonly PersonRow[], allowed: { names: boolean; languages: boolean }): Wish {
	const layers = said.toSorted((a, b) => Number(a.server_id === EVERYWHERE) - Number(b.server_id === EVERYWHERE));
	const named = allowed.names ? layers.find(({ called }) => called !== null) : undefined;
	const quiet = layers.find((row) => row.quiet !== null)?.quiet ?? null;
	const language = allowed.languages ? languageSaid(layers) : null;
	return {
		called: named?.called ?? null,
		sound: (named ?? layers.find(({ sound }) => sound !== null))?.sound ?? null,
		quiet: quiet === 1,
		language,
		asked: quiet === 0 || layers.some(({ called }) => called !== null),
	};
}

/** The tag of the language that somebody has chosen, by what they say here and, after that, everywhere; null for the host's. */
export function languageSaid(layers: readonly (Pick<PersonRow, "language"> | undefined)[]): string | null {
	const said = layers.find((layer) => layer?.language != null)?.language;
	return said === undefined || said === HOSTS_LANGUAGE ? null : said;
}
