import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
	it("takes a hundred trials on SQLite unless told otherwise", () => {
		const asked = { kind: "chaos", trials: 100, seed: 7, trial: null, engine: "sqlite", lanes: 1 };
		expect(readOptions([])).toEqual({ ...asked, calm: false, verbose: false, json: false });
	});

	it("takes the villain away where that is asked for", () => {
		expect(readOptions(["--calm"])).toMatchObject({ calm: true });
	});

	it("takes one trial of a seed, with its diary", () => {
		expect(readOptions(["--seed", "0", "--trial=17", "--verbose"])).toMatchObject({
			seed: 0,
			trial: 17,
			verbose: true,
		});
	});

	it.each([
		[["--trials", "0"], /--trials takes a whole number from 1 up/],
		[["--seed", "-1"], /--seed takes a whole number from 0 up/],
		[["--engine", "mysql"], /--engine is sqlite or postgres/],
	])("says what to write instead of %j", (words, text) => {
		expect(readOptions(words)).toEqual({ kind: "mistake", text: expect.stringMatching(text) });
	});
});
