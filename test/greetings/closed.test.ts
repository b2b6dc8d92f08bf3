import { describe, expect, it } from "vitest";
import { type Closed, readClosed, writeClosed } from "../../src/greetings/closed.ts";
import { LANGUAGES, languageOf } from "../../src/greetings/languages.ts";

const opening = "Hello, {name}! We've closed.";
const next = " Next time: {next}";
const recap = " What you missed: {recap}";

describe("an after-hours text", () => {
	it.each<[title: string, parts: Closed]>([
		["both endings", { opening, next, recap }],
		["the next date alone", { opening, next, recap: null }],
		["the recap alone", { opening, next: null, recap }],
		["no ending", { opening, next: null, recap: null }],
		[
			"its own way to speak of both",
			{ opening: "{name}! {next, select, none {} other {{next}}} {recap}", next, recap },
		],
	])("with %s is taken apart as it was put together", (_title, parts) => {
		expect(readClosed(writeClosed(parts))).toEqual(parts);
	});

	it("does not part its endings by a dot where it has but one", () => {
		expect(writeClosed({ opening, next: null, recap })).not.toContain("·");
	});

	it.each(LANGUAGES)("of Byname's has both endings, the same words in each: %s", (tag) => {
		const all = languageOf(tag).texts.afterHours.map(readClosed);
		expect(all[0]).toEqual({
			opening: expect.not.stringContaining("select"),
			next: expect.stringContaining("{next}"),
			recap: expect.stringContaining("{recap}"),
		});
		expect(new Set(all.map((one) => `${one.next}${one.recap}`)).size).toBe(1);
	});

	it.each(["{next, select, none {} other {", "}".repeat(5_000), "{recap, select, none {} other {".repeat(500)])(
		"that is broken is all opening",
		(source) => {
			expect(readClosed(source)).toEqual({ opening: source, next: null, recap: null });
		},
	);
});
