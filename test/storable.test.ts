import { describe, expect, it } from "vitest";
import { storable, storableIn } from "../src/storable.ts";

describe("storable", () => {
	it.each([
		["Pottery", "Pottery"],
		["Pot\0tery\0", "Pottery"],
		["\ud83d", ""],
		["half \ud83d a smile", "half  a smile"],
		["the other \ude00 half", "the other  half"],
		["whole 😀", "whole 😀"],
		["\ud83d😀\ude00", "😀"],
		["", ""],
	])("makes %j to %j", (words, kept) => {
		expect(storable(words)).toBe(kept);
	});
});

describe("storableIn", () => {
	it("finds every string, and leaves everything else as it is", () => {
		const packet = { id: "1", n: 5, no: null, yes: true, list: ["a\0", [{ deep: "\ud83db" }]] };
		expect(storableIn(packet)).toEqual({ id: "1", n: 5, no: null, yes: true, list: ["a", [{ deep: "b" }]] });
	});
});
