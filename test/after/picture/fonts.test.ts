import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontsFor } from "../../../src/after/picture/fonts.ts";

/** The fonts that a text takes besides the one for Latin letters, which the picture's own words take. */
function fonts(title: string, language = "en"): string[] {
	const { files } = fontsFor([title, "Start …"], language);
	for (const { path } of files) expect(existsSync(path), path).toBe(true);
	return [...new Set(files.map(({ font }) => font))];
}

const LATIN = "noto-sans";

describe("the fonts of a picture", () => {
	it.each([
		{ language: "de", title: "Grüße aus Łódź", takes: [LATIN] },
		{ language: "vi", title: "Nguyễn Thị Ngọc Ánh", takes: [LATIN] },
		{ language: "el", title: "Καλώς ήρθατε", takes: [LATIN] },
		{ language: "bg", title: "Добре дошли", takes: [LATIN] },
		{ language: "hi", title: "नमस्ते श्रीकृष्ण", takes: [LATIN] },
		{ language: "th", title: "ยินดีต้อนรับ", takes: [LATIN, "noto-sans-thai"] },
		{ language: "en", title: "مرحبًا بكم", takes: [LATIN, "noto-sans-arabic"] },
		{ language: "en", title: "ברוכים הבאים", takes: [LATIN, "noto-sans-hebrew"] },
		{ language: "ja", title: "骨と直", takes: [LATIN, "noto-sans-jp"] },
		{ language: "ja", title: "骨直", takes: [LATIN, "noto-sans-jp"] },
		{ language: "en", title: "骨と直", takes: [LATIN, "noto-sans-jp"] },
		{ language: "ko", title: "환영합니다 骨", takes: [LATIN, "noto-sans-kr"] },
		{ language: "zh-TW", title: "歡迎參加", takes: [LATIN, "noto-sans-tc"] },
		{ language: "zh-CN", title: "欢迎参加", takes: [LATIN, "noto-sans-sc"] },
		{ language: "en", title: "🎉 Party", takes: [LATIN, "twemoji"] },
	])("are those that “$title” takes in $language: $takes", ({ language, title, takes }) => {
		expect(fonts(title, language)).toEqual(takes);
		expect(fontsFor([title], language).drawable(title)).toBe(title);
	});

	it.each([
		{ title: "1️⃣ first", drawn: "1 first" },
		{ title: "𓀀 in", drawn: "" },
		{ title: "வணக்கம்", drawn: "" },
		{ title: "Names 𝄞", drawn: "Names " },
		{ title: "🅰 𞤀", drawn: "" },
	])("draw “$title” as “$drawn”, and no boxes", ({ title, drawn }) => {
		expect(fontsFor([title], "en").drawable(title)).toBe(drawn);
	});
});
