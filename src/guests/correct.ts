import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Turn } from "../budget.ts";
import type { Clock } from "../clock.ts";
import { type Correction, respell } from "../greetings/respell.ts";
import type { Written } from "../greetings/rolls.ts";
import { withRecap } from "../greetings/takeaway.ts";
import { LONGEST_CONTENT } from "../limits.ts";
import { type Failure, judge } from "../outcome.ts";
import type { StandingPost, StandingPosts } from "../standing-posts.ts";
import {
	adoptRevision,
	beginRevision,
	endCorrections,
	endRevision,
	layoutStoredOf,
	noteRevision,
	takeOverRevision,
} from "../store/corrections.ts";
import { endRecap, type LateRecap } from "../store/late-recaps.ts";
import { digestOf, type Layout, markOf, readLayout } from "../store/layout.ts";
import type { Store } from "../store/queryable.ts";
import type { CorrectionTable } from "../store/schema.ts";
import { calledBy, type NamingIn } from "./calling.ts";

/** A message, those who are to be called otherwise in it, and the recap that is to stand in it. */
export interface StandingMessage {
	id: string;
	serverId: string;
	roomId: string;
	channelId: string;
	frozenAt: number;
	/** Null while it is not known to stand there. */
	discordId: string | null;
	/** Whom it mentions. */
	mentions: readonly string[];
	/** As it is stored. */
	layout: string | null;
	corrections: readonly CorrectionTable[];
	/** Null where it is none of ours to say. */
	recap: LateRecap | null;
}

interface CorrectContext {
	store: Store;
	clock: Clock;
	log: Logger;
	posts: StandingPosts;
	namingIn: NamingIn;
	shownOn(serverId: string, userId: string): string | null;
	turn(): Promise<Turn | null>;
	/** The messages that this process is changing, and by which token others see that. */
	own: Map<string, string>;
	/** The messages that another process is changing, which, and since when that is seen, by the steady clock. */
	held: Map<string, { by: string; since: number }>;
}

/** Another process may be changing a message for so long: any request of its own has come to an end by then. */
const HELD_FOR_MS = 10_000;
const LOOK_AT_HELD_MS = 250;
/** What Discord has not answered is tried again after so long. */
const NO_ANSWER_FOR_MS = 1_000;
/** What Discord refuses to show or to change is tried again after so long: somebody may have let us in again. */
const REFUSED_FOR_MS = 30_000;

/**
 * Changes a message where some people are to be called otherwise, or another recap is to stand: reads it, says those parts
 * anew and leaves all others as they are. Resolves with null once that is done, or cannot be; else with after how many ms to
 * try again. Rejects only as the store does; it can be called again then.
 */
export async function correct(message: StandingMessage, context: CorrectContext): Promise<number | null> {
	const { posts, log } = context;
	const begun = await begin(message, context);
	if (begun === "held") return LOOK_AT_HELD_MS;
	const standing = await posts.read(placeOf(message));
	if (standing.kind !== "read") return afterFailure(standing, message, context);
	const isOf = (layout: Layout | null) => layout?.digest === digestOf(standing.body);
	const stored = readLayout(message.layout);
	const layout = [stored, begun].find(isOf);
	if (!layout) {
		// Another process may have changed it between our reading it and our beginning.
		if ((await layoutStoredOf(context.store, message.id)) !== message.layout) return 0;
		log.error({ channel: message.channelId, message: message.id }, "nobody knows where names stand in a message");
		return end(message, false, context);
	}
	// An earlier change has reached Discord, and nobody heard: from here it is what stands.
	if (!isOf(stored)) await adoptRevision(context.store, message.id, tokenOf(message, context));
	return change(message, { body: standing.body, layout }, context);
}

/**
 * Says some parts anew. Where Discord minds a name, as its AutoMod does, a neutral word is better than what stands there; where
 * it minds a link, the recap is left out.
 */
async function change(
	message: StandingMessage,
	{ body, layout }: { body: string; layout: Layout },
	context: CorrectContext,
): Promise<number | null> {
	const refused = new Set<string>();
	for (const respelt of waysToSay(
		{ ...layout, body, rolls: [...layout.rolls] },
		message,
		await wantedIn(message, context),
	)) {
		if (refused.has(respelt.body)) continue;
		if (respelt.body === body) break;
		refused.add(respelt.body);
		const outcome = await edit(message, respelt, context);
		if (typeof outcome === "number") return outcome;
		if (outcome.kind === "edited") return end(message, true, context);
		if (judge(outcome, 1).do !== "reword") return afterFailure(outcome, message, context);
		const ids = { channel: message.channelId, message: message.id };
		context.log.warn({ ...ids, outcome }, "Discord refuses a name or a recap in a message that stands");
	}
	return end(message, false, context);
}

