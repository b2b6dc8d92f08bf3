import { timeIn } from "../../greetings/local-time.ts";

/** A time that is written below the axis. */
export interface Tick {
	at: number;
	/** What of the second line has changed since the tick before, or is to be said at the first. */
	day: boolean;
	zone: boolean;
}

/** Times that are written below an axis. */
export interface Ticks {
	ticks: Tick[];
	/** They are a day or more apart, so the day is enough. */
	daily: boolean;
	/** The zone that they are in (IANA name). */
	timeZone: string;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Between ticks, in minutes. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720];
/** Among these is every such step of every zone's clock: zones differ by quarters of an hour. */
const STRIDES = [15, 5, 1];
/** More would not fit beside one another. */
const MOST = 6;

/**
 * The times below an axis: full minutes, hours or days as clocks in the zone show them. When clocks are changed, an hour may
 * come twice, or be missing, and the distances tell so; then the ticks around it say which time they are in.
 */
export function ticksOf(from: number, to: number, hostZone: string | null): Ticks {
	const timeZone = hostZone !== null && timeIn(hostZone, from) !== null ? hostZone : "UTC";
	const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	const step = STEPS.find((minutes) => (to - from) / (minutes * MINUTE_MS) <= MOST);
	const times = step === undefined ? days(local(from), to) : clockTimes(from, to, step, local);
	const changesZone = local(from).offset !== local(to).offset;
	const changesDay = !local(from).toPlainDate().equals(local(to).toPlainDate());
	let before: Temporal.ZonedDateTime | undefined;
	const ticks = times.map((at) => {
		const now = local(at);
		const day = changesDay && !before?.toPlainDate().equals(now.toPlainDate());
		const zone = changesZone ? before?.offset !== now.offset : timeZone !== hostZone && !before;
		before = now;
		return { at, day, zone };
	});
	return { ticks, daily: step === undefined, timeZone };
}

/** When clocks show a time of day that is a multiple of so many minutes. */
function clockTimes(from: number, to: number, step: number, local: (at: number) => Temporal.ZonedDateTime): number[] {
	const stride = (STRIDES.find((minutes) => step % minutes === 0) ?? 1) * MINUTE_MS;
	const times: number[] = [];
	for (let at = Math.ceil(from / stride) * stride; at <= to; at += stride) {
		const { hour, minute } = local(at);
		if ((hour * 60 + minute) % step === 0) times.push(at);
	}
	return times;
}

/** The beginnings of days, or of each second, third … of them. */
function days(first: Temporal.ZonedDateTime, to: number): number[] {
	const step = Math.ceil((to - first.epochMilliseconds) / DAY_MS / MOST);
	const times: number[] = [];
	let day = first.add({ days: 1 }).startOfDay();
	while (day.epochMilliseconds <= to) {
		times.push(day.epochMilliseconds);
		day = day.add({ days: step }).startOfDay();
	}
	return times;
}
