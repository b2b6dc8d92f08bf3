/** Things that arrive in order and are taken once each, by whoever waits for the next one. */
export class ItemQueue<Item> {
	readonly #items: Item[] = [];
	readonly #waiting: ((item: Item) => void)[] = [];

	/** Puts something in, for the one that has waited longest or the next to ask. */
	put(item: Item): void {
		const deliver = this.#waiting.shift();
		if (deliver) deliver(item);
		else this.#items.push(item);
	}

	/** The next thing. Rejects after `timeoutMs` of real time with what `complaint` says then. */
	next(timeoutMs: number, complaint: () => string): Promise<Item> {
		const item = this.#items.shift();
		if (item !== undefined) return Promise.resolve(item);
		return new Promise((resolve, reject) => {
			const deliver = (arrived: Item) => {
				clearTimeout(timer);
				resolve(arrived);
			};
			const timer = setTimeout(() => {
				this.#waiting.splice(this.#waiting.indexOf(deliver), 1);
				reject(new Error(complaint()));
			}, timeoutMs);
			this.#waiting.push(deliver);
		});
	}
}
