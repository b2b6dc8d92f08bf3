import { pino } from "pino";
import { onTestFinished } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import type { CueOutcome, CuePost } from "../../src/cues/board.ts";
import { Cues } from "../../src/cues/cues.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession, type SessionRow, updateSession } from "../../src/store/sessions.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { type Engine, openTestStore } from "../engines.ts";
import { STANDING_STILL, until } from "../journeys/journey.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";

/**
 * Cues over a real store for Henry, who wants them in the office or where `cueTo` says, on a board that takes notes.
 * `answer` says what becomes of a post, if it is not shown; time goes on only where the test skips it.
 */
export async function desk(
	engine: Engine,
	answer: (post: CuePost) => Promise<CueOutcome | null>,
	{ cueTo = "office" } = {},
) {
	const store = await openTestStore(engine);
	const clock = new ScaledClock({ speed: STANDING_STILL, start: Date.UTC(2026, 10, 21, 12) });
	const logged: string[] = [];
	/** What was said, in posts and edits, and when by the steady clock. */
	const said: string[] = [];
	const times: number[] = [];
	const rooms = new Map<string, Map<string, { person: { name: string } }>>();
	await saveProfile(store, "server", "henry", { cue: "on", cue_to: cueTo });
	let posts = 0;
	const cues = new Cues({
		store,
		clock,
		log: pino({ level: "debug" }, { write: (line) => void logged.push(JSON.parse(line).msg) }),
		board: {
			async post(post) {
				said.push(`post: ${post.words.text}`);
				times.push(clock.steady());
				const messageId = String((BigInt(clock.now() - Date.UTC(2015)) << 22n) + BigInt(posts++));
				return (await answer(post)) ?? { kind: "shown", messageId, text: post.words.text };
			},
			async edit({ messageId }, { text }) {
				said.push(`edit: ${text}`);
				times.push(clock.steady());
				return { kind: "shown", messageId, text };
			},
			check: async () => ({ kind: "fits" }),
			remove: async () => ({ kind: "removed" }),
			openDirect: async (hostId) => ({ kind: "opened", channelId: `with ${hostId}` }),
		},
		profiles: createProfiles(store, clock),
		presentIn: (_serverId, roomId) => rooms.get(roomId),
		expectedAt: () => null,
		onKept: () => undefined,
	});
	onTestFinished(() => cues.stop());
	return {
		store,
		clock,
		logged,
		said,
		times,
		cues,
		/** A session of Henry's that is on in a room that nobody has entered yet. */
		async opens(room: string): Promise<SessionRow> {
			const session = sessionRow({ host_id: "henry", room_id: room, title: room, opened_at: clock.now() });
			rooms.set(room, rooms.get(room) ?? new Map());
			await insertSession(store, session);
			cues.wake(session.id);
			return session;
		},
		async closes({ id }: SessionRow): Promise<void> {
			await updateSession(store, id, { closed_at: clock.now() });
			cues.wake(id);
		},
		/** Somebody comes to a session's room after hours; whoever was there has left. */
		async calls(name: string, { id, room_id }: SessionRow): Promise<void> {
			rooms.set(room_id, new Map([[name, { person: { name } }]]));
			const day = new Date(clock.now()).toISOString().slice(0, 10);
			const call = { session_id: id, kind: "afterHours", occasion: `after hours ${day}` } as const;
			await insertGreetings(store, [greetingRow({ ...call, user_id: name, arrived_at: clock.now() })]);
			cues.wake(id);
		},
		/** Resolves when so much was said; time passes meanwhile. */
		hears: (count: number) =>
			until(() => {
				if (said.length < count) clock.skip(500);
				return said.length >= count;
			}),
	};
}
