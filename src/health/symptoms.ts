import type { ShardState } from "../fact.ts";
import type { Waiting } from "../store/monitoring.ts";
import type { Movement } from "./activity.ts";

/** Something that is wrong for now; it is a reason to end only when it stays. */
export interface Symptom {
	of: "gateway" | "store" | "delivery" | "session";
	/** Which room or session; empty for the others. */
	id: string;
}

/** What is seen at a look. */
export interface Look {
	shards: readonly ShardState[];
	waiting: readonly Waiting[];
	/** The sessions that are on in servers that this process sees. */
	sessions: readonly string[];
	movement: Movement;
	/** Whether a channel takes nothing from us at present: what waits there does so for a reason. */
	isParked(channelId: string): boolean;
}

/** What is wrong at a look. */
export function symptomsOf({ shards, waiting, sessions, movement, isParked }: Look): Symptom[] {
	// Who may not log in yet has not stopped, and a new process would have to wait as long.
	const down = shards.some((state) => state !== "ready" && state !== "waiting to log in");
	const stuck = waiting.filter(
		({ channelId, since }) => since !== null && movement.isStill(channelId) && !isParked(channelId),
	);
	return [
		...(down ? [{ of: "gateway" as const, id: "" }] : []),
		...stuck.map(({ channelId }) => ({ of: "delivery" as const, id: channelId })),
		...sessions.filter(movement.isUnattended).map((id) => ({ of: "session" as const, id })),
	];
}

/** How often in a row each symptom has been seen. */
export type Persistence = ReadonlyMap<string, { symptom: Symptom; looks: number }>;

/** Counts each symptom once more, and forgets those that are gone. */
export function persist(before: Persistence, symptoms: readonly Symptom[]): Persistence {
	return new Map(
		symptoms.map((symptom) => {
			const key = `${symptom.of} ${symptom.id}`;
			return [key, { symptom, looks: (before.get(key)?.looks ?? 0) + 1 }];
		}),
	);
}

/** How long to wait between looks. */
export const LOOK_EVERY_MS = 10_000;

/**
 * After how many looks a symptom is there to stay. Counted rather than timed, because a machine that slept for hours
 * has not been in trouble for hours.
 */
const LOOKS: Record<Symptom["of"], number> = { gateway: 30, store: 7, delivery: 12, session: 12 };

/** A symptom that is there to stay, if there is one. */
export function chronic(persistence: Persistence): Symptom | null {
	for (const { symptom, looks } of persistence.values()) if (looks >= LOOKS[symptom.of]) return symptom;
	return null;
}

/** A symptom in words, for when it is the reason to end. */
export function describeSymptom({ of, id }: Symptom): string {
	switch (of) {
		case "gateway":
			return "the connection to Discord has been down for five minutes";
		case "store":
			return "the database has not answered for two minutes";
		case "delivery":
			return `greetings wait in channel ${id} and nothing has happened there for two minutes`;
		case "session":
			return `session ${id} is on and nobody has looked after it for two minutes`;
	}
}
