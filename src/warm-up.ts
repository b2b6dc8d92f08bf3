import { pino } from "pino";
import type { Clock } from "./clock.ts";
import { startDelivery } from "./delivery/delivery.ts";
import { createParking } from "./delivery/parking.ts";
import { readPacket } from "./discord/packets.ts";
import { createPicks } from "./greetings/pick.ts";
import { NO_WISHES } from "./guests/wishes.ts";
import { createProfiles } from "./profiles/profiles.ts";
import { gatherSome } from "./profiles/zones.ts";
import { keepRooms } from "./rooms/rooms.ts";
import { sceneryOf } from "./rooms/scenery.ts";
import { emptyServer, roomIn } from "./rooms/view.ts";
import { createWorld } from "./rooms/world.ts";
import { openStore } from "./store/store.ts";

/** By then Byname is usually connected. */
const AFTER_MS = 3_000;
/** V8's middle compiler, Maglev, takes what was called 400 times. More rounds make hardly anything quicker, not even 3,000. */
const ROUNDS = 500;
/** Between steps, so that real events go first. */
const PAUSE_MS = 2;
/** A room stores nothing more for a moment after its post; meanwhile somebody comes to the next one. */
const ROOMS = ["12", "22", "32", "42", "52", "62", "72", "82"];
/** Enough for the channel to take another post at any pace but the slowest that a host can choose. */
const BETWEEN_MS = 21_000;
const LONGEST_WAIT_MS = 150;

/**
 * Soon takes some made-up arrivals the whole way from packet to post, in a database in memory and with nobody to hear
 * them, so that the way is compiled when the first guest comes. The greeting of that guest then leaves in half the time or
 * less, and those of the next hundred a tenth sooner. `onError` is called when it fails, which harms nothing.
 * Then it gathers the time zones, so that no guest waits while a host looks for one.
 *
 * It takes three seconds altogether, in pieces. If it came before Byname connects, every start would take that much
 * longer. After that, a guest who comes in the middle of it waits about as long as without it.
 */
export function warmUpSoon(onError: (error: unknown) => void): void {
	const begin = async () => {
		try {
			await warmUp();
		} finally {
			while (!gatherSome()) await wait(PAUSE_MS);
		}
	};
	setTimeout(() => begin().catch(onError), AFTER_MS).unref();
}

/** Takes so many arrivals the whole way; resolves with how many posts came of them, which should be as many. */
export async function warmUp(rounds = ROUNDS): Promise<number> {
	const store = await openStore("sqlite::memory:", () => undefined);
	let now = Date.now();
	// The time stands still between arrivals. A sleep ends when its signal aborts, or after the longest wait.
	const clock: Clock = { now: () => now, steady: () => now, sleep: (_ms, signal) => wait(LONGEST_WAIT_MS, signal) };
	let posts = 0;
	let posted: () => void = () => undefined;
	const world = createWorld();
	const shared = {
		store,
		clock,
		log: pino({ level: "silent" }),
		profiles: createProfiles(store, clock),
		wishes: { version: 0 },
		namingIn: async () => ({ wishes: NO_WISHES, names: null, isTaken: () => false }),
		observe: () => undefined,
	};
	const delivery = startDelivery({
		...shared,
		parking: createParking(clock),
		send: async () => {
			posts++;
			posted();
			return { kind: "posted", discordId: "4", bucketOpensInMs: 0 };
		},
		find: async () => ({ kind: "missing" }),
		picks: createPicks(() => 0),
		sceneOf: sceneryOf(world),
		isGone: () => false,
		hasLeft: () => false,
		onParked: () => undefined,
		onUnsaid: () => undefined,
	});
	const { admit, look } = delivery;
	const nothing = () => undefined;
	const expectations = { at: () => null, look: nothing, snapshot: nothing, forget: nothing };
	const rooms = keepRooms({ ...shared, world, expectations, admit, look, cue: nothing, hears: () => true });
	try {
		await wait(PAUSE_MS);
		rooms.notice({ kind: "server", server: liveServer(now) });
		for (let round = 0; round < rounds; round++) {
			now += BETWEEN_MS;
			const post = new Promise<void>((resolve) => {
				posted = resolve;
			});
			const read = readPacket("VOICE_STATE_UPDATE", packetOf(round), now, () => undefined);
			if (read?.kind !== "move" || !read.move.person) break;
			const { person, ...where } = read.move;
			rooms.notice({ kind: "voice", person, ...where, witnessed: true });
			await Promise.race([post, wait(LONGEST_WAIT_MS)]);
			await wait(PAUSE_MS);
		}
	} finally {
		await rooms.stop();
		await delivery.stop();
		await store.destroy();
	}
	return posts;
}

function liveServer(now: number) {
	const server = emptyServer("1");
	for (const roomId of ROOMS) {
		Object.assign(roomIn(server, roomId, "stage"), { name: "Stage", isListed: true });
		server.stages.set(roomId, { id: `${roomId}0`, roomId, topic: "", eventId: null, openedAt: now - BETWEEN_MS * 10 });
	}
	return server;
}

function packetOf(round: number) {
	const id = String(1_000 + round);
	const user = { id, username: `guest${id}`, global_name: `Gäst ${id}`, bot: false };
	return {
		guild_id: "1",
		channel_id: ROOMS[round % ROOMS.length],
		user_id: id,
		suppress: true,
		member: { user, nick: null },
	};
}

/** Resolves after `ms` milliseconds, at once when `signal` aborts. */
function wait(ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const timer = setTimeout(resolve, ms);
		signal?.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
