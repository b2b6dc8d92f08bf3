import type { Budget } from "../budget.ts";
import type { CuePlaceFault } from "../cue-place.ts";
import { NOTHING_TO_DO } from "../cue-words.ts";
import type { Failure } from "../outcome.ts";
import type { Store } from "../store/queryable.ts";
import { updateSession } from "../store/sessions.ts";
import type { Board } from "./board.ts";
import type { CueRemoval, CueRequest, CueTask, CueWithdrawal } from "./decide.ts";
import type { CueChange } from "./evolve.ts";
import { type ChannelTarget, isSame } from "./target.ts";

/** What came of a task. */
export type CueResult =
	| Extract<
			CueChange,
			{ kind: "left" | "put off" | "stored" | "opened" | "posted" | "edited" | "unfit" | "taken away" }
	  >
	| FailedRequest;

export interface FailedRequest {
	kind: "failed";
	request: CueRequest | CueRemoval | CueWithdrawal;
	failure: Failure;
	/** The message that has been taken away all the same, to make way for another. */
	taken?: string | null;
}

interface CueTaskContext {
	store: Store;
	board: Board;
	budget: Budget;
}

/** Does a task of a session's cue, once. Rejects only as the store does. */
export async function perform(task: CueTask, sessionId: string, context: CueTaskContext): Promise<CueResult> {
	switch (task.do) {
		case "leave":
			return { kind: "left" };
		case "put off":
			return { kind: "put off" };
		case "store": {
			const { channelId: cue_channel_id, messageId: cue_message_id } = task.place;
			await updateSession(context.store, sessionId, { cue_channel_id, cue_message_id });
			return { kind: "stored" };
		}
		case "withdraw":
			return withdraw(task, context);
		case "open":
			return open(task, context);
		case "post":
		case "edit":
			return show(task, context);
	}
}

async function withdraw(request: CueWithdrawal, { board }: CueTaskContext): Promise<CueResult> {
	const removed = await board.remove(request.place);
	if (removed.kind !== "removed") return { kind: "failed", request, failure: removed };
	return { kind: "taken away", messageId: request.place.messageId };
}

/**
 * Posts or edits, if the place is one for a cue: where it is to stand, or stands. Else takes the message away, which
 * everyone can read by now, or its host cannot.
 */
async function show(request: RequestTo<"post" | "edit">, context: CueTaskContext): Promise<CueResult> {
	const within = request.do === "edit" ? request.within : request.target;
	if (within.kind === "channel") {
		const found = await context.board.check(within.channelId, within.hostId);
		if (found.kind === "unfit") return clear(request, { within, fault: found.fault }, context);
		if (found.kind !== "fits") return { kind: "failed", request, failure: found };
	}
	if (!(await isGranted(context))) return { kind: "put off" };
	return request.do === "post" ? post(request, context) : edit(request, context);
}

/** A channel that is no place for a cue, and why. */
interface UnfitPlace {
	within: ChannelTarget;
	fault: CuePlaceFault;
}

async function clear(
	request: RequestTo<"post" | "edit">,
	{ within, fault }: UnfitPlace,
	{ board }: CueTaskContext,
): Promise<CueResult> {
	const { target } = request;
	const place = request.do === "edit" ? request.place : request.instead;
	const isOutOfReach = request.do === "edit" && fault === "gone";
	const removed = place && !isOutOfReach ? await board.remove(place) : null;
	if (place && removed && removed.kind !== "removed")
		return { kind: "failed", request: { do: "remove", target, place }, failure: removed };
	if (request.do === "edit" && !isSame(within, target))
		return { kind: "taken away", messageId: request.place.messageId };
	return { kind: "unfit", target: within, fault, taken: removed && place ? place.messageId : null };
}

/** Waits for a turn and uses it. False when none comes any more. */
async function isGranted({ budget }: CueTaskContext): Promise<boolean> {
	const turn = await budget.take();
	await turn?.use();
	return turn !== null;
}

type RequestTo<D extends CueRequest["do"]> = Extract<CueRequest, { do: D }>;

async function open(request: RequestTo<"open">, { board }: CueTaskContext): Promise<CueResult> {
	const { hostId } = request.target;
	const outcome = await board.openDirect(hostId);
	if (outcome.kind !== "opened") return { kind: "failed", request, failure: outcome };
	return { kind: "opened", hostId, channelId: outcome.channelId };
}

async function post(request: RequestTo<"post">, { board }: CueTaskContext): Promise<CueResult> {
	const { target, instead } = request;
	const removed = instead && (await board.remove(instead));
	// What Discord refuses to take away for good keeps no cue from the place where it is wanted.
	if (removed && removed.kind !== "removed" && removed.kind !== "refused")
		return { kind: "failed", request: { do: "remove", target, place: instead }, failure: removed };
	const outcome = await board.post(request.post);
	const taken = removed?.kind === "removed" && instead ? instead.messageId : null;
	if (outcome.kind !== "shown") return { kind: "failed", request, failure: outcome, taken };
	const place = { channelId: request.post.channelId, messageId: outcome.messageId };
	const isSaid = outcome.text === request.post.words.text;
	return {
		kind: "posted",
		place,
		words: isSaid ? request.post.words : { ...NOTHING_TO_DO, text: outcome.text },
	};
}

async function edit(request: RequestTo<"edit">, { board }: CueTaskContext): Promise<CueResult> {
	const outcome = await board.edit(request.place, request.words);
	if (outcome.kind !== "shown") return { kind: "failed", request, failure: outcome };
	return { kind: "edited", messageId: request.place.messageId, words: request.words };
}
