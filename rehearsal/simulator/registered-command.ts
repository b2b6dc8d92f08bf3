import { ApplicationCommandOptionType } from "discord-api-types/v10";

/** A registered command. */
export interface SimCommand extends CommandBody {
	id: string;
	application_id: string;
	version: string;
	type: number;
	guild_id?: string;
}

/** A command as a bot sends it; only what the rules look at. */
export interface CommandBody {
	name: string;
	description?: string | null;
	name_localizations?: Record<string, string> | null;
	description_localizations?: Record<string, string> | null;
	options?: CommandOption[] | null;
	default_member_permissions?: string | number | null;
	contexts?: number[] | null;
	type?: number | null;
	[field: string]: unknown;
}

/** An option, a subcommand or a group of them. */
export interface CommandOption {
	type: number;
	name: string;
	description: string;
	name_localizations?: Record<string, string> | null;
	description_localizations?: Record<string, string> | null;
	required?: boolean | null;
	autocomplete?: boolean | null;
	choices?: (OfferedChoice & { name_localizations?: Record<string, string> | null })[] | null;
	options?: CommandOption[] | null;
	channel_types?: number[] | null;
	min_length?: number | null;
	max_length?: number | null;
	min_value?: number | null;
	max_value?: number | null;
}

/** A value that is offered for an option: by the command, or by the bot while somebody types. */
export interface OfferedChoice {
	name: string;
	value: string | number;
}

/** Whether an option is a subcommand or a group of them. */
export function isBranch({ type }: CommandOption): boolean {
	return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}
