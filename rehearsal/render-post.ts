import { harmless } from "./harmless.ts";
import { relativeTo } from "./stamp.ts";

const TOKENS = /\\(?<escaped>[^0-9A-Za-z\s])|<t:(?<time>-?\d+)(?::(?<style>\w))?>/gu;

/**
 * The lines of a post as a reader sees them at `now` whose Discord speaks a language: backslashes gone, timestamps in words,
 * and nothing in them that a terminal would obey.
 */
export function renderPost(text: string, now: number, language = "en-GB"): string[] {
	const moment = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
	return text.split("\n").map((line) =>
		harmless(
			line.replace(TOKENS, (found, ...rest) => {
				const { escaped, time, style } = rest.at(-1) as { escaped?: string; time?: string; style?: string };
				if (escaped !== undefined) return escaped;
				const at = Number(time) * 1000;
				if (Number.isNaN(new Date(at).getTime())) return found;
				return style === "R" ? relativeTo(at, now, language) : moment.format(at);
			}),
		),
	);
}
