import { describe, expect, it } from "vitest";
import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import type { EventView } from "../../src/rooms/view.ts";
import { createWorld } from "../../src/rooms/world.ts";
import { MINUTE, NOON } from "./given.ts";

const event = (id: string, parts: Partial<EventView>): EventView => ({
	...{ id, roomId: "room", name: "Pottery", creatorId: "henry", madeByBot: false, activeSince: null, foundAt: null },
	...{ shownAt: NOON, scheduledAt: NOON + 60 * MINUTE, occurrenceAt: null, exceptions: NO_EXCEPTIONS },
	...parts,
});
const inAnHour = { scheduledAt: NOON + 60 * MINUTE };
const inTwo = { scheduledAt: NOON + 120 * MINUTE };
const elsewhere = { roomId: "another room" };

describe("the event to which the guests of Henry's session in the room are invited", () => {
	it.each<[string, EventView[], string | null]>([
		["none, where nothing is scheduled", [], null],
		["the next one in the room", [event("2", inTwo), event("1", inAnHour)], "1"],
		[
			"one in the room rather than a sooner one elsewhere",
			[event("2", inTwo), event("1", { ...inAnHour, ...elsewhere })],
			"2",
		],
		["one in the room, whoever has made it", [event("1", { ...inAnHour, creatorId: "anna" })], "1"],
		[
			"the next one of Henry's elsewhere",
			[event("2", { ...inTwo, ...elsewhere }), event("1", { ...inAnHour, ...elsewhere })],
			"1",
		],
		["none of anybody else's elsewhere", [event("1", { ...elsewhere, creatorId: "anna" })], null],
		["none that a bot has made elsewhere", [event("1", { ...elsewhere, madeByBot: true })], null],
		["none that is on", [event("1", { activeSince: NOON })], null],
		["none that is over", [event("1", { scheduledAt: NOON })], null],
		[
			"none that is cancelled",
			[event("1", { occurrenceAt: 1, exceptions: new Map([[1, { startsAt: null, isCancelled: true }]]) })],
			null,
		],
	])("is %s", (_, events, id) => {
		const world = createWorld();
		for (const one of events)
			world.take({ kind: "event", serverId: "server", event: { ...one, lacksDates: false } }, NOON);
		const next = world.nextEventOf({ serverId: "server", roomId: "room", hostId: "henry" }, NOON);
		expect(next?.id ?? null).toBe(id);
	});

	it("begins when it has been moved to", () => {
		const world = createWorld();
		const exceptions = new Map([[1, { startsAt: NOON + MINUTE, isCancelled: false }]]);
		world.take(
			{
				kind: "event",
				serverId: "server",
				event: { ...event("1", { occurrenceAt: 1, exceptions }), lacksDates: false },
			},
			NOON,
		);
		expect(world.nextEventOf({ serverId: "server", roomId: "room", hostId: null }, NOON)).toEqual({
			id: "1",
			at: NOON + MINUTE,
		});
	});
});
