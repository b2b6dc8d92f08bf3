import { inWords, mendAt, type NeededPermission } from "../../src/permissions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { listing } from "../settings/show.ts";

/** What keeps Byname from its work in a channel. */
export interface ChannelCheck {
	channelId: string;
	/** What it lacks there. */
	missing: readonly NeededPermission[];
	/** What else keeps it from posting, in words; null while nothing does. */
	trouble: string | null;
}

/** What was looked at. */
export interface Checked {
	rooms: readonly ChannelCheck[];
	/** The one channel greetings are posted to, if there is one. */
	postTo: ChannelCheck | null;
	/** What keeps Byname from posting anywhere on the server, in words; null while nothing does. */
	silence: string | null;
	/** How many rooms are left alone and were not looked at. */
	leftAlone: number;
	/** What Byname lacks on the whole server, not only in a channel. */
	missingEverywhere: readonly NeededPermission[];
}

const say = phrasesIn("en");

/** Both keep the report within a message, however many rooms there are. */
const MOST_GROUPS = 6;
const MOST_MENTIONS = 10;

/** Says where Byname is all right and where not, what is missing there and where to click: problems first. */
export function report({ rooms, postTo, silence, leftAlone, missingEverywhere }: Checked): string {
	const channels = postTo ? [postTo, ...rooms.filter((room) => room.channelId !== postTo.channelId)] : rooms;
	const bad = channels.filter(needsAttention);
	const fine = rooms.filter((room) => !needsAttention(room));
	const parts = silence === null ? [] : [`### I may not speak\n${silence}`];
	if (bad.length > 0)
		parts.push(`### Needs attention: ${bad.length}`, ...groups(bad), ...everywhere(missingEverywhere));
	const heading = silence === null ? "Fine" : "Otherwise fine";
	if (fine.length > 0) parts.push(`### ${heading}: ${fine.length}\n${listing(fine.map(mention), MOST_MENTIONS)}`);
	if (rooms.length === 0) parts.push("There is no voice or stage room here that I would greet in.");
	parts.push(whereGreetingsGo(postTo, silence !== null));
	if (leftAlone > 0) parts.push(`Left alone: ${leftAlone}. See \`/server show\`.`);
	return parts.join("\n");
}

function needsAttention({ missing, trouble }: ChannelCheck): boolean {
	return missing.length > 0 || trouble !== null;
}

/** Channels with the same trouble share a paragraph; the most common trouble comes first. */
function groups(bad: readonly ChannelCheck[]): string[] {
	const byTrouble = Map.groupBy(bad, ({ missing, trouble }) =>
		missing.length > 0 ? say(inWords(missing)) : (trouble ?? ""),
	);
	const all = [...byTrouble.values()].sort((a, b) => b.length - a.length);
	const shown = all.slice(0, MOST_GROUPS).map(paragraph);
	const rest = all.slice(MOST_GROUPS).reduce((sum, group) => sum + group.length, 0);
	return rest > 0 ? [...shown, `… and ${rest} more with other trouble. Mend these and check again.`] : shown;
}

function paragraph(group: ChannelCheck[]): string {
	const where = listing(group.map(mention), MOST_MENTIONS);
	const { missing = [], trouble = null } = group[0] ?? {};
	if (missing.length === 0) return `${where}: ${trouble}`;
	const without = missing.map(({ without }) => say(without)).join(" and ");
	return `${where}: I lack ${say(inWords(missing))}, so ${without}. To mend it: ${say(mendAt(group.length === 1 ? "that channel" : "each of them"))}.`;
}

function everywhere(missing: readonly NeededPermission[]): string[] {
	if (missing.length === 0) return [];
	return [
		`My role lacks ${say(inWords(missing))} on the whole server. Give it that once: Server Settings → Roles → Byname → Permissions.`,
	];
}

function whereGreetingsGo(postTo: ChannelCheck | null, isSilenced: boolean): string {
	if (!postTo) return "Greetings go to each room's own chat.";
	if (needsAttention(postTo)) return `Greetings go to ${mention(postTo)}; what I lack there is above.`;
	return `Greetings go to ${mention(postTo)}${isSilenced ? "" : ", where I can post"}.`;
}

function mention({ channelId }: ChannelCheck): string {
	return `<#${channelId}>`;
}
