/** What an after-hours text can end in, where there is any: the date of the next session, and the recap of the last. */
export const ENDINGS = ["next", "recap"] as const;
/** One of them. */
export type ClosedEnding = (typeof ENDINGS)[number];

/** An after-hours text in its parts: its opening, and the words with each of the endings; null for one that it has not. */
export interface Closed extends Readonly<Record<ClosedEnding, string | null>> {
	opening: string;
}

/**
 * Completes the openings of an after-hours text with the date of the next session and, last, with the recap, where there
 * are any. A recap is mostly a link and a date may end with a full stop of its own ("7:00 p.m."), so neither gets one.
 */
export function closed(openings: readonly string[], next: string, recap: string): string[] {
	return openings.map((opening) => writeClosed({ opening, next, recap }));
}

/** Puts an after-hours text together; `readClosed` finds its parts again. */
export function writeClosed({ opening, next, recap }: Closed): string {
	const between = next === null ? "" : "{next, select, none {} other { ·}}";
	const nextSession = next === null ? "" : `{next, select, none {} other {${next}}}`;
	const lastSession = recap === null ? "" : `{recap, select, none {} other {${between}${recap}}}`;
	return opening + nextSession + lastSession;
}

const PARTS = new RegExp(
	[
		/^(?<opening>.*?)/,
		/(?:\{next, select, none \{\} other \{(?<next>[^{}]*\{next\}[^{}]*)\}\})?/,
		/(?:\{recap, select, none \{\} other \{(?:\{next, select, none \{\} other \{ ·\}\})?(?<recap>[^{}]*\{recap\}[^{}]*)\}\})?$/,
	]
		.map(({ source }) => source)
		.join(""),
	"s",
);

/** The parts of an after-hours text. One that was not put together by `writeClosed` may be all opening. */
export function readClosed(source: string): Closed {
	const { opening = source, next = null, recap = null } = PARTS.exec(source)?.groups ?? {};
	return { opening, next, recap };
}
