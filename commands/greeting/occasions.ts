import { compose } from "../../src/greetings/compose.ts";
import type { Greeting, Scene } from "../../src/greetings/greeting.ts";
import { momentOf } from "../../src/greetings/moment.ts";
import { always, type Turns } from "../../src/greetings/pick.ts";
import type { Voice } from "../../src/greetings/voice.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { isLeftOut } from "../../src/profiles/variants.ts";

/** The situations that a preview shows, in this order. */
export const OCCASIONS = [
	"early",
	"onTime",
	"late",
	"note",
	"returning",
	"expected",
	"missed",
	"afterHours",
	"lookBack",
	"oneByOne",
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
const EXAMPLE_RECAP = "https://example.com/recording";
const EXAMPLE_EVENT = "https://discord.com/events/…";

/** A session to speak of while none is on, for a host who speaks this language. */
export function exampleScene(now: number, language: string): Scene {
	return {
		title: phrasesIn(language)("greeting.example.title"),
		host: null,
		server: "",
		startsAt: now,
		note: null,
		recap: null,
		next: null,
		nextEvent: null,
		now,
	};
}

/**
 * Says what would be posted on an occasion: usually one post, several when the words do not fit into one, none when the host
 * says nothing then. What the occasion needs and the scene lacks (a note, a recap, a next date) is made up.
 */
export function sayOn(occasion: Occasion, situation: Situation, turns: Turns): string[] {
	if (occasion === "oneByOne") return sayOneByOne(situation);
	if (occasion === "afterHours" && isLeftOut(situation.voice.texts.afterHours)) return [];
	const minutes = minutesLate(situation);
	return posts(greetingsOn(occasion, situation, minutes), situation, sceneOn(occasion, situation, minutes), turns);
}

/** The same for an occasion that may have a recap and a next date, without them. */
export function sayBare(occasion: "afterHours" | "thanks", situation: Situation, turns: Turns): string[] {
	if (occasion === "afterHours" && isLeftOut(situation.voice.texts.afterHours)) return [];
	const scene = { ...situation.scene, recap: null, next: null, nextEvent: null };
	return posts(greetingsOn(occasion, situation, 0), situation, scene, turns);
}

/** Says what somebody would hear who came at this moment. */
export function sayNow(situation: Situation, turns: Turns): string[] {
	const { voice, scene, guest, visits } = situation;
	const { moment, minutes } = momentOf(scene.now, scene.startsAt, voice.lateAfterMinutes);
	const { id, name } = guest;
	return posts([{ userId: id, name, kind: moment, minutes, visits, missed: false }], situation, scene, turns);
}

/** Three who come one after another: each hears the next wording. */
function sayOneByOne(situation: Situation): string[] {
	const guests = [situation.guest, ...othersThan(situation.guest)].slice(0, 3);
	return guests.flatMap((guest, index) => {
		const visits = index === 0 ? situation.visits : 1;
		return sayNow(
			{ ...situation, guest, visits },
			always((_, variants) => index % variants),
		);
	});
}

function posts(greetings: readonly Greeting[], { voice }: Situation, scene: Scene, turns: Turns): string[] {
	const said: string[] = [];
	for (let waiting = greetings; waiting.length > 0; ) {
		const { body, count } = compose(waiting, voice, scene, turns);
		said.push(withExampleMentions(body));
		waiting = waiting.slice(count);
	}
	return said;
}

/** How late somebody would be who came now, in minutes; if they would not be late, an example. */
function minutesLate({ voice, scene }: Situation): number {
	const sinceStart = Math.floor((scene.now - scene.startsAt) / MINUTE_MS);
	return sinceStart > voice.lateAfterMinutes ? sinceStart : Math.max(LATE_MINUTES, voice.lateAfterMinutes + 1);
}

function sceneOn(occasion: Occasion, { voice, scene }: Situation, minutes: number): Scene {
	const { now } = scene;
	switch (occasion) {
		case "early":
			return { ...scene, startsAt: scene.startsAt > now ? scene.startsAt : now + EARLY_MS };
		case "late":
		case "together":
			return { ...scene, startsAt: now - minutes * MINUTE_MS };
		case "note": {
			const note = scene.note ?? phrasesIn(voice.language)("greeting.example.note");
			return { ...scene, note, startsAt: now - minutes * MINUTE_MS };
		}
		case "afterHours":
		case "lookBack":
			return { ...scene, recap: scene.recap ?? EXAMPLE_RECAP, next: scene.next ?? now + WEEK_MS };
		case "thanks": {
			const next = scene.next ?? now + WEEK_MS;
			const nextEvent = scene.nextEvent ?? { at: next, link: EXAMPLE_EVENT };
			return { ...scene, recap: scene.recap ?? EXAMPLE_RECAP, next, nextEvent };
		}
		default:
			return { ...scene, startsAt: Math.min(scene.startsAt, now) };
	}
}

function greetingsOn(occasion: Exclude<Occasion, "oneByOne">, situation: Situation, minutes: number): Greeting[] {
	const { guest, visits } = situation;
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
		case "expected":
			return [arrival(guest, { ...inTime, expected: true })];
		case "missed":
			return [arrival(guest, { ...inTime, missed: true })];
		case "together": {
			const others = othersThan(guest).slice(0, 4);
			const ways = [inTime, inTime, late, { ...inTime, visits: 3 }];
			return [arrival(guest, inTime), ...others.map((other, index) => arrival(other, ways[index] ?? inTime))];
		}
		default:
			return [arrival(guest, { ...inTime, kind: occasion })];
	}
}

/** Examples that nobody takes for this guest. */
function othersThan({ name }: Guest): readonly Guest[] {
	const first = (words: string) => words.trim().split(" ")[0]?.toLowerCase();
	return EXAMPLE_GUESTS.filter((other) => first(other.name) !== first(name));
}

/** Nobody on Discord has an example's id, so that their mentions are written as Discord would show them. */
function withExampleMentions(body: string): string {
	return EXAMPLE_GUESTS.reduce((said, { id, name }) => said.replaceAll(`<@${id}>`, `@${name}`), body);
}
