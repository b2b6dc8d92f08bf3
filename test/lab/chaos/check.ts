import type { SaidMoment } from "../../../rehearsal/happening.ts";
import { isSameSecond, type Model, type Range } from "./model.ts";
import type { Cast } from "./plan.ts";
import { isGreeting, readTrialPost, type Said, type TrialPost } from "./trial-post.ts";

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

/** Compares what the room saw with what it must have seen; `tried`: when the bot tried to post there. */
export function checkTrial(
	cast: Cast,
	model: Model,
	posts: readonly SeenPost[],
	tried: readonly { at: number }[] = [],
): TrialVerdict {
	const heard = posts.map((post) => ({ ...post, ...readTrialPost(post.content) }));
	const everyone = [...cast.hosts, ...cast.guests, ...cast.bots];
	const inVain = tried.filter(({ at }) => model.isToBeSilent(at)).length;
	const verdict: TrialVerdict = {
		due: 0,
		greeted: 0,
		lost: [],
		doubled: [],
		wrong: [...heard.flatMap((post) => [...strangeWordsIn(post, everyone)]), ...model.hastyPosts(heard)],
	};
	if (inVain > 0) verdict.wrong.push(`tried ${inVain} times to post in a room that was gone`);
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
	const count = (isIt: (said: Said) => boolean) => heard.filter(isIt).length;
	const counted = [
		{ what: "greeted", times: count(isGreeting), range: model.greetings(who) },
		{ what: "thanked", times: count(({ kind }) => kind === "thanks"), range: model.thanks(who) },
		{
			what: "told that the room is closed",
			times: count(({ kind }) => kind === "afterHours"),
			range: model.afterHours(who),
		},
	];
	for (const { what, times, range } of counted) {
		if (times < range.least) verdict.lost.push(`${who} ${what} ${describe(times, range)}`);
		if (times > range.most) verdict.doubled.push(`${who} ${what} ${describe(times, range)}`);
	}
	verdict.due += model.greetings(who).least;
	verdict.greeted += count(isGreeting);
	for (const post of posts) {
		for (const said of post.said) if (said.who === who) verdict.wrong.push(...wrongWordsIn(said, post, model));
	}
}

/** What is wrong with what a post says to one person. */
function* wrongWordsIn(said: Said, post: HeardPost, model: Model): Generator<string> {
	const { who, kind, at } = said;
	switch (kind) {
		case "thanks":
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
	{ who, kind, apology, at }: Said & { kind: SaidMoment | "back" },
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
