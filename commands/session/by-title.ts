import { type AutocompleteInteraction, PermissionFlagsBits } from "discord.js";
import type { Context, Invocation } from "../../src/command.ts";
import { safeWords } from "../../src/greetings/escape.ts";
import { LONGEST_CHOICE, MOST_SUGGESTIONS } from "../../src/limits.ts";
import { sessionsLed } from "../../src/store/reported-sessions.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { labelOf, startLabel } from "./labels.ts";

/** So many sessions are looked through for what somebody types. */
const MOST_SEARCHED = 500;
const QUOTED = { graphemes: 60, units: 120 };

type SessionSeeker = Pick<Invocation | AutocompleteInteraction<"cached">, "guildId" | "user" | "memberPermissions">;

/** Whose sessions somebody sees to on a server: those that they host or lead; managers all. */
export function ledBy({ guildId, user, memberPermissions }: SessionSeeker): {
	serverId: string;
	userId: string | null;
} {
	return { serverId: guildId, userId: memberPermissions.has(PermissionFlagsBits.ManageGuild) ? null : user.id };
}

/** The session that was chosen, else the latest whose title says what was typed; of the room that is named, if one is. */
export async function sessionByTitle(
	interaction: Invocation,
	typed: string,
	{ store }: Context,
): Promise<SessionRow | undefined> {
	const all = await sessionsLed(store, { ...ledBy(interaction), roomId: roomNamed(interaction) }, MOST_SEARCHED);
	return all.find(({ id }) => id === typed) ?? all.find((row) => says(row, typed));
}

/** What somebody has typed in vain, safe to be said to them. */
export function quoted(typed: string): string {
	return safeWords(typed, QUOTED);
}

/** Completes what somebody types with sessions that they see to: their title, and when they were. */
export async function suggestSessions(
	interaction: AutocompleteInteraction<"cached">,
	{ store, profiles, say }: Context,
): Promise<{ name: string; value: string }[]> {
	const typed = interaction.options.getFocused().trim();
	const { guildId, user } = interaction;
	const { timeZone } = (await profiles.of(guildId, user.id)).voice;
	const led = { ...ledBy(interaction), roomId: roomNamed(interaction) };
	const all = await sessionsLed(store, led, typed === "" ? MOST_SUGGESTIONS : MOST_SEARCHED);
	return all
		.filter((row) => says(row, typed))
		.slice(0, MOST_SUGGESTIONS)
		.map((row) => {
			const start = startLabel(row, timeZone, say.language);
			return { name: `${labelOf(row, LONGEST_CHOICE - start.length - 3, say)} · ${start}`, value: row.id };
		});
}

/** The room that somebody has chosen for this command; null for none. */
function roomNamed({ options }: Pick<Invocation | AutocompleteInteraction<"cached">, "options">): string | null {
	const room = options.get("room")?.value;
	return typeof room === "string" ? room : null;
}

function says({ title }: Pick<SessionRow, "title">, typed: string): boolean {
	return title.toLocaleLowerCase().includes(typed.toLocaleLowerCase());
}
