import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { FileRefused } from "../../rehearsal/file-refused.ts";
import { readOwnTexts, readTextsFile } from "../../rehearsal/own-texts.ts";
import { checkText, TEXT_KEYS } from "../../src/greetings/texts.ts";
import { SILENT } from "../../src/profiles/variants.ts";
import { crowdRuns } from "../greetings/runs.ts";
import { template } from "../greetings/templates.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, language = "en") => Object.fromEntries(readOwnTexts(utf8(text), "texts.txt", language));

describe("a file of texts", () => {
	it("has the name of each in brackets, and below it one wording a line", () => {
		const file = [
			"[Late arrivals]",
			"{name}, {greeting}! Take a seat.",
			"Come in, {name}!",
			"",
			"[Thanks at the end]",
			"Bye, {name}!",
		];
		expect(read(file.join("\n"))).toEqual({
			late: ["{name}, {greeting}! Take a seat.", "Come in, {name}!"],
			thanks: ["Bye, {name}!"],
		});
	});

	it("leaves a text out with a dash, and one without a wording as it is", () => {
		expect(read("[Welcome back]\n-\n[After hours]\n\n[Early arrivals]\nHi, {name}!")).toEqual({
			returning: [SILENT],
			early: ["Hi, {name}!"],
		});
	});

	it.each(["[late arrivals]", "  [Late Arrivals]: ", "Late arrivals", "LATE ARRIVALS:"])(
		"takes %j for a name",
		(line) => {
			expect(read(`${line}\nHi, {name}!`)).toEqual({ late: ["Hi, {name}!"] });
		},
	);

	it("takes no wording for a name because of its brackets", () => {
		expect(read("[Late arrivals]\n[{name}]")).toEqual({ late: ["[{name}]"] });
	});

	it.each([
		["UTF-8 with a mark", utf8("\ufeff[Late arrivals]\r\nHé, {name}!\r\n")],
		["UTF-16", Uint8Array.from(Buffer.from("\ufeff[Late arrivals]\r\nHé, {name}!\r\n", "utf16le"))],
	])("may be %s, as editors save it", (_encoding, bytes) => {
		expect(readOwnTexts(bytes, "texts.txt", "en")).toEqual(new Map([["late", ["Hé, {name}!"]]]));
	});

	it("is read by the plurals of the language", () => {
		const polish = "[Late arrivals]\n{name}, {minutes, plural, one {minuta} few {minuty} many {minut} other {minuty}}!";
		expect(read(polish, "pl")).toHaveProperty("late");
	});
});

describe("a file of texts is refused", () => {
	it.each([
		["", "texts.txt: there are no texts in it: expected the name of one, such as [Late arrivals]"],
		["Hello, {name}!", "texts.txt: there are no texts in it"],
		["\n\nHello, {name}!\n[Late arrivals]", "texts.txt: line 3: Which text is this? Above it goes the name of one"],
		["[Late arivals]\nHi", /^texts\.txt: line 1: There is no text "Late arivals"\. Did you mean \[Late arrivals\]\?/],
		[
			"[Zebra]\nHi",
			/^texts\.txt: line 1: There is no text "Zebra"\. There are: \[Early arrivals\] \[Arrivals in time\]/,
		],
		["[Late arrivals]\n\nHi, {nmae}!", /^texts\.txt: line 3: I don't know \{nmae\}\. Did you mean \{name\}\?/],
		["[Late arrivals]\nHi!\n{name}\nHi!", /^texts\.txt: lines 2 and 4: The text has to contain \{name\}/],
		["[Late arrivals]\n-", "texts.txt: line 2: This text cannot be left out."],
		["[Welcome back]\nHi\n[Late arrivals]\n[welcome back]", "texts.txt: line 4: This text stands in line 1 already."],
		[
			`[Late arrivals]\n${Array.from({ length: 12 }, (_, i) => `${i} {name}`).join("\n")}`,
			"texts.txt: line 1: These are 12 different wordings; 10 is the most. Take out 2.",
		],
		[`[Late arrivals]\n${"x".repeat(4_001)}`, "texts.txt: line 1: Together these wordings have 4,001 characters"],
	])("%j", (text, sentence) => {
		expect(() => read(text)).toThrow(FileRefused);
		expect(() => read(text)).toThrow(sentence);
	});

	it("with all that is wrong at once, in the order of its lines", () => {
		const wrong = () => read("[Late arrivals]\nHi!\n[Thanks at the end]\n{\n[Early arrivals]\nHi, {name}!");
		expect(wrong).toThrow(/^texts\.txt: line 2: .+\ntexts\.txt: line 4: .+$/);
	});

	it("when it is something else than text", () => {
		const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff]);
		expect(() => readOwnTexts(bytes, "texts.docx", "en")).toThrow("texts.docx: expected plain text in UTF-8");
	});

	it("so that nothing from it reaches the terminal", () => {
		expect(() => read("[\u001b[2JX]\nHi")).toThrow(/^[^\p{Cc}]+$/u);
		expect(() => read("[Late arrivals]\n{\u001b]0;owned\u0007}")).toThrow(/^[^\p{Cc}]+$/u);
	});

	const folder = mkdtempSync(join(tmpdir(), "byname-texts-test-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it("when it is not there, or far larger than all texts together", async () => {
		writeFileSync(join(folder, "large.txt"), "x".repeat(2 ** 20 + 1));
		await expect(readTextsFile("none.txt", [folder], "en")).rejects.toThrow("none.txt: there is no such file");
		await expect(readTextsFile("large.txt", [folder], "en")).rejects.toThrow("large.txt: expected at most 1 MB");
	});
});

it("whatever is in a file, each text that is read from it could have been saved in Discord", () => {
	const line = fc.oneof(
		template,
		fc.constantFrom("[Late arrivals]", "[Welcome back]", "After hours", "[x]", "", "-", "Hi, {name}!"),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
			try {
				for (const [key, sources] of readOwnTexts(utf8(lines.join("\n")), "texts.txt", "en")) {
					expect(TEXT_KEYS).toContain(key);
					for (const source of sources) if (source !== SILENT) checkText(key, source, "en");
				}
			} catch (error) {
				if (!(error instanceof FileRefused)) throw error;
				expect(error.message).toMatch(/^(texts\.txt: [^\p{Cc}]+(\n|$))+$/u);
			}
		}),
		{ numRuns: crowdRuns(100) },
	);
});
