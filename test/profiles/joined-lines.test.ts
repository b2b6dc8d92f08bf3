import { describe, expect, it } from "vitest";
import type { TextKey } from "../../src/greetings/texts.ts";
import { joinedLines } from "../../src/profiles/joined-lines.ts";

describe("joinedLines", () => {
	it.each<[key: TextKey, typed: string, joined: string]>([
		["onTime", "Hello, {name}!\nThanks for joining us.", "Hello, {name}! Thanks for joining us."],
		["onTime", "Good evening!\n\nWelcome, {name}.", "Good evening! Welcome, {name}."],
		["onTime", "Hi {name}!\nNice.\n\nHello {mention}!\nGood.", "Hi {name}! Nice.\nHello {mention}! Good."],
		[
			"late",
			"Good evening!\nHi {name}.\nHello!\nHey {name}.\nSit.",
			"Good evening! Hi {name}.\nHello! Hey {name}. Sit.",
		],
		["onTime", "Hello %user%!\nNice.", "Hello %user%! Nice."],
		["note", "Where we are:\r\n{note}", "Where we are: {note}"],
		["afterHours", "Hello, {name}!\nWe are closed.", "Hello, {name}! We are closed."],
		["returning", "{visits, plural,\n=2 {Twice!}\nother {Again!}}", "{visits, plural, =2 {Twice!} other {Again!}}"],
		["late", "Hi {name}!{next, select, none {}\nother { {next}}}", "Hi {name}!{next, select, none {} other { {next}}}"],
	])("joins what looks like one wording of %s: %j", (key, typed, joined) => {
		expect(joinedLines(key, typed)).toBe(joined);
		expect(joinedLines(key, joined)).toBe(null);
	});

	it.each<[key: TextKey, typed: string, why: string]>([
		["onTime", "Hello, {name}!\nHi, {mention}!", "each is a greeting"],
		["onTime", "Hello!\nHi!", "there is no name to join them to"],
		["onTime", "", "there is nothing"],
		["onTime", "Hi {nmae}!\nHello, {name}!", "its name may be misspelt"],
		["onTime", "Hi <@user>!\nHello, {name}!", "its name is written as another bot has it"],
		["missed", "Sorry.\nMy slip.", "an apology needs no name"],
		["returning", "{visits, plural,\n=2 {Twice!}", "the brace is never closed"],
		["afterHours", "-\nHello, {name}!", "a dash is no part of a greeting"],
	])("leaves lines of %s alone: %j, as %s", (key, typed) => {
		expect(joinedLines(key, typed)).toBe(null);
	});
});
