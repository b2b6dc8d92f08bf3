import type { Crowd, PictureOrder } from "./facts.ts";

/** What stands in the first line: all but the times, and how many of these there are. */
type Head = Omit<PictureOrder, "crowd"> & { counts: Record<keyof Crowd, number> };

/** An order as bytes: a line of JSON, and then the times as they are in memory. As JSON, they would keep others waiting. */
export function pack({ crowd: { arrivals, entered, left }, ...rest }: PictureOrder): Buffer {
	const counts = { arrivals: arrivals.length, entered: entered.length, left: left.length };
	const head = Buffer.from(`${JSON.stringify({ ...rest, counts } satisfies Head)}\n`);
	return Buffer.concat([head, ...[arrivals, entered, left].map(({ buffer }) => Buffer.from(buffer))]);
}

/** The order that was packed. */
export function unpack(bytes: Buffer): PictureOrder {
	const end = bytes.indexOf("\n");
	const { counts, ...rest }: Head = JSON.parse(bytes.toString("utf8", 0, end));
	const times = new Float64Array(Uint8Array.from(bytes.subarray(end + 1)).buffer);
	const entered = counts.arrivals;
	const left = entered + counts.entered;
	return {
		...rest,
		crowd: { arrivals: times.slice(0, entered), entered: times.slice(entered, left), left: times.slice(left) },
	};
}
