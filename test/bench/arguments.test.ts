import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";

function asked(...words: string[]) {
	const read = readArguments(words);
	return read.kind === "bench" ? { ...read, scenarios: read.scenarios.map(({ word }) => word) } : read;
}

describe("readArguments", () => {
	it("runs everything when nothing is asked for", () => {
		const scenarios = ["group", "crowd", "rush", "flood"];
		expect(asked()).toEqual({ kind: "bench", single: true, scenarios, json: false });
		expect(asked("--json")).toEqual({ kind: "bench", single: true, scenarios, json: true });
	});

	it("runs what is named and nothing else", () => {
		expect(asked("single", "crowd")).toEqual({ kind: "bench", single: true, scenarios: ["crowd"], json: false });
		expect(asked("flood")).toEqual({ kind: "bench", single: false, scenarios: ["flood"], json: false });
	});

	it("says which word it does not know and which it does", () => {
		expect(asked("crwod")).toEqual({
			kind: "mistake",
			text: expect.stringMatching(/"crwod".*single, group, crowd, rush, flood/),
		});
	});

	it("explains itself", () => {
		expect(asked("crowd", "--help")).toEqual({ kind: "help", text: expect.stringContaining("200 at once") });
	});
});
