import { pino } from "pino";
import type { Clock } from "./clock.ts";
import { startDelivery } from "./delivery/delivery.ts";
import { createParking } from "./delivery/parking.ts";
import { readPacket } from "./discord/packets.ts";
import { createPicks } from "./greetings/pick.ts";
import { createProfiles } from "./profiles/profiles.ts";
import { keepRooms } from "./rooms/rooms.ts";
import { sceneryOf } from "./rooms/scenery.ts";
import { emptyServer, roomIn } from "./rooms/view.ts";
import { createWorld } from "./rooms/world.ts";
import { openStore } from "./store/store.ts";

const ROUNDS = 150;
/** Enough for the channel's bucket to hold a token again. */
const BETWEEN_MS = 1_100;
const LONGEST_MS = 1_500;

/**
 * Takes some made-up arrivals the whole way from packet to post, in a database in memory and with nobody to hear them,
 * so that the way is compiled when the first guest comes: it is then about a third shorter. Takes a fraction of a
 * second, never much more, and touches nothing.
 */
export async function warmUp(): Promise<void> {
	const store = await openStore("sqlite::memory:", () => undefined);
	let now = Date.now();
	const clock: Clock = { now: () => now, steady: () => now, sleep: untilAborted };
	let posted: () => void = () => undefined;
	const world = createWorld();
	const shared = {
		store,
		clock,
		log: pino({ level: "silent" }),
		profiles: createProfiles(store, clock),
		observe: () => undefined,
	};
	const delivery = startDelivery({
		...shared,
		parking: createParking(clock),
		send: async () => {
			posted();
			return { kind: "posted", discordId: null, bucketOpensInMs: 0 };
		},
		find: async () => ({ kind: "missing" }),
		picks: createPicks(() => 0),
		sceneOf: sceneryOf(world),
		onParked: () => undefined,
		onTokenRefused: () => undefined,
	});
	const { admit, look } = delivery;
	const rooms = keepRooms({ ...shared, world, admit, look, cue: () => undefined });
	const deadline = performance.now() + LONGEST_MS;
	rooms.notice({ kind: "server", server: liveServer(now) });
	for (let round = 0; round < ROUNDS && performance.now() < deadline; round++) {
		now += BETWEEN_MS;
		const post = new Promise<void>((resolve) => {
			posted = resolve;
		});
		const read = readPacket("VOICE_STATE_UPDATE", packetOf(round), now, () => undefined);
		if (read?.kind !== "move" || !read.move.person) break;
		const { person, ...where } = read.move;
		rooms.notice({ kind: "voice", person, ...where, witnessed: true });
		await Promise.race([post, untilAborted(LONGEST_MS / 10)]);
	}
	await rooms.stop();
	await delivery.stop();
	await store.destroy();
}

function liveServer(now: number) {
	const server = emptyServer("1");
	roomIn(server, "2", "stage").name = "Stage";
	server.stages.set("2", { id: "3", roomId: "2", topic: "", eventId: null, openedAt: now - BETWEEN_MS * 10 });
	return server;
}

function packetOf(round: number) {
	const id = String(1_000 + round);
	const user = { id, username: `guest${id}`, global_name: `Guest ${id}`, bot: false };
	return { guild_id: "1", channel_id: "2", user_id: id, suppress: true, member: { user, nick: null } };
}

/** The clock of the warm-up stands still between arrivals: whoever sleeps sleeps until they are woken, or for long. */
function untilAborted(_ms: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const timer = setTimeout(resolve, LONGEST_MS / 10);
		signal?.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}
