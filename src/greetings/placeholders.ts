import type { PlainKey } from "../phrases/phrases.ts";
import { PLACEHOLDERS, type Placeholder, TEXT_KEYS, type TextKey } from "./texts.ts";

const OPENINGS: readonly TextKey[] = ["early", "onTime", "late"];
const TO_SOMEBODY: readonly TextKey[] = TEXT_KEYS.filter((key) => key !== "note");

/**
 * What each placeholder stands for, and the texts in which it makes sense. Every text may have every placeholder, but a
 * host is told only of those that say something there: a recap comes after the session, nobody in time is minutes late.
 */
const SENSE: Readonly<Record<Placeholder, { means: PlainKey; in: readonly TextKey[] }>> = {
	greeting: {
		means: "texts.meaning.greeting",
		in: [...OPENINGS, "returning", "expected", "missed", "afterHours", "lookBack"],
	},
	name: { means: "texts.meaning.name", in: TO_SOMEBODY },
	mention: { means: "texts.meaning.mention", in: TO_SOMEBODY },
	title: { means: "texts.meaning.title", in: TO_SOMEBODY },
	host: { means: "texts.meaning.host", in: TO_SOMEBODY },
	server: { means: "texts.meaning.server", in: TO_SOMEBODY },
	minutes: { means: "texts.meaning.minutes", in: ["late", "note"] },
	visits: { means: "texts.meaning.visits", in: ["returning"] },
	people: { means: "texts.meaning.people", in: TO_SOMEBODY },
	start: { means: "texts.meaning.start", in: ["early", "late"] },
	startTime: { means: "texts.meaning.startTime", in: ["early", "late"] },
	note: { means: "texts.meaning.note", in: ["note"] },
	recap: { means: "texts.meaning.recap", in: ["afterHours", "lookBack", "thanks"] },
	next: { means: "texts.meaning.next", in: ["afterHours", "thanks"] },
};

/** The placeholders that make sense in a text, each with what it stands for. */
export function placeholdersOf(key: TextKey): { placeholder: Placeholder; means: PlainKey }[] {
	return PLACEHOLDERS.filter((placeholder) => SENSE[placeholder].in.includes(key)).map((placeholder) => ({
		placeholder,
		means: SENSE[placeholder].means,
	}));
}
