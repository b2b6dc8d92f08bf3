import { inOrder, mostIn } from "./crowd.ts";
import type { Crowd, PictureOrder } from "./facts.ts";
import type { Box, Dot, Drawing, Point, Shape, Stroke, Text } from "./shapes.ts";
import { type Tick, type Ticks, ticksOf } from "./ticks.ts";

/** As wide as three times a phone shows it, so letters of 33 are 11 high there. */
const WIDTH = 1200;
const HEIGHT = 640;
const MARGIN = 56;

const TITLE = { size: 46, y: 82 };
const KEY = { size: 34, y: 140 };
/** `room` is for a word beside its line. */
const MARK = { size: 34, y: 204, room: 170 };
const TIME = { size: 34, above: 48 };
const SECOND_LINE = 42;
/** Where the curve may reach. */
const TOP = 232;
/** Room for the curve's own width above the floor of the picture, and for the arrivals below it. */
const ARRIVALS = { height: 44, least: 14, width: 6, gap: 2, below: 10 };

const GROUND = "#1c1e2b";
const LETTERS = "#f4f5fb";
const QUIET_LETTERS = "#c3c7da";
const AXIS = "#5a5f7a";
const FAINT = "#2c2f42";
const CURVE = "#8ea2ff";
const FADE = ["#6f86ffcc", "#6f86ff26"] as const;
const ARRIVED = "#ffc94d";

const MINUTE_MS = 60_000;
/** A session of no length still needs an axis. */
const SHORTEST_AXIS_MS = 10 * MINUTE_MS;
/** Of the axis, before its first time and after its last. */
const AIR = 0.02;
/** So few do not fill the picture. */
const LEAST_TOP = 4;

/** The axis of time, and where on it a time is. */
interface Axis {
	from: number;
	to: number;
	x(at: number): number;
}

/** Draws who was in the room over time, when people came, and when it was to start and did end. */
export function plot(given: PictureOrder): Drawing {
	const order = { ...given, crowd: inOrder(given.crowd) };
	const axis = axisOf(order);
	const ticks = ticksOf(axis.from, axis.to, order.timeZone);
	const hasSecondLine = ticks.ticks.some(({ day, zone }) => zone || (day && !ticks.daily));
	const foot = HEIGHT - MARGIN / 2 - (hasSecondLine ? SECOND_LINE : 0);
	const floor = foot - TIME.above - ARRIVALS.height - ARRIVALS.below;
	return {
		width: WIDTH,
		height: HEIGHT,
		shapes: [
			box({ x: 0, y: 0, width: WIDTH, height: HEIGHT, radius: 28, color: GROUND }),
			...titled(order.title),
			...ticks.ticks.map(({ at }) =>
				line({ from: [axis.x(at), TOP], to: [axis.x(at), floor], width: 2, color: FAINT }),
			),
			...(order.crowd.entered.length > 0 ? peopled(order, axis, floor) : deserted(order)),
			line({ from: [MARGIN, floor], to: [WIDTH - MARGIN, floor], width: 3, color: AXIS }),
			...marks(order, axis, floor),
			...timed(ticks, axis, foot, order.language),
		],
	};
}

function axisOf({ startsAt, openedAt, endsAt, now, crowd }: PictureOrder): Axis {
	const first = Math.min(openedAt, startsAt, crowd.entered[0] ?? openedAt);
	const last = Math.max(endsAt ?? now, startsAt, openedAt, crowd.left.at(-1) ?? openedAt);
	const missing = Math.max(0, SHORTEST_AXIS_MS - (last - first)) / 2;
	const air = AIR * Math.max(SHORTEST_AXIS_MS, last - first);
	const from = Math.floor(first - missing - air);
	const to = Math.ceil(last + missing + air);
	return { from, to, x: (at) => MARGIN + ((at - from) / (to - from)) * (WIDTH - 2 * MARGIN) };
}

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;

function titled(title: string): Text[] {
	if (title === "") return [];
	const isRightToLeft = RIGHT_TO_LEFT.test(/\p{L}/u.exec(title)?.[0] ?? "");
	const place = isRightToLeft
		? ({ x: WIDTH - MARGIN, align: "right", direction: "rtl" } as const)
		: ({ x: MARGIN, align: "left", direction: "ltr" } as const);
	const { x, align, direction } = place;
	return [text({ text: title, at: [x, TITLE.y], align, direction, size: TITLE.size, bold: true, color: LETTERS })];
}

/** What there is to see when somebody came: the curve, its highest point, the arrivals, and a key to both. */
function peopled({ crowd, words, endsAt, now }: PictureOrder, axis: Axis, floor: number): Shape[] {
	const columns = columnsOf(axis, 1);
	const inside = mostIn(
		crowd,
		columns.map(({ end }) => end),
	);
	const most = Math.max(...inside);
	const y = (count: number) => floor - (count / Math.max(most, LEAST_TOP)) * (floor - TOP);
	// While the session runs, nothing is known of what is right of now.
	const known = axis.x(endsAt ?? now);
	const steps = stepsOf(inside.map((count, i) => [columns[i]?.x ?? 0, y(count)] as const).filter(([x]) => x <= known));
	const highest = steps.find(([, height]) => height === y(most)) ?? [known, y(most)];
	return [
		{ kind: "area", line: steps, floor, color: CURVE, fade: FADE },
		...arrivalBars(crowd, axis, floor + ARRIVALS.below),
		dot(highest),
		dot([MARGIN + 12, KEY.y - 12]),
		text({ text: words.most, at: [MARGIN + 38, KEY.y], align: "left", size: KEY.size, bold: true, color: LETTERS }),
		text({ text: words.arrivals, at: [WIDTH - MARGIN - 30, KEY.y], align: "right", size: KEY.size, color: LETTERS }),
		...[18, 8].map((x, i) => bar(WIDTH - MARGIN - x, KEY.y + 2, 26 - 10 * i)),
	];
}

