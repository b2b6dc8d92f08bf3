import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { type Channels, keepChannels } from "../../src/delivery/channels.ts";
import type { DeliveryContext } from "../../src/delivery/context.ts";
import { startDelivery } from "../../src/delivery/delivery.ts";
import { draft } from "../../src/delivery/freeze.ts";
import { createParking } from "../../src/delivery/parking.ts";
import type { Fact } from "../../src/fact.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { NO_WISHES, wishesIn } from "../../src/guests/wishes.ts";
import type { Finding, Outcome, Post } from "../../src/outcome.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import type { Newcomers } from "../../src/store/arrivals.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertMessage, type MessageRow } from "../../src/store/outbox.ts";
import type { Store } from "../../src/store/queryable.ts";
import type { Pace } from "../../src/store/schema.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { first } from "../greetings/scene.ts";
import { until } from "../journeys/journey.ts";
import { attendanceOf, greetingRow, sessionRow } from "../store/rows.ts";

/** What Discord may make of a post. */
export const NO_ANSWER: Outcome = { kind: "unknown", reason: "no answer" };
export const FORBIDDEN: Outcome = { kind: "refused", status: 403, code: 50013, reason: "Missing Permissions" };
export const BLOCKED: Outcome = { kind: "refused", status: 400, code: 200000, reason: "blocked by AutoMod" };
export const GONE: Outcome = { kind: "refused", status: 404, code: 10003, reason: "Unknown Channel" };
export const POSTED: Outcome = { kind: "posted", discordId: "77", bucketOpensInMs: 0 };

/** A question that waits until the test answers it. */
export interface Question<T> {
	post: Post;
	answer(answer: T): void;
}

const sceneOf = sceneryOf({
	serverNameOf: () => "Acme",
	nameOf: () => null,
	nextSessionAt: () => null,
	nextEventOf: () => null,
});

/** A Discord that is played by hand, as one process sees it: each post, and each search for one, waits. */
function playedByHand(store: Store, clock: ScaledClock) {
	const posts: Question<Outcome>[] = [];
	const searches: Question<Finding>[] = [];
	const parked: string[] = [];
	const unsaid: string[] = [];
	const facts: Fact[] = [];
	const logged: Record<string, unknown>[] = [];
	let over = false;
	const asking =
		<T>(asked: Question<T>[], atTheEnd: T) =>
		(post: Post) =>
			new Promise<T>((answer) => {
				asked.push({ post, answer });
				if (over) answer(atTheEnd);
			});
	const parking = createParking(clock);
	const profiles = createProfiles(store, clock);
	const stage = { sceneOf, isGone: true, left: new Set<string>() };
	const context: DeliveryContext = {
		store,
		clock,
		log: pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
		send: asking(posts, POSTED),
		find: asking(searches, { kind: "missing" }),
		parking,
		picks: createPicks(() => 0),
		profiles,
		wishes: { version: 0 },
		namingIn: async (serverId, _, ids) => ({
			wishes: await wishesIn(store, serverId, ids),
			names: null,
			isTaken: () => false,
		}),
		isGone: () => stage.isGone,
		hasLeft: (_server, _room, userId) => stage.left.has(userId),
		sceneOf: (session, now) => stage.sceneOf(session, now),
		observe: (fact) => void facts.push(fact),
		onParked: ({ sessionId }) => void parked.push(sessionId),
		onUnsaid: ({ sessionId }) => void unsaid.push(sessionId),
	};

	/** The how-manieth thing that is asked, as soon as it is. */
	async function nth<T>(asked: Question<T>[], number: number): Promise<Question<T>> {
		await until(() => asked.length >= number);
		return asked[number - 1] as Question<T>;
	}

	return {
		context,
		/** Ends it with the test; whatever is asked still is answered. */
		endsWith(stop: () => Promise<void>): void {
			onTestFinished(async () => {
				over = true;
				const stopped = stop();
				for (const { answer } of posts) answer(POSTED);
				for (const { answer } of searches) answer({ kind: "missing" });
				await stopped;
			});
		},
		parking,
		/** What texts may mention, and whether channels that Discord does not know are known to be gone; played by hand as well. */
		stage,
		profiles,
		posts,
		searches,
		parked,
		facts,
		logged,
		/** How many greetings have been given up. */
		givenUp: () => facts.filter((fact) => fact.kind === "settled" && fact.state === "given up").length,
		/** Whether something could not be read or stored. */
		hasFailed: () => facts.some(({ kind }) => kind === "failing"),
		post: (number: number) => nth(posts, number),
		search: (number: number) => nth(searches, number),
	};
}

