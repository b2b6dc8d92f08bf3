import { describe, expect, it } from "vitest";
import { harmless } from "../../rehearsal/harmless.ts";
import { renderPost } from "../../rehearsal/render-post.ts";
import { relativeTo, spanOf, stampOf } from "../../rehearsal/stamp.ts";
import { cut, widthOf, wrap } from "../../rehearsal/width.ts";

const NOW = Date.UTC(2026, 2, 3, 9, 54);

describe("renderPost", () => {
	it("takes away the backslashes that Discord takes away, and no others", () => {
		expect(renderPost("Hello, \\*\\*Max\\*\\* \\_\\[x\\] C:\\Temp!", NOW)).toEqual(["Hello, **Max** _[x] C:\\Temp!"]);
	});

	it("tells timestamps as a reader sees them", () => {
		const start = Date.UTC(2026, 2, 3, 10) / 1000;
		expect(renderPost(`We start <t:${start}:R>. Next: <t:${start}:F>`, NOW)).toEqual([
			"We start in 6 minutes. Next: Tuesday, 3 March 2026 at 10:00",
		]);
	});

	it("tells them in the language of who is there", () => {
		const start = Date.UTC(2026, 2, 3, 10) / 1000;
		expect(renderPost(`Beginn <t:${start}:R>, <t:${start}:F>`, NOW, "de")).toEqual([
			"Beginn in 6 Minuten, Dienstag, 3. März 2026 um 10:00",
		]);
	});

	it("leaves a name that only looks like a timestamp as it is", () => {
		expect(renderPost("Hello, \\<t\\:0\\:R\\>!", NOW)).toEqual(["Hello, <t:0:R>!"]);
	});

	it("keeps lines apart", () => {
		expect(renderPost("Hello!\nHi!", NOW)).toEqual(["Hello!", "Hi!"]);
	});
});

describe("harmless", () => {
	it("takes away escapes, controls and whatever turns the direction", () => {
		expect(harmless("\u001b[31mred\u001b[0m \u0007\u202Eevil\u2066 a\r\nb\u009B2J")).toBe(
			"red  evil a  b 2J".replace(" 2J", ""),
		);
	});

	it("keeps joiners, which spell, and emoji", () => {
		for (const name of ["نیلوفر می‌خواهم", "क्‍ष", "👩‍🚀", "🌻 Ingrid 🌻"]) expect(harmless(name)).toBe(name);
	});

	it("takes down towers of marks", () => {
		expect(harmless(`Z${"\u0301".repeat(50)}`)).toBe(`Z${"\u0301".repeat(4)}`);
	});
});

describe("widthOf", () => {
	it("counts columns as terminals do", () => {
		const widths = {
			Maya: 4,
			Łukasz: 6,
			"田中 陽子": 9,
			김민준: 6,
			"🌻": 2,
			"👩‍🚀": 2,
			สมชาย: 5,
			नोआ: 3,
			"e\u0301": 1,
		};
		expect(Object.fromEntries(Object.keys(widths).map((text) => [text, widthOf(text)]))).toEqual(widths);
	});
});

describe("wrap", () => {
	it("breaks at spaces and keeps every word", () => {
		expect(wrap("Hello, Maya! Thanks for joining us!", 14)).toEqual(["Hello, Maya!", "Thanks for", "joining us!"]);
	});

	it("breaks a word that is wider than a line, never a letter", () => {
		expect(wrap("王小明王小明 👩‍🚀👩‍🚀👩‍🚀", 5)).toEqual(["王小", "明王", "小明", "👩‍🚀👩‍🚀", "👩‍🚀"]);
	});
});

describe("cut", () => {
	it("shortens what does not fit, with an ellipsis", () => {
		expect([cut("Maya", 4), cut("Maya Patel", 6), cut("王小明王小明", 6)]).toEqual(["Maya", "Maya…", "王小…"]);
	});
});

describe("stampOf", () => {
	it("counts from the start", () => {
		expect([-341_998, 0, -1, 1_503_004, 3_723_000].map(stampOf)).toEqual([
			"-05:42",
			"+00:00",
			"+00:00",
			"+25:03",
			"+1:02:03",
		]);
	});
});

describe("spanOf", () => {
	it("says as much as people need", () => {
		expect([0, 4, 999, 1_050, 59_700, 105_000, 120_000, 4_338_000].map(spanOf)).toEqual([
			"<1 ms",
			"4 ms",
			"999 ms",
			"1.1 s",
			"1 min",
			"1 min 45 s",
			"2 min",
			"72 min",
		]);
	});
});

describe("relativeTo", () => {
	it("looks ahead and back", () => {
		const seen = [342_000, 14_000, 0, -180_000, 3_600_000].map((away) => relativeTo(away, 0));
		expect(seen).toEqual(["in 6 minutes", "in 14 seconds", "in 0 seconds", "3 minutes ago", "in 1 hour"]);
	});
});
