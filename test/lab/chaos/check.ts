import type { SaidMoment } from "../../../rehearsal/happening.ts";
import { againstWishes } from "./against.ts";
import { isSameSecond, type Model } from "./model.ts";
import { type Followed, followPlaces, type Version } from "./places.ts";
import type { Cast } from "./plan.ts";
import type { Range } from "./range.ts";
import { isGreeting, readTrialPost, type Said, type TrialPost } from "./trial-post.ts";
import { assignUnnamed } from "./unnamed.ts";

/** A post as the room saw it. */
export interface SeenPost {
	/** What it said at first. */
	content: string;
	/** What it has said since, and from when on. */
	changes: readonly Version[];
	/** When it was first tried and when Discord took it, by Discord's clock. */
	triedAt: number;
	acceptedAt: number;
	/** When it was composed, by the bot's clock; null where that is not known. */
	composedAt: number | null;
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
	/** Who was named, or called otherwise than they wanted. */
	against: string[];
	/** Who was greeted or thanked as a guest after they were named for the panel. */
	panel: string[];
}

/** A post, and what it says to whom. Who is not named at first, but later, is known by that. */
export type HeardPost = SeenPost & TrialPost & Followed;

/** Compares what the room saw with what it must have seen; `tried`: when the bot tried to post there. */
export function checkTrial(
	cast: Cast,
	model: Model,
	posts: readonly SeenPost[],
	tried: readonly { at: number }[] = [],
): TrialVerdict {
	const heard = posts.map(hear);
	const everyone = [...cast.hosts, ...cast.guests, ...cast.bots];
	const inVain = tried.filter(({ at }) => model.isToBeSilent(at)).length;
	const named = heard.flatMap(({ said, ...post }) => {
		const people = said.flatMap(({ who }) => (who === null ? [] : { who }));
		return people.length < said.length ? [] : [{ ...post, said: people }]; // else nobody knows when they had come
	});
	const verdict: TrialVerdict = {
		due: 0,
		greeted: 0,
		lost: [],
		doubled: [],
		wrong: [
			...heard.flatMap((post) => [...strangeWordsIn(post, everyone, model)]),
			...model.hastyPosts(named),
			...model.hellos.disagreements(),
		],
		against: heard.flatMap((post) => [...againstWishes(post, model)]),
		panel: heard.flatMap((post) => [...panelAsGuestsIn(post, model)]),
	};
	if (inVain > 0) verdict.wrong.push(`tried ${inVain} times to post in a room that was gone`);
	for (const who of everyone) checkWords(who, model, heard, verdict);
	for (const occasion of OCCASIONS) checkCounts(occasion, { everyone, model, posts: heard }, verdict);
	return verdict;
}

/** Reads a post as people hear it. */
export function hear(post: SeenPost): HeardPost {
	const { content, changes, acceptedAt } = post;
	const { places, spoilt } = followPlaces([{ content, at: acceptedAt }, ...changes]);
	const { said, unread, apology, next } = readTrialPost(content);
	const known = said.map((one) => ({ ...one, who: places[one.place]?.who ?? null }));
	return { ...post, places, spoilt, said: known, unread, apology, next };
}

/** What no post may say, whoever came. */
function* strangeWordsIn(post: HeardPost, everyone: readonly string[], model: Model): Generator<string> {
	const { content, unread, spoilt, pings, said, next } = post;
	if (next !== null && !model.mayComeNext(next, post)) yield `"${content}" invites to a date that is none`;
	for (const line of unread) yield `nobody can be meant by "${line}"`;
	yield* spoilt;
	if (pings > 0) yield `"${content}" pings ${pings}`;
	for (const { who } of said)
		if (who !== null && !everyone.includes(who)) yield `${who} is none of these people: "${content}"`;
}

/** Who is on the panel by then, and hears in a post what is for guests. */
function* panelAsGuestsIn(post: HeardPost, model: Model): Generator<string> {
	for (const { who, kind } of post.said) {
		if (who === null || kind === "afterHours") continue;
		const alone = post.said.every((said) => said.who === who);
		if (model.isGuestNoMore(who, post, alone)) yield `${who} is on the panel, and hears "${post.content}"`;
	}
}

/** What may be said to somebody, and how often that is to be. */
interface Occasion {
	what: string;
	isIt(said: Said): boolean;
	range(model: Model, who: string): Range;
}

const GREETING: Occasion = { what: "greeted", isIt: isGreeting, range: (model, who) => model.greetings(who) };
const OCCASIONS: readonly Occasion[] = [
	GREETING,
	{ what: "thanked", isIt: ({ kind }) => kind === "thanks", range: (model, who) => model.thanks(who) },
	{
		what: "told that the room is closed",
		isIt: ({ kind }) => kind === "afterHours",
		range: (model, who) => model.afterHours(who),
	},
];

