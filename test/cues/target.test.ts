import { describe, expect, it } from "vitest";
import { isShut, targetOf } from "../../src/cues/target.ts";
import { annas, henrys, lobby, office } from "./given.ts";

describe("where a host wants their cue", () => {
	it("is the channel they chose, their direct messages or nowhere", () => {
		expect(targetOf("office", "henry")).toEqual(office);
		expect(targetOf("dm", "henry")).toEqual(henrys);
		expect(targetOf(null, "henry")).toBeNull();
	});

	it("is shut when that very place is", () => {
		expect([isShut(office, office), isShut(henrys, henrys)]).toEqual([true, true]);
		expect([isShut(lobby, office), isShut(annas, henrys)]).toEqual([false, false]);
		expect([isShut(henrys, office), isShut(office, henrys)]).toEqual([false, false]);
		expect([isShut(null, office), isShut(null, henrys)]).toEqual([false, false]);
	});
});
