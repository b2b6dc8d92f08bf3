import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { type Delivery, startDelivery } from "../../src/delivery/deliver.ts";
import { createParking } from "../../src/delivery/parking.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import type { Finding, Outcome, Post } from "../../src/outcome.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { type FreeLine, insertMessage, type MessageRow } from "../../src/store/outbox.ts";
import { insertSession } from "../../src/store/sessions.ts";
import type { Store } from "../../src/store/store.ts";
import { until } from "../journeys/journey.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";

/** What Discord may make of a post. */
export const NO_ANSWER: Outcome = { kind: "unknown", reason: "no answer" };
export const FORBIDDEN: Outcome = { kind: "refused", status: 403, code: 50013, reason: "Missing Permissions" };
export const BLOCKED: Outcome = { kind: "refused", status: 400, code: 200000, reason: "blocked by AutoMod" };
export const POSTED: Outcome = { kind: "posted", discordId: "77", bucketOpensInMs: 0 };

/** A question that waits until the test answers it. */
export interface Asked<T> {
	post: Post;
	answer(answer: T): void;
}

/** Delivery as one process does it, to a Discord that is played by hand: each post, and each search for one, waits. */
export function deliverOver(store: Store, clock: ScaledClock) {
	const posts: Asked<Outcome>[] = [];
	const searches: Asked<Finding>[] = [];
	const parked: string[] = [];
	const givenUp: string[] = [];
	const failing: string[] = [];
	let over = false;
	const asking =
		<T>(asked: Asked<T>[], atTheEnd: T) =>
		(post: Post) =>
			new Promise<T>((answer) => {
				asked.push({ post, answer });
				if (over) answer(atTheEnd);
			});
	const delivery = startDelivery({
		store,
		clock,
		log: pino({ level: "silent" }),
		send: asking(posts, POSTED),
		find: asking(searches, { kind: "missing" }),
		parking: createParking(clock),
		picks: createPicks(() => 0),
		scenery: { serverNameOf: () => "Acme", nameOf: () => null, nextSessionAt: () => null },
		onSettled: ({ state, greetings }) => {
			if (state === "given up") givenUp.push(...greetings.map((greeting) => greeting.session_id));
		},
		onParked: ({ sessionId }) => void parked.push(sessionId),
		onFailing: (channelId) => void failing.push(channelId),
		onTokenRefused: () => undefined,
	});
	onTestFinished(async () => {
		over = true;
		const stopped = delivery.stop();
		for (const { answer } of posts) answer(POSTED);
		for (const { answer } of searches) answer({ kind: "missing" });
		await stopped;
	});

	/** The how-manieth thing that is asked, as soon as it is. */
	async function nth<T>(asked: Asked<T>[], number: number): Promise<Asked<T>> {
		await until(() => asked.length >= number);
		return asked[number - 1] as Asked<T>;
	}

	return {
		delivery,
		posts,
		searches,
		parked,
		givenUp,
		failing,
		post: (number: number) => nth(posts, number),
		search: (number: number) => nth(searches, number),
	};
}

/** A session is on in a room of the same name. */
export async function sessionIn(store: Store, id: string): Promise<void> {
	await insertSession(store, sessionRow({ id, room_id: id, title: "Pottery" }));
}

/** Somebody has come and waits for their greeting. */
export async function comes(store: Store, clock: ScaledClock, name: string, session_id = "s1"): Promise<void> {
	await insertGreetings(store, [greetingRow({ session_id, user_id: name, name, arrived_at: clock.now() })]);
}

/** The line of the room, as soon as it is free. */
export async function freeLine(delivery: Delivery): Promise<FreeLine> {
	for (let line = delivery.reserve("room"); ; line = delivery.reserve("room")) {
		if (line) return line;
		await turns();
	}
}

/** Somebody has come and their greeting is stored with the message that carries it, which is yet to be sent. */
export async function comesOn(line: FreeLine, store: Store, clock: ScaledClock, name: string): Promise<MessageRow> {
	const greeting = greetingRow({ session_id: "s1", user_id: name, name, arrived_at: clock.now() });
	const { message } = line.draft([greeting], sessionRow({ id: "s1" }), DEFAULT_VOICE);
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
