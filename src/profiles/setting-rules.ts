import { z } from "zod";
import { safeWords } from "../greetings/escape.ts";
import { LANGUAGES } from "../greetings/languages.ts";
import { languageNamed } from "../greetings/suggest-languages.ts";
import type { Pace } from "../store/schema.ts";
import type { ProfileRow } from "../store/settings.ts";
import { UserError } from "../user-error.ts";
import { describeZone, findZone } from "./zones.ts";

/** The settings that hosts have and servers have for all their hosts, by their options' names, as they are shown. */
export const SETTINGS = ["time-zone", "language", "late-after", "delay", "pace", "ping", "cue"] as const;
/** One of them. */
export type Setting = (typeof SETTINGS)[number];

/** What a change does to a stored profile. */
export type ProfileChange = Partial<Omit<ProfileRow, "server_id" | "host_id">>;

/** How each of the numbers may be set. */
export const RANGES = {
	"late-after": { least: 0, most: 240 },
	delay: { least: 0, most: 30 },
	retention: { least: 1, most: 3_650 },
} as const;

/** The paces a host can choose. */
export const PACES = ["calm", "swift", "15", "30", "60"] as const satisfies readonly Pace[];

/** How long attendance is kept where a server has not said. */
export const DEFAULT_RETENTION_DAYS = 90;

/** How a setting is called in sentences: its option's name in plain words. */
export function labelOf(setting: string): string {
	return setting.replaceAll("-", " ");
}

/** What giving a setting back to the next layer does to a stored profile. */
export const GIVEN_BACK: Record<Setting, ProfileChange> = {
	"time-zone": { time_zone: null },
	language: { language: null },
	"late-after": { late_after_minutes: null },
	delay: { delay_seconds: null },
	pace: { pace: null },
	ping: { ping: null },
	// The place is cleared as well: else a server's `on` would bring the cue back where the host no longer wants it.
	cue: { cue: null, cue_to: null },
};

/** Reads settings as somebody gave them, by their options' names: `dm` is a cue by direct message. Throws `UserError`. */
export function readChange(given: Partial<Record<Setting, unknown>>, at: number): ProfileChange {
	const found = shape(at).safeParse(given);
	if (!found.success) throw new UserError(found.error.issues.map((issue) => issue.message).join("\n"));
	const { "time-zone": time_zone, language, "late-after": late_after_minutes, delay, pace, ping, cue } = found.data;
	const change = { time_zone, language, late_after_minutes, delay_seconds: delay, pace, ping };
	const to = cue === "dm" ? { cue: "on", cue_to: "dm" } : { cue };
	return Object.fromEntries(Object.entries({ ...change, ...to }).filter(([, value]) => value !== undefined));
}

/** Reads how many days attendance is kept. Throws `UserError`. */
export function readRetention(days: unknown): number {
	const found = whole(RANGES.retention, "*Retention* is a number of days from 1 to 3650, for example `90`.").safeParse(
		days,
	);
	if (!found.success) throw new UserError(found.error.issues.map((issue) => issue.message).join("\n"));
	return found.data;
}

const UNKNOWN_LANGUAGE = `*Language* is one of ${LANGUAGES.join(", ")}, for example \`fr\` for French.`;

function shape(at: number) {
	return z
		.object({
			"time-zone": z.string("*Time zone* is a city, for example `Berlin`.").transform((typed, context) => {
				const found = findZone(typed, at);
				if ("id" in found) return found.id;
				context.addIssue({ code: "custom", message: unclearZone(typed, found.near, at) });
				return z.NEVER;
			}),
			language: z.string(UNKNOWN_LANGUAGE).transform((typed, context) => {
				const tag = languageNamed(typed);
				if (tag !== undefined) return tag;
				context.addIssue({ code: "custom", message: UNKNOWN_LANGUAGE });
				return z.NEVER;
			}),
			"late-after": whole(RANGES["late-after"], "*Late after* is a number of minutes from 0 to 240, for example `5`."),
			delay: whole(RANGES.delay, "*Delay* is a number of seconds from 0 to 30, for example `3`."),
			pace: z.enum(
				PACES,
				"*Pace* is `calm`, `swift`, or one message each `15`, `30` or `60` seconds, for example `30`.",
			),
			ping: z.enum(["off", "quiet", "on"], "*Ping* is `off`, `quiet` or `on`."),
			cue: z.enum(["off", "on", "dm"], "*Cue* is `off` or `on`."),
		})
		.partial();
}

function whole({ least, most }: { least: number; most: number }, message: string) {
	return z.int(message).min(least, message).max(most, message);
}

function unclearZone(typed: string, near: readonly string[], at: number): string {
	const words = safeWords(typed, { graphemes: 40, units: 80 });
	const meant = near.map((id) => describeZone(id, at)).join(" or ");
	const perhaps = meant === "" ? "" : ` Did you mean ${meant}?`;
	return `I am not sure which time zone “${words}” is.${perhaps} Type a large city in it, for example \`Berlin\` or \`New York\`, or its offset, such as \`UTC+2\`, and choose from the list.`;
}
