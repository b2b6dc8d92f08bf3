import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseName, LONGEST_NAME, listedName, safeName } from "../../src/greetings/names.ts";
import { lettersOf, renderLikeDiscord, staysInItsPlace } from "./rendering.ts";
import { runs } from "./runs.ts";

const nasty = fc.constantFrom(
	..."@ # < > [ ] ( ) * _ ~ | ` \\ : / . - + & ! 1 2 a Z é ß я ع ש ก ็ ้ क ् ष あ 葛 한 ' \" { } $".split(" "),
	..."\u200B \u200C \u200D \u202E \u2066 \u2069 \uFE0F \u3164 \u00AD \uFDD0 \uD800 \n \t \u0301 \u0489 \u20E3 \u{E0041} \u{F0000}".split(
		" ",
	),
	..."@everyone @here <@1> <@&1> <#1> </c:1> <t:1> <:e:1> <id:customize> https:// http://a.b www. discord.gg/x".split(
		" ",
	),
	..."discord.com/invite/x [a](https://b) ** __ ~~ || ``` >>> -# :smile: 👩‍👩‍👧 👍🏽 🇫🇷 1️⃣".split(" "),
	" ",
	"1. ",
	"- ",
	"# ",
	"> ",
);
const hostile = fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join(""));
const anyName = fc.oneof(
	fc.string({ unit: "binary", maxLength: 32 }),
	fc.string({ unit: "grapheme", maxLength: 16 }),
	fc.array(nasty, { maxLength: 10 }).map((parts) => [...parts.join("")].slice(0, 32).join("")),
);
const visible = (text: string) => text.replace(/[\u200B\u2068\u2069]/g, "");

describe("safeName", () => {
	it.each([
		"Sunil",
		"Maya (she/her)",
		"Jean-Luc O'Neil, Dr.",
		"maya.k",
		"Zoë",
		"Nguyễn Thị Ánh",
		"สมชาย น้ำผึ้ง ที่รัก",
		"क्षितिज ज़ींग",
		"শ্রী র‍্যাব",
		"ශ්‍රී",
		"ကြွေးမြို့",
		"葛\u{E0100}城",
		"한지민",
		"Kim 👩‍👩‍👧‍👦",
		"👍🏽 Tom ❤️",
		"Tom 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
		"Nr. 1️⃣",
		"$& {host} 's",
	])("leaves %s as it is", (name) => {
		expect(safeName(name)).toBe(name.normalize("NFC"));
	});

	it.each(["شَهْرَزاد", "علی‌رضا", "שָׁלוֹם", "Maya محمد"])("isolates %s, which is written from the right", (name) => {
		expect(safeName(name)).toBe(`\u2068${name.normalize("NFC")}\u2069`);
	});

	it.each([
		["@everyone", "@\u200Beveryone"],
		["<@123>", "\\<@\u200B123\\>"],
		["*Tom*", "\\*Tom\\*"],
		["- Tom", "\\- Tom"],
		["1. Tom", "1\\. Tom"],
		["[Tom](https://evil.example)", "\\[Tom\\](https\\://evil\\.example)"],
		["discord.gg/tom", "discord\\.gg/tom"],
		["  Tom \n\t Fox ", "Tom Fox"],
		["To\u200Bm\u202E", "Tom"],
		["Tox\u0301\u0302\u0303\u0304\u0305\u0306", "Tox\u0301\u0302"],
		["\u0301Tom", "Tom"],
		["To\u0488\u0489m\u20E3", "Tom"],
		["ก็็็็", "ก็"],
		["မ\u103B\u103C\u103D\u103E\u102D\u102F", "မ\u103B\u103C\u103D\u103E"],
	])("turns %j into %j", (raw, safe) => {
		expect(safeName(raw)).toBe(safe);
	});

	it.each(["", " ", "\u3164", "\u2800\u2800", "\u200B", "...", "_", "---", "\u202E", "\uD800"])(
		"finds nothing readable in %j",
		(raw) => {
			expect(safeName(raw)).toBe("");
		},
	);

	it("keeps 32 characters as people count them", () => {
		expect(safeName("x".repeat(40))).toBe("x".repeat(32));
		expect(safeName("é́".repeat(40)).normalize("NFD").match(/e/g)).toHaveLength(32);
	});

	it("is inert, whatever the name", () => {
		fc.assert(
			fc.property(fc.oneof(hostile, anyName), (raw) => {
				expect(renderLikeDiscord(safeName(raw)).live).toEqual([]);
			}),
			{ numRuns: runs(1500) },
		);
	});

	it("stays inert and separate among other names in a row", () => {
		fc.assert(
			fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (names) => {
				const row = names.map(safeName).join(", ");
				expect(renderLikeDiscord(row).live).toEqual([]);
				expect(staysInItsPlace(row)).toBe(true);
			}),
			{ numRuns: runs(500) },
		);
	});

	it("keeps every letter and digit in order", () => {
		fc.assert(
			fc.property(anyName, (raw) => {
				const safe = safeName(raw);
				if (safe !== "") expect(lettersOf(visible(renderLikeDiscord(safe).seen))).toBe(lettersOf(raw));
			}),
			{ numRuns: runs(1500) },
		);
	});

	it("is one line, well formed, bounded and free of invisible tricks", () => {
		fc.assert(
			fc.property(fc.oneof(hostile, anyName, fc.string({ unit: "binary", maxLength: 400 })), (raw) => {
				const safe = safeName(raw);
				expect(safe.length).toBeLessThanOrEqual(LONGEST_NAME);
				expect(safe.isWellFormed()).toBe(true);
				expect(safe).not.toMatch(/[\n\r\u2028\u2029\u3164\u00AD\u{E0000}-\u{E001F}\u{F0000}]/u);
				expect(staysInItsPlace(safe)).toBe(true);
			}),
			{ numRuns: runs(800) },
		);
	});

	it.each(["\u0301", "a\u0301", "क‍्", "@", "<@", "👩\u200D", "\u200B", "1.", "[", " \u200B", "https://"])(
		"takes no longer for a hundred thousand %j",
		(part) => {
			const raw = part.repeat(100_000);
			const start = performance.now();
			safeName(raw);
			expect(performance.now() - start).toBeLessThan(2_000);
		},
	);
});

