import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import {
	afterLimit,
	afterPassing,
	afterSilence,
	afterSuccess,
	type Barrier,
	OPEN,
	retryAfterMs,
	waitAt,
} from "./barrier.ts";
import { countRefusals, type Refusals, withRefusal } from "./refusals.ts";

/** What is asked of Discord, as far as limits are concerned. */
export interface Asked {
	/** Which requests share its limits, such as `POST /channels/1`. */
	kind: string;
	/** It answers somebody's command or button. It has a token of its own and little time, and is never kept back. */
	isInteraction: boolean;
}

/** What came back, as far as limits are concerned. */
export interface Came {
	status: number;
	headers: Pick<Headers, "get" | "has">;
	isJson: boolean;
}

/** Keeps requests back that Discord would refuse with 429. */
export interface Barriers {
	/** Lets a request pass now, if it may. */
	enter(asked: Asked): Entrance;
	/** How many answers 401, 403 and 429 there were within the last ten minutes. */
	refusals(): number;
}

export type Entrance =
	/** To be made at once. `end` is to be called with its answer, or null for none, and says how long to wait then. */
	| { is: "free"; end(came: Came | null): number }
	/** To be asked for again after so long; `all` requests have to wait, or only those of this kind. */
	| { is: "barred"; ms: number; all: boolean };

/** Stands for all requests, in place of a kind. */
const ALL = "";
/** From so many answers 401, 403 and 429 in ten minutes on, each further one keeps all requests back: far from Discord's 10,000. */
const SLOW_FROM = 1_000;
/** Cloudflare says half a minute, and counts everything that comes meanwhile. */
const LEAST_PAGE_MS = 60_000;
/** Barriers that nobody has come to for so long are forgotten. */
const FORGOTTEN_MS = 30 * 60_000;

export function keepBarriers({ clock, log }: { clock: Clock; log: Logger }): Barriers {
	/** Those that are not open, by kind of request. */
	const barriers = new Map<string, Barrier>();
	let refusals: Refusals = [];

	function change(kind: string, next: (barrier: Barrier) => Barrier): void {
		const before = barriers.get(kind) ?? OPEN;
		const after = next(before);
		if (after === before) return;
		if (after.is === "open") barriers.delete(kind);
		else barriers.set(kind, after);
	}

	function close(kind: string, limit: { passedAt: number; saidMs: number | null }, why: string): void {
		const now = clock.steady();
		for (const [other, barrier] of barriers) {
			if (barrier.is === "closed" && now - barrier.until > FORGOTTEN_MS) barriers.delete(other);
		}
		change(kind, (before) => {
			const after = afterLimit(before, { ...limit, now });
			if (after !== before && after.is === "closed") {
				const until = new Date(clock.now() + after.until - now).toISOString();
				log.warn({ limited: kind === ALL ? "all requests" : kind, until, refusals: count() }, why);
			}
			return after;
		});
	}

	function count(): number {
		return countRefusals(refusals, clock.steady());
	}

	/** Takes a 429 in: it closes the way to all requests unless Discord says that it is about this kind alone. */
	function limited({ kind }: Asked, passedAt: number, { headers, isJson }: Came): void {
		const scope = headers.get("X-RateLimit-Scope");
		const isOfKind = isJson && !headers.has("X-RateLimit-Global") && (scope === "user" || scope === "shared");
		const said = retryAfterMs(headers.get("Retry-After"));
		const saidMs = isJson ? said : Math.max(said ?? 0, LEAST_PAGE_MS);
		close(isOfKind ? kind : ALL, { passedAt, saidMs }, "Discord has had too many requests; they wait until then");
	}

	/** Counts what Discord counts against an address, and slows down when it is much. */
	function refused(passedAt: number, { status, headers }: Came): void {
		const isCounted = status === 401 || status === 403 || status === 429;
		if (!isCounted || headers.get("X-RateLimit-Scope") === "shared") return;
		refusals = withRefusal(refusals, clock.steady());
		if (count() < SLOW_FROM) return;
		close(ALL, { passedAt, saidMs: null }, "Discord refuses so much that Byname asks less, lest it be shut out");
	}

	function waitAtBarrier(kind: string): number {
		return waitAt(barriers.get(kind) ?? OPEN, clock.steady());
	}

	function end(asked: Asked, passed: readonly string[], passedAt: number, came: Came | null): number {
		if (came?.status === 429) limited(asked, passedAt, came);
		if (came) refused(passedAt, came);
		const next = (barrier: Barrier) =>
			came ? afterSuccess(barrier, passedAt) : afterSilence(barrier, passedAt, clock.steady());
		for (const kind of passed) change(kind, next);
		return Math.max(waitAtBarrier(ALL), waitAtBarrier(asked.kind));
	}

	return {
		enter(asked) {
			const { kind, isInteraction } = asked;
			const [forAll, forKind] = isInteraction ? [0, 0] : [waitAtBarrier(ALL), waitAtBarrier(kind)];
			if (forAll > 0 || forKind > 0) return { is: "barred", ms: Math.max(forAll, forKind), all: forAll >= forKind };
			const passedAt = clock.steady();
			const passed = isInteraction ? [kind] : [ALL, kind];
			for (const one of passed) change(one, (barrier) => afterPassing(barrier, passedAt));
			return { is: "free", end: (came) => end(asked, passed, passedAt, came) };
		},
		refusals: count,
	};
}