/** Adds to the verdict what was said too often and too seldom; neutral words count for whom they may mean. */
function checkCounts(
	occasion: Occasion,
	{ everyone, model, posts }: { everyone: readonly string[]; model: Model; posts: readonly HeardPost[] },
	verdict: TrialVerdict,
): void {
	const { what, isIt, range } = occasion;
	const all = posts.flatMap((post) => post.said.filter(isIt).map((said) => ({ said, post })));
	const unnamed = all.filter(({ said }) => said.who === null);
	const people = everyone.map((who) => {
		const { least, most } = range(model, who);
		return { who, least, most, times: all.filter(({ said }) => said.who === who).length };
	});
	for (const { who, times, ...of } of people) {
		if (times > of.most) verdict.doubled.push(`${who} ${what} ${describe(times, of)}`);
	}
	const candidates = unnamed.map(({ said, post }) =>
		everyone.filter((who) => model.wishes.callsIn(who, post).has(null) && isFine({ ...said, who }, post, model)),
	);
	const open = people.map(({ who, least, most, times }) => ({ who, least: least - times, most: most - times }));
	const { lost, surplus } = assignUnnamed(candidates, open);
	for (const { who, times, ...of } of people) {
		const missing = lost.filter((one) => one === who).length;
		if (missing > 0) verdict.lost.push(`${who} ${what} ${describe(of.least - missing, of)}`);
	}
	for (const number of surplus) {
		const { content } = unnamed[number]?.post ?? { content: "" };
		if (candidates[number]?.length === 0) verdict.wrong.push(`nobody can be meant by a neutral word in "${content}"`);
		else verdict.doubled.push(`somebody who is quiet ${what} once more: "${content}"`);
	}
	if (occasion !== GREETING) return;
	verdict.due += people.reduce((sum, { least }) => sum + least, 0);
	verdict.greeted += all.length;
}

function isFine(said: Known, post: HeardPost, model: Model): boolean {
	return wrongWordsIn(said, post, model).next().done === true;
}

/** Adds to the verdict what is wrong with what one person heard. */
function checkWords(who: string, model: Model, posts: readonly HeardPost[], verdict: TrialVerdict): void {
	for (const post of posts) {
		for (const said of post.said)
			if (said.who === who) verdict.wrong.push(...wrongWordsIn({ ...said, who }, post, model));
	}
}

/** Something said to somebody of whom it is known, or assumed, who they are. */
type Known = Said & { who: string };

/** What is wrong with what a post says to one person. */
function* wrongWordsIn(said: Known, post: HeardPost, model: Model): Generator<string> {
	const { who, kind, at } = said;
	switch (kind) {
		case "thanks":
			return;
		case "lookBack":
			yield `${who} hears of a recap that nobody has left: "${post.content}"`;
			return;
		case "afterHours":
			if (!model.mayHearOfClosing(who, post)) yield `${who} hears too soon that it has closed: "${post.content}"`;
			if (at !== null && !model.mayComeNext(at, post)) yield `${who} hears of a date that is none: "${post.content}"`;
			return;
		default:
			yield* wrongGreetingIn({ ...said, kind }, post, model);
	}
}

function* wrongGreetingIn(
	{ who, kind, apology, at }: Known & { kind: SaidMoment | "back" },
	post: HeardPost,
	model: Model,
): Generator<string> {
	const allowed = model.words(who, post);
	// A welcome back in place of an opening is the same on time and late.
	const moments: SaidMoment[] = kind === "back" ? ["onTime", "late"] : [kind];
	if (!moments.some((moment) => allowed.kinds.has(moment)))
		yield `${who} hears "${kind}", not ${listed(allowed.kinds)}: "${post.content}"`;
	if (allowed.apology === "must" && !post.apology) yield `${who} hears no apology: "${post.content}"`;
	if (allowed.apology === "never" && apology) yield `${who} hears an apology for nothing: "${post.content}"`;
	const isStart = at === null || [...allowed.starts].some((start) => isSameSecond(start, at));
	if (!isStart) yield `${who} hears of a start that is none: "${post.content}"`;
	const lateBy = post.triedAt - allowed.tryBy;
	if (lateBy > 0) yield `${who} waits ${lateBy} ms too long for "${post.content}"`;
}

function listed(kinds: ReadonlySet<SaidMoment>): string {
	return kinds.size === 0 ? "anything" : [...kinds].join(" or ");
}

function describe(times: number, { least, most }: Range): string {
	return `${times} times instead of ${least === most ? most : `${least} to ${most}`}`;
}
