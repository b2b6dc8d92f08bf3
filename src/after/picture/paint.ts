import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { fontsFor } from "./fonts.ts";
import type { Area, Box, Dot, Drawing, Shape, Stroke, Text } from "./shapes.ts";

/** Texts stay so far away from the edge of the picture. */
const EDGE = 24;
const ELLIPSIS = "…";
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The drawing as a PNG. What stands around shows through its corners. `language` is the host's. */
export async function paint({ width, height, shapes }: Drawing, language: string): Promise<Buffer> {
	const texts = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
	const { files, drawable } = fontsFor([...texts, ELLIPSIS], language);
	for (const { path, family } of files) GlobalFonts.registerFromPath(path, family);
	const families = files.map(({ family }) => `"${family}"`).join(", ");
	const canvas = createCanvas(width, height);
	const to = canvas.getContext("2d");
	for (const shape of shapes) {
		if (shape.kind === "text") write(to, { ...shape, text: drawable(shape.text) }, families, width);
		else draw(to, shape);
	}
	return canvas.encode("png");
}

function draw(to: SKRSContext2D, shape: Exclude<Shape, Text>): void {
	if (shape.kind === "box") fillBox(to, shape);
	else if (shape.kind === "line") drawLine(to, shape);
	else if (shape.kind === "dot") drawDot(to, shape);
	else drawArea(to, shape);
}

function fillBox(to: SKRSContext2D, { x, y, width, height, radius, color }: Box): void {
	to.fillStyle = color;
	to.beginPath();
	to.roundRect(x, y, width, height, radius);
	to.fill();
}

function drawLine(to: SKRSContext2D, { from, to: end, width, dashed, color }: Stroke): void {
	to.strokeStyle = color;
	to.lineWidth = width;
	to.setLineDash(dashed ? [3 * width, 2 * width] : []);
	to.beginPath();
	to.moveTo(...from);
	to.lineTo(...end);
	to.stroke();
	to.setLineDash([]);
}

function drawDot(to: SKRSContext2D, { at: [x, y], radius, color, rim }: Dot): void {
	to.beginPath();
	to.arc(x, y, radius, 0, 2 * Math.PI);
	to.fillStyle = color;
	to.fill();
	to.strokeStyle = rim;
	to.lineWidth = 5;
	to.stroke();
}

function drawArea(to: SKRSContext2D, { line, floor, color, fade: [top, bottom] }: Area): void {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last) return;
	const fill = to.createLinearGradient(0, Math.min(...line.map(([, y]) => y)), 0, floor);
	fill.addColorStop(0, top);
	fill.addColorStop(1, bottom);
	to.beginPath();
	to.moveTo(first[0], floor);
	for (const point of line) to.lineTo(...point);
	to.lineTo(last[0], floor);
	to.fillStyle = fill;
	to.fill();
	to.beginPath();
	for (const point of line) to.lineTo(...point);
	to.strokeStyle = color;
	to.lineWidth = 5;
	to.lineJoin = "round";
	to.stroke();
}

function write(to: SKRSContext2D, shape: Text, families: string, pictureWidth: number): void {
	to.font = `${shape.bold ? 700 : 400} ${shape.size}px ${families}`;
	to.direction = shape.direction;
	to.textAlign = "left";
	to.fillStyle = shape.color;
	const widthOf = (text: string) => to.measureText(text).width;
	const text = cut(known(to, shape.text), (text) => widthOf(text) <= shape.room);
	const width = widthOf(text);
	const [x, y] = shape.at;
	const left = x - { left: 0, center: width / 2, right: width }[shape.align];
	to.fillText(text, Math.max(EDGE, Math.min(left, pictureWidth - EDGE - width)), y);
}

/** A text without what its fonts should have and have not: it would be drawn as a box, the same for all of it. */
function known(to: SKRSContext2D, text: string): string {
	const box = boxOf(to, "\u{10FFFF}");
	return [...graphemes.segment(text)].flatMap(({ segment }) => (boxOf(to, segment) === box ? [] : segment)).join("");
}

function boxOf(to: SKRSContext2D, text: string): string {
	const { width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent } = to.measureText(text);
	return [width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent].join();
}

/** As much of a text as fits, with an ellipsis where something is left out. */
function cut(text: string, fits: (text: string) => boolean): string {
	if (fits(text)) return text;
	const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
	let [fitting, tooMany] = [0, parts.length];
	while (tooMany - fitting > 1) {
		const middle = Math.floor((fitting + tooMany) / 2);
		if (fits(cutAfter(parts, middle))) fitting = middle;
		else tooMany = middle;
	}
	return cutAfter(parts, fitting);
}

function cutAfter(parts: readonly string[], count: number): string {
	return `${parts.slice(0, count).join("").trimEnd()}${ELLIPSIS}`;
}
