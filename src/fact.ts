import type { Outcome } from "./outcome.ts";

/** Whose limit an answer 429 is about. Unknown where Discord does not say: then it may be Cloudflare in front of it. */
export const LIMIT_SCOPES = ["user", "global", "shared", "unknown"] as const;
export type LimitScope = (typeof LIMIT_SCOPES)[number];

/** The states of a shard's connection, as they are counted and shown. */
export const SHARD_STATES = [
	"connecting",
	"waiting to log in",
	"identifying",
	"resuming",
	"waiting for servers",
	"ready",
	"closed",
] as const;
export type ShardState = (typeof SHARD_STATES)[number];

/** The servers that Discord has told of, and of how many of them it has told all, or that they are in an outage. */
export interface ServerCount {
	all: number;
	seen: number;
	unavailable: number;
}

/** Something that has happened, for metrics and the watchdog. Nothing is decided by a fact. */
export type Fact =
	/** People have come to a session for the first time, and it is stored. `missed` is 1 for those who were not seen coming in. */
	| { kind: "arrived"; arrivals: readonly { kind: string; missed: number }[] }
	/** This process is to post something in a channel. */
	| { kind: "due"; channelId: string }
	/** A post to a channel is about to be attempted. */
	| { kind: "attempting"; channelId: string }
	/** An attempt has come to an end, good or bad. */
	| { kind: "attempted"; channelId: string; outcome: Outcome }
	/**
	 * Greetings are done with, and it is stored: said in their channel; given up because Discord will not have them; or
	 * overdue, because their session was over before they could be said.
	 */
	| {
			kind: "settled";
			state: "posted" | "given up" | "overdue";
			at: number;
			greetings: readonly { occasion: string; arrived_at: number; due_at: number | null; ripe_at: number | null }[];
	  }
	/** What is stored about a session was compared with what happened, or with what Discord shows. */
	| { kind: "compared"; sessionId: string }
	/** The store failed a session or a channel, by its id, or nobody could look in that channel for now; it is tried again. */
	| { kind: "failing"; id: string }
	/** Discord has shown a whole server at once. */
	| { kind: "snapshot"; serverId: string }
	/** A shard is ready: after a new session, or after one that was resumed. */
	| { kind: "connected"; how: "identified" | "resumed" }
	/** Discord has answered 429, to whatever request. */
	| { kind: "limited"; scope: LimitScope };

/** Takes a fact. Never throws, never waits. */
export type Observe = (fact: Fact) => void;
