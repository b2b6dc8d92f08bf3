import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/greetings/languages.ts";
import {
	checkText,
	LONGEST_TEXT,
	PLACEHOLDERS,
	renderText,
	TEXT_KEYS,
	TextRefused,
	type TextValues,
} from "../../src/greetings/texts.ts";
import { runs } from "./runs.ts";

const values: TextValues = {
	greeting: "Hello",
	name: "Maya",
	mention: "Maya",
	title: "Tomatoes",
	host: "Ann",
	server: "Garden Club",
	minutes: 7,
	visits: 2,
	people: 3,
	start: "<t:1:R>",
	startTime: "<t:1:t>",
	note: "",
	recap: "https://example.org",
	next: "",
};

describe("checkText", () => {
	it.each([
		"Hello, {name}!",
		"{greeting}, {mention}! It's <3 o'clock.",
		"{name}, {visits, plural, one {welcome} other {welcome back, the #th time}}!",
		"{name}, {visits, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} visit",
		"{visits, plural, one {Hi, {name}} other {Back again, {name}}}",
		"{name}{recap, select, none {} other { Slides: {recap}}}",
		"{name}, {minutes, number} minutes",
		"{name}, {minutes, number, ::compact-short} minutes",
		"{name}, {minutes, number, percent} and {minutes, number, ::currency/USD}, {minutes, number, ::unit/minute}",
		"{name} {visits, selectordinal, offset:1 one {#st} other {#th}}",
		"{name}, {people, plural, one {du} =2 {ihr zwei} other {ihr #}}, {people}, {startTime}",
	])("accepts %s", (source) => {
		expect(() => checkText("onTime", source, "en")).not.toThrow();
	});

	it.each([
		["Hello, {nmae}!", "I don't know {nmae}. Did you mean {name}?"],
		["Hello, {Name}!", "Did you mean {name}?"],
		["Hello, {name} {xyzzyx}!", "I don't know {xyzzyx}. The form lists what you can write in braces."],
		["Hello, {name", "At “{name” (character 8): a placeholder is opened with { but not closed: write {name}."],
		["Hello, {}!", "At “{}!” (character 8): there is nothing between the braces: write {name}."],
		["{name} {visits, plural, one {x}}", "add other {…}"],
		["{name} {visits, foo}", "At “foo}” (character 17): after the comma only plural"],
		["Hello there!", "The text has to contain {name} or {mention}, for example: Hello, {name}!"],
		["{visits, plural, one {{name}} other {you}}", "{name} or {mention}, in every branch"],
		["Hello, '{name}'!", "An apostrophe before a brace switches it off: write ’ instead."],
		["{name, select, Maya {a} other {b}}", "write {name} by itself"],
		["{name} {start, date, short}", "{start} is not a number: write just {start}."],
		["{name} {visits, time}", "{visits} is a number, not a date"],
		["{name} {title, plural, other {x}}", "{title} can only be asked whether it is there"],
		["{name} {recap, select, yes {x} other {y}}", "write {recap, select, none {} other {… {recap} …}}"],
		["  ", "The text is empty."],
		["@everyone, {name} is here!", "“@everyone” would not reach anyone"],
		["<@&12>, {name} is here!", "“<@&12>” would not reach anyone"],
		[`{name}${"x".repeat(950)}`, "1,000 is the most that fits. Shorten it by 80."],
		["{name}".repeat(10), "could reach 1,300 characters"],
		["{name} {minutes,number,::scale/1e300}", "Written that way {minutes} can get too long: write {minutes}"],
		["{name} {minutes,number,::scale/1e400}", "I cannot write {minutes} that way: write {minutes}"],
		[`{name} {minutes,number,::.${"0".repeat(35)}}`, "Written that way {minutes} can get too long"],
		[`{name} {minutes,number,::${"0".repeat(22)}}`, "I cannot write {minutes} that way"],
		["{name} {minutes,number,currency}", "I cannot write {minutes} that way"],
		["{name} {minutes,number,::currency/XX}", "I cannot write {minutes} that way"],
		["{name} {minutes,number,::unit/parsec}", "I cannot write {minutes} that way"],
		["{name} {visits,plural,one {x} other {{minutes,number,::scale/1e99}}}", "{minutes} can get too long"],
		["{name} {minutes, number, ::scale/{recap, select, #}", "I cannot read how a number is to be written here: write"],
		["{name} {minutes, number, ::EE+!}", "I cannot read how a number is to be written here"],
		["{name} {visits,date,::yMMMd}", "{visits} is a number, not a date"],
		["{name} {people, time}", "{people} is a number, not a date"],
		["{name} {peopel}", "Did you mean {people}?"],
		["{name} {starttime}", "Did you mean {startTime}?"],
		["{name} {start,time,::hm}", "{start} is not a number"],
		["{name}".repeat(200), "The text has 1,200 characters; 1,000 is the most."],
	])("refuses %j and says what to write instead", (source, sentence) => {
		expect(() => checkText("onTime", source, "en")).toThrow(TextRefused);
		expect(() => checkText("onTime", source, "en")).toThrow(sentence);
	});

	it.each(["date", "stage", "zebra"])("proposes nothing for {%s}, which is no slip of the finger", (word) => {
		expect(() => checkText("onTime", `Hello, {name} {${word}}!`, "en")).toThrow(
			`I don't know {${word}}. The form lists`,
		);
	});

	it.each([
		["{user}", "{name}"],
		["{member}", "{name}"],
		["{username}", "{name}"],
		["{user.name}", "{name}"],
		["{user_name}", "{name}"],
		["{{user}}", "{name}"],
		["{{.User.Username}}", "{name}"],
		["%user%", "{name}"],
		["[name]", "{name}"],
		["<user>", "{name}"],
		["$user", "{name}"],
		["{user.mention}", "{mention}"],
		["{@user}", "{mention}"],
		["<@user>", "{mention}"],
		["<@{user.id}>", "{mention}"],
		["<@!{name}>", "{mention}"],
		["@user", "{mention}"],
		["@Name", "{mention}"],
		["{Benutzer}", "{name}"],
		["{gast}", "{name}"],
		["{begrüßung}", "{greeting}"],
		["{server.name}", "{server}"],
		["{server_name}", "{server}"],
		["{guild}", "{server}"],
		["[server]", "{server}"],
		["{event}", "{title}"],
		["{time}", "{startTime}"],
		["{recording}", "{recap}"],
	])("knows what %s means with other bots", (typed, meant) => {
		expect(() => checkText("onTime", `Welcome, {name}: ${typed}!`, "en")).toThrow(
			`I don't know ${typed}. Did you mean ${meant}?`,
		);
	});

	it.each([
		"Hello, {name}! It's 5$ and 100% fun, [link](https://example.com) <3",
		"{name}, ask @host, write to me@name or look at @user.example",
		"{name}, [late] or <early>, see [recording] and 3%name",
		"{visits, plural, one {{name}} other {Back again, {name}}}",
		"Hello, {name}! <t:1700000000:R>",
	])("takes %j for what it is", (source) => {
		expect(() => checkText("onTime", source, "en")).not.toThrow();
	});

	it("asks for a name only where the greeting would be nameless, and for the note in the note", () => {
		expect(() => checkText("missed", "Sorry I'm late!", "en")).not.toThrow();
		expect(() => checkText("returning", "Welcome back!", "en")).not.toThrow();
		expect(() => checkText("thanks", "Thanks!", "en")).toThrow("{name} or {mention}");
		expect(() => checkText("note", "We are busy.", "en")).toThrow("has to contain {note}");
	});

	it.each(LANGUAGES)("lets nothing through that cannot be said in %s, or grows too long", (language) => {
		const piece = fc.constantFrom(
			..."{ } ' # , plural select selectordinal number date other one none {name} {visits} {people} {recap} {x} <b> =1 scale/1e9 scale/1e300 ::percent ::.00 ::compact-long ::currency/USD currency {note}".split(
				" ",
			),
			"{visits, plural, ",
			"{people, plural, ",
			"{recap, select, ",
			"other {",
			"other {{name} #}}",
			"{minutes, number, ",
			"{minutes, number, ::scale/",
			"{visits, plural, offset:",
			" ",
			"offset:1",
			"9".repeat(15),
		);
		const number = fc.oneof(fc.nat(9), fc.nat(99_999_999));
		fc.assert(
			fc.property(
				fc.array(piece, { maxLength: 14 }),
				fc.constantFrom(...TEXT_KEYS),
				number,
				number,
				(pieces, key, minutes, visits) => {
					const source = pieces.join("");
					try {
						checkText(key, source, language);
					} catch (error) {
						expect(error).toBeInstanceOf(TextRefused);
						return;
					}
					const said = renderText(source, language, { ...values, minutes, visits, people: visits });
					expect(said.length).toBeLessThanOrEqual(LONGEST_TEXT[key]);
				},
			),
			{ numRuns: runs(300) },
		);
	});
});

