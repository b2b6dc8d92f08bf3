import type { Model } from "./model.ts";
import type { Followed, Place } from "./places.ts";
import type { TrialPost } from "./trial-post.ts";
import type { Call, Composed } from "./wishes.ts";
import type { PostTimes } from "./words.ts";

/** A post, how people are called in it, and to whom it says what. */
type Post = PostTimes & Composed & Pick<Followed, "places"> & Pick<TrialPost, "said"> & { content: string };

/**
 * How a post calls people otherwise than they wanted: when it was composed, when it was changed, or as it stands at last; and
 * to whom it speaks who is forgotten.
 */
export function* againstWishes(post: Post, model: Pick<Model, "wishes" | "isForgotten">): Generator<string> {
	for (const place of post.places) yield* misnamedAt(place, post, model);
	for (const { who, kind } of post.said) {
		if (who === null || kind === "afterHours" || !model.isForgotten(who, post)) continue;
		yield `${who} is forgotten, and hears "${post.content}"`;
	}
}

function* misnamedAt(
	{ who, first, changes, last }: Place,
	{ content, ...post }: Post,
	{ wishes }: Pick<Model, "wishes">,
): Generator<string> {
	if (who === null) return;
	const allowed = wishes.callsIn(who, post);
	if (!allowed.has(first)) yield `${who} is called ${told(first)}, not ${listed(allowed)}: "${content}"`;
	for (const { call, at } of changes) {
		const then = wishes.callsAnew(who, at);
		if (!then.has(call)) yield `${who} is called ${told(call)} anew, not ${listed(then)}: "${content}"`;
	}
	const now = wishes.callsInStanding(who, post);
	if (!now.has(last)) yield `${who} is still called ${told(last)}, not ${listed(now)}: "${content}"`;
}

function told(call: Call): string {
	return call ?? "by a neutral word";
}

function listed(calls: ReadonlySet<Call>): string {
	return [...calls].map(told).join(" or ");
}
