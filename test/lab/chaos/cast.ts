import type { Dice } from "./dice.ts";
import type { Cast } from "./plan.ts";

/** Draws the people of a webinar, and how it is held; not how its hosts lead it. */
export function drawCast(dice: Dice, trial: number): Omit<Cast, "leading"> {
	const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${trial}x${n + 1}`);
	const guests = names("Guest", dice.between(3, 7));
	const hosts = names("Host", 2);
	const bots = names("Jukebox", 1);
	const kind = dice.pick(["stage", "stage", "stage", "ahead", "event", "stage event", "weekly"] as const);
	return {
		trial,
		kind,
		startsInMinutes: Array.from({ length: 6 }, () => dice.pick(kind === "ahead" ? AHEAD_MINUTES : START_MINUTES)),
		maker: dice.chance(0.2) ? (bots[0] ?? "") : (hosts[0] ?? ""),
		showsMaker: dice.chance(0.5),
		recurs: dice.chance(0.5),
		pace: dice.chance(0.7) ? "calm" : dice.pick(["swift", 15, 30, 60] as const),
		hosts,
		guests,
		panel: kind === "event" || kind === "weekly" ? [] : guests.filter(() => dice.chance(0.12)),
		bots,
	};
}

/** A host may begin long after what was scheduled, or before it. */
const START_MINUTES = [-20, -7, -1, 0, 2, 12];
/** A stage that is opened by hand belongs to what is scheduled within the hour; to nothing before. */
const AHEAD_MINUTES = [3, 8, 12, 30, 90];