describe("chooseName", () => {
	it("takes the nickname, then the display name, then the username", () => {
		expect(chooseName({ nick: "Maya K.", globalName: "Maya", username: "maya_k" })).toBe("Maya K.");
		expect(chooseName({ nick: null, globalName: "Maya", username: "maya_k" })).toBe("Maya");
		expect(chooseName({ username: "maya_k" })).toBe("maya_k");
	});

	it("passes over names nobody can read", () => {
		expect(chooseName({ nick: "\u3164", globalName: "\u200B...", username: "maya" })).toBe("maya");
	});

	it("has no name for somebody without a readable one", () => {
		expect(chooseName({ nick: " ", globalName: null })).toBe("");
	});

	it("tidies the name without escaping it, so that it can be stored", () => {
		expect(chooseName({ nick: "  *Maya*\u202E " })).toBe("*Maya*");
	});

	it("gives a name that is made safe to the same form as the raw one", () => {
		fc.assert(
			fc.property(anyName, (raw) => {
				expect(safeName(chooseName({ nick: raw }))).toBe(safeName(raw));
			}),
			{ numRuns: runs(800) },
		);
	});
});

describe("listedName", () => {
	it.each([
		["Smith, John", "Smith John"],
		["Maya", "Maya"],
		["Jean-Luc O'Neil, Dr.", "Jean-Luc O'Neil Dr."],
		["田中、さくら", "田中 さくら"],
		["a,b ,c", "a b c"],
		["Maya,", "Maya"],
		["-,x", "\\- x"],
		["*Max*, PhD", "\\*Max\\* PhD"],
	])("lets %j be one of several: %s", (name, listed) => {
		expect(listedName(name)).toBe(listed);
	});

	it("is inert whatever the name", () => {
		fc.assert(
			fc.property(anyName, (name) => {
				const listed = listedName(name);
				expect(renderLikeDiscord(listed).live).toEqual([]);
				expect(staysInItsPlace(listed)).toBe(true);
				expect(listed).not.toMatch(/[,،、，､﹐﹑︐︑]/);
			}),
			{ numRuns: runs(300) },
		);
	});
});
