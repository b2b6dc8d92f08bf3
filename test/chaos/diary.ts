import type { TrialResult, WaveResult } from "./wave.ts";

/** What happened in one trial, moment by moment, with what the bot said and what it complained about. */
export function diaryOf({ cast, diary, posts, roomId }: TrialResult, { troubles }: WaveResult): string {
	const began = diary[0]?.at ?? 0;
	const moments = [
		...diary.map(({ at, ...entry }) => ({ at, text: textOf(entry) })),
		...posts.map(({ acceptedAt, triedAt, content }) => ({
			at: acceptedAt,
			text: `    “${content.replaceAll("\n", " / ")}” (first tried at ${triedAt - began})`,
		})),
	].sort((a, b) => a.at - b.at);
	const about = troubles.filter((line) => line.includes(roomId) || !/"(channel|room)":/.test(line));
	return [
		`trial ${cast.trial}: ${cast.kind}; panel: ${cast.panel.join(", ") || "nobody"}`,
		...moments.map(({ at, text }) => `${String(at - began).padStart(9)}  ${text}`),
		...about.map(
			(line) =>
				`           ${line
					.trim()
					.replace(/"stack":".*?",/, "")
					.slice(0, 400)}`,
		),
		"",
	].join("\n");
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
