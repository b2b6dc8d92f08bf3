import type {
	ApplicationCommandOptionChoiceData,
	AutocompleteInteraction,
	ChatInputCommandInteraction,
	InteractionReplyOptions,
	MessageComponentInteraction,
	ModalBuilder,
	ModalSubmitInteraction,
	RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Logger } from "pino";
import { type ZodType, z } from "zod";
import type { CsvFiles } from "./after/attendance-csv/csv-files.ts";
import type { Audience } from "./audience.ts";
import type { Clock } from "./clock.ts";
import type { CheckCuePlace, KeptCue } from "./cue-place.ts";
import type { CueWords } from "./cue-words.ts";
import type { Corrections } from "./guests/corrections.ts";
import type { Wishes } from "./guests/wishes.ts";
import { ANSWER_WITHIN_MS } from "./limits.ts";
import type { AskMemberNames } from "./member-names.ts";
import { type Phrase, phrase, type Say } from "./phrases/phrases.ts";
import type { Profiles } from "./profiles/profiles.ts";
import type { AskMember } from "./question.ts";
import type { Expectations } from "./rooms/expectations.ts";
import type { Rooms } from "./rooms/rooms.ts";
import type { World } from "./rooms/world.ts";
import type { PostSample } from "./sample.ts";
import type { Store } from "./store/queryable.ts";
import type { SessionRow } from "./store/sessions.ts";
import { UserError } from "./user-error.ts";

/** The parts of Byname that commands reach. */
export interface Context {
	store: Store;
	/** What Discord shows. */
	world: World;
	rooms: Rooms;
	profiles: Profiles;
	wishes: Pick<Wishes, "changed">;
	/** Told where somebody is to be called otherwise in what stands. */
	corrections: Pick<Corrections, "look">;
	clock: Clock;
	log: Logger;
	/** Tells that settings on a server, or on any, have changed, so that they are read again. */
	changed(serverId?: string): void;
	/** Tells that what a session's cue says of a guest has changed. */
	cue(sessionId: string): void;
	/** What keeps a session's cue from where its host wants it now; null for nothing that is known. */
	cueKeptFrom(session: SessionRow): Promise<KeptCue | null>;
	/** Tells that greetings may wait in a channel. */
	look(channelId: string): void;
	/** Posts words that a host wants to see in a channel once. */
	postSample: PostSample;
	/** Asks a member something where others can read it. */
	askMember: AskMember;
	/** Looks whether a host's cue may stand in a channel. */
	checkCuePlace: CheckCuePlace;
	/** What keeps a channel from being posted to; null while nothing does. */
	troubleIn(channelId: string): Phrase | null;
	/** What the cue of a session that is on says now, in some language; null where that is not known. */
	cueOf(session: SessionRow, say: Say): Promise<CueWords | null>;
	/** Who is expected at a session. */
	expectations: Pick<Expectations, "at" | "atEnd" | "leaveOut">;
	/** Makes files of who came. */
	csvFiles: CsvFiles;
	/** Asks Discord what people go by on a server. */
	namesOf: AskMemberNames;
	/**
	 * Says how far a command is that takes long, where its answer is going to stand, and once that has been acknowledged: before,
	 * nothing is said. Never rejects.
	 */
	meanwhile(words: string): Promise<void>;
	/** Whether whoever uses the command may host on this server. */
	mayHost(): Promise<boolean>;
	/** Says phrases in the language of whoever used the command. */
	say: Say;
}

/** The parts that are the same for everybody. */
export type CommonContext = Omit<Context, "say" | "mayHost" | "meanwhile">;

/** One use of a slash command on a server. */
export type Invocation = ChatInputCommandInteraction<"cached">;

/** A press of a button, or a choice from a select, on a server or in direct messages. */
export type Pressed = MessageComponentInteraction;

/** An interaction that is answered with a message or a form. */
export type Answerable = Invocation | MessageComponentInteraction<"cached"> | ModalSubmitInteraction<"cached">;

