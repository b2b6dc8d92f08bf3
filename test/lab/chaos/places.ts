import { callsIn, isNeutral, saysSorryForName, whoIsCalled, withoutCalls } from "./calls.ts";
import type { Call } from "./wishes.ts";

/** What a message has said since a moment. */
export interface Version {
	content: string;
	at: number;
}

/** A place in a message at which somebody is called. */
export interface Place {
	/** Who that is; null where no version of the message names them. */
	who: string | null;
	/** How they were called there at first. */
	first: Call;
	/** How they were called there after each change. */
	changes: { call: Call; at: number }[];
	/** How they are called there now. */
	last: Call;
}

/** A message, followed through all its changes. */
export interface Followed {
	places: Place[];
	/** What has become of it that no wish of anybody's explains. */
	spoilt: string[];
}

/** Follows a message from its first words to its last: each place stays that of one person, however they are called. */
export function followPlaces(versions: readonly Version[]): Followed {
	const [first = { content: "", at: 0 }, ...changed] = versions;
	const words = withoutCalls(first.content);
	const spoilt = changed
		.filter(({ content }) => withoutCalls(content) !== words)
		.map(({ content }) => `"${first.content}" has become "${content}"`);
	if (saysSorryForName(first.content)) spoilt.push(`sorry for a name that was never said: "${first.content}"`);
	const called = versions.map(({ content, at }) => ({ at, calls: callsIn(content) }));
	const places = callsIn(first.content).map((_, index) => placeAt(index, called));
	if (spoilt.length > 0) return { places, spoilt };
	for (const [index, { who }] of places.entries()) {
		const people = new Set(called.flatMap(({ calls }) => whoIsCalled(calls[index] ?? "") ?? []));
		if (people.size > 1) spoilt.push(`${who}'s place calls ${[...people].join(" and ")}: "${first.content}"`);
	}
	return { places, spoilt };
}

function placeAt(index: number, versions: readonly { at: number; calls: readonly string[] }[]): Place {
	const all = versions.flatMap(({ at, calls }) => {
		const words = calls[index];
		return words === undefined ? [] : [{ at, call: isNeutral(words) ? null : words }];
	});
	const [first = { call: null, at: 0 }] = all;
	const named = all.find(({ call }) => call !== null)?.call ?? null;
	return {
		who: named === null ? null : whoIsCalled(named),
		first: first.call,
		changes: all.filter(({ call }, n) => n > 0 && call !== all[n - 1]?.call),
		last: all.at(-1)?.call ?? null,
	};
}
