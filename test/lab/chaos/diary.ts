import type { Heard } from "./process.ts";
import type { TrialResult, WaveResult } from "./wave.ts";

/** What happened in one trial, moment by moment, with what the bot tried to say and what it logged. */
export function diaryOf({ cast, diary, tried, roomId }: TrialResult, { logs }: WaveResult): string {
	const began = diary[0]?.at ?? 0;
	const moments = [
		...diary.map(({ at, ...entry }) => ({ at, text: textOf(entry) })),
		...tried.map(({ at, nonce, content, status }) => ({
			at,
			text: `    “${content.replaceAll("\n", " / ")}” → ${status || "no answer"} (nonce ${nonce.slice(0, 4)})`,
		})),
		...logs.flatMap((log, index) =>
			log
				.filter((heard) => concerns(heard, roomId))
				.map(({ at, line }) => ({ at, text: `        ${index + 1}: ${line.trim().slice(0, 400)}` })),
		),
	].sort((a, b) => a.at - b.at);
	return [
		`trial ${cast.trial}: ${cast.kind}; panel: ${cast.panel.join(", ") || "nobody"}`,
		...moments.map(({ at, text }) => `${String(at - began).padStart(9)}  ${text}`),
		"",
	].join("\n");
}

/** What the bot says of this room, and what troubles it in all of them. */
function concerns({ line }: Heard, roomId: string): boolean {
	return line.includes(roomId) || (/"level":[456]0/.test(line) && !/"(channel|room)":/.test(line));
}

function textOf(entry: object): string {
	const { is, action, ...rest } = entry as { is: string; action?: object };
	return [
		is === "action" ? "" : is,
		...Object.values(action ?? {}),
		...Object.values(rest).filter((value) => value !== null),
	]
		.join(" ")
		.trim();
}
