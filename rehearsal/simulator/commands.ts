import { ApplicationCommandOptionType, ChannelType, InteractionType } from "discord-api-types/v10";
import { SimInteraction } from "./interactions.ts";
import type { SimMember } from "./member.ts";
import { bitsOf, serverPermissions } from "./permissions.ts";
import { isPickable, type Pickable, resolve } from "./resolved.ts";
import type { SimRoom } from "./room.ts";
import type { CommandOption, SimCommand } from "./routes/commands.ts";

/** Options of a command by name. */
export type CommandValues = Record<string, string | number | boolean | Pickable>;

/** What the bot proposes while somebody types. */
export interface Choice {
	name: string;
	value: string | number;
}

interface SentOption {
	name: string;
	type: number;
	value?: string | number | boolean;
	focused?: boolean;
	options?: SentOption[];
}

const CHANNEL_TYPES = {
	text: ChannelType.GuildText,
	voice: ChannelType.GuildVoice,
	stage: ChannelType.GuildStageVoice,
};

/** Sends a slash command as Discord's app does after checking it. */
export async function sendCommand(
	member: SimMember,
	words: string,
	values: CommandValues,
	room?: SimRoom,
): Promise<SimInteraction> {
	const { command, path, known } = find(member, words);
	const missing = known.find(({ name, required }) => required && values[name] === undefined);
	if (missing) throw new Error(`/${words} needs the option "${missing.name}"`);
	const options = sent(words, known, values);
	return send(member, InteractionType.ApplicationCommand, command, nest(path, options), values, words, room);
}

/** Asks the bot for choices for what was typed so far. */
export async function sendAutocomplete(
	member: SimMember,
	words: string,
	option: string,
	partial: string,
	values: CommandValues,
): Promise<Choice[]> {
	const { command, path, known } = find(member, words);
	const focused = known.find(({ name }) => name === option);
	if (!focused?.autocomplete) throw new Error(`/${words} has no option "${option}" that completes itself`);
	const options = [...sent(words, known, values), { name: option, type: focused.type, value: partial, focused: true }];
	const type = InteractionType.ApplicationCommandAutocomplete;
	const interaction = await send(member, type, command, nest(path, options), values, words);
	return interaction.choices();
}

async function send(
	member: SimMember,
	type: InteractionType,
	command: SimCommand,
	options: SentOption[],
	values: CommandValues,
	words: string,
	room?: SimRoom,
): Promise<SimInteraction> {
	const picked = Object.values(values).filter(isPickable);
	const data = {
		id: command.id,
		name: command.name,
		type: command.type,
		...(options.length > 0 && { options }),
		...(picked.length > 0 && { resolved: resolve(picked, member) }),
		...(command.guild_id !== undefined && { guild_id: command.guild_id }),
	};
	const interaction = new SimInteraction({ type, data, member, room: room ?? whereabouts(member), title: `/${words}` });
	await interaction.send();
	return interaction;
}

/** The registered command, the subcommand's path under it, and the options there. */
function find(
	member: SimMember,
	words: string,
): { command: SimCommand; path: CommandOption[]; known: CommandOption[] } {
	const { world } = member.server;
	const [name, ...rest] = words.replace(/^\//, "").split(" ");
	const all = [...world.commandsOf(member.server.id), ...world.commandsOf()];
	const command = all.find((candidate) => candidate.name === name);
	if (!command) throw new Error(`/${name} is not registered; there is: ${all.map((one) => `/${one.name}`).join(", ")}`);
	const needed = command.default_member_permissions;
	const has = serverPermissions(member.server, member);
	const administers = (has & bitsOf("Administrator")) !== 0n;
	// "0" hides a command from everyone but administrators (interactions/application-commands, "Permissions").
	const allowed = needed === "0" ? administers : (has & BigInt(needed ?? 0)) === BigInt(needed ?? 0);
	if (!administers && !allowed)
		throw new Error(`${member.displayName} is not shown /${name}: it needs other permissions`);
	let known = command.options ?? [];
	const path: CommandOption[] = [];
	for (const word of rest) {
		const branch = known.find((option) => option.name === word && isBranch(option));
		if (!branch) throw new Error(`/${name} has no subcommand "${word}"`);
		path.push(branch);
		known = branch.options ?? [];
	}
	if (known.some(isBranch)) throw new Error(`/${words} needs a subcommand: ${known.map((one) => one.name).join(", ")}`);
	return { command, path, known };
}

function isBranch({ type }: CommandOption): boolean {
	return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

/** The options as they are sent, after the checks Discord's app makes. */
function sent(words: string, known: CommandOption[], values: CommandValues): SentOption[] {
	return Object.entries(values).map(([name, value]) => {
		const option = known.find((candidate) => candidate.name === name);
		if (!option) throw new Error(`/${words} has no option "${name}"`);
		const problem = problemWith(option, value);
		if (problem) throw new Error(`/${words} does not take that for "${name}": ${problem}`);
		return { name, type: option.type, value: isPickable(value) ? value.id : value };
	});
}

function problemWith(option: CommandOption, value: CommandValues[string]): string | undefined {
	const { String: Text, Integer, Number: Decimal, Boolean: YesNo, Channel } = ApplicationCommandOptionType;
	const wanted = new Map<number, string>([
		[Text, "string"],
		[Integer, "number"],
		[Decimal, "number"],
		[YesNo, "boolean"],
	]);
	if (typeof value !== (wanted.get(option.type) ?? "object")) return `it is a ${typeof value}`;
	if (option.choices?.length && !option.choices.some((choice) => choice.value === value))
		return "it is none of the choices";
	const measure = typeof value === "string" ? value.length : typeof value === "number" ? value : undefined;
	const [least, most] =
		typeof value === "string" ? [option.min_length, option.max_length ?? 6000] : [option.min_value, option.max_value];
	if (measure !== undefined && measure < (least ?? measure)) return `at least ${least}`;
	if (measure !== undefined && measure > (most ?? measure)) return `at most ${most}`;
	if (option.type === Integer && !Number.isInteger(value)) return "it is not whole";
	if (option.type === Channel && isPickable(value) && "kind" in value && option.channel_types?.length) {
		return option.channel_types.includes(CHANNEL_TYPES[value.kind])
			? undefined
			: `a ${value.kind} room cannot be picked`;
	}
	return undefined;
}

function nest(path: CommandOption[], options: SentOption[]): SentOption[] {
	return path.reduceRight((inner, { name, type }) => [{ name, type, options: inner }], options);
}

/** Where somebody writes: the room they are in, else the first one. */
function whereabouts(member: SimMember): SimRoom {
	const room = member.voice?.room ?? [...member.server.rooms.values()][0];
	if (!room) throw new Error(`${member.server.name} has no room to run a command in`);
	return room;
}
