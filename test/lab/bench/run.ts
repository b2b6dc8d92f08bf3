import type { BotKind } from "./bot.ts";
import { type LineLength, lineLength } from "./line-length.ts";
import { delaysOf, type Spread, spreadOf } from "./spread.ts";
import type { WatchedStage } from "./watched-stage.ts";

/** How one bot fared in one scenario. */
export interface Run {
	scenario: string;
	bot: string;
	people: number;
	named: number;
	/** People named in more than one post. */
	namedTwice: number;
	posts: number;
	rateLimited: number;
	/** From gateway packet to accepted post, in milliseconds; `atLeast` lists the lower bounds. */
	delay: Spread & { atLeast: (keyof Spread)[] };
	/** From gateway packet to the request's arrival, in milliseconds, over those whose request came. */
	toRequest: Spread;
	/** How many waited, where people came over a span of time. */
	line: LineLength | null;
	/** Posts a second once the burst was used up; NaN where there was no such time. */
	postsPerSecond: number;
	/** Resident memory in MiB after the start and at the end; null where unknown. */
	memory: { start: number | null; end: number | null };
	/** What the bot itself logged as warnings and errors. */
	troubles: string[];
}

const BURST = 5;

/** Puts together how a run went, over the people that count. */
export function runOf(
	kind: BotKind,
	scenario: { id: string; lastsMs: number },
	venue: WatchedStage,
	{ leaveOut = 0, memory }: { leaveOut?: number; memory: Run["memory"] },
): Run {
	const traces = venue.traces().slice(leaveOut);
	const named = traces.filter(({ acceptedAt }) => acceptedAt !== null);
	const postTimes = [...new Set(named.flatMap(({ acceptedAt }) => acceptedAt ?? []))].sort((a, b) => a - b);
	return {
		scenario: scenario.id,
		bot: kind.name,
		people: traces.length,
		named: named.length,
		namedTwice: traces.filter(({ timesNamed }) => timesNamed > 1).length,
		posts: venue.posts() - leaveOut,
		rateLimited: venue.simulator.rateLimited,
		delay: delaysOf(traces, performance.now()),
		toRequest: spreadOf(
			traces.flatMap(({ packetAt, requestedAt }) => (requestedAt === null ? [] : [requestedAt - packetAt])),
		),
		line: scenario.lastsMs > 0 ? lineLength(traces, traces[0]?.packetAt ?? 0, scenario.lastsMs) : null,
		postsPerSecond: rateOf(postTimes.slice(BURST)),
		memory,
		troubles: venue.bot.troubles,
	};
}

function rateOf(times: readonly number[]): number {
	const [first = 0] = times;
	return ((times.length - 1) / ((times.at(-1) ?? 0) - first)) * 1_000;
}