function deserted({ words }: PictureOrder): Text[] {
	return [text({ text: words.nobody, at: [MARGIN, KEY.y], align: "left", size: KEY.size, bold: true, color: LETTERS })];
}

/** The line as it runs: level, then up or down. */
function stepsOf(points: readonly Point[]): Point[] {
	const steps: Point[] = [];
	for (const [x, y] of points) {
		const before = steps.at(-1);
		if (before?.[1] === y) continue;
		if (before) steps.push([x, before[1]]);
		steps.push([x, y]);
	}
	const [end] = points.at(-1) ?? [0];
	const height = steps.at(-1)?.[1] ?? 0;
	return [...steps, [end, height]];
}

/** A bar wherever somebody came; it is the longer the more came at that time. */
function arrivalBars({ arrivals }: Crowd, axis: Axis, top: number): Box[] {
	const columns = columnsOf(axis, ARRIVALS.width + ARRIVALS.gap);
	const counts = columns.map(() => 0);
	for (const at of arrivals) {
		const column = Math.floor((axis.x(at) - MARGIN) / (ARRIVALS.width + ARRIVALS.gap));
		counts[column] = (counts[column] ?? 0) + 1;
	}
	const most = Math.max(1, ...counts);
	const { height, least } = ARRIVALS;
	return columns.flatMap(({ x }, i) => {
		const count = counts[i] ?? 0;
		const length = least + Math.round((height - least) * Math.sqrt((count - 1) / Math.max(1, most - 1)));
		return count === 0 ? [] : [bar(x, top + length, length)];
	});
}

/** The axis in columns of so many pixels: where each begins, and when it ends. */
function columnsOf({ from, to }: Axis, width: number): { x: number; end: number }[] {
	const all = (WIDTH - 2 * MARGIN) / width;
	return Array.from({ length: Math.ceil(all) }, (_, i) => ({
		x: MARGIN + i * width,
		end: from + ((i + 1) / all) * (to - from),
	}));
}

/** The scheduled start, and the end once there is one: lines, with a word beside each. */
function marks({ startsAt, endsAt, words }: PictureOrder, axis: Axis, floor: number): Shape[] {
	const start = { word: words.start, x: axis.x(startsAt) };
	const inwards = (x: number) => (x < WIDTH / 2 ? "left" : "right");
	if (endsAt === null) return mark(start, inwards(start.x), 0, floor);
	const end = { word: words.end, x: axis.x(endsAt) };
	const [first, second] = start.x <= end.x ? [start, end] : [end, start];
	const areApart = second.x - first.x > 2 * MARK.room;
	const haveRoom = first.x > MARK.room && second.x < WIDTH - MARK.room;
	if (areApart || !haveRoom) {
		const row = areApart ? 0 : 1;
		return [...mark(first, inwards(first.x), row, floor), ...mark(second, inwards(second.x), 0, floor)];
	}
	return [...mark(first, "right", 0, floor), ...mark(second, "left", 0, floor)];
}

/** `align` says which end of the word is at the line. */
function mark({ word, x }: { word: string; x: number }, align: "left" | "right", row: number, floor: number): Shape[] {
	const y = MARK.y + row * MARK.size;
	const at = [align === "left" ? x + 14 : x - 14, y] as const;
	return [
		line({ from: [x, y - MARK.size + 8], to: [x, floor], width: 4, dashed: true, color: LETTERS }),
		text({ text: word, at, align, size: MARK.size, color: LETTERS }),
	];
}

/** The times below the axis, and in a second line the day and the zone where they are not the same all along. */
function timed({ ticks, daily, timeZone }: Ticks, axis: Axis, foot: number, language: string): Shape[] {
	const hasSecondLine = foot < HEIGHT - MARGIN / 2;
	const clock = new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone });
	const date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone });
	const zone = new Intl.DateTimeFormat(language, { timeZoneName: "short", timeZone });
	const zoneAt = (at: number) => zone.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

	function below({ at, day, zone }: Tick): string {
		return [...(day && !daily ? [date.format(at)] : []), ...(zone ? [zoneAt(at)] : [])].join(" · ");
	}

	return ticks.flatMap((tick) => {
		const x = axis.x(tick.at);
		const time = daily ? date.format(tick.at) : clock.format(tick.at);
		const first = text({ text: time, at: [x, foot], align: "center", size: TIME.size, color: LETTERS });
		const second = hasSecondLine ? below(tick) : "";
		if (second === "") return [first];
		const at = [x, foot + SECOND_LINE] as const;
		return [first, text({ text: second, at, align: "center", size: TIME.size - 2, color: QUIET_LETTERS })];
	});
}

function box(given: Omit<Box, "kind">): Box {
	return { kind: "box", ...given };
}

function bar(x: number, foot: number, height: number): Box {
	return box({ x, y: foot - height, width: ARRIVALS.width, height, radius: 3, color: ARRIVED });
}

function line(given: Omit<Stroke, "kind" | "dashed"> & Partial<Stroke>): Stroke {
	return { kind: "line", dashed: false, ...given };
}

function dot(at: Point): Dot {
	return { kind: "dot", at, radius: 9, color: GROUND, rim: LETTERS };
}

function text(given: Omit<Text, "kind" | "direction" | "bold" | "room"> & Partial<Text>): Text {
	return { kind: "text", direction: "ltr", room: WIDTH - 2 * MARGIN, bold: false, ...given };
}
