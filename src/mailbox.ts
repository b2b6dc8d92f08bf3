import { backoff } from "./backoff.ts";
import type { Clock } from "./clock.ts";

/** A store that is back is made use of within seconds, however long it was away; and to be asked so often costs it little. */
const WAITS = { first: 500, longest: 4_000 };

/** How events are taken, and who is told when that fails. */
export interface Mail<E> {
	clock: Clock;
	/**
	 * Takes the first of the events that wait for a key and resolves with how many those were, once they are done with.
	 * When it rejects, the same events come again after a back-off: what was done before it rejected must bear that.
	 */
	take(key: string, events: readonly [E, ...E[]]): Promise<number>;
	/** Whether an error says that the same would fail however often it is tried. */
	isForGood(error: unknown): boolean;
	/** Called each time that `take` has rejected and will be tried again; `failures` counts those in a row. */
	onFailing(key: string, error: unknown, failures: number): void;
	/** Called when `take` works again after so many failures. */
	onRecovered?(key: string, failures: number): void;
	/** Called with an event that has failed for good. It is not tried again, and the events behind it go on. */
	onDropped(key: string, event: E, error: unknown): void;
	/** Whether an event replaces the one just before it, which then is not taken. */
	supersedes?(event: E, before: E): boolean;
}

interface Mailbox<E> {
	events: E[];
	/** How many of the events are being taken; 0 if `empty` has removed them meanwhile. */
	inHand: number;
	/** How many of the events are to be taken one by one: one of them fails for good, and it is not known which. */
	alone: number;
	done: Promise<void>;
}

/**
 * A mailbox for each key: its events are taken in order, one batch at a time, and keys do not wait for each other. What
 * happens to a key happens where its events are taken and nowhere else, so no two things ever happen to it at once.
 */
export class Mailboxes<E> {
	readonly #mail: Mail<E>;
	readonly #boxes = new Map<string, Mailbox<E>>();
	readonly #stopping = new AbortController();

	constructor(mail: Mail<E>) {
		this.#mail = mail;
	}

	/** Leaves an event for a key. Never waits and never throws; after `stop` it does nothing. */
	post(key: string, event: E): void {
		if (this.#stopping.signal.aborted) return;
		const box = this.#boxes.get(key);
		if (!box) {
			const fresh: Mailbox<E> = { events: [event], inHand: 0, alone: 0, done: Promise.resolve() };
			this.#boxes.set(key, fresh);
			fresh.done = Promise.resolve().then(() => this.#work(key, fresh)); // what is posted in this same turn comes with it
			return;
		}
		const last = box.events.length - 1;
		const before = box.events[last];
		const isWaiting = last >= box.inHand && before !== undefined;
		if (isWaiting && this.#mail.supersedes?.(event, before)) box.events[last] = event;
		else box.events.push(event);
	}

	/** Whether anything waits for a key or is being taken. */
	isBusy(key: string): boolean {
		return this.#boxes.has(key);
	}

	/** Removes all events of a key and returns them, those in hand too: what comes of these no longer counts. */
	empty(key: string): E[] {
		const box = this.#boxes.get(key);
		if (!box) return [];
		box.inHand = 0;
		return box.events.splice(0);
	}

	/** Aborts when no more events are taken; a wait inside `take` should end then. */
	get signal(): AbortSignal {
		return this.#stopping.signal;
	}

	/**
	 * Takes no more events; resolves when those in hand are done with, or have failed once more. Returns those that are left,
	 * in order for each key.
	 */
	async stop(): Promise<E[]> {
		this.#stopping.abort();
		const boxes = [...this.#boxes.values()];
		await Promise.all(boxes.map((box) => box.done));
		return boxes.flatMap((box) => box.events);
	}

	async #work(key: string, box: Mailbox<E>): Promise<void> {
		for (let failures = 0; !this.signal.aborted; ) {
			const [first, ...others] = box.alone > 0 ? box.events.slice(0, 1) : box.events;
			if (first === undefined) break;
			const batch: [E, ...E[]] = [first, ...others];
			box.inHand = batch.length;
			const error = await this.#tryOnce(key, box, batch);
			box.inHand = 0;
			if (error) {
				failures++;
				this.#mail.onFailing(key, error.cause, failures);
				await this.#mail.clock.sleep(backoff(failures, WAITS), this.signal);
			} else {
				if (failures > 0) this.#mail.onRecovered?.(key, failures);
				failures = 0;
			}
		}
		this.#boxes.delete(key);
	}

	/** Takes a batch. Returns the error if the batch is to be tried again, else null. */
	async #tryOnce(key: string, box: Mailbox<E>, batch: readonly [E, ...E[]]): Promise<{ cause: unknown } | null> {
		const { take, isForGood, onDropped } = this.#mail;
		try {
			const taken = await take(key, batch);
			box.events.splice(0, Math.min(taken, box.inHand));
			box.alone = Math.max(0, box.alone - taken);
			return null;
		} catch (cause) {
			if (!isForGood(cause)) return { cause };
			if (batch.length > 1) {
				box.alone = batch.length;
				return null;
			}
			box.events.splice(0, box.inHand);
			box.alone = Math.max(0, box.alone - 1);
			onDropped(key, batch[0], cause);
			return null;
		}
	}
}
