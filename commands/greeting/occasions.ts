import { compose } from "../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import type { Turns } from "../../src/greetings/pick.ts";
import type { Voice } from "../../src/greetings/voice.ts";

/** The situations that a preview shows, in this order. */
export const OCCASIONS = [
	"early",
	"onTime",
	"late",
	"note",
	"returning",
	"missed",
	"afterHours",
	"together",
	"thanks",
] as const;
/** One of them; most are named after the text that they show. */
export type Occasion = (typeof OCCASIONS)[number];

/** Somebody to greet, by the name they go by, unescaped. */
export interface Guest {
	id: string;
	name: string;
}

/** Who says something to whom, and what can be said of the session. */
export interface Situation {
	voice: Voice;
	scene: Scene;
	guest: Guest;
	/** Which visit it would be; 1 is the first. */
	visits: number;
}

/** People who exist in previews only. */
export const EXAMPLE_GUESTS: readonly Guest[] = ["Maya", "Sunil", "Aiko", "Tom", "Zoë"].map((name) => ({
	id: name,
	name,
}));

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
/** How early the early come, and how late the late, where no session says otherwise. */
const EARLY_MS = 10 * MINUTE_MS;
const LATE_MINUTES = 25;

/** A session to speak of while none is on. */
export function exampleScene(now: number): Scene {
	return {
		title: "Growing Tomatoes",
		host: null,
		server: "",
		startsAt: now,
		note: null,
		recap: null,
		next: null,
		now,
	};
}

/**
 * Says what would be posted on an occasion: usually one post, several when the words do not fit into one. What the
 * occasion needs and the scene lacks (a note, a recap, a next date) is made up.
 */
export function sayOn(occasion: Occasion, situation: Situation, turns: Turns): string[] {
	const minutes = minutesLate(situation);
	const scene = sceneOn(occasion, situation.scene, minutes);
	const posts: string[] = [];
	let waiting = greetingsOn(occasion, situation, minutes);
	while (waiting.length > 0) {
		const { body, count } = compose(waiting, situation.voice, scene, turns);
		posts.push(withExampleMentions(body));
		waiting = waiting.slice(count);
	}
	return posts;
}

/** How late somebody would be who came now, in minutes; if they would not be late, an example. */
function minutesLate({ voice, scene }: Situation): number {
	const sinceStart = Math.floor((scene.now - scene.startsAt) / MINUTE_MS);
	return sinceStart > voice.lateAfterMinutes ? sinceStart : Math.max(LATE_MINUTES, voice.lateAfterMinutes + 1);
}

function sceneOn(occasion: Occasion, scene: Scene, minutes: number): Scene {
	const { now } = scene;
	switch (occasion) {
		case "early":
			return { ...scene, startsAt: scene.startsAt > now ? scene.startsAt : now + EARLY_MS };
		case "late":
		case "together":
			return { ...scene, startsAt: now - minutes * MINUTE_MS };
		case "note": {
			const note = scene.note ?? "we are on slide 12, and questions come at the end.";
			return { ...scene, note, startsAt: now - minutes * MINUTE_MS };
		}
		case "afterHours": {
			const recap = scene.recap ?? "https://example.com/recording";
			return { ...scene, recap, next: scene.next ?? now + WEEK_MS };
		}
		default:
			return { ...scene, startsAt: Math.min(scene.startsAt, now) };
	}
}

function greetingsOn(occasion: Occasion, { guest, visits }: Situation, minutes: number): Greeting[] {
	const inTime = { kind: "onTime", minutes: 0, visits: 1, missed: false } as const;
	const late = { ...inTime, kind: "late", minutes } as const;
	const arrival = ({ id, name }: Guest, how: Omit<Greeting, "userId" | "name">) => ({ userId: id, name, ...how });
	switch (occasion) {
		case "onTime":
			return [arrival(guest, inTime)];
		case "late":
		case "note":
			return [arrival(guest, late)];
		case "returning":
			return [arrival(guest, { ...inTime, visits: Math.max(visits, 2) })];
		case "missed":
			return [arrival(guest, { ...inTime, missed: true })];
		case "together": {
			const others = EXAMPLE_GUESTS.filter(({ id }) => id !== guest.id).slice(0, 4);
			const ways = [inTime, inTime, late, { ...inTime, visits: 3 }];
			return [arrival(guest, inTime), ...others.map((other, index) => arrival(other, ways[index] ?? inTime))];
		}
		default:
			return [arrival(guest, { ...inTime, kind: occasion })];
	}
}

/** Nobody on Discord has an example's id, so that their mentions are written as Discord would show them. */
function withExampleMentions(body: string): string {
	return EXAMPLE_GUESTS.reduce((said, { id, name }) => said.replaceAll(`<@${id}>`, `@${name}`), body);
}
