import type { Duplex } from "node:stream";
import { WebSocket } from "ws";

/** A client's WebSocket. It may stall: it stays open, and whatever is sent, pongs and close frames too, waits its turn. */
export class StallableSocket {
	readonly #socket: WebSocket;
	/** What carries it. */
	readonly #stream: Duplex;
	#stalled = false;

	constructor(socket: WebSocket, stream: Duplex) {
		this.#socket = socket;
		this.#stream = stream;
	}

	/** It is stalled, and its client still takes it for a good one. */
	get isTrustedInVain(): boolean {
		return this.#stalled && this.#socket.readyState === WebSocket.OPEN;
	}

	/**
	 * Resolves when the text is written. What a stalled socket holds back counts as written, as it would to whoever writes
	 * to a stalled connection; so does what comes to one that is gone, as a lost packet would.
	 */
	send(text: string): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#socket.send(text, () => resolve());
		if (this.#stalled) resolve();
		return promise;
	}

	/** Says goodbye. */
	close(code: number, reason?: string): void {
		this.#socket.close(code, reason);
	}

	/** Cuts it without a word. */
	terminate(): void {
		this.#socket.terminate();
	}

	/** Holds back everything from now on. */
	stall(): void {
		if (!this.#stalled) this.#stream.cork();
		this.#stalled = true;
	}

	/** Lets out what was held back, in order, and what comes after it. */
	free(): void {
		if (this.#stalled) this.#stream.uncork();
		this.#stalled = false;
	}
}
