import type { Attendance, Participant } from "./attendance/attendance.ts";
import { type InvitedGuest, invite } from "./guest.ts";
import { Onlooker } from "./onlooker.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { ReplayPlan } from "./replay-plan.ts";
import { TimeLapse } from "./time-lapse.ts";
import { Webinar } from "./webinar.ts";

/** After the end: when nothing has been posted for so long, nothing will be. */
const PATIENCE_MS = 60_000;
const REAL_PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 250;
/** When all is said, the room is watched for so long: a second greeting must not slip through. */
const AFTERMATH_MS = 10_000;

/** Replays a webinar at `speed`: everyone comes and goes when they did. */
export async function replay(
	attendance: Attendance,
	course: ReplayPlan,
	speed: number,
	{ venue, tell, status, signal, tallies }: Rehearsal,
): Promise<void> {
	const { clock } = venue;
	const onlooker = new Onlooker({ course, speed, clock, tell, status });
	const staff = attendance.people.filter(({ role }) => role !== "attendee");
	const hosts = staff.filter(({ role }) => role === "host");
	const guests = new Map<Participant, InvitedGuest>();
	for (const person of attendance.people) guests.set(person, invite(venue, person.name));
	const away = attendance.noShows.map((name) => invite(venue, name));
	const guestsOf = (people: readonly Participant[]) => people.flatMap((person) => guests.get(person) ?? []);
	const [host = invite(venue, attendance.host ?? "The host"), ...panel] = guestsOf([
		...hosts,
		...staff.filter((person) => !hosts.includes(person)),
	]);
	const title = attendance.title ?? "Webinar";
	const everybody = [...guests.values(), host, ...away];
	const webinar = new Webinar(venue, { title, startsAt: course.startsAt, host, panel, everybody }, onlooker.tell);
	tallies.push(webinar.tally);
	const timeLapse = new TimeLapse({
		clock,
		bynameClock: venue.bynameClock,
		speed,
		waiting: () => webinar.tally.waiting,
		look() {
			webinar.look();
			onlooker.look(webinar.tally.waiting);
		},
		signal,
	});
	const until = async (at: number) => {
		onlooker.next = at;
		await timeLapse.until(at);
	};

	status?.("  Starting Byname");
	await venue.startByname();
	await until(course.opensAt);
	await webinar.opens();
	let begun = false;
	for (const { at, enter, leave } of [...course.instants, { at: course.closesAt, enter: [], leave: [] }]) {
		if (!begun && at >= course.startsAt) {
			begun = true;
			await until(course.startsAt);
			webinar.begins();
		}
		await until(at);
		if (leave.length > 0) await webinar.leave(guestsOf(leave));
		if (enter.length === 0) continue;
		await webinar.enter(guestsOf(enter));
		timeLapse.arrival();
	}
	await webinar.closes();
	onlooker.next = null;
	await drain(webinar, timeLapse, clock);
	onlooker.isOver = true;
	await until(clock.now() + AFTERMATH_MS);
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
