import type { ProfileChange } from "../src/profiles/setting-rules.ts";
import type { Attendance } from "./attendance/attendance.ts";
import type { Happening, Summary } from "./happening.ts";
import { inZone, offsetOf } from "./local-times.ts";
import type { OwnTexts } from "./own-texts.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { replay } from "./replay.ts";
import { planReplay, usualSpeed } from "./replay-plan.ts";
import { playScenes, SCRIPT } from "./scenes.ts";
import { summarize } from "./summary.ts";
import type { Tally } from "./tally.ts";
import { openVenue } from "./venue.ts";
import { wait } from "./wait.ts";

/** What to rehearse. */
export interface RehearsalPlan {
	/** The export to replay and its name; null for the scripted webinar. */
	file: { name: string; attendance: Attendance } | null;
	/** How Byname is to speak; the zone is also the one of the file's times. */
	settings: ProfileChange & { time_zone: string };
	/** What it says in place of its own words. */
	texts: OwnTexts;
	/** How many times as fast; null for what is usual. */
	speed: number | null;
	/** Pauses between scenes so that a human can read along. */
	withPauses: boolean;
}

/**
 * Plays a webinar with the real bot against a simulated Discord, telling what happens, and resolves with what it came
 * to, also when `signal` or the end of Byname has cut it short.
 */
export async function rehearse(
	plan: RehearsalPlan,
	{ tell, status }: Pick<Rehearsal, "tell" | "status">,
	signal: AbortSignal,
): Promise<Summary> {
	const stopped = new AbortController();
	const ending = AbortSignal.any([signal, stopped.signal]);
	const piece = plan.file ? replayOf(plan.file, plan.settings.time_zone) : scriptIn(plan.settings.time_zone);
	const speed = plan.speed ?? piece.usualSpeed;
	const tallies: Tally[] = [];
	let [errors, complete] = [0, false];
	const venue = await openVenue({
		serverName: "The Good Host",
		settings: plan.settings,
		texts: plan.texts,
		start: piece.clockStart,
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
		status,
		signal: ending,
		tallies,
		pause: (ms) => (plan.withPauses ? wait(ms / speed, ending) : Promise.resolve()),
	};
	try {
		tell({ ...piece.opening, speed });
		await piece.play(rehearsal, speed);
		complete = true;
	} catch (error) {
		if (!ending.aborted) throw error;
	} finally {
		status?.("");
		await venue.close();
	}
	return summarize(tallies, {
		complete,
		noShows: piece.opening.noShows.length,
		staff: piece.opening.staff.length,
		rateLimited: venue.discord.rateLimited,
		errors,
	});
}

/** What is played. */
interface Play {
	opening: Omit<Extract<Happening, { type: "start" }>, "speed">;
	/** The clock's time at the beginning. */
	clockStart: number;
	usualSpeed: number;
	play(rehearsal: Rehearsal, speed: number): Promise<void>;
}

function scriptIn(timeZone: string): Play {
	const offset = offsetOf(timeZone, SCRIPT.clockStart);
	return {
		opening: SCRIPT.opening,
		clockStart: SCRIPT.clockStart - offset,
		usualSpeed: 1,
		play: (rehearsal) => playScenes(rehearsal, offset),
	};
}

function replayOf({ name, attendance: local }: NonNullable<RehearsalPlan["file"]>, timeZone: string): Play {
	const attendance = inZone(local, timeZone);
	const course = planReplay(attendance);
	const opening = {
		type: "start" as const,
		file: name,
		source: attendance.source,
		title: attendance.title ?? "Webinar",
		attendees: attendance.people.filter(({ role }) => role === "attendee").length,
		staff: attendance.staff,
		noShows: attendance.noShows,
		assumptions: attendance.assumptions ?? [],
		lengthMs: course.closesAt - course.opensAt,
	};
	return {
		opening,
		clockStart: course.opensAt - 1_000,
		usualSpeed: usualSpeed(course),
		play: (rehearsal, speed) => replay(attendance, course, speed, rehearsal),
	};
}
