import { describe, expect, it } from "vitest";
import { evidenceFor, mayGoOn } from "../../src/rooms/evidence.ts";
import { emptyServer, type Hole, type ServerView } from "../../src/rooms/view.ts";
import { running } from "./given.ts";

describe("what may be on although nothing is shown to be", () => {
	const HELD = { stageId: "st1", eventId: "ev1", occurrenceAt: null };
	const [SHOWN, NOW] = [1_000, 5_000];
	const evidence = (holes: Hole[], change: (server: ServerView) => void = () => undefined) => {
		const server = { ...emptyServer("server"), shownAt: SHOWN, holes: new Set(holes) };
		change(server);
		return evidenceFor(server, { id: "room" });
	};
	const isOver =
		(...ids: string[]) =>
		(server: ServerView) => {
			for (const id of ids) server.over.add(id);
		};

	it.each<[when: string, openedAt: number, ReturnType<typeof evidence>, isPossible: boolean]>([
		["began before all was shown", SHOWN, evidence([]), false],
		["began since: that packet may be lost", SHOWN + 1, evidence([]), true],
		["began by a clock that was fast", NOW + 1, evidence([]), false],
		["began since, and has been seen to be over", SHOWN + 1, evidence([], isOver("room", "ev1")), false],
		["began since, and its stage alone has been seen to be over", SHOWN + 1, evidence([], isOver("room")), true],
		["began before stages were left out", 0, evidence(["stages"]), true],
		["began before stages were left out, and its stage is over", 0, evidence(["stages"], isOver("room")), false],
		["began before stages were left out, and another room's is over", 0, evidence(["stages"], isOver("other")), true],
		["began before events were left out", 0, evidence(["events"]), true],
		["began before events were left out, and its event is over", 0, evidence(["events"], isOver("ev1")), false],
		["began before something else was left out", 0, evidence(["name", "rooms", "people"]), false],
	])("%s", (_when, openedAt, evidence, isPossible) => {
		expect(mayGoOn(HELD, openedAt, NOW, evidence)).toBe(isPossible);
	});

	it("is no event that is shown not to run, and nothing that is neither stage nor event", () => {
		const coming = evidence(["events"], (server) => server.events.set("ev1", { ...running, activeSince: null }));
		expect(mayGoOn({ ...HELD, stageId: null }, 0, NOW, coming)).toBe(false);
		const called = { stageId: null, eventId: null, occurrenceAt: null };
		expect(mayGoOn(called, NOW, NOW, evidence(["stages", "events"]))).toBe(false);
	});

	it("is an event that was last shown not to run before it began, as another process has seen", () => {
		const lastShownAt = (shownAt: number) =>
			evidence([], (server) => server.events.set("ev1", { ...running, activeSince: null, shownAt }));
		const held = { ...HELD, stageId: null };
		expect(mayGoOn(held, SHOWN + 2, NOW, lastShownAt(SHOWN + 1))).toBe(true);
		expect(mayGoOn(held, SHOWN + 2, NOW, lastShownAt(SHOWN + 2))).toBe(false);
		expect(mayGoOn(held, SHOWN + 2, NOW, lastShownAt(SHOWN + 3))).toBe(false);
		// A stage that was opened ahead of its event, and is over.
		const ahead = evidence([], (server) => {
			server.over.add("room");
			server.events.set("ev1", { ...running, activeSince: null, shownAt: SHOWN });
		});
		expect(mayGoOn(HELD, SHOWN + 2, NOW, ahead)).toBe(false);
	});

	it("is anything in a server that has not been shown yet", () => {
		expect(mayGoOn(HELD, 0, NOW, evidenceFor(emptyServer("server"), { id: "room" }))).toBe(true);
	});

	it("is no event that runs in another room", () => {
		const elsewhere = evidence(["events"], (server) => server.events.set("ev1", { ...running, roomId: "another" }));
		expect(mayGoOn({ ...HELD, stageId: null }, 0, NOW, elsewhere)).toBe(false);
	});

	it("says when the events begin that are to come in the room", () => {
		const { starts } = evidence([], ({ events }) => {
			events.set("ev1", { ...running, exceptions: new Map([[120, { startsAt: 500, isCancelled: false }]]) });
			events.set("ev2", { ...running, exceptions: new Map([[120, { startsAt: null, isCancelled: true }]]) });
			events.set("ev3", { ...running, roomId: "another" });
		});
		expect(starts).toEqual(new Map([["ev1", { at: 500, occurrenceAt: 120 }]]));
	});
});
