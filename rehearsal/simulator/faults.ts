/** Which requests a fault is for. Everything by default. */
export interface RequestMatch {
	method?: string;
	/** A part of the path, such as `/messages`, or a pattern for it. */
	path?: string | RegExp;
}

/** What goes wrong with a request. */
export type RequestFault =
	| {
			kind: "answer";
			status: number;
			body?: unknown;
			text?: string;
			headers: Record<string, string>;
			/** What is asked is done all the same. */
			done?: boolean;
	  }
	| { kind: "stall"; answerAfterMs: number | null }
	| { kind: "endless"; everyMs: number }
	| { kind: "drop"; accept: boolean };

/** What goes wrong with a packet. */
export type PacketFault = "lose" | "duplicate";

/** How an identify is turned down: told that the session is invalid, or the connection closed with a code. */
export type IdentifyFault = "invalid" | number;

interface PlannedFault<Fault> {
	fault: Fault;
	times: number;
	matches: (subject: string, method?: string) => boolean;
}

/** How often a request fault strikes, and where. */
export interface RequestPlan extends RequestMatch {
	/** How many requests; 1 by default. */
	times?: number;
}

/** An answer in place of Discord's own. */
export interface AnswerPlan extends RequestPlan {
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as it is, in place of a body, as HTML unless the headers say otherwise. */
	text?: string;
	headers?: Record<string, string>;
	/** What is asked is done all the same: the answer alone is not Discord's. */
	done?: boolean;
}

/** The faults waiting for the request or packet they are meant for. */
export class Faults {
	readonly #requests: PlannedFault<RequestFault>[] = [];
	readonly #packets: PlannedFault<PacketFault>[] = [];
	readonly #identifies: PlannedFault<IdentifyFault>[] = [];
	readonly #empty: PlannedFault<true>[] = [];

	planRequest(fault: RequestFault, { times = 1, method, path }: RequestPlan): void {
		const matches = (subject: string, used?: string) =>
			(method === undefined || method === used) &&
			(path === undefined || (typeof path === "string" ? subject.includes(path) : path.test(subject)));
		this.#requests.push({ fault, times, matches });
	}

	planPacket(fault: PacketFault, times: number, eventName?: string): void {
		this.#packets.push({ fault, times, matches: (subject) => eventName === undefined || eventName === subject });
	}

	planEmpty(eventName: string, times: number): void {
		this.#empty.push({ fault: true, times, matches: (subject) => eventName === subject });
	}

	planIdentify(fault: IdentifyFault, times: number): void {
		this.#identifies.push({ fault, times, matches: () => true });
	}

	/** The fault for this request, used up by asking. */
	forRequest(method: string, path: string): RequestFault | undefined {
		return take(this.#requests, path, method);
	}

	/** The fault for this packet, used up by asking. */
	forPacket(eventName: string): PacketFault | undefined {
		return take(this.#packets, eventName);
	}

	/** The fault for an identify, used up by asking. */
	forIdentify(): IdentifyFault | undefined {
		return take(this.#identifies, "");
	}

	/** Whether this packet carries no data, used up by asking. */
	isEmpty(eventName: string): boolean {
		return take(this.#empty, eventName) ?? false;
	}

	/** Forgets what has not struck yet. */
	clear(): void {
		this.#identifies.length = 0;
		this.#empty.length = 0;
		this.#requests.length = 0;
		this.#packets.length = 0;
	}
}

function take<Fault>(planned: PlannedFault<Fault>[], subject: string, method?: string): Fault | undefined {
	const index = planned.findIndex((plan) => plan.matches(subject, method));
	const plan = planned[index];
	if (!plan) return undefined;
	if (--plan.times === 0) planned.splice(index, 1);
	return plan.fault;
}
