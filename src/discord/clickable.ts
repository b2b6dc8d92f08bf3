import { type APIApplicationCommandOption, ApplicationCommandOptionType } from "discord.js";
import type { Command } from "../command.ts";
import type { Clickable } from "../phrases/phrases.ts";

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

/** All commands that can be used as they stand, as phrases write them, once Discord has told their ids. */
export function clickableOf(commands: readonly Command[], ids: ReadonlyMap<string, string>): Clickable {
	const all = commands.flatMap(({ data }) => {
		const { name, options = [] } = data.toJSON();
		const id = ids.get(name);
		return id === undefined
			? []
			: pathsBelow(name, options).map((path) => [`\`/${path}\``, `</${path}:${id}>`] as const);
	});
	return new Map(all);
}

/** A command, or its subcommands where it has some; also those in groups. */
function pathsBelow(path: string, options: readonly APIApplicationCommandOption[]): string[] {
	const branches = options.flatMap((option) => {
		const isBranch = option.type === Subcommand || option.type === SubcommandGroup;
		return isBranch ? pathsBelow(`${path} ${option.name}`, option.options ?? []) : [];
	});
	return branches.length === 0 ? [path] : branches;
}