describe("renderText", () => {
	it("fills in every placeholder in one pass", () => {
		const source = PLACEHOLDERS.map((placeholder) => `{${placeholder}}`).join("|");
		expect(renderText(source, "en", { ...values, name: "{host} $& '", title: "<b>{" })).toBe(
			"Hello|{host} $& '|Maya|<b>{|Ann|Garden Club|7|2|3|<t:1:R>|<t:1:t>||https://example.org|",
		);
	});

	it("chooses by number as the language does", () => {
		const source = "{visits, plural, one {# wizyta} few {# wizyty} many {# wizyt} other {# wizyty}}";
		expect([1, 2, 5].map((visits) => renderText(source, "pl", { ...values, visits }))).toEqual([
			"1 wizyta",
			"2 wizyty",
			"5 wizyt",
		]);
	});

	it("chooses by whether there is anything to say", () => {
		const source = "{recap, select, none {nothing yet} other {see {recap}}}";
		expect(renderText(source, "en", values)).toBe("see https://example.org");
		expect(renderText(source, "en", { ...values, recap: "" })).toBe("nothing yet");
		expect(renderText(source, "en", values)).toBe("see https://example.org"); // from the cache
	});

	it("takes tags for what they look like", () => {
		expect(renderText("<b>{name}</b> I'm </here>", "en", values)).toBe("<b>Maya</b> I'm </here>");
	});
});
