import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Expected } from "../expected.ts";
import type { Observe } from "../fact.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Newcomers } from "../store/arrivals.ts";
import type { GreetingRow } from "../store/outbox.ts";
import type { Store } from "../store/queryable.ts";
import type { SceneOf } from "./scenery.ts";
import type { Session } from "./session.ts";
import type { Step } from "./step.ts";

/** What a room calls once something is stored, or to store it. */
export interface Outlets {
	/** Stores newcomers with their greetings, and posts these. */
	admit(newcomers: Newcomers): Promise<GreetingRow[]>;
	/** Tells that greetings wait in a channel. */
	look(channelId: string): void;
	/** Tells that what is stored about a session, or about the people in it, may have changed. */
	told(sessionId: string): void;
}

/** What steps are performed with. */
export interface StepContext extends Outlets {
	store: Store;
	clock: Clock;
	profiles: Profiles;
	log: Logger;
	observe: Observe;
	sceneOf: SceneOf;
	/** Whether Byname hears at this moment what happens in a server. */
	hears(serverId: string): boolean;
	/** Who is expected at a session; null where that is not known. */
	expectedAt(session: Session): Expected | null;
	/** When the next session is scheduled in a room; null when none is. */
	nextSessionIn(serverId: string, roomId: string, now: number): number | null;
}

/** A step of a kind. */
export type ToDo<D extends Step["do"]> = Extract<Step, { do: D }>;
