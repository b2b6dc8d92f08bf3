import { STATUS_CODES } from "node:http";
import { GatewayOpcodes } from "discord-api-types/v10";
import type { AnswerPlan, IdentifyFault, RequestPlan } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import { tooMany } from "./rest.ts";
import type { SimWorld } from "./world.ts";

/** The way in for HTTP and WebSocket connections, as far as it can be shut. */
export interface Doors {
	listen(): Promise<void>;
	unlisten(): void;
	/** Aborts when they are shut for good. */
	readonly stopped: AbortSignal;
}

/** Everything that can be made to go wrong. Requests are matched in the order the faults were told. */
export class Fail {
	readonly #world: SimWorld;
	readonly #gateway: Gateway;
	readonly #doors: Doors;

	constructor(world: SimWorld, gateway: Gateway, doors: Doors) {
		this.#world = world;
		this.#gateway = gateway;
		this.#doors = doors;
	}

	/**
	 * Answers the next requests with a status, without doing what they ask unless the plan says so; in Discord's general
	 * words if it has no others.
	 */
	answer(status: number, plan: AnswerPlan = {}): void {
		const { text, body = { message: `${status}: ${STATUS_CODES[status]}`, code: 0 }, headers = {}, done } = plan;
		this.#world.faults.planRequest({ kind: "answer", status, body, text, headers, done }, plan);
	}

	/**
	 * Answers the next requests with 429, whatever the bucket says. `retryAfter` is in milliseconds, or what the header says
	 * as it is, or null for no such header; without a `scope` nothing says whose limit it is.
	 */
	rateLimit(
		scope: "user" | "global" | "shared" | null,
		retryAfter: number | string | null,
		plan: RequestPlan = {},
	): void {
		const { body, headers = {} } = tooMany(typeof retryAfter === "number" ? retryAfter : 0, scope);
		if (typeof retryAfter === "string") headers["Retry-After"] = retryAfter;
		if (retryAfter === null) delete headers["Retry-After"];
		this.#world.faults.planRequest({ kind: "answer", status: 429, body, headers }, plan);
	}

	/** Does what the next requests ask and never answers, or answers `answerAfterMs` later by the clock. */
	stall(plan: RequestPlan & { answerAfterMs?: number } = {}): void {
		this.#world.faults.planRequest({ kind: "stall", answerAfterMs: plan.answerAfterMs ?? null }, plan);
	}

	/**
	 * Does what the next requests ask and begins to answer, a byte each `everyMs` by the clock, but never comes to an end;
	 * with 0 it sends as much as is taken.
	 */
	answerWithoutEnd(everyMs: number, plan: RequestPlan = {}): void {
		this.#world.faults.planRequest({ kind: "endless", everyMs }, plan);
	}

	/** Does what the next requests ask and cuts the connection instead of answering. */
	drop(plan: RequestPlan = {}): void {
		this.#world.faults.planRequest({ kind: "drop", accept: true }, plan);
	}

	/** Cuts the connection before the next requests are looked at. */
	dropUnheard(plan: RequestPlan = {}): void {
		this.#world.faults.planRequest({ kind: "drop", accept: false }, plan);
	}

	/** Takes no new connections, neither HTTP nor WebSocket, until `accept` is called or `forMs` are over by the clock. */
	async refuse({ forMs }: { forMs?: number } = {}): Promise<void> {
		this.#doors.unlisten();
		if (forMs === undefined) return;
		await this.#world.clock.sleep(forMs, this.#doors.stopped);
		await this.accept();
	}

	/** Takes connections again. */
	accept(): Promise<void> {
		return this.#doors.listen();
	}

	/**
	 * Cuts the WebSockets: without a close frame, or with a close `code`. Sessions can be resumed unless `forget` is set.
	 */
	dropSockets({ code, forget = false }: { code?: number; forget?: boolean } = {}): void {
		for (const socket of this.#gateway.sockets) {
			if (code === undefined) socket.terminate();
			else socket.close(code);
		}
		this.#world.sessions.loseSockets();
		if (forget) this.#world.sessions.endAll();
	}

	/**
	 * Stalls the WebSockets that are open now until `freeSockets`: they stay open, and nothing leaves them, neither packets
	 * nor answers to what the client sends, be it a heartbeat or a close.
	 */
	stallSockets(): void {
		for (const socket of this.#gateway.sockets) socket.stall();
	}

	/** Lets out what stalled WebSockets have held back, in order: all of it arrives, only late. */
	freeSockets(): void {
		for (const socket of this.#gateway.sockets) socket.free();
	}

	/** Tells clients to reconnect and resume (op 7). */
	reconnect(): Promise<void> {
		return this.#gateway.sendText(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null }));
	}

	/** Tells clients that their session is over (op 9); they may resume it only when `resumable`. */
	async invalidate({ resumable = false }: { resumable?: boolean } = {}): Promise<void> {
		if (!resumable) this.#world.sessions.endAll();
		await this.#gateway.sendText(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null }));
	}

	/** Turns down the next identifies: says that the session is invalid (op 9), or closes the connection with a code. */
	refuseIdentifies(how: IdentifyFault, times = 1): void {
		this.#world.faults.planIdentify(how, times);
	}

	/** Sends the next packets of a name with `d: null`; that of op 10 is HELLO. */
	emptyPackets(eventName: string, times = 1): void {
		this.#world.faults.planEmpty(eventName, times);
	}

	/** Swallows heartbeats until `speak`: the connection looks open and is dead. */
	goSilent(): void {
		this.#gateway.acknowledges = false;
	}

	/** Acknowledges heartbeats again. */
	speak(): void {
		this.#gateway.acknowledges = true;
	}

	/** Loses the next packets for good, as Discord may ("never be sent"), also for a resume. */
	losePackets(times = 1, eventName?: string): void {
		this.#world.faults.planPacket("lose", times, eventName);
	}

	/** Sends the next packets twice. */
	repeatPackets(times = 1, eventName?: string): void {
		this.#world.faults.planPacket("duplicate", times, eventName);
	}

	/** Takes back every fault that has not struck yet. */
	nothing(): void {
		this.#world.faults.clear();
		this.speak();
		this.freeSockets();
	}
}
