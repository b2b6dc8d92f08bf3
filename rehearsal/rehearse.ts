import type { Attendance } from "./attendance/attendance.ts";
import type { Summary, Tell } from "./happening.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { planReplay, replay, usualSpeed } from "./replay.ts";
import { playScenes, SCRIPT } from "./scenes.ts";
import { summarize } from "./summary.ts";
import type { Tally } from "./tally.ts";
import { openVenue } from "./venue.ts";
import { wait } from "./wait.ts";

/** What to rehearse. */
export interface RehearsalPlan {
	/** The export to replay and its name; null for the scripted webinar. */
	file: { name: string; attendance: Attendance } | null;
	/** How many times as fast; null for what is usual. */
	speed: number | null;
	/** Pauses between scenes so that a human can read along. */
	withPauses: boolean;
}

/**
 * Plays a webinar with the real bot against a simulated Discord, telling what happens, and resolves with what it came
 * to, also when `signal` or the end of Byname has cut it short.
 */
export async function rehearse(plan: RehearsalPlan, tell: Tell, signal: AbortSignal): Promise<Summary> {
	const stopped = new AbortController();
	const ending = AbortSignal.any([signal, stopped.signal]);
	const course = plan.file && planReplay(plan.file.attendance);
	const speed = plan.speed ?? (course ? usualSpeed(course) : 1);
	const tallies: Tally[] = [];
	let [errors, complete] = [0, false];
	const venue = await openVenue({
		serverName: "The Good Host",
		start: course ? course.opensAt - 1_000 : SCRIPT.clockStart,
		onError(text) {
			errors++;
			tell({ type: "error", text: `Byname logged an error: ${text}` });
		},
		onStop(error) {
			errors++;
			tell({ type: "error", text: `Byname stopped: ${error instanceof Error ? error.message : error}` });
			stopped.abort();
		},
		signal: ending,
	});
	const rehearsal: Rehearsal = {
		venue,
		tell,
		signal: ending,
		tallies,
		pause: (ms) => (plan.withPauses ? wait(ms / speed, ending) : Promise.resolve()),
	};
	try {
		tell({ ...(plan.file && course ? openingOf(plan.file, course) : SCRIPT.opening), speed });
		if (plan.file && course) await replay(plan.file.attendance, course, speed, rehearsal);
		else await playScenes(rehearsal);
		complete = true;
	} catch (error) {
		if (!ending.aborted) throw error;
	} finally {
		await venue.close();
	}
	return summarize(tallies, {
		complete,
		noShows: plan.file?.attendance.noShows.length ?? 0,
		staff: plan.file?.attendance.staff.length ?? SCRIPT.opening.staff.length,
		rateLimited: venue.discord.rateLimited,
		errors,
	});
}

function openingOf(
	{ name, attendance }: NonNullable<RehearsalPlan["file"]>,
	{ opensAt, closesAt }: { opensAt: number; closesAt: number },
) {
	return {
		type: "start" as const,
		file: name,
		source: attendance.source,
		title: attendance.title ?? "Webinar",
		attendees: attendance.people.filter(({ role }) => role === "attendee").length,
		staff: attendance.staff,
		noShows: attendance.noShows,
		assumptions: attendance.assumptions ?? [],
		lengthMs: closesAt - opensAt,
	};
}
