import type { SaidMoment } from "../../../rehearsal/happening.ts";
import type { Model, Range } from "./model.ts";
import type { Cast } from "./plan.ts";
import { readTrialPost, type TrialPost } from "./trial-post.ts";

/** A post as it stands in the room. */
export interface SeenPost {
	content: string;
	/** When it was first tried and when Discord took it, by Discord's clock. */
	triedAt: number;
	acceptedAt: number;
	/** How many people it pinged. */
	pings: number;
}

/** How a trial went. */
export interface TrialVerdict {
	/** Greetings that must have been said, and those said on arrival. */
	due: number;
	greeted: number;
	lost: string[];
	doubled: string[];
	wrong: string[];
}

/** A post as it stands in the room, and what it says to whom. */
type HeardPost = SeenPost & TrialPost;

/** Compares what the room saw with what it must have seen. */
export function checkTrial(cast: Cast, model: Model, posts: readonly SeenPost[]): TrialVerdict {
	const heard = posts.map((post) => ({ ...post, ...readTrialPost(post.content) }));
	const everyone = [...cast.hosts, ...cast.guests, ...cast.bots];
	const verdict: TrialVerdict = {
		due: 0,
		greeted: 0,
		lost: [],
		doubled: [],
		wrong: heard.flatMap((post) => [...strangeWordsIn(post, everyone)]),
	};
	for (const who of everyone) checkOne(who, model, heard, verdict);
	return verdict;
}

/** What no post may say, whoever came. */
function* strangeWordsIn({ content, unread, pings, said }: HeardPost, everyone: readonly string[]): Generator<string> {
	for (const line of unread) yield `nobody can be meant by "${line}"`;
	if (pings > 0) yield `"${content}" pings ${pings}`;
	for (const { who } of said) if (!everyone.includes(who)) yield `${who} is none of these people: "${content}"`;
}

/** Adds to the verdict what one person heard and was to hear. */
function checkOne(who: string, model: Model, posts: readonly HeardPost[], verdict: TrialVerdict): void {
	const heard = posts.flatMap(({ said }) => said.filter((one) => one.who === who));
	const times = (...kinds: string[]) => heard.filter(({ kind }) => kinds.includes(kind)).length;
	const greeted = times("early", "onTime", "late");
	const range = model.greetings(who);
	verdict.due += range.least;
	verdict.greeted += greeted;
	if (greeted < range.least) verdict.lost.push(`${who} greeted ${describe(greeted, range)}`);
	if (greeted > range.most) verdict.doubled.push(`${who} greeted ${describe(greeted, range)}`);
	const others = { thanks: model.thanks(who), afterHours: model.afterHours(who) };
	for (const [kind, range] of Object.entries(others)) {
		if (times(kind) > range.most) verdict.doubled.push(`${who}: ${kind} ${describe(times(kind), range)}`);
	}
	for (const post of posts) verdict.wrong.push(...wordsIn(post, who, model));
}

function* wordsIn(post: HeardPost, who: string, model: Model): Generator<string> {
	for (const said of post.said) {
		if (said.who !== who || said.kind === "thanks" || said.kind === "afterHours") continue;
		const { kinds, apology } = model.words(who, post);
		if (!kinds.has(said.kind)) yield `${who} hears "${said.kind}", not ${listed(kinds)}: "${post.content}"`;
		if (apology === "must" && !post.apology) yield `${who} hears no apology: "${post.content}"`;
		if (apology === "never" && said.apology) yield `${who} hears an apology for nothing: "${post.content}"`;
	}
}

function listed(kinds: ReadonlySet<SaidMoment>): string {
	return kinds.size === 0 ? "anything" : [...kinds].join(" or ");
}

function describe(times: number, { least, most }: Range): string {
	return `${times} times instead of ${least === most ? most : `${least} to ${most}`}`;
}
