import { RESTJSONErrorCodes } from "discord.js";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import { failureOf } from "./send.ts";

const AGAIN = { first: 100, longest: 1_000 };

interface Insisting {
	clock: Clock;
	/** Nothing is attempted after this time of the steady clock. */
	until: number;
	/** Attempts made before that may have come through. */
	attemptsBefore?: number;
	/** Nothing more is attempted after it aborts. */
	signal?: AbortSignal;
}

/**
 * Gives an interaction an answer, and once more while there is time when nobody heard what became of it. Resolves with
 * whether that was now: Discord refuses a first answer when an earlier attempt has come through unheard.
 */
export async function insist(
	give: () => Promise<unknown>,
	{ clock, until, attemptsBefore = 0, signal }: Insisting,
): Promise<"now" | "before"> {
	for (let attempts = attemptsBefore + 1; ; attempts++) {
		const failed = await give().then(
			() => null,
			(error: unknown) => ({ error }),
		);
		if (!failed) return "now";
		const next = after(failed.error, attempts);
		if (next.is === "answered before") return "before";
		if (next.is === "final" || clock.steady() + next.waitMs >= until) throw failed.error;
		await clock.sleep(next.waitMs, signal);
		if (signal?.aborted) throw failed.error;
	}
}

/** Whether an interaction could not be answered because it has been already: by an attempt that nobody heard of, or by another process. */
export function isAnswered(error: unknown): boolean {
	const failure = failureOf(error);
	return failure.kind === "refused" && failure.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

type Next = { is: "answered before" } | { is: "final" } | { is: "again"; waitMs: number };

/** What the how-manieth attempt to answer means that failed like this. */
function after(error: unknown, attempts: number): Next {
	const failure = failureOf(error);
	switch (failure.kind) {
		case "limited":
			return { is: "again", waitMs: failure.retryAfterMs };
		case "unknown":
			return { is: "again", waitMs: backoff(attempts, AGAIN) };
		case "refused":
			return { is: attempts > 1 && isAnswered(error) ? "answered before" : "final" };
	}
}
