import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
	it("takes a hundred thousand runs unless told otherwise", () => {
		const unless = { kind: "fuzz", runs: 100_000, seconds: null, seed: null };
		expect(readOptions([])).toEqual(unless);
		expect(readOptions(["--runs", "200"])).toEqual({ ...unless, runs: 200 });
		expect(readOptions(["--seconds", "60", "--seed=7"])).toEqual({ ...unless, seconds: 60, seed: 7 });
	});

	it.each([
		[["--runs"], /--runs takes a whole number from 1 up/],
		[["--runs", "0"], /--runs takes a whole number from 1 up/],
		[["--runs=1e6"], /--runs takes a whole number from 1 up/],
		[["--seconds", "0"], /--seconds takes a whole number from 1 up/],
		[["--seed", "x"], /--seed takes a whole number from 0 up/],
		[["--times", "2"], /There is no option "--times"/],
		[["200"], /Options begin with --, "200" does not/],
	])("says what to write instead of %j", (words, text) => {
		expect(readOptions(words)).toEqual({ kind: "mistake", text: expect.stringMatching(text) });
	});

	it("explains itself", () => {
		expect(readOptions(["--runs", "x", "-h"])).toEqual({ kind: "help", text: expect.stringContaining("--runs") });
	});
});
