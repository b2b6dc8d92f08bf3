import { randomBytes } from "node:crypto";
import type { Clock } from "../../../src/clock.ts";
import type { Faults } from "../faults.ts";
import { SlidingWindow, type SpeedLimits } from "../limits.ts";
import { shardOf } from "../snowflake.ts";
import { GatewaySession } from "./gateway-session.ts";
import { intentOf } from "./intents.ts";
import type { StallableSocket } from "./stallable-socket.ts";

/** How long a session without a socket can be resumed: "about 90 s" seen in discord-api-docs#1619. */
const RESUMABLE_MS = 90_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const IDENTIFY_WINDOW_MS = 5000;

/** Every gateway session that is open or can be resumed, and the way packets take to them. */
export class GatewaySessions {
	/** Successful identifies so far. */
	identifies = 0;
	/** All identifies so far, also those that were turned down. */
	identifyAttempts = 0;
	/** Successful resumes so far. */
	resumes = 0;
	readonly #clock: Clock;
	readonly #faults: Faults;
	readonly #byId = new Map<string, GatewaySession>();
	readonly #identified: SlidingWindow;
	readonly #identifiedToday: SlidingWindow;
	readonly #whenReady: (() => void)[] = [];
	#writing: Promise<unknown> = Promise.resolve();

	constructor(clock: Clock, limits: SpeedLimits, faults: Faults) {
		this.#clock = clock;
		this.#faults = faults;
		this.#identified = new SlidingWindow(limits.maxConcurrency, IDENTIFY_WINDOW_MS);
		this.#identifiedToday = new SlidingWindow(limits.identifiesPerDay, DAY_MS);
	}

	get size(): number {
		return this.#byId.size;
	}

	/** Whether any session asked for this kind of event. */
	wants(eventName: string): boolean {
		const intent = intentOf(eventName);
		return this.#byId.values().some((session) => session.asksFor(intent));
	}

	/** Sends an event to the sessions of the server's shard that asked for it. Resolves when all is written. */
	async dispatch(serverId: string, eventName: string, data: unknown, intent = intentOf(eventName)): Promise<void> {
		const fault = this.#faults.forPacket(eventName);
		if (fault === "lose") return;
		let json: string | undefined;
		const writes: Promise<void>[] = [];
		for (const session of this.#byId.values()) {
			if (!session.asksFor(intent) || shardOf(serverId, session.shard[1]) !== session.shard[0]) continue;
			json ??= this.#json(eventName, data);
			writes.push(session.dispatch(eventName, json));
			if (fault === "duplicate") writes.push(session.dispatch(eventName, json));
		}
		if (writes.length === 0) return;
		const written = Promise.all(writes);
		this.#writing = written;
		await written;
	}

	/** Sends a session what it has asked for by itself. */
	async answer(session: GatewaySession, eventName: string, data: unknown): Promise<void> {
		const fault = this.#faults.forPacket(eventName);
		if (fault === "lose") return;
		const json = this.#json(eventName, data);
		await session.dispatch(eventName, json);
		if (fault === "duplicate") await session.dispatch(eventName, json);
	}

	/** Sends a dispatch to every session, whatever it asked for; `data` may be anything. */
	async sendRaw(eventName: string, data: unknown): Promise<void> {
		const json = JSON.stringify(data) ?? "null";
		await Promise.all([...this.#byId.values()].map((session) => session.dispatch(eventName, json)));
	}

	/** Resolves when the packets sent so far are written. */
	async settled(): Promise<void> {
		await this.#writing;
	}

	/** Resolves when a session has identified (or resumed) and its servers are written to it. */
	ready(): Promise<void> {
		if (this.#byId.values().some(({ socket }) => socket !== null)) return this.settled();
		return new Promise<void>((resolve) => this.#whenReady.push(resolve));
	}

	/** How many identifies are left today. */
	identifiesLeft(): number {
		return this.#identifiedToday.remaining(this.#clock.now());
	}

	/**
	 * Whether one more identify is allowed: `too soon` for more than `max_concurrency` in five seconds,
	 * `too many` for more than the day's worth.
	 */
	mayIdentify(): "yes" | "too soon" | "too many" {
		const now = this.#clock.now();
		if (this.#identified.take(now) > 0) return "too soon";
		return this.#identifiedToday.take(now) > 0 ? "too many" : "yes";
	}

	/** Makes a session, as after an identify; `show` writes what it is shown at its start. */
	open(
		socket: StallableSocket,
		shard: [number, number],
		intents: number,
		show: (session: GatewaySession) => Promise<void>[],
	): GatewaySession {
		this.#forgetOld();
		const session = new GatewaySession(randomBytes(16).toString("hex"), shard, intents);
		session.socket = socket;
		this.#byId.set(session.id, session);
		this.identifies++;
		this.#becomesReady(Promise.all(show(session)));
		return session;
	}

	/** The session a client wants to go on with; undefined when it is gone or too old. */
	resumable(sessionId: string, seq: number): GatewaySession | undefined {
		this.#forgetOld();
		const session = this.#byId.get(sessionId);
		return session?.canReplayAfter(seq) ? session : undefined;
	}

	/** Goes on with a session: what was missed, in order, then RESUMED. */
	resume(session: GatewaySession, socket: StallableSocket, seq: number): void {
		session.socket?.terminate();
		session.socket = socket;
		this.resumes++;
		session.replayAfter(seq);
		this.#becomesReady(session.dispatch("RESUMED", JSON.stringify({ _trace: ["simulator"] })));
	}

	/** A session has lost its socket and can be resumed for a while. */
	losesSocket(session: GatewaySession): void {
		session.socket = null;
		session.lostAt = this.#clock.now();
	}

	/** Every session has lost its socket. */
	loseSockets(): void {
		for (const session of this.#byId.values()) this.losesSocket(session);
	}

	/** Forgets a session: it cannot be resumed. */
	end(session: GatewaySession): void {
		this.#byId.delete(session.id);
	}

	/** Forgets every session. */
	endAll(): void {
		this.#byId.clear();
	}

	/** The data of a packet as it is sent. */
	#json(eventName: string, data: unknown): string {
		return this.#faults.isEmpty(eventName) ? "null" : JSON.stringify(data);
	}

	#becomesReady(written: Promise<unknown>): void {
		this.#writing = written.then(() => {
			for (const resolve of this.#whenReady.splice(0)) resolve();
		});
	}

	#forgetOld(): void {
		for (const [id, { socket, lostAt }] of this.#byId) {
			if (!socket && this.#clock.now() - lostAt > RESUMABLE_MS) this.#byId.delete(id);
		}
	}
}
