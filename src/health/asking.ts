import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../clock.ts";

/** An answer is used again for this long. */
const ANSWER_LASTS_MS = 1_000;

/**
 * Returns a function that asks a question at most once a second, and not again while it is unanswered: whoever asks
 * meanwhile gets the same answer. So nobody keeps what is asked busy. Rejects when the question does, which is no answer.
 */
export function sparingly<T>(question: () => Promise<T>, clock: Clock): () => Promise<T> {
	let last: { answer: Promise<T>; at: number | null } | null = null;

	function ask(): Promise<T> {
		const asked = { answer: question(), at: null as number | null };
		last = asked;
		asked.answer.then(
			() => {
				asked.at = clock.steady();
			},
			() => {
				last = null;
			},
		);
		return asked.answer;
	}

	return () => {
		const isFresh = last !== null && (last.at === null || clock.steady() - last.at < ANSWER_LASTS_MS);
		return isFresh && last ? last.answer : ask();
	};
}

/** What has not answered by then is `silent`. Real time, whatever `Clock` is in use: answers take real time, too. */
const ANSWERS_WITHIN_MS = 8_000;

/**
 * Returns a function that asks a question, but not again while it is still unanswered, however often it is called. An
 * answer that does not come in time is `silent`; the next call still waits for it. Rejects when the question does.
 */
export function patiently<T>(
	question: () => Promise<T>,
	withinMs: number = ANSWERS_WITHIN_MS,
): () => Promise<T | "silent"> {
	let asking: Promise<T> | null = null;
	return () => {
		asking ??= question().finally(() => {
			asking = null;
		});
		const answered = new AbortController();
		const patience = wait(withinMs, "silent" as const, { signal: answered.signal }).catch(() => "silent" as const);
		return Promise.race([asking, patience]).finally(() => answered.abort());
	};
}