/** What is shown to the person who used a command; nobody else sees it. */
export interface Message extends Pick<InteractionReplyOptions, "content" | "components" | "files"> {
	/** `components` are everything there is to show (Discord's Components V2), so there is no `content`. */
	v2?: boolean;
	/** On a button or select, or a form that one has opened: change the message it stands on instead of sending another. */
	replaces?: boolean;
}

/** On a button or select: nothing is shown, for what was done shows where it stands; the words only where it took too long for that. */
export interface Quietly {
	quietly: string;
}

/** What a command answers: words, a message, a form to fill in, or nothing that is seen. */
export type Reply = string | Message | ModalBuilder | Quietly;

/** What answers components or forms, by the action in their custom ids. Made with `reads`, for the rest of the id is input. */
type Answers<I> = Readonly<Record<string, Answering<I, readonly string[]>>>;

type Answering<I, Rest> = (interaction: I, context: Context, rest: Rest) => Promise<Reply>;

/**
 * A slash command: one plain object per file in `commands/`, listed in `commands/index.ts`. Its methods return their
 * answer; the frame (`discord/interactions.ts`) acknowledges in time and sends it, and turns what is thrown into words.
 *
 * Custom ids of its buttons, selects and forms are made with `customId`, so that they find back to it.
 */
export interface Command {
	data: { name: string; toJSON(): RESTPostAPIChatInputApplicationCommandsJSONBody };
	/** Who may use it, its buttons and forms included; the frame sees to that. */
	who: Audience;
	run(interaction: Invocation, context: Context): Promise<Reply>;
	/** Suggestions while somebody types an option; of more than Discord takes, the first are shown. */
	suggest?(
		interaction: AutocompleteInteraction<"cached">,
		context: Context,
	): Promise<ApplicationCommandOptionChoiceData[]>;
	/** What answers its buttons and selects, by the action in their custom ids. */
	press?: Answers<MessageComponentInteraction<"cached">>;
	/** What answers those that are for people who may not use the command; they see to it themselves whom they are for. */
	pressByAll?: Answers<MessageComponentInteraction<"cached">>;
	/** What answers its forms, likewise. */
	submit?: Answers<ModalSubmitInteraction<"cached">>;
	/** What it does in Byname's own direct messages; what is left out works on servers only. */
	direct?: {
		run?(interaction: ChatInputCommandInteraction, context: Context): Promise<Reply>;
		suggest?(interaction: AutocompleteInteraction, context: Context): Promise<ApplicationCommandOptionChoiceData[]>;
		press?: Answers<Pressed>;
		submit?: Answers<ModalSubmitInteraction>;
	};
}

/** What takes longer than this is acknowledged first; from then on a command can answer with words, not with a form. */
export const ACKNOWLEDGED_AFTER_MS = ANSWER_WITHIN_MS / 2;

const SEPARATOR = ":";

/** The custom id of a component or form of a command. It is short (`LONGEST_CUSTOM_ID`): `rest` holds ids and keys, and few words. */
export function customId(command: string, action: string, ...rest: string[]): string {
	return [command, action, ...rest].join(SEPARATOR);
}

/** Reads what a custom id or an option says. Throws a `UserError` for what does not fit. */
export function readInput<T>(shape: ZodType<T>, input: unknown): T {
	const read = shape.safeParse(input);
	if (!read.success) throw new UserError(phrase("frame.outdated"));
	return read.data;
}

const field = z.object({ value: z.string() });

/** What was typed into a field of a form. Throws a `UserError` when the form has no such field. */
export function readField({ fields }: ModalSubmitInteraction, id: string): string {
	return readInput(field, fields.fields.get(id)).value;
}

/** Answers a component or form once `shape` has read the rest of its custom id; one that does not fit is refused. */
export function reads<Rest, I>(shape: ZodType<Rest>, answer: Answering<I, Rest>): Answering<I, readonly string[]> {
	return async (interaction, context, rest) => answer(interaction, context, readInput(shape, rest));
}

/** The parts of a custom id. */
export function readCustomId(id: string): { command: string; action: string; rest: string[] } {
	const [command = "", action = "", ...rest] = id.split(SEPARATOR);
	return { command, action, rest };
}
