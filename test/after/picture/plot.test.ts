import { describe, expect, it } from "vitest";
import { crowdOf } from "../../../src/after/picture/crowd.ts";
import type { PictureOrder } from "../../../src/after/picture/facts.ts";
import { plot } from "../../../src/after/picture/plot.ts";
import type { Shape, Text } from "../../../src/after/picture/shapes.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.parse("2026-11-27T18:00Z");

type Stays = readonly [entered: number, left: number][];

/** A session of an hour, opened ten minutes before, but for what is given. Stays of each guest, in minutes from the start. */
function session(given: Partial<PictureOrder>, ...guests: Stays[]): PictureOrder {
	const at = (minute: number) => START + minute * MINUTE_MS;
	const attendees = guests.map((stays) => {
		const spans = stays.map(([entered, left]) => ({ from: at(entered), to: at(left) }));
		return { arrivedAt: spans[0]?.from ?? START, spans };
	});
	return {
		title: "Names matter",
		startsAt: START,
		openedAt: START - 10 * MINUTE_MS,
		endsAt: START + HOUR_MS,
		now: START + 2 * HOUR_MS,
		timeZone: "Europe/Berlin",
		language: "en-GB",
		crowd: crowdOf(attendees),
		words: { start: "Start", end: "End", arrivals: "Arrivals", most: "Most at once: 2", nobody: "Nobody came." },
		...given,
	};
}

/** A shape in a line: what it is, where, and what it says. */
function told(shape: Shape): string {
	const at = (...numbers: number[]) => numbers.map((number) => Math.round(number)).join(" ");
	if (shape.kind === "text") {
		const { text, align, direction, size, bold } = shape;
		return `${size} ${bold ? "bold " : ""}${direction} “${text}” ${align} of ${at(...shape.at)}`;
	}
	if (shape.kind === "line") return `${shape.dashed ? "dashed " : ""}line ${at(...shape.from)} to ${at(...shape.to)}`;
	if (shape.kind === "dot") return `dot ${at(...shape.at)}`;
	if (shape.kind === "box") return `box ${at(shape.x, shape.y)}, ${at(shape.width)} by ${at(shape.height)}`;
	return `area ${shape.line.map((point) => at(...point)).join(", ")} above ${at(shape.floor)}`;
}

function texts(order: PictureOrder): Text[] {
	return plot(order).shapes.filter((shape) => shape.kind === "text");
}

const words = (order: PictureOrder) => texts(order).map(({ text }) => text);

const twoGuests = session({}, [[-5, 50]], [[25, 60]]);

