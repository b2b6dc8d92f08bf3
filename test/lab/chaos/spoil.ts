import type { Fail } from "../../../rehearsal/simulator/fail.ts";
import type { AnswerPlan, RequestPlan } from "../../../rehearsal/simulator/faults.ts";
import type { Action, Limited, LimitWords, OddAnswer, PostFault, WideLimit } from "./plan.ts";

/** Longer than Byname waits for an answer would be "silent"; this is an answer that merely takes its time. */
const SLOW_MS = 3_000;

const json = (text: string): AnswerPlan => ({ text, headers: { "Content-Type": "application/json" } });
const page: AnswerPlan = { text: "<html><body>Sorry</body></html>" };

const ODD_ANSWERS: Record<OddAnswer, readonly [status: number, answer: AnswerPlan]> = {
	"204": [204, { text: "" }],
	"empty 200": [200, json("")],
	"{}": [200, json("{}")],
	"[]": [200, json("[]")],
	"a sentence": [200, json('"maintenance"')],
	"a number for an id": [200, json('{"id":5}')],
	"a page": [200, page],
	"302": [302, { ...page, headers: { Location: "https://example.org/" } }],
	"403 page": [403, page],
	"404 page": [404, page],
	"404 without a code": [404, json('{"error":"no such route"}')],
};

const RETRY_AFTER: Record<LimitWords, string | null> = {
	nothing: null,
	"less than nothing": "-5",
	"a date": "Wed, 21 Oct 2026 07:28:00 GMT",
};

/** What goes wrong with requests about one room. */
export type Spoiling = Extract<Action, { do: "post fault" | "odd answer" | "limit" }>;

/** Spoils the next requests about a room. */
export function spoil(action: Spoiling, roomId: string, fail: Fail): void {
	const path = `/channels/${roomId}/messages`;
	const { times } = action;
	switch (action.do) {
		case "post fault":
			spoilPosts(action.fault, { method: "POST", path, times }, fail);
			break;
		case "odd answer": {
			const [status, answer] = ODD_ANSWERS[action.answer];
			fail.answer(status, { method: "POST", path, times, done: action.done, ...answer });
			break;
		}
		case "limit":
			fail.rateLimit("user", RETRY_AFTER[action.says], { method: methodOf(action.of), path, times });
	}
}

function spoilPosts(fault: PostFault, where: RequestPlan, fail: Fail): void {
	if (fault === "500" || fault === "502") fail.answer(Number(fault), where);
	else if (fault === "429") fail.rateLimit("user", 1_300, where);
	else if (fault === "dropped") fail.drop(where);
	else if (fault === "unheard") fail.dropUnheard(where);
	else fail.stall({ ...where, ...(fault === "slow" && { answerAfterMs: SLOW_MS }) });
}

/** Limits the next requests about any room, in a way that concerns all requests. */
export function limitAll({ of, how, times }: { of: Limited; how: WideLimit; times: number }, fail: Fail): void {
	const where = { method: methodOf(of), path: /^\/channels\/\d+\/messages/, times };
	if (how === "page")
		fail.answer(429, { ...where, text: "<html><title>Access denied | error code: 1015</title></html>" });
	else fail.rateLimit(how === "global" ? "global" : null, null, where);
}

function methodOf(limited: Limited): string {
	return limited === "posts" ? "POST" : "GET";
}
