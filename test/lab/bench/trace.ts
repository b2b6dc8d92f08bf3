import { namesIn } from "./names.ts";

/** What happened to one person who came; times in milliseconds as `performance.now()` counts. */
export interface Trace {
	name: string;
	/** When the simulator wrote the gateway packet. */
	packetAt: number;
	/** When the first request that names them reached the simulator; null while there is none. */
	requestedAt: number | null;
	/** When the first post that names them was accepted; null while there is none. */
	acceptedAt: number | null;
	/** How many accepted posts name them. */
	timesNamed: number;
}

/** Something that names people, and when. */
export interface Naming {
	content: string;
	at: number;
}

/** Follows each person from their packet to the post that names them. */
export function traceAll(
	arrivals: readonly { name: string; packetAt: number }[],
	requests: readonly Naming[],
	posts: readonly Naming[],
): Trace[] {
	const names = new Set(arrivals.map(({ name }) => name));
	const requested = timesByName(requests, names);
	const accepted = timesByName(posts, names);
	return arrivals.map(({ name, packetAt }) => ({
		name,
		packetAt,
		requestedAt: requested.get(name)?.[0] ?? null,
		acceptedAt: accepted.get(name)?.[0] ?? null,
		timesNamed: accepted.get(name)?.length ?? 0,
	}));
}

function timesByName(namings: readonly Naming[], names: ReadonlySet<string>): Map<string, number[]> {
	const times = new Map<string, number[]>();
	for (const { content, at } of namings) {
		const named = namesIn(content, (name) => names.has(name));
		for (const name of named) times.set(name, [...(times.get(name) ?? []), at]);
	}
	return times;
}
