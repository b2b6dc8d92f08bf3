import type { CommandOption, SimCommand } from "../../../rehearsal/simulator/registered-command.ts";
import type { Pace } from "./plan.ts";

/** The value by which `/server set defaults` takes a pace; undefined when it offers none that reads like it. */
export function paceChoice(commands: readonly SimCommand[], pace: Pace): string | number | undefined {
	const under = (options: CommandOption[] | null | undefined, name: string) =>
		options?.find((option) => option.name === name)?.options;
	const server = commands.find(({ name }) => name === "server");
	const settings = under(under(server?.options, "set"), "defaults");
	const choices = settings?.find(({ name }) => name === "pace")?.choices ?? [];
	return choices.find(({ name, value }) => new RegExp(`\\b${pace}\\b`).test(`${name} ${value}`))?.value;
}
