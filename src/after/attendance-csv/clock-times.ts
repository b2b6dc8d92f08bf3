import { timeIn } from "../../greetings/local-time.ts";

const QUARTER_MS = 15 * 60_000;

/**
 * Writes times as the clocks in a zone show them, with how far these are from UTC: `2026-03-03 17:50:02 +01:00`. A zone that
 * is not set, or that this machine does not know, is UTC.
 *
 * Clocks are changed on the quarter hour, so what it takes to look up is looked up once for each.
 */
export function clockTimesIn(timeZone: string | null): (at: number) => string {
	const offsets = new Map<number, number>();
	const offsetAt = (at: number) => {
		const quarter = Math.floor(at / QUARTER_MS);
		const known = offsets.get(quarter);
		if (known !== undefined) return known;
		const nanoseconds = (timeZone === null ? null : timeIn(timeZone, at))?.offsetNanoseconds ?? 0;
		const offset = nanoseconds / 1_000_000;
		offsets.set(quarter, offset);
		return offset;
	};
	return (at) => {
		const offset = offsetAt(at);
		const shown = new Date(at + offset).toISOString().slice(0, 19).replace("T", " ");
		const ahead = new Date(Math.abs(offset)).toISOString().slice(11, 16);
		return `${shown} ${offset < 0 ? "-" : "+"}${ahead}`;
	};
}
