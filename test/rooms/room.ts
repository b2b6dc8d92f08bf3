import { pino } from "pino";
import { onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import type { Clock } from "../../src/clock.ts";
import { startDelivery } from "../../src/delivery/delivery.ts";
import { createParking } from "../../src/delivery/parking.ts";
import type { Fact } from "../../src/fact.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { keepExpectations } from "../../src/rooms/expectations.ts";
import { keepRooms as keep } from "../../src/rooms/rooms.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import { emptyServer, roomIn } from "../../src/rooms/view.ts";
import { createWorld } from "../../src/rooms/world.ts";
import type { Store } from "../../src/store/queryable.ts";
import { STANDING_STILL, until } from "../journeys/journey.ts";
import { morning } from "../morning.ts";

/** A clock that goes on only where a test skips time. */
export function stillClock(): ScaledClock {
	return new ScaledClock({ speed: STANDING_STILL, start: morning() });
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

/** Rooms kept over a store as a process keeps them, whose posts all stand at once; `logged` is what its log says. */
export function keepRooms(store: Store, clock: Clock) {
	const logged: { level: number; msg: string; user?: string }[] = [];
	const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
	const world = createWorld();
	const profiles = createProfiles(store, clock);
	const facts: Fact[] = [];
	const observe = (fact: Fact) => void facts.push(fact);
	const delivery = startDelivery({
		...{ store, clock, log, profiles, observe, parking: createParking(clock) },
		send: async () => ({ kind: "posted", discordId: "77", bucketOpensInMs: 0 }),
		find: async () => ({ kind: "missing" }),
		picks: createPicks(() => 0),
		sceneOf: sceneryOf(world),
		wishes: { version: 0 },
		namingIn: async (serverId, _, ids) => ({
			wishes: await wishesIn(store, serverId, ids),
			names: null,
			isTaken: () => false,
		}),
		isGone: () => true,
		hasLeft: world.hasLeft,
		onParked: () => undefined,
		onUnsaid: () => undefined,
	});
	const { admit, look } = delivery;
	const expectations = keepExpectations({
		...{ clock, log, world },
		ask: async ({ eventId }) => ({ kind: "failed", reason: `nobody asks about ${eventId} here`, afterMs: 0 }),
	});
	onTestFinished(expectations.stop);
	const rooms = keep({
		expectations,
		store,
		clock,
		log,
		world,
		profiles,
		observe,
		admit,
		look,
		cue: () => undefined,
		hears: () => true,
	});
	async function stop(): Promise<void> {
		await rooms.stop();
		await delivery.stop();
	}
	onTestFinished(stop);
	return { rooms, logged, facts, stop };
}

/** The same, and one room, "room" in "server", to show to them by hand. */
export function keepRoom(store: Store, clock: ScaledClock) {
	const { rooms, logged, stop } = keepRooms(store, clock);
	const person = (id: string) => ({ id, name: id, bot: false });
	const stageOf = (id: string) => {
		const openedAt = openingOf(store, id, clock.now());
		return { id, roomId: "room", topic: "Town hall", eventId: null, openedAt };
	};
	const voice = (id: string, roomId: string | null) =>
		rooms.notice({ kind: "voice", serverId: "server", person: person(id), roomId, onStage: false, witnessed: true });
	let stage: ReturnType<typeof stageOf> | undefined;

	return {
		rooms,
		logged,
		stop,
		/** Henry calls for a session. */
		start: () => rooms.start("server", "room", { hostId: "henry", title: null, startsAt: null, language: null }),
		end: () => rooms.end("server", "room", null),
		/** Whether a session is on, once all is done that was noticed before. */
		isOn: () => rooms.changePanel("server", "room", { removes: "nobody" }),
		/** Shows everything at once, as after connecting. */
		shows({ stage: stageId, speakers = [], audience = [] }: Shown) {
			if (stage?.id !== stageId) stage = stageId === undefined ? undefined : stageOf(stageId);
			const server = emptyServer("server");
			const room = roomIn(server, "room", "stage");
			Object.assign(room, { name: "Main stage", isListed: true });
			if (stage) server.stages.set("room", stage);
			for (const id of [...speakers, ...audience]) {
				const seen = { enteredAt: clock.now(), onStage: speakers.includes(id), witnessed: false, unnamed: false };
				room.present.set(id, { person: person(id), ...seen });
				server.whereabouts.set(id, "room");
			}
			rooms.notice({ kind: "server", server });
		},
		opens(stageId: string) {
			stage = stageOf(stageId);
			rooms.notice({ kind: "stage", serverId: "server", stage });
		},
		/** Its stage gets another topic. */
		isAbout(topic: string) {
			if (stage) rooms.notice({ kind: "stage", serverId: "server", stage: { ...stage, topic } });
		},
		closes() {
			stage = undefined;
			rooms.notice({ kind: "stageGone", serverId: "server", roomId: "room" });
		},
		/** The room is deleted; nobody is seen leaving it. */
		vanishes: () => rooms.notice({ kind: "roomGone", serverId: "server", roomId: "room" }),
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

/** Lets time pass until it is known who leads the one session that is open. */
export async function settles(store: Store, clock: ScaledClock): Promise<void> {
	const settled = async () => (await store.selectFrom("session").select("settled").executeTakeFirst())?.settled;
	await until(async () => (await settled()) !== undefined);
	clock.skip(3_000);
	await until(async () => {
		clock.skip(10); // however slow the machine is, no minutes pass
		return (await settled()) === 1;
	});
}
