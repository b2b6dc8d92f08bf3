/** Resolves after `ms` real milliseconds; rejects with the signal's reason as soon as it aborts. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener("abort", stop);
			resolve();
		}, ms);
		signal.addEventListener("abort", stop, { once: true });
	});
}

/** Resolves when a condition holds; looks again whenever the event loop has turned. */
export async function until(holds: () => boolean, signal: AbortSignal): Promise<void> {
	while (!holds()) await wait(1, signal);
}
