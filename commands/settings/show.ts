import { ownNameOf } from "../../src/greetings/language-names.ts";
import { languageOf, timeOfDayGreeting } from "../../src/greetings/languages.ts";
import { timeIn } from "../../src/greetings/local-time.ts";
import { DEFAULT_VOICE, type Ping } from "../../src/greetings/voice.ts";
import { DEFAULT_PACE } from "../../src/profiles/profile.ts";
import { labelOf, SETTINGS, type Setting } from "../../src/profiles/setting-rules.ts";
import { describeZone } from "../../src/profiles/zones.ts";
import type { Pace } from "../../src/store/schema.ts";
import type { Layers, ProfileRow } from "../../src/store/settings.ts";

/** Where a value comes from. */
type Source = "yours" | "the server's" | "Byname's own";

const PINGS: Record<Ping, string> = {
	off: "off: `{mention}` in a text does not mention",
	quiet: "quiet: `{mention}` in a text highlights without a notification",
	on: "on: `{mention}` in a text notifies",
};

/** Each pace in words. */
export const PACE_WORDS: Record<Pace, string> = {
	calm: "calm: a crowd at once, a trickle in company",
	swift: "swift: as fast as Discord lets me",
	"15": "one message each 15 seconds",
	"30": "one message each 30 seconds",
	"60": "one message each 60 seconds",
};

/** Says for each setting what holds and where that comes from; and, next to the two that decide it, the greeting now. */
export function showSettings(layers: Layers, at: number, settings: readonly Setting[] = SETTINGS): string {
	const lines = settings.map((setting) => {
		const { value, source } = VALUES[setting](layers, at);
		return `**${capital(labelOf(setting))}**: ${value} · *${source}*`;
	});
	if (settings.includes("time-zone") || settings.includes("language")) lines.push(greetingNow(layers, at));
	return lines.join("\n");
}

/** Which settings the innermost layer has set itself: the host's where one is looked at, else the server's. */
export function ownSettings(row: ProfileRow | undefined): Setting[] {
	if (!row) return [];
	return SETTINGS.filter((setting) => COLUMNS[setting].some((column) => row[column] !== null));
}

/** `a, b and 3 more` */
export function listing(items: readonly string[], most: number): string {
	const rest = items.length - most;
	return rest > 0 ? `${items.slice(0, most).join(", ")} and ${rest} more` : items.join(", ");
}

/** "1 minute", "5 minutes" */
export function withUnit(number: number, unit: string): string {
	return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

const COLUMNS: Record<Setting, readonly (keyof ProfileRow)[]> = {
	"time-zone": ["time_zone"],
	language: ["language"],
	"late-after": ["late_after_minutes"],
	delay: ["delay_seconds"],
	pace: ["pace"],
	ping: ["ping"],
	cue: ["cue", "cue_to"],
};

const VALUES: Record<Setting, (layers: Layers, at: number) => { value: string; source: Source }> = {
	"time-zone": (layers, at) => said(layers, "time_zone", null, (zone) => zone && describeZone(zone, at)),
	language: (layers) => said(layers, "language", DEFAULT_VOICE.language, ownNameOf),
	"late-after": (layers) =>
		said(layers, "late_after_minutes", DEFAULT_VOICE.lateAfterMinutes, (minutes) => withUnit(minutes, "minute")),
	delay: (layers) =>
		said(layers, "delay_seconds", 0, (seconds) => (seconds === 0 ? "none" : withUnit(seconds, "second"))),
	pace: (layers) => said(layers, "pace", DEFAULT_PACE, (pace) => PACE_WORDS[pace]),
	ping: (layers) => said(layers, "ping", DEFAULT_VOICE.ping, (ping) => PINGS[ping]),
	cue: (layers) => said(layers, "cue", "off", (cue) => (cue === "off" ? "off" : cueOn(layers))),
};

function said<K extends keyof ProfileRow, Own extends NonNullable<ProfileRow[K]> | null>(
	{ host, server }: Layers,
	column: K,
	own: Own,
	words: (value: NonNullable<ProfileRow[K]> | Own) => string | null,
): { value: string; source: Source } {
	const [value, source]: [NonNullable<ProfileRow[K]> | Own, Source] =
		host?.[column] != null
			? [host[column], "yours"]
			: server?.[column] != null
				? [server[column], "the server's"]
				: [own, "Byname's own"];
	return { value: words(value) ?? "not set", source };
}

function cueOn({ host }: Layers): string {
	if (host?.cue_to === "dm") return "on, by direct message";
	if (host?.cue_to) return `on, in <#${host.cue_to}>`;
	return "on, for each host who says where: `/host set cue-in` or, by direct message, `/host set cue`";
}

function greetingNow({ host, server }: Layers, at: number): string {
	const language = languageOf(host?.language ?? server?.language ?? DEFAULT_VOICE.language);
	const zone = host?.time_zone ?? server?.time_zone ?? null;
	const greeting = `\`{greeting}\` is now “${timeOfDayGreeting(language, at, zone)}”`;
	const isKnown = zone !== null && timeIn(zone, at) !== null;
	return isKnown ? `${greeting}.` : `${greeting}: without a time zone I greet the same at any hour.`;
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
