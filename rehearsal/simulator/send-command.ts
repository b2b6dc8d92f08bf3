import { ApplicationCommandOptionType, InteractionContextType, InteractionType } from "discord-api-types/v10";
import { charactersIn } from "./characters.ts";
import { isDirect } from "./interaction-payload.ts";
import { SimInteraction } from "./interactions.ts";
import { bitsOf, serverPermissions } from "./permissions.ts";
import { type CommandOption, isBranch, type OfferedChoice, type SimCommand } from "./registered-command.ts";
import { isPickable, type Pickable, resolve } from "./resolved.ts";
import { CHANNEL_TYPES } from "./room-kind.ts";
import type { HeldMember, HeldRoom } from "./world.ts";

/** Options of a command by name. */
export type CommandValues = Record<string, string | number | boolean | Pickable>;

interface SentOption {
	name: string;
	type: number;
	value?: string | number | boolean;
	focused?: boolean;
	options?: SentOption[];
}

const { String: Text, Integer, Number: Decimal, Boolean: YesNo } = ApplicationCommandOptionType;
/** What a value is, by its option's type; everything else is something with an id. */
const VALUE_TYPES = new Map<number, string>([
	[Text, "string"],
	[Integer, "number"],
	[Decimal, "number"],
	[YesNo, "boolean"],
]);

/** Sends a slash command as Discord's app does after checking it. */
export async function sendCommand(
	member: HeldMember,
	words: string,
	values: CommandValues,
	room?: HeldRoom,
): Promise<SimInteraction> {
	const { command, path, known } = find(member, words);
	const context = room && isDirect(room) ? InteractionContextType.BotDM : InteractionContextType.Guild;
	if (command.contexts && !command.contexts.includes(context)) throw new Error(`/${words} is not shown there`);
	const missing = known.find(({ name, required }) => required && values[name] === undefined);
	if (missing) throw new Error(`/${words} needs the option "${missing.name}"`);
	const options = sent(words, known, values);
	return send(member, InteractionType.ApplicationCommand, command, nest(path, options), values, words, room);
}

/** Asks the bot for choices for what was typed so far. */
export async function sendAutocomplete(
	member: HeldMember,
	words: string,
	{ option, partial, values, room }: { option: string; partial: string; values: CommandValues; room?: HeldRoom },
): Promise<OfferedChoice[]> {
	const { command, path, known } = find(member, words);
	const focused = known.find(({ name }) => name === option);
	if (!focused?.autocomplete) throw new Error(`/${words} has no option "${option}" that completes itself`);
	const options = [...sent(words, known, values), { name: option, type: focused.type, value: partial, focused: true }];
	const type = InteractionType.ApplicationCommandAutocomplete;
	const interaction = await send(member, type, command, nest(path, options), values, words, room);
	return interaction.choices();
}

async function send(
	member: HeldMember,
	type: InteractionType,
	command: SimCommand,
	options: SentOption[],
	values: CommandValues,
	words: string,
	room?: HeldRoom,
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
	member: HeldMember,
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

/** Why the app would not send this value; undefined when it would. */
function problemWith(option: CommandOption, value: CommandValues[string]): string | undefined {
	if (typeof value !== (VALUE_TYPES.get(option.type) ?? "object")) return `it is a ${typeof value}`;
	if (option.choices?.length && !option.choices.some((choice) => choice.value === value))
		return "it is none of the choices";
	if (typeof value === "string") return outside(charactersIn(value), option.min_length, option.max_length ?? 6000);
	if (typeof value === "number") {
		const isWhole = option.type !== Integer || Number.isInteger(value);
		return outside(value, option.min_value, option.max_value) ?? (isWhole ? undefined : "it is not whole");
	}
	return isPickable(value) && "kind" in value ? problemWithRoom(option, value) : undefined;
}

function outside(
	measure: number,
	least: number | null | undefined,
	most: number | null | undefined,
): string | undefined {
	if (measure < (least ?? measure)) return `at least ${least}`;
	return measure > (most ?? measure) ? `at most ${most}` : undefined;
}

function problemWithRoom({ channel_types }: CommandOption, { kind }: HeldRoom): string | undefined {
	const fits = !channel_types?.length || channel_types.includes(CHANNEL_TYPES[kind]);
	return fits ? undefined : `a ${kind} room cannot be picked`;
}

function nest(path: CommandOption[], options: SentOption[]): SentOption[] {
	return path.reduceRight((inner, { name, type }) => [{ name, type, options: inner }], options);
}

/** Where somebody writes: the room they are in, else the first one. */
function whereabouts(member: HeldMember): HeldRoom {
	const room = member.voice?.room ?? [...member.server.rooms.values()][0];
	if (!room) throw new Error(`${member.server.name} has no room to run a command in`);
	return room;
}