/** What a message may say from now on, the best first. */
function waysToSay(standing: Written, { recap }: StandingMessage, wanted: ReadonlyMap<string, Correction>): Written[] {
	const recapped = recap ? [withRecap(standing, recap.recap), standing] : [standing];
	const named = [wanted, withoutNames(wanted)].flatMap((corrections) =>
		recapped.map((written) => respell(written, corrections)),
	);
	return named.filter(({ body }) => body.length <= LONGEST_CONTENT);
}

/** Changes what a message says; what it is going to say is stored first. A number: try again after so many ms. */
async function edit(
	message: StandingMessage,
	respelt: Written,
	context: CorrectContext,
): Promise<{ kind: "edited" } | Failure | number> {
	const { store, posts, turn: next } = context;
	const token = tokenOf(message, context);
	if (!(await noteRevision(store, message.id, { token, layout: layoutAfter(respelt) }))) return LOOK_AT_HELD_MS;
	const turn = await next();
	if (!turn) return LOOK_AT_HELD_MS; // no more requests are to leave
	await turn.use();
	const mentions = message.mentions.filter((id) => respelt.body.includes(`<@${id}>`));
	return posts.edit(placeOf(message), { body: respelt.body, mentions }).finally(() => turn.end());
}

/** A layout whose rolls go by marks already. */
function layoutAfter({ body, rolls, recap, recapInWords }: Written): Layout {
	return { digest: digestOf(body), rolls, ...(recap && { recap }), ...(recapInWords && { recapInWords }) };
}

/** Stores that a message is changed, or needs no change, or can have none. */
async function end(message: StandingMessage, isChanged: boolean, context: CorrectContext): Promise<null> {
	const token = tokenOf(message, context);
	await context.store.transaction().execute(async (db) => {
		if (!(await endRevision(db, message.id, { token, isChanged }))) return;
		await endCorrections(db, message.corrections);
		if (message.recap) await endRecap(db, message.recap);
	});
	context.own.delete(message.id);
	return null;
}

/** What tells others that it is this process that changes a message, this time. */
function tokenOf({ id }: StandingMessage, { own }: CorrectContext): string {
	const token = own.get(id) ?? randomUUID();
	own.set(id, token);
	return token;
}

function placeOf({ channelId, discordId }: StandingMessage): StandingPost {
	return { channelId, discordId: discordId ?? "" };
}

/** Begins to change a message. Resolves with how another process was about to change it when it came to its end, or null. */
async function begin(message: StandingMessage, context: CorrectContext): Promise<Layout | null | "held"> {
	const { store, clock, held } = context;
	const { id } = message;
	const token = tokenOf(message, context);
	const revision = await beginRevision(store, id, token);
	if (revision.token === token) {
		held.delete(id);
		return revision.layout;
	}
	const seen = held.get(id);
	const now = clock.steady();
	if (seen?.by !== revision.token) held.set(id, { by: revision.token, since: now });
	else if (now - seen.since >= HELD_FOR_MS) await takeOverRevision(store, id, { from: seen.by, to: token });
	return "held";
}

/** How people want to be called in a message, by their marks in it. */
async function wantedIn(
	{ id: messageId, serverId, roomId, corrections }: StandingMessage,
	{ namingIn, shownOn }: CorrectContext,
): Promise<Map<string, Correction>> {
	const userIds = [...new Set(corrections.map(({ user_id }) => user_id))];
	const naming = await namingIn(serverId, roomId, userIds);
	return new Map(
		corrections.flatMap(({ user_id: id, sorry, must_go }) => {
			const name = calledBy(naming, { id, shown: shownOn(serverId, id) ?? "" });
			// Who is not there any more goes by a name that nobody knows here, for it is not stored: what stands may be right.
			if (name === "" && must_go === 0) return [];
			return [[markOf(messageId, id), { name: name === "" ? null : name, sorry: sorry === 1 }] as const];
		}),
	);
}

function withoutNames(wanted: ReadonlyMap<string, Correction>): Map<string, Correction> {
	return new Map([...wanted.keys()].map((mark) => [mark, { name: null, sorry: false }]));
}

const UNKNOWN_MESSAGE = 10008;

async function afterFailure(
	failure: Failure,
	message: StandingMessage,
	context: CorrectContext,
): Promise<number | null> {
	if (failure.kind === "refused" && failure.code === UNKNOWN_MESSAGE) return end(message, false, context);
	const level = failure.kind === "limited" ? "debug" : "warn";
	context.log[level](
		{ channel: message.channelId, message: message.id, failure },
		"a message could not be changed yet",
	);
	if (failure.kind === "limited") return failure.retryAfterMs;
	return failure.kind === "refused" ? REFUSED_FOR_MS : NO_ANSWER_FOR_MS;
}
