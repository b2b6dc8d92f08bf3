import { pino } from "pino";
import { onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { keepSessions } from "../../src/rooms/rooms.ts";
import { emptyServer, roomIn } from "../../src/rooms/view.ts";
import type { Store } from "../../src/store/store.ts";
import { STANDING_STILL } from "../journeys/journey.ts";

/** A clock that goes on only where a test skips time. */
export function stillClock(): ScaledClock {
	return new ScaledClock({ speed: STANDING_STILL });
}

/** What a snapshot shows of the one room there is. */
interface Shown {
	/** The id of its live stage. */
	stage?: string;
	speakers?: string[];
	audience?: string[];
}

/** When each stage opened: every process is shown the same. */
const openings = new WeakMap<Store, Map<string, number>>();

function openingOf(store: Store, stageId: string, now: number): number {
	const known = openings.get(store) ?? new Map<string, number>();
	openings.set(store, known);
	const openedAt = known.get(stageId) ?? now;
	known.set(stageId, openedAt);
	return openedAt;
}

/** Sessions kept over a store as a process does, and one room, "room" in "server", to show to them by hand. */
export function keepRoom(store: Store, clock: ScaledClock) {
	let comparisons = 0;
	let failures = 0;
	const sessions = keepSessions({
		store,
		clock,
		log: pino({ level: "silent" }),
		onGreetings: () => undefined,
		reserve: () => null,
		onAttendance: () => void comparisons++,
		onFailing: () => void failures++,
		onArrivals: () => undefined,
	});
	onTestFinished(() => sessions.stop());
	const person = (id: string) => ({ id, name: id, bot: false });
	const stageOf = (id: string) => {
		const openedAt = openingOf(store, id, clock.now());
		return { id, roomId: "room", topic: "Town hall", eventId: null, openedAt };
	};
	const voice = (id: string, roomId: string | null) =>
		sessions.notice({ kind: "voice", serverId: "server", person: person(id), roomId, onStage: false, witnessed: true });
	let stage: ReturnType<typeof stageOf> | undefined;

	return {
		sessions,
		/** How often what is stored about attendance has been compared with what happened, or with what Discord shows. */
		get comparisons() {
			return comparisons;
		},
		/** How often something could not be stored. */
		get failures() {
			return failures;
		},
		/** Shows everything at once, as after connecting. */
		shows({ stage: stageId, speakers = [], audience = [] }: Shown) {
			if (stage?.id !== stageId) stage = stageId === undefined ? undefined : stageOf(stageId);
			const server = emptyServer("server");
			const room = roomIn(server, "room", "stage");
			room.name = "Main stage";
			if (stage) server.stages.set("room", stage);
			for (const id of [...speakers, ...audience]) {
				const seen = { enteredAt: clock.now(), onStage: speakers.includes(id), witnessed: false, unnamed: false };
				room.present.set(id, { person: person(id), ...seen });
				server.whereabouts.set(id, "room");
			}
			sessions.notice({ kind: "server", server });
		},
		opens(stageId: string) {
			stage = stageOf(stageId);
			sessions.notice({ kind: "stage", serverId: "server", stage });
		},
		/** Its stage gets another topic. */
		isAbout(topic: string) {
			if (stage) sessions.notice({ kind: "stage", serverId: "server", stage: { ...stage, topic } });
		},
		closes() {
			stage = undefined;
			sessions.notice({ kind: "stageGone", serverId: "server", roomId: "room" });
		},
		/** The room is deleted; nobody is seen leaving it. */
		vanishes: () => sessions.notice({ kind: "roomGone", serverId: "server", roomId: "room" }),
		enters: (id: string) => voice(id, "room"),
		leaves: (id: string) => voice(id, null),
	};
}

/** Who is greeted on arrival, and how, in order of their names. */
export function greetings(store: Store) {
	return store
		.selectFrom("greeting")
		.select(["user_id", "kind", "missed", "arrived_at"])
		.where("occasion", "=", "arrival")
		.orderBy("user_id")
		.execute();
}

/** How somebody's last stay ended; null while it has not, undefined before it is stored. */
export async function departureOf(store: Store, userId: string) {
	const stay = await store
		.selectFrom("stay")
		.select(["left_at as at", "inferred"])
		.where("user_id", "=", userId)
		.orderBy("entered_at", "desc")
		.executeTakeFirst();
	return stay?.at === null ? null : stay;
}

/** Whether somebody's last stay has ended. */
export async function hasLeft(store: Store, userId: string): Promise<boolean> {
	return Boolean(await departureOf(store, userId));
}

/** Whether somebody has been greeted on arrival. */
export async function isGreeted(store: Store, userId: string): Promise<boolean> {
	return (await greetings(store)).some(({ user_id }) => user_id === userId);
}

/** The ids of the sessions that are open, or of those that are closed. */
export async function sessionsThatAre(store: Store, state: "open" | "closed"): Promise<string[]> {
	const rows = await store
		.selectFrom("session")
		.select("id")
		.where("closed_at", state === "open" ? "is" : "is not", null)
		.execute();
	return rows.map(({ id }) => id);
}
