import { expect, it } from "vitest";
import { saveProfile } from "../../src/store/settings.ts";
import { sqlite } from "../engines.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { webinar } from "./webinar.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** One burst a minute. A thousand guests take six times as much of the processor, and show nothing else. */
const BURSTS = 30;
const GUESTS_IN_A_BURST = 6;
const APART_MS = 0.6 * SECOND;
/** So slowly Discord answers edits in the second half. */
const ANSWERS_AFTER_MS = 4 * SECOND;
const WITHOUT_SOUND = 1 << 12;

/** How long it is from one of these times to the next, at least. */
function leastGap(times: readonly number[]): number {
	return Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
}

it("hundreds in half an hour make a sound in two minutes at most, none in the first five, and one edit at a time", async () => {
	const { journey, clock, store, server, stage, backstage, host } = await webinar(sqlite);
	await saveProfile(store, server.id, host.id, { first_seconds: 60 });
	await backstage.nextMessage();
	const { starts_at } = await store.selectFrom("session").select("starts_at").executeTakeFirstOrThrow();
	const where = `/channels/${backstage.id}/messages/`;
	const edits = () =>
		journey.discord.requests.filter(({ method, path }) => method === "PATCH" && path.startsWith(where));
	const came = async () => (await store.selectFrom("attendance").select("user_id").execute()).length;
	let guests = 0;
	let quick: number[] = [];
	for (let burst = 1; burst <= BURSTS; burst++) {
		if (burst === BURSTS / 2) {
			quick = edits().map(({ clockTime }) => clockTime);
			const times = Number.POSITIVE_INFINITY;
			journey.discord.fail.stall({ method: "PATCH", path: where, times, answerAfterMs: ANSWERS_AFTER_MS });
		}
		const nextAt = clock.now() + MINUTE;
		for (let guest = 0; guest < GUESTS_IN_A_BURST; guest++) {
			await server.addMember(`Guest ${burst} ${guest}`).joins(stage);
			guests += 1;
			await until(async () => (await came()) === guests);
			clock.skip(APART_MS);
		}
		const all = `, ${guests} came`;
		await skipUntil(journey, () => backstage.messages.some(({ content }) => content.includes(all)), 500);
		clock.skip(Math.max(0, nextAt - clock.now()));
	}
	const slow = edits().slice(quick.length + 1); // one may have been on its way as answers became slow
	const sounds = backstage.messages.filter(({ flags }) => (flags & WITHOUT_SOUND) === 0);
	const soundedAt = sounds.map(({ acceptedAt }) => acceptedAt);

	expect(quick.length).toBeGreaterThan(BURSTS / 4);
	expect(leastGap(quick)).toBeGreaterThanOrEqual(SECOND);
	expect(slow.length).toBeGreaterThan(BURSTS / 4);
	expect(leastGap(slow.map(({ clockTime }) => clockTime))).toBeGreaterThanOrEqual(ANSWERS_AFTER_MS);
	expect(soundedAt.length).toBeGreaterThan(5);
	expect(leastGap(soundedAt)).toBeGreaterThanOrEqual(2 * MINUTE);
	expect((soundedAt[0] ?? 0) - starts_at).toBeGreaterThanOrEqual(5 * MINUTE);
});
