import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
	it("takes a hundred thousand runs unless told otherwise", () => {
		expect(readOptions([])).toEqual({ kind: "fuzz", runs: 100_000 });
		expect(readOptions(["--runs", "200"])).toEqual({ kind: "fuzz", runs: 200 });
	});

	it.each([
		[["--runs"], /--runs takes a whole number from 1 up/],
		[["--runs", "0"], /--runs takes a whole number from 1 up/],
		[["--runs=1e6"], /--runs takes a whole number from 1 up/],
		[["--times", "2"], /There is no option "--times"/],
		[["200"], /Options begin with --, "200" does not/],
	])("says what to write instead of %j", (words, text) => {
		expect(readOptions(words)).toEqual({ kind: "mistake", text: expect.stringMatching(text) });
	});

	it("explains itself", () => {
		expect(readOptions(["--runs", "x", "-h"])).toEqual({ kind: "help", text: expect.stringContaining("--runs") });
	});
});
