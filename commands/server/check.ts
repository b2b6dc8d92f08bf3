import { inWords, mendAt, type NeededPermission } from "../../src/permissions.ts";
import { listing, type Phrase, phrase } from "../../src/phrases/phrases.ts";

/** What keeps Byname from its work in a channel. */
export interface ChannelCheck {
	channelId: string;
	/** What it lacks there. */
	missing: readonly NeededPermission[];
	/** What else keeps it from posting; null while nothing does. */
	trouble: Phrase | null;
}

/** What was looked at. */
export interface Checked {
	rooms: readonly ChannelCheck[];
	/** The one channel greetings are posted to, if there is one. */
	postTo: ChannelCheck | null;
	/** What keeps Byname from posting anywhere on the server; null while nothing does. */
	silence: Phrase | null;
	/** How many rooms are left alone and were not looked at. */
	leftAlone: number;
	/** What Byname lacks on the whole server, not only in a channel. */
	missingEverywhere: readonly NeededPermission[];
}

/** Both keep the report within a message, however many rooms there are. */
const MOST_GROUPS = 6;
const MOST_MENTIONS = 10;

/** Says where Byname is all right and where not, what is missing there and where to click: problems first. */
export function report({ rooms, postTo, silence, leftAlone, missingEverywhere }: Checked): Phrase {
	const channels = postTo ? [postTo, ...rooms.filter((room) => room.channelId !== postTo.channelId)] : rooms;
	const bad = channels.filter(needsAttention);
	const fine = rooms.filter((room) => !needsAttention(room));
	const parts = silence === null ? [] : [phrase("server.check.silenced", { silence })];
	if (bad.length > 0) {
		parts.push(phrase("server.check.attention", { count: bad.length }));
		parts.push(...groups(bad), ...everywhere(missingEverywhere));
	}
	if (fine.length > 0) {
		const silenced = silence === null ? "no" : "yes";
		parts.push(phrase("server.check.fine", { silenced, count: fine.length, rooms: mentionsOf(fine) }));
	}
	if (rooms.length === 0) parts.push(phrase("server.check.noRooms"));
	parts.push(whereGreetingsGo(postTo, silence !== null));
	if (leftAlone > 0) parts.push(phrase("server.check.leftAlone", { count: leftAlone }));
	return { kind: "lines", items: parts };
}

function needsAttention({ missing, trouble }: ChannelCheck): boolean {
	return missing.length > 0 || trouble !== null;
}

/** Channels with the same trouble share a paragraph; the most common trouble comes first. */
function groups(bad: readonly ChannelCheck[]): Phrase[] {
	const byTrouble = Map.groupBy(bad, ({ missing, trouble }) =>
		JSON.stringify(missing.length > 0 ? missing.map(({ name }) => name) : trouble),
	);
	const all = [...byTrouble.values()].sort((a, b) => b.length - a.length);
	const shown = all.slice(0, MOST_GROUPS).flatMap(paragraph);
	const rest = all.slice(MOST_GROUPS).reduce((sum, group) => sum + group.length, 0);
	return rest > 0 ? [...shown, phrase("server.check.others", { count: rest })] : shown;
}

function paragraph(group: readonly ChannelCheck[]): Phrase[] {
	const channels = mentionsOf(group);
	const { missing = [], trouble = null } = group[0] ?? {};
	if (missing.length === 0) return trouble ? [phrase("server.check.troubled", { channels, trouble })] : [];
	const consequences = { kind: "and", items: missing.map(({ without }) => phrase(without)) } as const;
	const where = mendAt(phrase(group.length === 1 ? "server.check.thatChannel" : "server.check.eachOfThem"));
	return [phrase("server.check.lacking", { channels, permissions: inWords(missing), consequences, where })];
}

function everywhere(missing: readonly NeededPermission[]): Phrase[] {
	return missing.length === 0 ? [] : [phrase("server.check.everywhere", { permissions: inWords(missing) })];
}

function whereGreetingsGo(postTo: ChannelCheck | null, isSilenced: boolean): Phrase {
	if (!postTo) return phrase("server.check.ownChats");
	const can = needsAttention(postTo) ? "lacking" : isSilenced ? "silenced" : "yes";
	return phrase("server.check.oneChannel", { channel: mention(postTo), can });
}

function mentionsOf(channels: readonly ChannelCheck[]): Phrase {
	return listing(channels.map(mention), MOST_MENTIONS);
}

function mention({ channelId }: ChannelCheck): string {
	return `<#${channelId}>`;
}
