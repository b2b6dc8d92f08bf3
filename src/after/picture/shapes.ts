/** A picture as data: what is to be drawn, one upon the other. Units are pixels, from the top left. */
export interface Drawing {
	width: number;
	height: number;
	shapes: Shape[];
}

export type Shape = Box | Stroke | Dot | Area | Text;

export interface Box {
	kind: "box";
	x: number;
	y: number;
	width: number;
	height: number;
	/** Of its corners. */
	radius: number;
	color: string;
}

export interface Stroke {
	kind: "line";
	from: Point;
	to: Point;
	width: number;
	dashed: boolean;
	color: string;
}

export interface Dot {
	kind: "dot";
	at: Point;
	radius: number;
	color: string;
	/** Around it. */
	rim: string;
}

/** What is between a line and the floor; its colour fades towards the floor. */
export interface Area {
	kind: "area";
	line: Point[];
	floor: number;
	color: string;
	fade: readonly [top: string, bottom: string];
}

/** A line of text. It is cut where it is wider than its room, and moved as far as it takes to stay in the picture. */
export interface Text {
	kind: "text";
	text: string;
	/** Of its baseline. `align` says which part of it is at x. */
	at: Point;
	align: "left" | "center" | "right";
	direction: "ltr" | "rtl";
	room: number;
	size: number;
	bold: boolean;
	color: string;
}

export type Point = readonly [x: number, y: number];
