/** What a bot tells of itself at `/metrics`. */
export interface BotMetrics {
	/** What V8 uses of its heap, in MiB. */
	heapMiB: number;
	/** Greetings that wait, with or without a message. */
	waiting: number;
	/** How long the oldest of them waits, in seconds. */
	oldestS: number;
}

/** Reads Prometheus's text; null when something is missing in it. */
export function readMetrics(text: string): BotMetrics | null {
	const heap = figure(text, "nodejs_heap_size_used_bytes");
	const waiting = figure(text, 'byname_outbox_greetings{state="waiting"}');
	const frozen = figure(text, 'byname_outbox_greetings{state="frozen"}');
	const oldestS = figure(text, "byname_outbox_age_seconds");
	if (heap === null || waiting === null || frozen === null || oldestS === null) return null;
	return { heapMiB: heap / 1024 ** 2, waiting: waiting + frozen, oldestS };
}

function figure(text: string, name: string): number | null {
	const line = text.split("\n").find((one) => one.startsWith(`${name} `));
	const value = Number(line?.slice(name.length + 1));
	return line !== undefined && Number.isFinite(value) ? value : null;
}

/** Asks a bot whose HEALTH_PORT is this; null when it does not tell. */
export async function askMetrics(port: number): Promise<BotMetrics | null> {
	try {
		const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
		return readMetrics(await answer.text());
	} catch {
		return null; // it is starting, ending or busy: the next one tells
	}
}

const ANSWER_WITHIN_MS = 5_000;
