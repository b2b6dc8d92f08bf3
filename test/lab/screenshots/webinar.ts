import type { PictureFacts } from "../../../src/after/picture/facts.ts";
import { mostAtOnce } from "../../../src/after/presence.ts";
import { Dice } from "../chaos/dice.ts";

const MINUTE_MS = 60_000;

/** A webinar as hosts know them: most come around the start, some late, a few lose their connection, many leave before the end. */
export function simulatedWebinar(guests: number, seed: number): PictureFacts {
	const dice = new Dice(seed);
	const startsAt = Date.parse("2026-11-27T18:00Z");
	const openedAt = startsAt - 12 * MINUTE_MS;
	const endsAt = startsAt + 64 * MINUTE_MS;
	const attendees = Array.from({ length: guests }, () => {
		const arrivedAt = startsAt + arrival(dice);
		const leftAt = dice.chance(0.6) ? endsAt : dice.between(arrivedAt, endsAt);
		if (!dice.chance(0.15)) return { arrivedAt, spans: [{ from: arrivedAt, to: leftAt }] };
		const lostAt = dice.between(arrivedAt, leftAt);
		const backAt = Math.min(leftAt, lostAt + dice.between(20_000, 4 * MINUTE_MS));
		return {
			arrivedAt,
			spans: [
				{ from: arrivedAt, to: lostAt },
				{ from: backAt, to: leftAt },
			],
		};
	});
	return {
		title: "Names matter: how to welcome people",
		startsAt,
		openedAt,
		endsAt,
		now: endsAt,
		timeZone: "Europe/Berlin",
		language: "en",
		mostAtOnce: mostAtOnce(attendees.flatMap(({ spans }) => spans)),
		attendees,
	};
}

/** When somebody comes, from the start. */
function arrival(dice: Dice): number {
	if (dice.chance(0.35)) return dice.between(-11 * MINUTE_MS, 0);
	if (dice.chance(0.7)) return dice.between(-MINUTE_MS, 6 * MINUTE_MS);
	return dice.between(0, 50 * MINUTE_MS);
}
