import { describe, expect, it } from "vitest";
import { delimiterOf } from "../../../rehearsal/attendance/delimiter.ts";
import { readRows as split } from "../../../rehearsal/attendance/rows.ts";

const readRows = (text: string) => split(text, delimiterOf(text));
const cells = (text: string) => readRows(text).map((row) => row.cells);

describe("readRows", () => {
	it("keeps a comma inside quotes", () => {
		expect(cells('Name,Join Time\n"Okafor, Ngozi",10:02')[1]).toEqual(["Okafor, Ngozi", "10:02"]);
	});

	it("keeps quotes inside a name that is not quoted", () => {
		expect(cells('Name,Join Time\nAnn "Nan" Lee,10:02')[1]).toEqual(['Ann "Nan" Lee', "10:02"]);
	});

	it.each([
		['"Okafor, ""Ngo"" Ngozi",10:02', ['Okafor, "Ngo" Ngozi', "10:02"]],
		['"Ann "Nan" Lee",10:02', ['Ann "Nan" Lee', "10:02"]],
		[' "Okafor, Ngozi" ,"10:02"', ["Okafor, Ngozi", "10:02"]],
		['"",10:02', ["", "10:02"]],
		['5" Ann,10:02', ['5" Ann', "10:02"]],
	])("reads quotes as spreadsheets and Zoom write them: %s", (line, read) => {
		expect(cells(`Name,Join Time\n${line}\nBen,10:03`).slice(1)).toEqual([read, ["Ben", "10:03"]]);
	});

	it("reads a file of one line, in any script", () => {
		expect(cells("王小明")).toEqual([["王小明"]]);
	});

	it("counts the lines of blank rows and of cells with several lines", () => {
		const rows = readRows('Name,Join Time,Comment\n\nAnn,10:02,"one\ntwo"\nBen,10:03,');
		expect(rows.map((row) => row.line)).toEqual([1, 2, 3, 5]);
	});

	it.each([
		["tab", "Name\tJoin Time\nLee, Ann\t2/3/26, 3:59:12 PM"],
		["semicolon", "Name;Join Time\nLee, Ann;2/3/26, 3:59:12 PM"],
		["declared", "sep=;\nwho;when\nLee, Ann;2/3/26, 3:59:12 PM"],
	])("finds the delimiter: %s", (_name, text) => {
		expect(cells(text).at(-1)).toEqual(["Lee, Ann", "2/3/26, 3:59:12 PM"]);
	});

	it("keeps empty cells between tabs", () => {
		expect(cells("Name\tEmail\tJoin Time\nAnn\t\t10:02")[1]).toEqual(["Ann", "", "10:02"]);
	});

	it('reads the dashes of Zoom as nothing and unwraps ="…" of Webex', () => {
		expect(cells('Name,Join Time,Leave Time\nAnn,--,="10:02"')[1]).toEqual(["Ann", "", "10:02"]);
	});

	it("names line and column of a quote that is never closed", () => {
		expect(() => readRows('Name,Join Time\nAnn,10:02\nBen,"10:03\nCy,10:04\n')).toThrow(
			'line 3, column 2: expected a closing quote ("), found none',
		);
	});

	it("names line and column of a quote that swallows the lines up to another one", () => {
		expect(() => readRows('Name,Join Time\nAnn,"10:02\n"Ben",10:03\n')).toThrow(
			"line 2, column 2: expected a closing quote",
		);
	});
});
