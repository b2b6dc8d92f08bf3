import { expect, it } from "vitest";
import { countSaid } from "./said.ts";

it("counts what a log says, by its words", () => {
	const again = { level: 40, msg: "trying again", outcome: { reason: "502 Bad Gateway" } };
	const lines = [
		{ ...again, message: "1" },
		{ ...again, message: "2" },
		{ level: 50, msg: "broken" },
	].map((line) => JSON.stringify(line));
	expect(countSaid([...lines, "Node's own words"])).toEqual({
		"trying again (502 Bad Gateway)": 2,
		broken: 1,
		"Node's own words": 1,
	});
});
