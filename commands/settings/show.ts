import { languageOf, timeOfDayGreeting } from "../../src/greetings/languages.ts";
import { timeIn } from "../../src/greetings/local-time.ts";
import { isMentioning } from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { DEFAULT_PACE, layered } from "../../src/profiles/profile.ts";
import { SETTINGS, type Setting } from "../../src/profiles/setting-rules.ts";
import { describeZone } from "../../src/profiles/zones.ts";
import type { Queryable } from "../../src/store/queryable.ts";
import { type Layers, type ProfileRow, profilesOf, variantsOf } from "../../src/store/settings.ts";
import { nameOf } from "./options.ts";

/** Who has set a value: the host, the server, or nobody. */
type SetBy = "host" | "server" | "byname";

/** What holds, and whose that is. */
interface InForce {
	value: Phrase | string;
	source: SetBy;
}

/** Whose settings, and when. */
interface SettingsShown {
	serverId: string;
	/** Null for the server's own way. */
	hostId: string | null;
	at: number;
}

/** Says for each setting what holds and where that comes from; and, next to the two that decide it, the greeting now. */
export async function showSettings(
	db: Queryable,
	{ serverId, hostId, at }: SettingsShown,
	settings: readonly Setting[] = SETTINGS,
): Promise<Phrase> {
	const layers = await profilesOf(db, serverId, hostId);
	const { voice } = layered(layers, await variantsOf(db, serverId, hostId));
	const lines = settings.flatMap((setting) => {
		const line = settingLine(setting, layers, at);
		const isVain = setting === "ping" && isPingVain(voice);
		return isVain ? [line, phrase("settings.pingVain", { whose: hostId === null ? "server" : "host" })] : [line];
	});
	if (settings.includes("time-zone") || settings.includes("language")) lines.push(greetingNow(voice, at));
	return { kind: "lines", items: lines };
}

/** Says of a setting what holds and where that comes from. */
export function settingLine(setting: Setting, layers: Layers, at: number): Phrase {
	return phrase("settings.line", { setting: phrase(nameOf(setting)), ...HOLDING[setting](layers, at) });
}

/** Whether `{mention}` could mention somebody, and stands in no text. */
function isPingVain({ ping, texts, language }: Voice): boolean {
	const sources = Object.values(texts).flat();
	return ping !== "off" && !sources.some((source) => isMentioning(source, language));
}

/** Which settings a layer has set itself. */
export function ownSettings(row: ProfileRow | undefined): Setting[] {
	if (!row) return [];
	return SETTINGS.filter((setting) => COLUMNS[setting].some((column) => row[column] !== null));
}

const COLUMNS: Record<Setting, readonly (keyof ProfileRow)[]> = {
	"time-zone": ["time_zone"],
	language: ["language"],
	"late-after": ["late_after_minutes"],
	delay: ["delay_seconds"],
	first: ["first_seconds"],
	pace: ["pace"],
	ping: ["ping"],
	"after-hours": ["after_hours"],
	cue: ["cue", "cue_to"],
};

const HOLDING: Record<Setting, (layers: Layers, at: number) => InForce> = {
	"time-zone": (layers, at) =>
		holding(layers, "time_zone", null, (zone) => (zone === null ? phrase("settings.notSet") : describeZone(zone, at))),
	language: (layers) => holding(layers, "language", DEFAULT_VOICE.language, (tag) => languageOf(tag).label),
	"late-after": (layers) =>
		holding(layers, "late_after_minutes", DEFAULT_VOICE.lateAfterMinutes, (count) =>
			phrase("settings.minutes", { count }),
		),
	delay: (layers) => holding(layers, "delay_seconds", 0, (count) => phrase("settings.seconds", { count })),
	first: (layers) => holding(layers, "first_seconds", 0, (count) => phrase("settings.seconds", { count })),
	pace: (layers) => holding(layers, "pace", DEFAULT_PACE, (pace) => phrase(`settings.paces.${pace}`)),
	ping: (layers) => holding(layers, "ping", DEFAULT_VOICE.ping, (ping) => phrase(`settings.pings.${ping}`)),
	"after-hours": (layers) => holding(layers, "after_hours", "on", (value) => phrase(`settings.afterHours.${value}`)),
	cue: (layers) => holding(layers, "cue", "off", (cue) => cueWords(cue, layers)),
};

function holding<K extends keyof ProfileRow, Own extends NonNullable<ProfileRow[K]> | null>(
	{ host, server }: Layers,
	column: K,
	own: Own,
	words: (value: NonNullable<ProfileRow[K]> | Own) => Phrase | string,
): InForce {
	if (host?.[column] != null) return { value: words(host[column]), source: "host" };
	if (server?.[column] != null) return { value: words(server[column]), source: "server" };
	return { value: words(own), source: "byname" };
}

function cueWords(cue: "on" | "off", { host }: Layers): Phrase {
	if (cue === "off") return phrase("settings.cues.off");
	if (host?.cue_to === "dm") return phrase("settings.cues.byDirectMessage");
	return host?.cue_to
		? phrase("settings.cues.in", { channel: `<#${host.cue_to}>` })
		: phrase("settings.cues.nowhereYet");
}

function greetingNow({ language, timeZone }: Voice, at: number): Phrase {
	const isKnown = timeZone !== null && timeIn(timeZone, at) !== null;
	const words = timeOfDayGreeting(languageOf(language), at, timeZone);
	return phrase("settings.greetingNow", { words, zone: isKnown ? "known" : "none" });
}
