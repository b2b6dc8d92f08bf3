import { z } from "zod";
import { safeWords } from "../greetings/escape.ts";
import { LANGUAGES, languageOf } from "../greetings/languages.ts";
import { languageNamed } from "../greetings/suggest-languages.ts";
import type { Ping } from "../greetings/voice.ts";
import { type Phrase, phrase } from "../phrases/phrases.ts";
import type { Pace } from "../store/schema.ts";
import type { ProfileRow } from "../store/settings.ts";
import { UserError } from "../user-error.ts";
import { describeZone, findZone } from "./zones.ts";

/** The settings that hosts have and servers have for all their hosts, by their options' names, as they are shown. */
export const SETTINGS = [
	...(["time-zone", "language", "late-after", "delay", "first", "pace", "ping"] as const),
	...(["after-hours", "cue"] as const),
] as const;
/** One of them. */
export type Setting = (typeof SETTINGS)[number];
/** The settings that only servers have. */
export const SERVER_SETTINGS = ["post-in", "retention", "chosen-names", "guest-languages"] as const;
/** One of those. */
export type ServerSetting = (typeof SERVER_SETTINGS)[number];

/** What a change does to a stored profile. */
export type ProfileChange = Partial<Omit<ProfileRow, "server_id" | "host_id">>;

/** How each of the numbers may be set. */
export const RANGES = {
	"late-after": { least: 0, most: 240 },
	delay: { least: 0, most: 30 },
	first: { least: 0, most: 60 },
	retention: { least: 1, most: 3_650 },
} as const;

/** The paces a host can choose. */
export const PACES = ["calm", "swift", "15", "30", "60"] as const satisfies readonly Pace[];
/** What `{mention}` can do, as a host can choose it. */
export const PINGS = ["off", "quiet", "on"] as const satisfies readonly Ping[];

/** Whether who comes while no session is on is spoken to. */
export const ON_OR_OFF = ["on", "off"] as const;

/** What giving a setting back to the next layer does to a stored profile. */
export const GIVEN_BACK: Record<Setting, ProfileChange> = {
	"time-zone": { time_zone: null },
	language: { language: null },
	"late-after": { late_after_minutes: null },
	delay: { delay_seconds: null },
	first: { first_seconds: null },
	pace: { pace: null },
	ping: { ping: null },
	"after-hours": { after_hours: null },
	// The place is cleared as well: else a server's `on` would bring the cue back where the host no longer wants it.
	cue: { cue: null, cue_to: null },
};

/** Reads settings as somebody gave them, by their options' names: `dm` is a cue by direct message. Throws `UserError`. */
export function readChange(given: Partial<Record<Setting, unknown>>, at: number): ProfileChange {
	const found = shapeOf(at).safeParse(given);
	if (!found.success) {
		const wrong = new Set(found.error.issues.map(({ path }) => path[0]));
		const settings = SETTINGS.filter((setting) => wrong.has(setting));
		throw new UserError({ kind: "lines", items: settings.map((setting) => refusalOf(setting, given[setting], at)) });
	}
	const { "time-zone": time_zone, language, "late-after": late_after_minutes, delay, first, pace, ping } = found.data;
	const { "after-hours": after_hours, cue } = found.data;
	const waits = { delay_seconds: delay, first_seconds: first };
	const change = { time_zone, language, late_after_minutes, ...waits, pace, ping, after_hours };
	const to = cue === "dm" ? { cue: "on", cue_to: "dm" } : { cue };
	return Object.fromEntries(Object.entries({ ...change, ...to }).filter(([, value]) => value !== undefined));
}

/** Reads how many days attendance is kept. Throws `UserError`. */
export function readRetention(days: unknown): number {
	const found = whole(RANGES.retention).safeParse(days);
	if (!found.success) throw new UserError(phrase("settings.refused.retention", RANGES.retention));
	return found.data;
}

function shapeOf(at: number) {
	return z
		.object({
			"time-zone": z.string().transform((typed, context) => {
				const found = findZone(typed, at);
				return "id" in found ? found.id : refuse(context);
			}),
			language: z.string().transform((typed, context) => languageNamed(typed) ?? refuse(context)),
			"late-after": whole(RANGES["late-after"]),
			delay: whole(RANGES.delay),
			first: whole(RANGES.first),
			pace: z.enum(PACES),
			ping: z.enum(PINGS),
			"after-hours": z.enum(ON_OR_OFF),
			cue: z.enum(["off", "on", "dm"]),
		})
		.partial();
}

function whole({ least, most }: { least: number; most: number }) {
	return z.int().min(least).max(most);
}

/** `refusalOf` says what is wrong. */
function refuse(context: z.RefinementCtx): never {
	context.addIssue({ code: "custom" });
	return z.NEVER;
}

function refusalOf(setting: Setting, given: unknown, at: number): Phrase {
	const typed = safeWords(String(given), { graphemes: 40, units: 80 });
	switch (setting) {
		case "time-zone": {
			const found = findZone(String(given), at);
			const near = "near" in found ? found.near : [];
			const zones = { kind: "or", items: near.map((id) => describeZone(id, at)) } as const;
			return phrase("settings.refused.time-zone", { typed, found: near.length, zones });
		}
		case "language": {
			const languages = { kind: "and", items: LANGUAGES.map((tag) => languageOf(tag).label) } as const;
			return phrase("settings.refused.language", { typed, languages });
		}
		case "late-after":
		case "delay":
		case "first":
			return phrase(`settings.refused.${setting}`, RANGES[setting]);
		default:
			return phrase(`settings.refused.${setting}`);
	}
}
