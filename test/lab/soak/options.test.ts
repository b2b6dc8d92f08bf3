import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
	it("takes half an hour on SQLite unless told otherwise", () => {
		expect(readOptions([])).toEqual({ kind: "soak", minutes: 30, engine: "sqlite", json: false });
	});

	it("takes the minutes, the engine and --json", () => {
		expect(readOptions(["--minutes", "0.5", "--engine=postgres", "--json"])).toEqual({
			kind: "soak",
			minutes: 0.5,
			engine: "postgres",
			json: true,
		});
	});

	it.each([
		[["--minutes"], /--minutes takes a number above 0 and up to 10080/],
		[["--minutes", "0"], /--minutes takes a number above 0/],
		[["--minutes", "-5"], /--minutes takes a number above 0/],
		[["--minutes", "20000"], /--minutes takes a number above 0/],
		[["--minutes", "1e3"], /--minutes takes a number above 0/],
		[["--engine", "mysql"], /--engine is sqlite or postgres/],
		[["--json=yes"], /--json takes no value/],
		[["--hours", "2"], /There is no option "--hours"/],
		[["30"], /Options begin with --, "30" does not/],
	])("says what to write instead of %j", (words, text) => {
		expect(readOptions(words)).toEqual({ kind: "mistake", text: expect.stringMatching(text) });
	});

	it("explains itself", () => {
		expect(readOptions(["--minutes", "x", "-h"])).toEqual({ kind: "help", text: expect.stringContaining("--engine") });
	});
});
