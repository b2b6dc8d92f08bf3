import type { Happening, Tell } from "./happening.ts";

/**
 * Writes one JSON object a line, see `Happening` for the fields. People who come or go at once get a line each:
 * `{"type":"arrival","at":-342000,"id":"…","name":"Noor","again":false}`, and `leave` likewise.
 */
export function createJson(write: (text: string) => void): Tell {
	return (happening) => write(lines(happening).join(""));
}

function lines(happening: Happening): string[] {
	const { type } = happening;
	if (type !== "arrivals" && type !== "leaves") return [line(happening)];
	const one = type === "arrivals" ? "arrival" : "leave";
	return happening.people.map((person) => line({ type: one, at: happening.at, ...person }));
}

function line(object: object): string {
	return `${JSON.stringify(object)}\n`;
}
