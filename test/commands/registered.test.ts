import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { setOut, until } from "../journeys/journey.ts";

/** What has a name and a description: a command, a subcommand, an option. */
interface Described {
	name: string;
	description: string;
	description_localizations?: Record<string, string> | null;
	options?: Described[];
	choices?: { name: string; name_localizations?: Record<string, string> | null; value: string | number }[];
}

/** At Discord, what all there is of a command may have together. */
const LONGEST_COMMAND = 8_000;
const LONGEST_DESCRIPTION = 100;

function partsOf(one: Described): Described[] {
	return [one, ...(one.options ?? []).flatMap(partsOf)];
}

const each = commands.map(({ data }) => data.toJSON() as Described);

function inAllLanguages(english: string, localized: Record<string, string> | null | undefined): string[] {
	return [english, ...Object.values(localized ?? {})];
}

function longest(english: string, localized: Record<string, string> | null | undefined): number {
	return Math.max(...inAllLanguages(english, localized).map(({ length }) => length));
}

describe.each(each)("/$name", (command) => {
	const parts = partsOf(command);

	it("takes no more characters than Discord gives a command, each part in its longest language", () => {
		const sizes = parts.map(({ name, description, description_localizations, choices = [] }) => {
			const chosen = choices.map((one) => longest(one.name, one.name_localizations) + String(one.value).length);
			return name.length + longest(description, description_localizations) + chosen.reduce((sum, one) => sum + one, 0);
		});
		expect(sizes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LONGEST_COMMAND);
	});

	it("has no description or choice that is too long in any language", () => {
		const words = parts.flatMap(({ description, description_localizations, choices = [] }) => [
			...inAllLanguages(description, description_localizations),
			...choices.flatMap((one) => inAllLanguages(one.name, one.name_localizations)),
		]);
		expect(words.filter(({ length }) => length > LONGEST_DESCRIPTION)).toEqual([]);
	});
});

it("registers descriptions in the languages there are, and English by both of its names", async () => {
	const { discord } = await setOut();
	await until(() => discord.commands.length > 0);
	const session = discord.commands.find(({ name }) => name === "session") as Described | undefined;
	const { description, description_localizations } = session as Described;
	expect(description_localizations).toMatchObject({
		"en-US": description,
		"en-GB": description,
		de: expect.stringMatching(/^Für Hosts/),
	});
});
