import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type Fact, LIMIT_SCOPES, SHARD_STATES, type ShardState } from "../fact.ts";
import type { Waiting } from "../store/monitoring.ts";
import { sayableAt } from "../store/outbox.ts";

/** What is counted while Byname runs, for Prometheus to read. Nothing in it tells who or where. */
export interface Metrics {
	/** Counts something that has happened. */
	count(fact: Fact): void;
	/** Measures the process itself from now on: memory, garbage, the event loop. That costs a little all the time. */
	measureProcess(): void;
	/** Everything as text, in Prometheus's format, with how things stand now. */
	text(reading: Reading): Promise<string>;
}

/** How things stand when somebody asks. */
export interface Reading {
	now: number;
	shards: readonly ShardState[];
	/** What waits to be said; null when the store does not tell. */
	waiting: readonly Waiting[] | null;
	isParked(channelId: string): boolean;
	/** How many answers 401, 403 and 429 there were within the last ten minutes. */
	refusals: number;
	/** How many lines of the log could not be written so far. */
	linesLost: number;
}

/** Upper bounds of the buckets, in seconds. A greeting within two seconds is a good one. */
const DELAYS_S = [0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 5, 10, 30, 60, 300, 900];

/** Makes counters that all stand at zero. */
export function createMetrics(): Metrics {
	const registry = new Registry();
	const registers = [registry];
	const arrivals = new Counter({
		registers,
		name: "byname_arrivals_total",
		help: "People who came to a session for the first time, by the words that called for. Unseen: found in the room, not seen coming in.",
		labelNames: ["kind", "unseen"],
	});
	const greetings = new Counter({
		registers,
		name: "byname_greetings_total",
		help: "Greetings that are done with, by occasion: posted; given up because Discord refuses them even without the name; or overdue, their session being long over.",
		labelNames: ["occasion", "state"],
	});
	const delay = new Histogram({
		registers,
		name: "byname_greeting_delay_seconds",
		help: "From the arrival, or from when the host's delay and pace let it be said, to the post that greets.",
		buckets: DELAYS_S,
	});
	const posts = new Counter({
		registers,
		name: "byname_posts_total",
		help: "Attempts to post greetings, by outcome.",
		labelNames: ["outcome"],
	});
	const limits = new Counter({
		registers,
		name: "byname_rate_limited_total",
		help: "Answers 429 from Discord to any request, by scope.",
		labelNames: ["scope"],
	});
	const reconciles = new Counter({
		registers,
		name: "byname_reconciles_total",
		help: "Snapshots of a server that were compared with what is stored.",
	});
	const connects = new Counter({
		registers,
		name: "byname_gateway_connects_total",
		help: "Times a shard became ready, with a new session (identified) or its old one (resumed).",
		labelNames: ["how"],
	});
	const shards = new Gauge({
		registers,
		name: "byname_gateway_shards",
		help: "Shards of this process, by the state of their connection.",
		labelNames: ["state"],
	});
	const outbox = new Gauge({
		registers,
		name: "byname_outbox_greetings",
		help: "Stored greetings not known to be posted. Waiting: without a message. Later: the host wants time to pass first. Frozen: in a message. Parked: their channel takes no posts.",
		labelNames: ["state"],
	});
	const age = new Gauge({
		registers,
		name: "byname_outbox_age_seconds",
		help: "How long the oldest greeting waits that could have been said; parked channels aside. 0 when none does.",
	});
	const refusals = new Gauge({
		registers,
		name: "byname_refusals_within_ten_minutes",
		help: "Answers 401, 403 and 429 from Discord within the last ten minutes. At 10,000 it shuts the address out; from 1,000 on Byname asks less.",
	});
	const linesLost = new Counter({
		registers,
		name: "byname_log_lines_lost_total",
		help: "Lines of the log that could not be written: its reader has gone, or the disk is full.",
	});
	for (const outcome of ["posted", "limited", "unknown", "refused"]) posts.inc({ outcome }, 0);
	for (const scope of LIMIT_SCOPES) limits.inc({ scope }, 0);
	for (const occasion of ["arrival", "farewell", "after hours"]) {
		for (const state of ["posted", "given up", "overdue"]) greetings.inc({ occasion, state }, 0);
	}
	for (const kind of ["early", "onTime", "late"]) {
		for (const unseen of ["no", "yes"]) arrivals.inc({ kind, unseen }, 0);
	}
	for (const how of ["identified", "resumed"]) connects.inc({ how }, 0);

	function showOutbox({ waiting, now, isParked }: Reading): void {
		outbox.reset();
		age.remove();
		if (!waiting) return;
		const sums = sumsOf(waiting, isParked);
		for (const [state, count] of Object.entries(sums.counts)) outbox.set({ state }, count);
		age.set(sums.since === null ? 0 : Math.max(0, now - sums.since) / 1_000);
	}

	function countSettled({ state, at, greetings: settled }: Extract<Fact, { kind: "settled" }>): void {
		for (const greeting of settled) {
			const { occasion } = greeting;
			greetings.inc({ occasion: occasion.startsWith("after hours") ? "after hours" : occasion, state });
			if (state === "posted" && occasion !== "farewell") {
				delay.observe(Math.max(0, at - sayableAt(greeting)) / 1_000);
			}
		}
	}

	return {
		count(fact) {
			switch (fact.kind) {
				case "arrived":
					for (const { kind, missed } of fact.arrivals) arrivals.inc({ kind, unseen: missed === 1 ? "yes" : "no" });
					break;
				case "settled":
					countSettled(fact);
					break;
				case "attempted":
					posts.inc({ outcome: fact.outcome.kind });
					break;
				case "limited":
					limits.inc({ scope: fact.scope });
					break;
				case "snapshot":
					reconciles.inc();
					break;
				case "connected":
					connects.inc({ how: fact.how });
			}
		},
		measureProcess: () => collectDefaultMetrics({ register: registry }),
		text(reading) {
			for (const state of SHARD_STATES) {
				shards.set({ state }, reading.shards.filter((one) => one === state).length);
			}
			showOutbox(reading);
			refusals.set(reading.refusals);
			linesLost.reset();
			linesLost.inc(reading.linesLost);
			return registry.metrics();
		},
	};
}

/** What waits in all channels together; and since when, in those that take posts. */
export function sumsOf(waiting: readonly Waiting[], isParked: (channelId: string) => boolean) {
	const counts = { waiting: 0, later: 0, frozen: 0, parked: 0 };
	let oldest: number | null = null;
	for (const { channelId, due, later, frozen, since } of waiting) {
		if (isParked(channelId)) {
			counts.parked += due + later + frozen;
			continue;
		}
		counts.waiting += due;
		counts.later += later;
		counts.frozen += frozen;
		if (since !== null) oldest = Math.min(oldest ?? since, since);
	}
	return { counts, since: oldest };
}
