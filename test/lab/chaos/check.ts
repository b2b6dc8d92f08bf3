import type { Model, Range } from "./model.ts";
import type { Cast } from "./plan.ts";
import { type ReadPost, readPost } from "./read.ts";
import type { Kind } from "./words.ts";

/** A post as it stands in the room. */
export interface Post {
	content: string;
	/** When it was first tried and when Discord took it, by Discord's clock. */
	triedAt: number;
	acceptedAt: number;
	/** How many people it pinged. */
	pings: number;
}

/** How a trial went. */
export interface Verdict {
	/** Greetings that must have been said, and those said on arrival. */
	due: number;
	greeted: number;
	lost: string[];
	doubled: string[];
	wrong: string[];
}

/** Compares what the room saw with what it must have seen. */
export function check(cast: Cast, model: Model, posts: readonly Post[]): Verdict {
	const verdict: Verdict = { due: 0, greeted: 0, lost: [], doubled: [], wrong: [] };
	const read = posts.map((post) => ({ ...post, ...readPost(post.content) }));
	const everyone = [...cast.hosts, ...cast.guests, ...cast.bots];
	for (const post of read) {
		for (const line of post.unread) verdict.wrong.push(`nobody can be meant by "${line}"`);
		if (post.pings > 0) verdict.wrong.push(`"${post.content}" pings ${post.pings}`);
		for (const { who } of post.said) {
			if (!everyone.includes(who)) verdict.wrong.push(`${who} is none of these people: "${post.content}"`);
		}
	}
	for (const who of everyone) {
		const times = (...kinds: string[]) =>
			read.reduce((sum, { said }) => sum + said.filter((one) => one.who === who && kinds.includes(one.kind)).length, 0);
		const greeted = times("early", "onTime", "late");
		const range = model.greetings(who);
		verdict.due += range.least;
		verdict.greeted += greeted;
		if (greeted < range.least) verdict.lost.push(`${who} greeted ${describe(greeted, range)}`);
		if (greeted > range.most) verdict.doubled.push(`${who} greeted ${describe(greeted, range)}`);
		for (const [kind, most] of [
			["thanks", model.thanks(who)],
			["afterHours", model.afterHours(who)],
		] as const) {
			if (times(kind) > most.most) verdict.doubled.push(`${who}: ${kind} ${describe(times(kind), most)}`);
		}
		for (const post of read) verdict.wrong.push(...wordsIn(post, who, model));
	}
	return verdict;
}

function* wordsIn(post: Post & ReadPost, who: string, model: Model): Generator<string> {
	for (const said of post.said) {
		if (said.who !== who || said.kind === "thanks" || said.kind === "afterHours") continue;
		const { kinds, apology } = model.words(who, post);
		if (!kinds.has(said.kind)) yield `${who} hears "${said.kind}", not ${listed(kinds)}: "${post.content}"`;
		if (apology === "must" && !post.apology) yield `${who} hears no apology: "${post.content}"`;
		if (apology === "never" && said.apology) yield `${who} hears an apology for nothing: "${post.content}"`;
	}
}

function listed(kinds: ReadonlySet<Kind>): string {
	return kinds.size === 0 ? "anything" : [...kinds].join(" or ");
}

function describe(times: number, { least, most }: Range): string {
	return `${times} times instead of ${least === most ? most : `${least} to ${most}`}`;
}
