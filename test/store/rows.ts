import { randomUUID } from "node:crypto";
import type { GreetingRow, MessageRow } from "../../src/store/outbox.ts";
import type { SessionRow } from "../../src/store/sessions.ts";

/** A session for tests that care about a part of it only. */
export function sessionRow(parts: Partial<SessionRow>): SessionRow {
	return {
		id: randomUUID(),
		server_id: "server",
		room_id: "room",
		stage_id: null,
		event_id: null,
		occurrence_at: null,
		host_id: null,
		title: "Pottery",
		starts_at: 0,
		opened_at: 0,
		found_at: null,
		empty_since: null,
		closed_at: null,
		language: null,
		note: null,
		recap: null,
		ended_by_host: 0,
		settled: 1,
		start_said: 0,
		reopened_at: null,
		seen_at: null,
		cue_channel_id: null,
		cue_message_id: null,
		forgotten_key: null,
		...parts,
	};
}

/** That a user attended a session. */
export function attendanceOf(session_id: string, user_id: string) {
	return { session_id, user_id, role: "attendee" as "attendee" | "panel", arrived_at: 0 };
}

/** An open stay. */
export function stayOf(session_id: string, user_id: string) {
	return { id: randomUUID(), session_id, user_id, entered_at: 0, left_at: null, inferred: 0 };
}

/** A greeting that waits. */
export function greetingRow(parts: Partial<GreetingRow> & Pick<GreetingRow, "session_id" | "user_id">): GreetingRow {
	return {
		occasion: "arrival",
		kind: "onTime",
		channel_id: "room",
		name: parts.user_id,
		minutes: 0,
		visits: 1,
		missed: 0,
		arrived_at: 0,
		due_at: null,
		ripe_at: null,
		neutral: 0,
		named: null,
		expected: null,
		asked: null,
		first: null,
		message_id: null,
		posted_at: null,
		...parts,
	};
}

/** A message that is frozen. */
export function messageRow(parts: Partial<MessageRow>): MessageRow {
	const id = randomUUID();
	return {
		id,
		server_id: "server",
		channel_id: "room",
		nonce: id,
		body: "Hello, Maya!",
		mentions: "",
		silent: 0,
		button: null,
		thanked_session_id: null,
		recap_button: null,
		state: "frozen",
		attempts: 1,
		frozen_at: 0,
		posted_at: null,
		tried_at: null,
		discord_id: null,
		layout: null,
		...parts,
	};
}
