import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

function asked(...words: string[]) {
	const read = readOptions(words);
	return read.kind === "bench" ? { ...read, scenarios: read.scenarios.map(({ id }) => id) } : read;
}

describe("readArguments", () => {
	it("runs everything when nothing is asked for", () => {
		const trickles = ["trickle 60", "trickle 600", "trickle 3000"];
		const scenarios = ["group", "crowd", "rush", "flood", "rooms", ...trickles];
		const all = {
			kind: "bench",
			single: true,
			durability: true,
			start: true,
			restart: true,
			presses: true,
			lookBack: true,
			scenarios,
		};
		expect(asked()).toEqual({ ...all, json: false });
		expect(asked("--json")).toEqual({ ...all, json: true });
	});

	it("runs what is named and nothing else", () => {
		const none = {
			kind: "bench",
			single: false,
			durability: false,
			start: false,
			restart: false,
			presses: false,
			lookBack: false,
			scenarios: [],
			json: false,
		};
		expect(asked("single", "crowd")).toEqual({ ...none, single: true, scenarios: ["crowd"] });
		expect(asked("flood")).toEqual({ ...none, scenarios: ["flood"] });
		expect(asked("trickle")).toEqual({ ...none, scenarios: ["trickle 60", "trickle 600", "trickle 3000"] });
		expect(asked("durability")).toEqual({ ...none, durability: true });
		expect(asked("start")).toEqual({ ...none, start: true });
		expect(asked("restart")).toEqual({ ...none, restart: true });
		expect(asked("presses")).toEqual({ ...none, presses: true });
		expect(asked("look-back")).toEqual({ ...none, lookBack: true });
	});

	it("says which word it does not know and which it does", () => {
		expect(asked("crwod")).toEqual({
			kind: "mistake",
			text: expect.stringMatching(
				/"crwod".*single, durability, group, crowd, rush, flood, rooms, trickle, start, restart, presses, look-back/,
			),
		});
	});

	it("explains itself", () => {
		expect(asked("crowd", "--help")).toEqual({ kind: "help", text: expect.stringContaining("200 at once") });
	});
});
