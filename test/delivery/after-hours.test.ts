import { expect, it } from "vitest";
import type { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { ALL_HOSTS, saveProfile } from "../../src/store/settings.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";
import { channelsOver, comes, greeted, POSTED } from "./by-hand.ts";

/** A room whose session is over, and to which these people have come since. */
async function afterHours(engine: Engine, names: readonly string[]) {
	const [store, clock] = [await openTestStore(engine), stillClock()];
	await insertSession(store, sessionRow({ id: "over", room_id: "room", closed_at: clock.now() }));
	await insertGreetings(
		store,
		names.map((name) => caller(name, clock)),
	);
	return { store, clock, ...channelsOver(store, clock) };
}

function caller(name: string, clock: ScaledClock) {
	const of = { session_id: "over", user_id: name, name, arrived_at: clock.now() };
	return greetingRow({ ...of, occasion: "after hours 2026-11-27", kind: "afterHours" });
}

async function waiting(store: Store): Promise<string[]> {
	const rows = await store.selectFrom("greeting").select("user_id").where("posted_at", "is", null).execute();
	return rows.map(({ user_id }) => user_id);
}

describeOnBoth("words after hours", (engine) => {
	it("are for nobody who is seen to have left, before that could be stored", async () => {
		const { store, channels, stage, post } = await afterHours(engine, ["Maya", "Tom"]);
		stage.left.add("Maya");
		channels.look("room");
		const { post: first, answer } = await post(1);
		expect(heard(first.body)).toBe("afterHours: Tom");
		answer(POSTED);
		await until(async () => (await greeted(store)).length > 0);
		expect(await greeted(store)).toEqual(["Tom"]);
	});

	it("keep nobody waiting who comes to a session, where all who were to hear them have left", async () => {
		const { store, clock, channels, stage, post } = await afterHours(engine, ["Maya", "Tom"]);
		await insertSession(store, sessionRow({ id: "elsewhere", room_id: "other room" }));
		clock.skip(1_000);
		await comes(store, clock, "Ada", "elsewhere");
		stage.left.add("Maya").add("Tom");
		channels.look("room");
		const { post: first, answer } = await post(1);
		expect(heard(first.body)).toBe("onTime: Ada");
		answer(POSTED);
		await until(async () => (await waiting(store)).length === 0);
	});

	it("are withdrawn where their host has turned them off since", async () => {
		const { store, clock, channels, post } = await afterHours(engine, ["Maya"]);
		await saveProfile(store, "server", ALL_HOSTS, { after_hours: "off" });
		await insertSession(store, sessionRow({ id: "elsewhere", room_id: "other room" }));
		clock.skip(1_000);
		await comes(store, clock, "Ada", "elsewhere");
		channels.look("room");
		const { post: first, answer } = await post(1);
		expect(heard(first.body)).toBe("onTime: Ada");
		answer(POSTED);
		await until(async () => (await waiting(store)).length === 0);
	});

	it("are withdrawn where a session is on by now, in which people are greeted", async () => {
		const { store, clock, channels, post } = await afterHours(engine, ["Maya"]);
		await insertSession(store, sessionRow({ id: "on", room_id: "room" }));
		clock.skip(1_000);
		await comes(store, clock, "Maya", "on");
		channels.look("room");
		const { post: first, answer } = await post(1);
		expect(heard(first.body)).toBe("onTime: Maya");
		answer(POSTED);
		await until(async () => (await waiting(store)).length === 0);
	});
});
