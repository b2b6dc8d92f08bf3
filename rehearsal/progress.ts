/** How far a replay is. */
export interface ReplayProgress {
	/** So much of the webinar has passed, of all that is played, in milliseconds of its own time. */
	passedMs: number;
	lengthMs: number;
	/** How often somebody has come in so far, of all times that somebody will. */
	arrivals: number;
	arrivalsInAll: number;
	/** How long the replay has taken, in real milliseconds. */
	tookMs: number;
	speed: number;
}

/**
 * How long a replay will take from here, in real milliseconds: what is left passes at its speed, but whoever comes makes it
 * slow down, as those before them have done.
 */
export function leftMs({ passedMs, lengthMs, arrivals, arrivalsInAll, tookMs, speed }: ReplayProgress): number {
	const slowedMs = Math.max(0, tookMs - passedMs / speed);
	const eachMs = arrivals > 0 ? slowedMs / arrivals : 0;
	return Math.max(0, lengthMs - passedMs) / speed + eachMs * (arrivalsInAll - arrivals);
}

/** A line that says how far a replay is, for somebody who watches it. */
export function progressLine(progress: ReplayProgress): string {
	const { passedMs, lengthMs, arrivals, arrivalsInAll } = progress;
	const share = lengthMs > 0 ? Math.min(Math.max(passedMs / lengthMs, 0), 1) : 1;
	const left = leftInWords(leftMs(progress));
	return `  ${Math.floor(share * 100)} % of the webinar, ${left}, ${arrivals} of ${arrivalsInAll} arrivals`;
}

/** Rough, as an estimate is: the nearest five seconds, the nearest minute. */
function leftInWords(ms: number): string {
	const seconds = ms / 1_000;
	if (seconds < 3) return "a moment left";
	if (seconds < 10) return `about ${Math.round(seconds)} s left`;
	if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s left`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `about ${minutes} min left` : `about ${Math.round(minutes / 60)} hours left`;
}
