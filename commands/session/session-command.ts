import {
	ApplicationIntegrationType,
	InteractionContextType,
	SlashCommandBuilder,
	type SlashCommandSubcommandBuilder,
	TextDisplayBuilder,
} from "discord.js";
import type { Command, Context, Invocation, Message } from "../../src/command.ts";
import { cueButtons } from "../../src/cue-buttons.ts";
import { keptWords } from "../../src/cue-place.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { LONGEST_OWN_WORDS } from "../../src/greetings/values.ts";
import { LONGEST_STAGE_TOPIC } from "../../src/limits.ts";
import { type PlainKey, phrase } from "../../src/phrases/phrases.ts";
import { channelFor } from "../../src/profiles/profiles.ts";
import { readChange } from "../../src/profiles/setting-rules.ts";
import { panelOf } from "../../src/store/cue-facts.ts";
import { statusOf } from "../../src/store/status.ts";
import { timestamp } from "../../src/timestamp.ts";
import { UserError } from "../../src/user-error.ts";
import { described } from "../described.ts";
import { suggestSettings, withSuggestions } from "../settings/options.ts";
import { ROOM_TYPES } from "../settings/place.ts";
import { suggestSessions } from "./by-title.ts";
import { changeSession, oneLine } from "./change.ts";
import { speakerPresses } from "./early-speaker.ts";
import { endPresses, endSession } from "./end.ts";
import { askToGreet, greeterPresses } from "./greeter.ts";
import { helloPresses } from "./hello.ts";
import { requireHost, seesCue } from "./leaders.ts";
import { namePresses } from "./not-this-name.ts";
import { addToPanel, handOver, panelPresses, removeFromPanel } from "./panel.ts";
import { recapPresses, recapPressesByAll, setRecap } from "./recap.ts";
import { roomOf } from "./room-of.ts";
import { readStart } from "./start-time.ts";
import { describeStatus } from "./status-words.ts";
import { roomHere, sessionJustOver, sessionMeant } from "./which.ts";

function withRoom(
	subcommand: SlashCommandSubcommandBuilder,
	about: PlainKey = "session.command.which",
): SlashCommandSubcommandBuilder {
	return subcommand.addChannelOption((option) =>
		described(option.setName("room"), about).addChannelTypes(...ROOM_TYPES),
	);
}

function withMember(subcommand: SlashCommandSubcommandBuilder, about: PlainKey): SlashCommandSubcommandBuilder {
	return subcommand.addUserOption((member) => described(member.setName("member"), about).setRequired(true));
}

/** What answers the buttons and menus of a cue, which may stand in direct messages, too. */
const cuePresses = { ...namePresses, ...helloPresses, ...speakerPresses };

/** A host's sessions: opening and ending them by hand, the note for latecomers, how it goes. */
export const session = {
	// No default permission: Discord would hide it from those who are hosts by a role alone. `who` is what counts.
	data: described(new SlashCommandBuilder().setName("session"), "session.command.about")
		.setContexts(InteractionContextType.Guild)
		.setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
		.addSubcommand((start) =>
			withRoom(described(start.setName("start"), "session.start.about"), "session.start.room")
				.addStringOption((title) =>
					described(title.setName("title"), "session.start.title").setMaxLength(LONGEST_STAGE_TOPIC),
				)
				.addUserOption((host) => described(host.setName("host"), "session.start.host"))
				.addStringOption((starts) => described(starts.setName("starts"), "session.start.starts"))
				.addStringOption((language) =>
					withSuggestions(described(language.setName("language"), "session.start.language")),
				),
		)
		.addSubcommand((end) =>
			withRoom(described(end.setName("end"), "session.end.about")).addStringOption((recap) =>
				described(recap.setName("recap"), "session.end.recap").setMaxLength(LONGEST_OWN_WORDS),
			),
		)
		.addSubcommand((recap) =>
			withRoom(
				described(recap.setName("recap"), "session.recap.about").addStringOption((link) =>
					described(link.setName("link"), "session.recap.link").setRequired(true).setMaxLength(LONGEST_OWN_WORDS),
				),
				"session.recap.room",
			).addStringOption((which) => withSuggestions(described(which.setName("which"), "session.recap.which"))),
		)
		.addSubcommand((status) => withRoom(described(status.setName("status"), "session.status.about")))
		.addSubcommand((note) =>
			withRoom(described(note.setName("note"), "session.note.about")).addStringOption((text) =>
				described(text.setName("text"), "session.note.text").setMaxLength(LONGEST_OWN_WORDS),
			),
		)
		.addSubcommandGroup((panel) =>
			described(panel.setName("panel"), "session.panel.about")
				.addSubcommand((add) =>
					withRoom(withMember(described(add.setName("add"), "session.panel.add"), "session.panel.whom")),
				)
				.addSubcommand((remove) =>
					withRoom(withMember(described(remove.setName("remove"), "session.panel.remove"), "session.panel.whom")),
				),
		)
		.addSubcommand((greeter) =>
			withRoom(withMember(described(greeter.setName("greeter"), "session.greeter.about"), "session.greeter.whom")),
		)
		.addSubcommand((handOver) =>
			withRoom(
				withMember(described(handOver.setName("hand-over"), "session.handOver.about"), "session.handOver.toWhom"),
			),
		),
	who: "leaders",
	async run(interaction, context) {
		switch (interaction.options.getSubcommand()) {
			case "start":
				return startSession(interaction, context);
			case "end":
				return endSession(interaction, context);
			case "recap":
				return setRecap(interaction, context);
			case "note":
				return setNote(interaction, context);
			case "add":
				return addToPanel(interaction, context);
			case "remove":
				return removeFromPanel(interaction, context);
			case "greeter":
				return askToGreet(interaction, context);
			case "hand-over":
				return handOver(interaction, context);
			default:
				return showStatus(interaction, context);
		}
	},
	async suggest(interaction, context) {
		if (interaction.options.getFocused(true).name === "which") return suggestSessions(interaction, context);
		return suggestSettings(interaction, context);
	},
	press: { ...endPresses, ...recapPresses, ...panelPresses, ...cuePresses },
	pressByAll: { ...greeterPresses, ...recapPressesByAll },
	direct: { press: cuePresses },
} satisfies Command;

