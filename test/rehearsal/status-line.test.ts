import { expect, it } from "vitest";
import { StatusLine } from "../../rehearsal/status-line.ts";

/** What a terminal shows after this was written to it. */
function shown(text: string): string[] {
	return text
		.split("\n")
		.map((line) => line.slice(line.lastIndexOf("\r\u001b[K") === -1 ? 0 : line.lastIndexOf("K") + 1));
}

function terminal() {
	let text = "";
	const write = (more: string) => {
		text += more;
	};
	const line = new StatusLine({ write, columns: () => 20, paint: (_, words) => words });
	return { line, shows: () => shown(text), written: () => text };
}

it("keeps one line below all that is written", () => {
	const { line, shows } = terminal();
	line.write("Maya comes in\n");
	line.show("10 %");
	line.write("Tom comes in\nAnn comes in\n");
	line.show("20 %");
	expect(shows()).toEqual(["Maya comes in", "Tom comes in", "Ann comes in", "20 %"]);
	line.show("");
	expect(shows()).toEqual(["Maya comes in", "Tom comes in", "Ann comes in", ""]);
});

it("writes nothing of its own where it shows nothing", () => {
	const { line, written } = terminal();
	line.show("");
	line.write("Maya comes in\n");
	expect(written()).toBe("Maya comes in\n");
});

it("is never wider than the terminal, which would break it into two lines", () => {
	const { line, shows } = terminal();
	line.show("10 % of the webinar, 3 of 40 arrivals");
	expect(shows()).toEqual(["10 % of the webina…"]);
});
