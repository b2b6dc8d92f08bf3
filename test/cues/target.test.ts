import { describe, expect, it } from "vitest";
import { isSame, targetOf } from "../../src/cues/target.ts";
import { annas, henrys, lobby, office } from "./given.ts";

describe("where a host wants their cue", () => {
	it("is the channel they chose, their direct messages or nowhere", () => {
		expect(targetOf("office", "henry")).toEqual(office);
		expect(targetOf("dm", "henry")).toEqual(henrys);
		expect(targetOf(null, "henry")).toBeNull();
	});

	it("is shut when that very place is", () => {
		expect([isSame(office, office), isSame(henrys, henrys)]).toEqual([true, true]);
		expect([isSame(lobby, office), isSame(annas, henrys)]).toEqual([false, false]);
		expect([isSame(henrys, office), isSame(office, henrys)]).toEqual([false, false]);
		expect([isSame(null, office), isSame(null, henrys)]).toEqual([false, false]);
	});
});
