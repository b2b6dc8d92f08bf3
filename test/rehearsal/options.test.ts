import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readOptions } from "../../rehearsal/options.ts";
import { readAttendanceFile } from "../../rehearsal/read-file.ts";

describe("readOptions", () => {
	it("plays the script when nothing is asked for", () => {
		expect(readOptions([])).toEqual({
			kind: "rehearsal",
			file: null,
			speed: null,
			settings: { time_zone: "UTC" },
			texts: null,
			json: false,
			explain: false,
		});
	});

	it("takes a file, a speed and --json in any order", () => {
		const asked = {
			kind: "rehearsal",
			file: "attendees.csv",
			speed: 60,
			settings: { time_zone: "UTC" },
			texts: null,
			json: true,
			explain: false,
		};
		expect(readOptions(["--json", "attendees.csv", "--speed", "60"])).toEqual(asked);
		expect(readOptions(["--speed=60", "--json", "--", "attendees.csv"])).toEqual(asked);
	});

	it("takes how Byname is to speak, as its commands do", () => {
		const asked = ["--time-zone", "Berlin", "--language", "de", "--pace", "swift", "--texts", "texts.txt"];
		expect(readOptions(asked)).toMatchObject({
			settings: { time_zone: "Europe/Berlin", language: "de", pace: "swift" },
			texts: "texts.txt",
		});
		expect(readOptions(["--pace", "hasty"])).toMatchObject({
			kind: "mistake",
			text: expect.stringContaining("Pace is"),
		});
		expect(readOptions(["--texts"])).toMatchObject({
			kind: "mistake",
			text: expect.stringContaining("--texts takes the name of a file"),
		});
		expect(readOptions(["--time-zone", "Qqq"])).toMatchObject({
			kind: "mistake",
			text: expect.stringContaining("Qqq"),
		});
	});

	it.each(["de", "DE", "German", "german", "Deutsch", "deutsch"])("takes the language %j", (typed) => {
		expect(readOptions(["--language", typed])).toMatchObject({ settings: { language: "de" } });
	});

	it.each(["Klingon", "", "d"])("says which languages there are instead of %j", (typed) => {
		expect(readOptions(["--language", typed])).toMatchObject({
			kind: "mistake",
			text: expect.stringMatching(/for example German or Deutsch\. I speak English, .*Deutsch, .*简体中文/),
		});
	});

	it("explains itself, whatever else is asked", () => {
		expect(readOptions(["--fast", "-h"])).toMatchObject({ kind: "help", text: expect.stringContaining("--speed 60") });
	});

	it.each(["abc", "0", "-5", "0.5", "", "Infinity", "6e1", "1".repeat(400)])("refuses the speed %j", (speed) => {
		expect(readOptions([`--speed=${speed}`])).toMatchObject({
			kind: "mistake",
			text: expect.stringContaining("--speed takes a number from 1"),
		});
	});

	it("refuses a speed that is missing, an unknown option and a second file", () => {
		const mistakes = [["--speed"], ["--fast"], ["-x"], ["--json=yes"], ["--explain"], ["a.csv", "b.csv"], [""]].map(
			readOptions,
		);
		expect(mistakes.map((asked) => asked.kind === "mistake" && asked.text.split(". See")[0])).toEqual([
			"--speed takes a number from 1 (as it was) up, such as 60, which is missing",
			'There is no option "--fast"',
			'There is no option "-x"',
			"--json takes no value",
			"--explain needs a file, such as attendees.csv",
			"One file at a time: there are 2",
			"The name of the file is empty",
		]);
	});
});

describe("readAttendanceFile", () => {
	const folder = mkdtempSync(join(tmpdir(), "byname-rehearsal-test-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it("looks for a relative path in each folder", async () => {
		writeFileSync(join(folder, "some.csv"), "Name,Join Time\nMaya,2026-03-03 10:00\n");
		const { people } = await readAttendanceFile("some.csv", [join(folder, "not-there"), folder]);
		expect(people.map(({ name }) => name)).toEqual(["Maya"]);
	});

	it("refuses what is no file, with a sentence", async () => {
		await expect(readAttendanceFile("none.csv", [folder])).rejects.toThrow("none.csv: there is no such file");
		await expect(readAttendanceFile(".", [folder])).rejects.toThrow(".: expected a file, found a folder");
		await expect(readAttendanceFile("a\0b", [folder])).rejects.toThrow("a b: there is no such file");
	});
});