/** Delivery as one process does it, to a Discord that is played by hand. */
export function deliverOver(store: Store, clock: ScaledClock) {
	const { context, endsWith, ...discord } = playedByHand(store, clock);
	const delivery = startDelivery(context);
	endsWith(delivery.stop);
	return { delivery, ...discord };
}

/** The channels of one process alone, over a Discord that is played by hand. */
export function channelsOver(store: Store, clock: ScaledClock) {
	const { context, endsWith, ...discord } = playedByHand(store, clock);
	const channels = keepChannels(context);
	endsWith(channels.stop);
	return { channels, ...discord };
}

/** A session is on in a room of the same name. */
export async function sessionIn(store: Store, id: string): Promise<void> {
	await insertSession(store, sessionRow({ id, room_id: id, title: "Pottery" }));
}

/** Somebody has come and waits for their greeting. */
export async function comes(
	store: Store,
	clock: ScaledClock,
	name: string,
	session_id = "s1",
	channel_id = "room",
): Promise<void> {
	const guest = { session_id, channel_id, user_id: name, name, arrived_at: clock.now() };
	await insertGreetings(store, [greetingRow(guest)]);
}

/** People who come to a session and are greeted in the room. */
export function newcomers(
	clock: ScaledClock,
	names: readonly string[],
	parts: Partial<Newcomers> & { dueInMs?: number } = {},
): Newcomers {
	const { sessionId = "s1", dueInMs = null, ...others } = parts;
	return {
		serverId: "server",
		roomId: "room",
		hostId: null,
		sessionId,
		openedAt: clock.now(),
		channelId: "room",
		pace: "calm",
		arrivals: names.map((name) => {
			const { message_id, visits, ripe_at, ...greeting } = greetingRow({
				session_id: sessionId,
				user_id: name,
				name,
				arrived_at: clock.now(),
				due_at: dueInMs === null ? null : clock.now() + dueInMs,
			});
			return { attendance: attendanceOf(sessionId, name), greeting };
		}),
		scene: sceneOf(sessionRow({ id: sessionId }), clock.now()),
		voice: DEFAULT_VOICE,
		...others,
	};
}

/** Whether something could be said at once in a room to somebody who comes alone, at their host's pace. */
export function isFree(channels: Channels, pace: Pace = "calm", room = "room"): boolean {
	return channels.isFree(room, { pace, people: 1 });
}

/** Resolves as soon as that is so. */
export function roomIsFree(channels: Channels): Promise<void> {
	return until(() => isFree(channels));
}

/** Stores the greeting of somebody who has come with the message that carries it, which is yet to be sent. */
export async function storesMessage(store: Store, clock: ScaledClock, name: string): Promise<MessageRow> {
	const greeting = greetingRow({ session_id: "s1", user_id: name, name, arrived_at: clock.now() });
	const scene = sceneOf(sessionRow({ id: "s1" }), clock.now());
	const speaker = {
		serverId: "server",
		hostId: null,
		voice: DEFAULT_VOICE,
		scene,
		wishes: NO_WISHES,
		names: null,
		isTaken: () => false,
	};
	const { message } = draft([greeting], speaker, "room", { now: clock.now(), turns: first });
	await insertMessage(store, message);
	await insertGreetings(store, [{ ...greeting, message_id: message.id }]);
	return message;
}

/** Whose greeting is known to have been said. */
export async function greeted(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("greeting").select("user_id").where("posted_at", "is not", null).execute();
	return rows.map((row) => row.user_id);
}

/** Who has no message yet that carries their greeting. */
export async function waiting(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("greeting").select("user_id").where("message_id", "is", null).execute();
	return rows.map((row) => row.user_id);
}

/** Lets the event loop turn, so that whoever has been woken has looked. */
export async function turns(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** How many messages are known to stand in their channel. */
export async function postedMessages(store: Store): Promise<number> {
	return (await store.selectFrom("message").select("id").where("state", "=", "posted").execute()).length;
}
