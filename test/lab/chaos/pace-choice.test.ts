import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import type { CommandOption, SimCommand } from "../../../rehearsal/simulator/registered-command.ts";
import { paceChoice } from "./pace-choice.ts";

const { String: Text, Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

/** `/server set defaults` with these options. */
function server(...options: CommandOption[]): SimCommand {
	const defaults = { type: Subcommand, name: "defaults", description: "", options };
	const set = { type: SubcommandGroup, name: "set", description: "", options: [defaults] };
	return { id: "1", application_id: "1", version: "1", type: 1, name: "server", options: [set] };
}

describe("paceChoice", () => {
	const choices = [
		{ name: "calm", value: "calm" },
		{ name: "one post each 15 s", value: "slow" },
		{ name: "a post a minute", value: "60" },
	];
	const commands = [server({ type: Text, name: "pace", description: "", choices })];

	it("finds the value whose name or value says the pace", () => {
		expect(paceChoice(commands, "calm")).toBe("calm");
		expect(paceChoice(commands, 15)).toBe("slow");
		expect(paceChoice(commands, 60)).toBe("60");
	});

	it("finds nothing where no such pace is offered, or no pace at all", () => {
		expect(paceChoice(commands, "swift")).toBeUndefined();
		expect(paceChoice([server()], "calm")).toBeUndefined();
		expect(paceChoice([], "calm")).toBeUndefined();
	});
});
