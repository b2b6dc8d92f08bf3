import { describe, expect, it } from "vitest";
import { countServers, membershipIn, noServers, noteServers, type Servers } from "../../src/discord/servers.ts";

type Packet = [name: string, data: unknown];

/** Discord announces servers with these ids: every one as unavailable. */
const ready = (...ids: string[]): Packet => ["READY", { guilds: ids.map((id) => ({ id, unavailable: true })) }];
const create = (id: string): Packet => ["GUILD_CREATE", { id, name: "Acme", unavailable: false }];
const createInOutage = (id: string): Packet => ["GUILD_CREATE", { id, unavailable: true }];
const deleteInOutage = (id: string): Packet => ["GUILD_DELETE", { id, unavailable: true }];
const remove = (id: string): Packet => ["GUILD_DELETE", { id }];

describe("servers", () => {
	it.each<[title: string, packets: Packet[], counted: { all: number; seen: number; unavailable: number }]>([
		["are none before Discord announces any", [], { all: 0, seen: 0, unavailable: 0 }],
		["are not seen, nor in an outage, when announced", [ready("1", "2")], { all: 2, seen: 0, unavailable: 0 }],
		["are seen when shown", [ready("1", "2"), create("1")], { all: 2, seen: 1, unavailable: 0 }],
		["are seen once, however often shown", [ready("1"), create("1"), create("1")], { all: 1, seen: 1, unavailable: 0 }],
		["count when joined later", [ready("1"), create("2")], { all: 2, seen: 1, unavailable: 0 }],
		["are unavailable when Discord says so", [ready("1"), deleteInOutage("1")], { all: 1, seen: 0, unavailable: 1 }],
		["are unavailable when shown so", [ready("1"), createInOutage("1")], { all: 1, seen: 0, unavailable: 1 }],
		["become unavailable", [ready("1"), create("1"), deleteInOutage("1")], { all: 1, seen: 0, unavailable: 1 }],
		["are seen after an outage", [ready("1"), deleteInOutage("1"), create("1")], { all: 1, seen: 1, unavailable: 0 }],
		["are not waited for once removed", [ready("1", "2"), remove("1")], { all: 1, seen: 0, unavailable: 0 }],
		[
			"are announced anew with a new session",
			[ready("1"), create("1"), ready("1", "2")],
			{ all: 2, seen: 0, unavailable: 0 },
		],
		[
			"are counted as far as they can be read",
			[["READY", { guilds: [null, { id: "1" }, { id: "x" }] }]],
			{ all: 1, seen: 0, unavailable: 0 },
		],
		[
			"do not change with what cannot be read",
			[ready("1"), ["GUILD_CREATE", null], ["GUILD_DELETE", { id: 1 }], ["READY", {}]],
			{ all: 1, seen: 0, unavailable: 0 },
		],
		[
			"are seen also when shown with an outage that cannot be read",
			[ready("1"), ["GUILD_CREATE", { id: "1", unavailable: "no" }]],
			{ all: 1, seen: 1, unavailable: 0 },
		],
		[
			"are not removed while it cannot be read whether they are merely unavailable",
			[ready("1"), create("1"), ["GUILD_DELETE", { id: "1", unavailable: "yes" }]],
			{ all: 1, seen: 1, unavailable: 0 },
		],
		[
			"do not change with other packets",
			[ready("1"), ["GUILD_UPDATE", { id: "1" }]],
			{ all: 1, seen: 0, unavailable: 0 },
		],
	])("%s", (_title, packets, counted) => {
		const servers = noServers();
		for (const packet of packets) noteServers(servers, ...packet);
		expect(countServers([servers])).toEqual(counted);
	});

	it("are counted over all shards", () => {
		const shards: Servers[] = [
			{ states: new Map([["1", "seen"]]), isWhole: true },
			{ states: new Map([["2", "announced"]]), isWhole: true },
		];
		expect(countServers(shards)).toEqual({ all: 2, seen: 1, unavailable: 0 });
	});
});

describe("whether Byname is in server 1", () => {
	it.each<[title: string, packets: Packet[], membership: ReturnType<typeof membershipIn>]>([
		["is unknown before Discord lists servers", [], "unknown"],
		["is unknown also when another has been shown by then", [create("2")], "unknown"],
		["is so when it is listed", [ready("1")], "in"],
		["is so when it is joined later", [ready(), create("1")], "in"],
		["is so in an outage", [ready("1"), deleteInOutage("1")], "in"],
		["is not when it is not listed", [ready("2")], "removed"],
		["is not once it is removed", [ready("1"), create("1"), remove("1")], "removed"],
		["is not once it is removed in an outage", [ready("1"), deleteInOutage("1"), remove("1")], "removed"],
		["is not when a new session does not list it", [ready("1"), create("1"), ready("2")], "removed"],
		["is so again when it comes back", [ready("1"), remove("1"), create("1")], "in"],
		["is unknown when one that is listed cannot be read", [["READY", { guilds: [{ id: "2" }, null] }]], "unknown"],
		["is unknown when the list cannot be read", [ready("2"), ["READY", { guilds: "none" }]], "unknown"],
		[
			"is so while it cannot be read whether it is merely unavailable",
			[ready("1"), ["GUILD_DELETE", { id: "1", unavailable: "yes" }]],
			"in",
		],
	])("%s", (_title, packets, membership) => {
		const servers = noServers();
		for (const packet of packets) noteServers(servers, ...packet);
		expect(membershipIn(servers, "1")).toBe(membership);
	});
});
