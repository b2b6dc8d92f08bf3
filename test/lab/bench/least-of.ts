import { DEFAULT_VOICE } from "../../../src/greetings/voice.ts";
import { LONGEST_CONTENT, MOST_REQUESTS_PER_SECOND } from "../../../src/limits.ts";
import { type ArrivingName, fewestPosts, type Least, leastPossible } from "./least.ts";
import { uniqueNames } from "./names.ts";
import { inRooms, type Scenario } from "./scenarios.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { ANSWER_MS } from "./watched-stage.ts";

/** The fewest words with which people are greeted on time, without their names, and the comma behind each. */
const WORDS =
	Math.min(...DEFAULT_VOICE.texts.onTime.map((text) => text.replace(/\{\w+\}/g, "").length)) + " and ".length;
const COMMA = 2;
const UNITS = LONGEST_CONTENT - WORDS;
/** So long may somebody wait in a calm room. */
const CALM_WAIT_MS = 21_000;

/** The least possible in a scenario under Discord's limits. */
export function leastOf(scenario: Pick<Scenario, "comings" | "rooms">): Spread & { posts: number } {
	const limits = { burst: 5, refillMs: 1_000, answerMs: ANSWER_MS, units: UNITS };
	const rooms = inRooms(peopleIn(scenario), scenario.rooms);
	return summedUp(leastPossible(rooms, { ...limits, perSecond: MOST_REQUESTS_PER_SECOND }));
}

/** The fewest posts with which nobody waits longer than a calm room lets them. */
export function fewestOf(scenario: Pick<Scenario, "comings">): Spread & { posts: number } {
	return summedUp(fewestPosts(peopleIn(scenario), { waitMs: CALM_WAIT_MS, units: UNITS }));
}

function peopleIn({ comings }: Pick<Scenario, "comings">): ArrivingName[] {
	const names = uniqueNames(comings.length);
	return comings.map((at, index) => ({ at, units: (names[index]?.length ?? 0) + COMMA }));
}

function summedUp({ posts, delays }: Least): Spread & { posts: number } {
	return { ...spreadOf(delays), posts };
}
