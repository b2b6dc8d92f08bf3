import { describe, expect, it } from "vitest";
import { canRead, isOpenToAll, type Reach } from "../src/reach.ts";

const NONE: Reach = { sees: false, reads: false, managesThreads: false };
const READS: Reach = { sees: true, reads: true, managesThreads: false };

describe("a channel is open to all", () => {
	it.each<[title: string, everyone: Reach, isPrivateThread: boolean, open: boolean]>([
		["when everyone sees it", READS, false, true],
		["though nobody sees what was said before", { ...READS, reads: false }, false, true],
		["not when everyone is kept out", NONE, false, false],
		["not as a private thread in a channel that everyone sees", READS, true, false],
		["even as a private thread, where everyone manages threads", { ...READS, managesThreads: true }, true, true],
		["not where everyone manages threads and sees none", { ...NONE, managesThreads: true }, true, false],
	])("%s", (_title, everyone, isPrivateThread, open) => {
		expect(isOpenToAll(everyone, isPrivateThread)).toBe(open);
	});
});

describe("a host can read", () => {
	it.each<[title: string, host: Reach, thread: { isMember: boolean } | null, can: boolean]>([
		["a channel or public thread that they see", READS, null, true],
		["nothing that they do not see", { ...READS, sees: false }, null, false],
		["nothing without the messages before", { ...READS, reads: false }, null, false],
		["a private thread that they are in", READS, { isMember: true }, true],
		["no private thread of others", READS, { isMember: false }, false],
		["any private thread when they manage threads", { ...READS, managesThreads: true }, { isMember: false }, true],
		["no private thread in a channel that they do not see", NONE, { isMember: true }, false],
	])("%s", (_title, host, thread, can) => {
		expect(canRead(host, thread)).toBe(can);
	});
});
