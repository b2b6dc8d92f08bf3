import type { Logger } from "pino";
import type { Budget } from "../budget.ts";
import type { Clock } from "../clock.ts";
import type { Observe } from "../fact.ts";
import type { Scene } from "../greetings/greeting.ts";
import type { Picks } from "../greetings/pick.ts";
import type { NamingIn } from "../guests/calling.ts";
import type { Wishes } from "../guests/wishes.ts";
import type { FindPost, SendPost } from "../outcome.ts";
import type { Profiles } from "../profiles/profiles.ts";
import type { Store } from "../store/queryable.ts";
import type { SessionFacts } from "../store/sessions.ts";
import type { Parking } from "./parking.ts";

/** A channel that turned us away, and the session whose people are not greeted there. */
export interface Parked {
	serverId: string;
	channelId: string;
	sessionId: string;
	/** How often it has turned us away in the session, having let us in meanwhile. */
	times: number;
}

/** A channel where people of a session that is long over were never greeted. */
export interface Unsaid {
	serverId: string;
	channelId: string;
	sessionId: string;
}

/** What delivery is given by `run.ts`. */
export interface DeliveryContext {
	store: Store;
	clock: Clock;
	log: Logger;
	send: SendPost;
	find: FindPost;
	parking: Parking;
	picks: Picks;
	profiles: Profiles;
	wishes: Pick<Wishes, "version">;
	namingIn: NamingIn;
	/** Whether a channel is known to be no more: Discord shows its server, and not the channel. */
	isGone(serverId: string, channelId: string): boolean;
	/** Whether somebody is seen to be in a room no more: Discord shows who is there, and not them. */
	hasLeft(serverId: string, roomId: string, userId: string): boolean;
	/** What texts may mention of a session now. */
	sceneOf(session: SessionFacts, now: number): Scene;
	observe: Observe;
	/** Called with a channel that turns us away in a session; not again before it has let us in. */
	onParked(parked: Parked): void;
	/** Called when greetings are given up for another reason than that their channel turns us away. */
	onUnsaid(unsaid: Unsaid): void;
}

/** What channels are given besides: what they all share. */
export interface ChannelContext extends DeliveryContext {
	budget: Budget;
	/** Asks a channel to post greetings that have been moved to it. */
	look(channelId: string): void;
	/** Aborts when no more posts are to leave. */
	signal: AbortSignal;
}