async function startSession(interaction: Invocation, context: Context): Promise<string> {
	const { options, guildId, user } = interaction;
	const { rooms, profiles, clock, say, troubleIn } = context;
	await requireHost(context);
	const roomId = options.getChannel("room", false, ROOM_TYPES)?.id ?? roomHere(interaction, context);
	if (!roomId) throw new UserError(phrase("session.start.whichRoom"));
	const host = options.getUser("host") ?? user;
	if (host.bot) throw new UserError(phrase("session.start.noBot"));
	const { voice } = await profiles.of(guildId, user.id);
	const said = options.getString("starts");
	const now = clock.now();
	const startsAt = said === null ? null : readStart(said, now, voice.timeZone, interaction.locale);
	const title = oneLine(options.getString("title"));
	const { language = null } = readChange({ language: options.getString("language") ?? undefined }, now);
	const opened = await rooms.start(guildId, roomId, { hostId: host.id, title, startsAt, language });
	if (!opened) throw new UserError(phrase("session.start.isOn", { room: `<#${roomId}>` }));
	const lines = [say("session.start.opened", { room: roomOf({ room_id: roomId, host_id: host.id }, user.id) })];
	if (startsAt !== null) {
		const when = startsAt > now ? "startsAt" : "beganAt";
		lines.push(say(`session.start.${when}`, { start: timestamp(startsAt, "R") }));
	}
	if (language !== null) lines.push(say("session.start.spoken", { language: languageOf(language).label }));
	const trouble = troubleIn(channelFor(await profiles.of(guildId, host.id), roomId));
	if (trouble !== null) lines.push(say("session.start.unheard", { trouble }));
	if (voice.timeZone === null) lines.push(say("session.start.zoneTip"));
	return lines.join("\n");
}

async function setNote(interaction: Invocation, context: Context): Promise<string> {
	const session = await sessionMeant(interaction, context);
	const note = oneLine(interaction.options.getString("text"));
	await changeSession(context, session, { note });
	const room = roomOf(session, interaction.user.id);
	return note === null
		? context.say("session.note.cleared", { room })
		: context.say("session.note.saved", { room, note });
}

async function showStatus(interaction: Invocation, context: Context): Promise<Message> {
	const { store, world, profiles, clock, say, troubleIn, cueKeptFrom } = context;
	const over = await sessionJustOver(interaction, context, seesCue);
	const row = over ?? (await sessionMeant(interaction, context, seesCue));
	const channelId = channelFor(await profiles.of(interaction.guildId, row.host_id), row.room_id);
	const present = [...world.shown(interaction.guildId, row.room_id).present.values()];
	const panel = await panelOf(store, row);
	const inside = present.filter(({ person }) => !person.bot && !panel.has(person.id)).length;
	const status = await statusOf(store, row.id);
	const trouble = row.closed_at === null ? troubleIn(channelId) : null;
	const kept = row.host_id === interaction.user.id ? await cueKeptFrom(row) : null;
	const cueTrouble = kept && keptWords(kept, kept.fault === "refused" ? troubleIn(kept.place) : null);
	const words = describeStatus({ session: row, status, inside, trouble, cueTrouble, now: clock.now() }, say);
	const cue = (await seesCue(interaction.user.id, context, row)) ? await context.cueOf(row, say) : null;
	const texts = [words, ...(cue === null ? [] : [cue.text])].map((text) => new TextDisplayBuilder().setContent(text));
	return { v2: true, components: [...texts, ...(cue ? cueButtons(cue) : [])] };
}
