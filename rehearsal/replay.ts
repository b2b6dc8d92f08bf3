import type { Attendance, Participant } from "./attendance/attendance.ts";
import { type InvitedGuest, invite } from "./guest.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { TimeLapse } from "./time-lapse.ts";
import { Webinar } from "./webinar.ts";

/** By default a replay lasts about this long. */
const USUAL_LENGTH_MS = 25_000;
/** The fastest a replay goes unless told otherwise. */
const MOST_SPEED = 1_000;
/** The stage opens so long before the first person comes. */
const OPENS_BEFORE_MS = 30_000;
/** A report may end somewhat after the last person has gone; the webinar ended with that person. */
const CLOSING_MS = 60_000;
/** After the end: when nothing has been posted for so long, nothing will be. */
const PATIENCE_MS = 60_000;
const REAL_PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 250;
/** When all is said, the room is watched for so long: a second greeting must not slip through. */
const AFTERMATH_MS = 10_000;

/** The course of a replay, in the file's time. */
export interface ReplayPlan {
	opensAt: number;
	startsAt: number;
	closesAt: number;
	/** What happens at each instant, in order. */
	instants: Instant[];
}

interface Instant {
	at: number;
	enter: Participant[];
	leave: Participant[];
}

/**
 * Plans a replay: when the stage opens, who comes and goes when, when it closes. Who goes with the last of all is there
 * for the closing; host and panel are there from the opening to the end.
 */
export function planReplay({ startsAt, endsAt, people }: Attendance): ReplayPlan {
	const guests = people.filter(({ role }) => role === "attendee");
	const entries = guests.flatMap(({ stays }) => stays.map(({ enteredAt }) => enteredAt));
	const exits = people.flatMap(({ stays }) => stays.flatMap(({ leftAt }) => leftAt ?? []));
	const last = [...entries, ...exits].reduce((a, b) => Math.max(a, b), startsAt);
	const closesAt = endsAt - last < CLOSING_MS ? last : endsAt;
	const instants = new Map<number, Instant>();
	const instantAt = (at: number) => {
		const instant = instants.get(at) ?? { at, enter: [], leave: [] };
		instants.set(at, instant);
		return instant;
	};
	for (const person of guests) {
		for (const { enteredAt, leftAt } of person.stays) {
			instantAt(enteredAt).enter.push(person);
			if (leftAt !== null && leftAt < closesAt) instantAt(leftAt).leave.push(person);
		}
	}
	const first = entries.reduce((a, b) => Math.min(a, b), startsAt);
	return {
		opensAt: first - OPENS_BEFORE_MS,
		startsAt,
		closesAt,
		instants: [...instants.values()].sort((a, b) => a.at - b.at),
	};
}

/** How fast a replay goes unless told otherwise: so that it is over in about half a minute. */
export function usualSpeed({ opensAt, closesAt }: ReplayPlan): number {
	return Math.round(Math.min(Math.max((closesAt - opensAt) / USUAL_LENGTH_MS, 1), MOST_SPEED));
}

/** Replays a webinar at `speed`: everyone comes and goes when they did. */
export async function replay(
	attendance: Attendance,
	course: ReplayPlan,
	speed: number,
	{ venue, tell, signal, tallies }: Rehearsal,
): Promise<void> {
	const { clock, server } = venue;
	const staff = attendance.people.filter(({ role }) => role !== "attendee");
	const hosts = staff.filter(({ role }) => role === "host");
	const guests = new Map<Participant, InvitedGuest>();
	for (const person of attendance.people) guests.set(person, invite(server, person.name));
	const away = attendance.noShows.map((name) => invite(server, name));
	const guestsOf = (people: readonly Participant[]) => people.flatMap((person) => guests.get(person) ?? []);
	const [host = invite(server, attendance.host ?? "The host"), ...panel] = guestsOf([
		...hosts,
		...staff.filter((person) => !hosts.includes(person)),
	]);
	const title = attendance.title ?? "Webinar";
	const everybody = [...guests.values(), host, ...away];
	const webinar = new Webinar(venue, { title, startsAt: course.startsAt, host, panel, everybody }, tell);
	tallies.push(webinar.tally);
	const timeLapse = new TimeLapse({
		clock,
		bynameClock: venue.bynameClock,
		speed,
		waiting: () => webinar.tally.waiting,
		look: () => webinar.look(),
		signal,
	});

	await venue.startByname();
	await timeLapse.until(course.opensAt);
	await webinar.opens();
	let begun = false;
	for (const { at, enter, leave } of [...course.instants, { at: course.closesAt, enter: [], leave: [] }]) {
		if (!begun && at >= course.startsAt) {
			begun = true;
			await timeLapse.until(course.startsAt);
			webinar.begins();
		}
		await timeLapse.until(at);
		if (leave.length > 0) await webinar.leave(guestsOf(leave));
		if (enter.length === 0) continue;
		await webinar.enter(guestsOf(enter));
		timeLapse.arrival();
	}
	await webinar.closes();
	await drain(webinar, timeLapse, clock);
	await timeLapse.until(clock.now() + AFTERMATH_MS);
	await webinar.clears();
}

/** Lets time pass until everybody has heard what is due to them, or nothing has been posted for a long while. */
async function drain(webinar: Webinar, timeLapse: TimeLapse, clock: { now(): number }): Promise<void> {
	let [waiting, since, realSince] = [webinar.tally.waiting, clock.now(), performance.now()];
	while (webinar.tally.waiting > 0) {
		if (clock.now() - since > PATIENCE_MS && performance.now() - realSince > REAL_PATIENCE_MS) return;
		await timeLapse.until(clock.now() + LOOK_EVERY_MS);
		if (webinar.tally.waiting === waiting) continue;
		[waiting, since, realSince] = [webinar.tally.waiting, clock.now(), performance.now()];
	}
}
