import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type ChannelCheck, type Checked, report } from "../../commands/server/check.ts";
import { clickableOf } from "../../src/discord/clickable.ts";
import { NEEDED } from "../../src/permissions.ts";
import { phrase, phrasesIn, phrasesWith } from "../../src/phrases/phrases.ts";

const ALL_RIGHT = { rooms: [], postTo: null, silence: null, leftAlone: 0, missingEverywhere: [] };
const say = phrasesIn("en");
/** Of all commands; as long as Discord's. */
const IDS = new Map(commands.map(({ data }) => [data.name, "1575785150606737408"]));
const NAMES = NEEDED.map(({ name }) => say(name));

function finding(channelId: number, ...missing: string[]): ChannelCheck {
	return { channelId: `${1_000_000_000_000_000_000n + BigInt(channelId)}`, missing: called(...missing), trouble: null };
}

function reported(checked: Checked): string {
	return say(report(checked));
}

function called(...names: string[]) {
	return NEEDED.filter(({ name }) => names.includes(say(name)));
}

describe("report", () => {
	it("puts rooms with problems first, together where they lack the same", () => {
		const words = reported({
			...ALL_RIGHT,
			rooms: [finding(1), finding(2, "*Connect*"), finding(3, "*Send Messages*"), finding(4, "*Send Messages*")],
		});
		expect(words.split("\n")).toEqual([
			"### Needs attention: 3",
			"<#1000000000000000003> and <#1000000000000000004>: I lack *Send Messages*, so I cannot greet. To mend it: Channel settings → Permissions → Byname, in each of them.",
			"<#1000000000000000002>: I lack *Connect*, so Discord keeps the room and its chat from me. To mend it: Channel settings → Permissions → Byname, in that channel.",
			"### Fine: 1",
			"<#1000000000000000001>",
			"Greetings go to each room's own chat.",
		]);
	});

	it("points to the role for what is missing on the whole server", () => {
		const rooms = [finding(1, "*Send Messages*")];
		expect(reported({ ...ALL_RIGHT, rooms, missingEverywhere: called("*Send Messages*") })).toContain(
			"My role lacks *Send Messages* on the whole server. Give it that once: Server Settings → Roles → Byname → Permissions.",
		);
	});

	it("counts the channel that greetings are posted to", () => {
		const words = reported({ ...ALL_RIGHT, rooms: [finding(1)], postTo: finding(9, "*Send Messages*") });
		expect(words).toContain("### Needs attention: 1\n<#1000000000000000009>: I lack *Send Messages*, so");
		expect(words).toContain("Greetings go to <#1000000000000000009>; what I lack there is above.");
	});

	it("tells of trouble that is not a missing permission", () => {
		const trouble = phrase("trouble.refused.noPlaceForWords");
		expect(reported({ ...ALL_RIGHT, rooms: [{ ...finding(1), trouble }] })).toContain(
			`### Needs attention: 1\n<#1000000000000000001>: ${say(trouble)}`,
		);
	});

	it("says first what keeps Byname from posting anywhere, and claims of no channel that it can post there", () => {
		const silence = phrase("trouble.quarantined");
		expect(reported({ ...ALL_RIGHT, rooms: [finding(1)], postTo: finding(9), silence }).split("\n")).toEqual([
			"### I may not speak",
			say(silence),
			"### Otherwise fine: 1",
			"<#1000000000000000001>",
			"Greetings go to <#1000000000000000009>.",
		]);
	});

	it.each(["en", "de"])("fits into one message however many rooms there are, in %s", (locale) => {
		const subsets = Array.from({ length: 16 }, (_, bits) => NAMES.filter((_, index) => bits & (1 << index)));
		const rooms = Array.from({ length: 500 }, (_, index) => finding(index, ...(subsets[index % 16] ?? [])));
		const checked = { rooms, postTo: finding(999, ...NAMES), leftAlone: 40, missingEverywhere: called(...NAMES) };
		const longest = report({ ...checked, silence: phrase("trouble.quarantined") });
		expect(phrasesWith(clickableOf(commands, IDS))(locale)(longest).length).toBeLessThanOrEqual(4000);
		const words = reported({ ...checked, silence: null });
		expect(words).toContain("### Needs attention: 469");
		expect(words).toMatch(/… and \d+ more with other trouble/);
		expect(words).toMatch(/### Fine: 32\n.*, and 22 more$/m);
	});
});
