import { hash } from "node:crypto";
import { z } from "zod";
import type { Roll, Written } from "../greetings/rolls.ts";

/** Where people are called in one message; nobody can tell from it who they are, or how they are called. */
export interface Layout {
	/** Of the body that it is true of. */
	digest: string;
	/** Each person by their mark. */
	rolls: readonly Roll[];
	/** Where its recap stands; see `Written`. */
	recap?: Written["recap"];
	/** Where its words say the recap; see `Written`. */
	recapInWords?: Written["recapInWords"];
}

const place = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const layout: z.ZodType<Layout> = z.object({
	digest: z.string(),
	rolls: z.array(
		z.object({
			language: z.string(),
			mention: z.literal(true).optional(),
			polite: z.literal(true).optional(),
			spots: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()])),
		}),
	),
	recap: place.optional(),
	recapInWords: z.array(place).optional(),
});

/** Tells a message's people apart, for whoever has their ids. */
export function markOf(messageId: string, userId: string): string {
	return shortHash(`${messageId} ${userId}`);
}

/** Tells apart what has stood in a message. */
export function digestOf(body: string): string {
	return shortHash(body);
}

/** 48 bits: in a message of hundreds of people, two share a mark about once in ten thousand million messages. */
function shortHash(text: string): string {
	return hash("sha256", text, "base64url").slice(0, 8);
}

/** The layout of a message whose rolls go by user ids. */
export function layoutOf(messageId: string, { body, rolls, recap, recapInWords }: Written): Layout {
	const marked = rolls.map((roll) => ({
		...roll,
		spots: roll.spots.map(([userId, at, length]) => [markOf(messageId, userId), at, length] as const),
	}));
	return { digest: digestOf(body), rolls: marked, ...(recap && { recap }), ...(recapInWords && { recapInWords }) };
}

/** Reads a stored layout; null for none, and for what this version cannot read. */
export function readLayout(stored: string | null): Layout | null {
	if (stored === null) return null;
	try {
		return layout.safeParse(JSON.parse(stored)).data ?? null;
	} catch {
		return null;
	}
}

/** A layout without one of its people. */
export function without(mark: string, layout: Layout): Layout {
	return keeping((who) => who !== mark, layout);
}

/** A layout with no others of its people than these. */
export function onlyOf(marks: ReadonlySet<string>, layout: Layout): Layout {
	return keeping((who) => marks.has(who), layout);
}

function keeping(isKept: (mark: string) => boolean, { rolls, ...rest }: Layout): Layout {
	return { ...rest, rolls: rolls.map((roll) => ({ ...roll, spots: roll.spots.filter(([who]) => isKept(who)) })) };
}