describe("a picture of attendance", () => {
	it("has a title, a key, a curve with its highest point, a bar for each arrival, start and end, and times", () => {
		expect(plot(twoGuests).shapes.map(told)).toMatchInlineSnapshot(`
			[
			  "box 0 0, 1200 by 640",
			  "46 bold ltr “Names matter” left of 56 82",
			  "line 226 232 to 226 510",
			  "line 451 232 to 451 510",
			  "line 675 232 to 675 510",
			  "line 899 232 to 899 510",
			  "line 1123 232 to 1123 510",
			  "area 56 510, 151 510, 151 441, 600 441, 600 371, 974 371, 974 441, 1123 441 above 510",
			  "box 144 520, 6 by 14",
			  "box 600 520, 6 by 14",
			  "dot 600 371",
			  "dot 68 128",
			  "34 bold ltr “Most at once: 2” left of 94 140",
			  "34 ltr “Arrivals” right of 1114 140",
			  "box 1126 116, 6 by 26",
			  "box 1136 126, 6 by 16",
			  "line 56 510 to 1144 510",
			  "dashed line 226 178 to 226 510",
			  "34 ltr “Start” left of 240 204",
			  "dashed line 1123 178 to 1123 510",
			  "34 ltr “End” right of 1109 204",
			  "34 ltr “19:00” center of 226 612",
			  "34 ltr “19:15” center of 451 612",
			  "34 ltr “19:30” center of 675 612",
			  "34 ltr “19:45” center of 899 612",
			  "34 ltr “20:00” center of 1123 612",
			]
		`);
	});

	it("is drawn of ten thousand in as few shapes as of a hundred", () => {
		const many = Array.from({ length: 10_000 }, (_, i): Stays => [[i / 200, 50 + i / 1000]]);
		const { shapes } = plot(session({}, ...many));
		expect(shapes.filter(({ kind }) => kind === "box").length).toBeLessThan(150);
		const [area] = shapes.filter((shape) => shape.kind === "area");
		expect(area?.line.length).toBeLessThan(2_500);
		expect(Math.min(...(area?.line ?? []).map(([, y]) => y))).toBe(232);
	});

	it("shows a few people as few: one does not fill it", () => {
		const heights = (order: PictureOrder) =>
			plot(order).shapes.flatMap((shape) => (shape.kind === "area" ? shape.line.map(([, y]) => shape.floor - y) : []));
		const [one, four] = [1, 4].map((count) => session({}, ...Array.from({ length: count }, (): Stays => [[0, 60]])));
		expect(one && four && 4 * Math.max(...heights(one))).toBe(four && Math.max(...heights(four)));
	});

	it("tells with words alone that nobody came", () => {
		const order = session({});
		expect(words(order)).toEqual([
			"Names matter",
			"Nobody came.",
			"Start",
			"End",
			"19:00",
			"19:15",
			"19:30",
			"19:45",
			"20:00",
		]);
		expect(plot(order).shapes.map(({ kind }) => kind)).not.toContain("area");
	});

	it("ends with now while the session runs, and has no end", () => {
		const order = session({ endsAt: null, now: START + 20 * MINUTE_MS }, [[0, 20]]);
		expect(words(order)).not.toContain("End");
		const [area] = plot(order).shapes.filter((shape) => shape.kind === "area");
		const last = Math.max(...(area?.line ?? []).map(([x]) => x));
		expect([last > 1100, last < 1144]).toEqual([true, true]);
	});

	it("shows a start that is still to come", () => {
		const order = session({ endsAt: null, now: START - 5 * MINUTE_MS }, [[-9, -5]]);
		const start = texts(order).find(({ text }) => text === "Start");
		expect([start?.align, (start?.at[0] ?? 0) > 1000]).toEqual(["right", true]);
	});

	it.each([
		{ title: "مرحبًا بكم في Byname", direction: "rtl", align: "right" },
		{ title: "2026: שלום", direction: "rtl", align: "right" },
		{ title: "Byname: مرحبًا", direction: "ltr", align: "left" },
		{ title: "2026 🎉", direction: "ltr", align: "left" },
	])("writes “$title” $direction", ({ title, direction, align }) => {
		expect(texts(session({ title }))[0]).toMatchObject({ text: title, direction, align });
	});

	it("leaves out a title without anything readable", () => {
		expect(words(session({ title: "" }))[0]).toBe("Nobody came.");
	});

	it.each([
		{
			title: "over midnight with the days",
			given: { startsAt: START + 4 * HOUR_MS, openedAt: START + 4 * HOUR_MS, endsAt: START + 6 * HOUR_MS },
			times: ["23:00", "27 Nov", "23:30", "00:00", "28 Nov", "00:30", "01:00"],
		},
		{
			title: "over a change of clocks with their names",
			given: {
				startsAt: Date.parse("2026-10-24T23:30Z"),
				openedAt: Date.parse("2026-10-24T23:30Z"),
				endsAt: Date.parse("2026-10-25T02:30Z"),
			},
			times: ["02:00", "CEST", "02:00", "CET", "03:00"],
		},
		{
			title: "of three days by their dates",
			given: { endsAt: START + 72 * HOUR_MS },
			times: ["28 Nov", "29 Nov", "30 Nov"],
		},
		{
			title: "without a length around its only moment",
			given: { openedAt: START, endsAt: START },
			times: ["18:56", "18:58", "19:00", "19:02", "19:04"],
		},
		{
			title: "in the host's language",
			given: { language: "ko" },
			times: ["오후 7:00", "오후 7:15", "오후 7:30", "오후 7:45", "오후 8:00"],
		},
		{
			title: "without a zone in UTC",
			given: { timeZone: null },
			times: ["18:00", "UTC", "18:15", "18:30", "18:45", "19:00"],
		},
	])("writes the times of a session $title", ({ given, times }) => {
		expect(words(session(given)).slice(4)).toEqual(times);
	});

	it("keeps start and end legible when they are at the same place", () => {
		const apart = texts(session({ openedAt: START, endsAt: START })).filter(({ text }) => /^(Start|End)$/.test(text));
		expect(apart.map(({ text, align }) => [text, align])).toEqual([
			["Start", "right"],
			["End", "left"],
		]);
		const atTheEdge = texts(session({ endsAt: START - MINUTE_MS, openedAt: START - HOUR_MS }));
		const [end, start] = ["End", "Start"].map((word) => atTheEdge.find(({ text }) => text === word)?.at[1] ?? 0);
		expect((end ?? 0) - (start ?? 0)).toBeGreaterThan(30);
	});
});
