import { leastPossible } from "./least.ts";
import { uniqueNames } from "./names.ts";
import type { Scenario } from "./scenarios.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { ANSWER_MS } from "./watched-stage.ts";

/** "Hello, … and …! Thanks for joining us!" without the names, and the comma behind each. */
const WORDS = 34;
const COMMA = 2;

/** The least possible in a scenario under Discord's limits. */
export function leastOf({ comings }: Pick<Scenario, "comings">): Spread & { posts: number } {
	const names = uniqueNames(comings.length);
	const people = comings.map((at, index) => ({ at, units: (names[index]?.length ?? 0) + COMMA }));
	const limits = { burst: 5, refillMs: 1_000, answerMs: ANSWER_MS, units: 2_000 - WORDS };
	const { posts, delays } = leastPossible(people, limits);
	return { ...spreadOf(delays), posts };
}
