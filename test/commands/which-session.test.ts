import { describe, expect, it } from "vitest";
import { meantAmong } from "../../commands/session/which.ts";

const [HERE, THERE, ELSEWHERE] = ["here", "there", "elsewhere"];
const on = (room_id: string, host_id: string | null) => ({ room_id, host_id });
const OWN_HERE = on(HERE, "henry");
const OWN_THERE = on(THERE, "henry");
const OWN_ELSEWHERE = on(ELSEWHERE, "henry");
const ANNAS_HERE = on(HERE, "anna");
const ANNAS_THERE = on(THERE, "anna");
const ANNAS_ELSEWHERE = on(ELSEWHERE, "anna");
const NOBODYS_HERE = on(HERE, null);

describe("the session that Henry means when he names no room", () => {
	it.each([
		{ on: "none", open: [], where: HERE, means: [] },
		{ on: "his own here", open: [OWN_HERE], where: HERE, means: [OWN_HERE] },
		{ on: "his own here, Anna's there", open: [ANNAS_THERE, OWN_HERE], where: HERE, means: [OWN_HERE] },
		{ on: "his own there", open: [OWN_THERE], where: HERE, means: [OWN_THERE] },
		{ on: "his own there, Anna's here", open: [ANNAS_HERE, OWN_THERE], where: HERE, means: [OWN_THERE] },
		{ on: "his own there, nobody's here", open: [NOBODYS_HERE, OWN_THERE], where: HERE, means: [OWN_THERE] },
		{ on: "several of his, one here", open: [OWN_THERE, OWN_HERE], where: HERE, means: [OWN_HERE] },
		{
			on: "several of his, none here",
			open: [OWN_THERE, OWN_ELSEWHERE],
			where: HERE,
			means: [OWN_THERE, OWN_ELSEWHERE],
		},
		{
			on: "several of his elsewhere, Anna's here",
			open: [OWN_THERE, ANNAS_HERE, OWN_ELSEWHERE],
			where: HERE,
			means: [OWN_THERE, OWN_ELSEWHERE],
		},
		{ on: "Anna's here", open: [ANNAS_HERE], where: HERE, means: [ANNAS_HERE] },
		{ on: "several of Anna's, one here", open: [ANNAS_THERE, ANNAS_HERE], where: HERE, means: [ANNAS_HERE] },
		{ on: "nobody's here, Anna's there", open: [ANNAS_THERE, NOBODYS_HERE], where: HERE, means: [NOBODYS_HERE] },
		{ on: "Anna's there", open: [ANNAS_THERE], where: HERE, means: [ANNAS_THERE] },
		{
			on: "several of Anna's, none here",
			open: [ANNAS_THERE, ANNAS_ELSEWHERE],
			where: HERE,
			means: [ANNAS_THERE, ANNAS_ELSEWHERE],
		},
		{ on: "his own and Anna's, he is nowhere", open: [ANNAS_HERE, OWN_THERE], where: null, means: [OWN_THERE] },
		{ on: "Anna's, he is nowhere", open: [ANNAS_HERE], where: null, means: [ANNAS_HERE] },
	])("$on", ({ open, where, means }) => {
		expect(meantAmong(open, "henry", where)).toEqual(means);
	});
});
