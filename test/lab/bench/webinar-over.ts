import { chunks } from "../../../src/store/chunks.ts";
import { newGreeting } from "../../../src/store/greetings.ts";
import { insertSession } from "../../../src/store/sessions.ts";
import { openStore } from "../../../src/store/store.ts";
import { attendanceOf, messageRow, sessionRow, stayOf } from "../../store/rows.ts";

const MINUTE_MS = 60_000;
const LASTED_MS = 90 * MINUTE_MS;
const OVER_SINCE_MS = 60 * MINUTE_MS;
/** How often each guest was in the room, and for how long. */
const STAYS = 3;
const STAY_MS = 20 * MINUTE_MS;

/** Whose webinar it was, by Discord's ids. */
export interface WebinarCast {
	serverId: string;
	roomId: string;
	hostId: string;
	guests: readonly string[];
}

/** Stores a webinar that was over an hour ago, with everybody's attendance, stays and greetings. Rejects as `openStore` and its queries do. */
export async function storeWebinar(url: string, { serverId, roomId, hostId, guests }: WebinarCast): Promise<void> {
	const store = await openStore(url, () => undefined);
	const closed_at = Date.now() - OVER_SINCE_MS;
	const opened_at = closed_at - LASTED_MS;
	const times = { opened_at, starts_at: opened_at, closed_at };
	const session = sessionRow({ server_id: serverId, room_id: roomId, host_id: hostId, title: "Webinar", ...times });
	const message = messageRow({ server_id: serverId, channel_id: roomId, state: "posted", posted_at: opened_at });
	const everyMs = (LASTED_MS - STAYS * STAY_MS) / guests.length;
	const arrivals = guests.map((userId, nth) => ({ userId, at: Math.floor(opened_at + nth * everyMs) }));
	try {
		await insertSession(store, session);
		await store
			.insertInto("message")
			.values({ ...message, body: null })
			.execute();
		for (const some of chunks(arrivals)) {
			const who = some.map(({ userId, at }) => ({ ...attendanceOf(session.id, userId), arrived_at: at }));
			await store.insertInto("attendance").values(who).execute();
			const stays = some.flatMap(({ userId, at }) =>
				Array.from({ length: STAYS }, (_, nth) => {
					const entered_at = at + nth * STAY_MS;
					return { ...stayOf(session.id, userId), entered_at, left_at: entered_at + STAY_MS / 2 };
				}),
			);
			await store.insertInto("stay").values(stays).execute();
			const said = some.map(({ userId, at }) => ({
				...newGreeting({
					...{ session_id: session.id, user_id: userId, occasion: "arrival", kind: "late", channel_id: roomId },
					...{ name: null, arrived_at: at, message_id: message.id, posted_at: at, named: 1 },
				}),
			}));
			await store.insertInto("greeting").values(said).execute();
		}
	} finally {
		await store.destroy();
	}
}
