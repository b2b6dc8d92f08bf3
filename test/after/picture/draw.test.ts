import { expect, it } from "vitest";
import { drawAttendance } from "../../../src/after/picture/draw.ts";
import type { PictureFacts } from "../../../src/after/picture/facts.ts";
import { phrasesIn } from "../../../src/phrases/phrases.ts";

const START = Date.parse("2026-11-27T18:00Z");
const HOUR_MS = 3_600_000;

const facts: PictureFacts = {
	title: "\u202Eمرحبًا بكم 🎉\u0007",
	startsAt: START,
	openedAt: START - 600_000,
	endsAt: START + HOUR_MS,
	now: START + HOUR_MS,
	timeZone: "Europe/Berlin",
	language: "de",
	mostAtOnce: 2,
	attendees: [
		{ arrivedAt: START, spans: [{ from: START, to: START + HOUR_MS }] },
		{ arrivedAt: START + 1_500_000, spans: [{ from: START + 1_500_000, to: START + HOUR_MS }] },
	],
};

it("draws a PNG, in a process of its own", async () => {
	const png = await drawAttendance(facts, phrasesIn("de"));
	expect(png.toString("latin1", 1, 4)).toBe("PNG");
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 640]); // as the header has width and height
	expect(png.length).toBeLessThan(80_000);
});

it("rejects when it is called off", async () => {
	await expect(drawAttendance(facts, phrasesIn("de"), AbortSignal.abort())).rejects.toThrow("No picture was drawn");
});
