import { expect, it } from "vitest";
import type { CueOutcome } from "../../src/cues/board.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { attendanceOf, greetingRow } from "../store/rows.ts";
import { desk } from "./desk.ts";

const shown = async () => null;

/** Where the only session's cue is stored. */
async function stored(store: Store): Promise<string | null> {
	const row = await store.selectFrom("session").select("cue_channel_id").executeTakeFirstOrThrow();
	return row.cue_channel_id;
}

describeOnBoth("keeping cues", (engine) => {
	it("says them in the language of their host", async () => {
		const office = await desk(engine, shown);
		await saveProfile(office.store, "server", "henry", { language: "de" });
		await office.opens("stage");
		await office.hears(1);
		expect(office.said).toEqual(["post: **stage** in <#stage>: noch niemand da"]);
	});

	it("posts once although the store fails before it knows where the message stands", async () => {
		const office = await desk(engine, async () => {
			await office.store.schema.alterTable("session").renameTo("away").execute();
			return null;
		});
		const { store, clock, logged, said } = office;
		await office.opens("stage");
		await until(() => logged.includes("a cue could not be prepared; trying again until it can"));
		await store.schema
			.alterTable("away" as "session")
			.renameTo("session")
			.execute();
		await until(async () => {
			clock.skip(500);
			return (await stored(store)) === "office";
		});
		expect(said).toEqual(["post: **stage** in <#stage>: nobody has come yet"]);
		expect(logged).toHaveLength(1);
	});

	it("stores what it has posted although it is to stop", async () => {
		const answer = Promise.withResolvers<null>();
		const { store, said, cues, opens } = await desk(engine, () => answer.promise);
		await opens("stage");
		await until(() => said.length === 1);
		const stopping = cues.stop();
		answer.resolve(null);
		await stopping;
		expect(await stored(store)).toBe("office");
	});

	it("shows one again that is let in before it has heard that it was kept out", async () => {
		const refused = Promise.withResolvers<CueOutcome>();
		const { said, cues, opens, hears } = await desk(engine, () => (said.length === 1 ? refused.promise : shown()));
		await opens("stage");
		await until(() => said.length === 1);
		cues.tryAgain("server");
		refused.resolve({ kind: "refused", status: 403, code: 50013, reason: "Missing Permissions" });
		await hears(2);
		expect(said[1]).toBe(said[0]);
	});

	it("opens direct messages, posts and stores at one look", async () => {
		const { store, opens } = await desk(engine, shown, { cueTo: "dm" });
		await opens("stage");
		await until(async () => (await stored(store)) === "with henry"); // no time passes
	});

	it("says at the next look what it should when somebody has posted something else with the same nonce", async () => {
		const earlier: CueOutcome = { kind: "shown", messageId: "1", text: "what another process said" };
		const { said, opens, hears } = await desk(engine, async () => earlier);
		await opens("stage");
		await hears(2);
		expect(said[1]).toBe("edit: **stage** in <#stage>: nobody has come yet");
	});

	it("waits with all cues when Discord's global limit is reached", async () => {
		const limited: CueOutcome = { kind: "limited", retryAfterMs: 7_000, global: true };
		const outcomes = [limited];
		const { said, times, opens, hears } = await desk(engine, async () => outcomes.shift() ?? null);
		await opens("stage");
		await until(() => said.length === 1);
		await opens("lounge");
		await hears(3);
		const [first = 0, ...others] = times;
		expect(others.every((at) => at - first >= 7_000)).toBe(true);
		expect(said.slice(1).sort()).toEqual(["lounge", "stage"].map((room) => expect.stringContaining(room)));
	});

	it("edits at most every two and a half seconds", async () => {
		const { times, opens, closes, calls, hears } = await desk(engine, shown);
		const session = await opens("stage");
		await hears(1);
		await closes(session);
		await hears(2);
		for (const name of ["Tom", "Ana", "Sunil"]) await calls(name, session);
		await hears(3);
		const [posted = 0, closed = 0, called = 0] = times;
		expect([closed - posted >= 2_500, called - closed >= 2_500]).toEqual([true, true]);
	});

	it("has the last word once, however often it is woken meanwhile", async () => {
		const { said, cues, opens, closes, calls, hears } = await desk(engine, shown);
		const session = await opens("stage");
		await hears(1);
		await closes(session);
		await hears(2);
		cues.wake(session.id);
		await calls("Tom", session);
		await hears(3);
		expect(said[1]).toBe("edit: **stage** in <#stage>: session over\nNobody came.");
		expect(said[2]).toMatch(/After hours, 1 came by:\nTom /);
	});

	it("tells by itself, after the session, of greetings that were still to be said at its end", async () => {
		const { store, said, opens, closes, hears } = await desk(engine, shown);
		const session = await opens("stage");
		await hears(1);
		const of = { session_id: session.id, user_id: "maya" };
		await store.insertInto("attendance").values(attendanceOf(session.id, "maya")).execute();
		await insertGreetings(store, [greetingRow(of)]);
		await closes(session);
		await hears(2);
		expect(said[1]).toContain("Nobody heard their name.\n1 waits to be greeted.");
		await store.updateTable("greeting").set({ posted_at: 1, name: null }).execute();
		await hears(3);
		expect(said[2]).toMatch(/1 heard their name\.$/);
	});

	it("forgets who came after hours when another session is held in the room, not in another one", async () => {
		const { said, opens, closes, calls, hears } = await desk(engine, shown);
		const session = await opens("stage");
		await hears(1);
		await closes(session);
		await hears(2);
		await calls("Sunil", session);
		await hears(3);
		await opens("lounge");
		await hears(4);
		await calls("Tom", session);
		await hears(5);
		expect(said[4]).toMatch(/2 came by:\nTom [^\n]*\nSunil /);
		await opens("stage");
		await hears(6);
		await calls("Ana", session);
		await hears(7);
		expect(said[6]).toMatch(/3 came by:\nAna [^\n]*\nand 2 others$/);
	});

	it("tries a place that was shut again after the session, for who comes after hours", async () => {
		const forbidden: CueOutcome = { kind: "refused", status: 403, code: 50013, reason: "" };
		const outcomes = [forbidden];
		const { said, clock, cues, opens, closes, calls } = await desk(engine, async () => outcomes.shift() ?? null);
		const session = await opens("stage");
		await until(() => said.length === 1);
		await closes(session);
		await calls("Tom", session);
		await until(() => {
			cues.wake(session.id);
			clock.skip(3_000);
			return said.length === 2;
		});
		expect(said[1]).toMatch(/^post: .*\nNobody came\.\nAfter hours, 1 came by:\nTom /);
	});
});
