import { expect, it } from "vitest";
import { languageOf } from "../../src/greetings/languages.ts";
import type { MessageRow } from "../../src/store/outbox.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import {
	BLOCKED,
	channelsOver,
	comes,
	FORBIDDEN,
	greeted,
	NO_ANSWER,
	POSTED,
	postedMessages,
	roomIsFree,
	sessionIn,
	storesMessage,
} from "./by-hand.ts";

const MINUTE = 60_000;

describeOnBoth("two processes that post the same message", (engine) => {
	/** Maya's greeting, on its way to Discord from both. */
	async function bothSend() {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		await comes(store, clock, "Maya");
		const one = channelsOver(store, clock);
		one.channels.look("room");
		const first = await one.post(1);
		const other = channelsOver(store, clock);
		other.channels.look("room");
		const second = await other.post(1);
		expect(second.post).toEqual(first.post);
		const said = (name: string) => [...one.posts, ...other.posts].filter(({ post }) => post.body.includes(name));
		return { store, clock, one, other, first, second, said };
	}

	/** It has left both unanswered for so long that Discord may have forgotten the nonce; now both look for it. */
	async function bothLook() {
		const sending = await bothSend();
		const { clock, one, other, first, second } = sending;
		first.answer(NO_ANSWER);
		second.answer(NO_ANSWER);
		clock.skip(3 * MINUTE);
		await until(() => {
			clock.skip(1_000);
			return one.searches.length + other.searches.length === 2;
		});
		return { ...sending, mine: await one.search(1), theirs: await other.search(1) };
	}

	it("both go on when Discord will not have its words", async () => {
		const { store, clock, one, other, first, second } = await bothSend();
		first.answer(BLOCKED);
		const neutral = await one.post(2);
		expect(neutral.post.body).toContain(languageOf("en").neutralName);
		neutral.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		await one.channels.stop();
		second.answer(BLOCKED);
		await comes(store, clock, "Sunil");
		other.channels.look("room");
		await until(() => {
			clock.skip(1_000);
			return other.posts.length >= 2;
		});
		expect(other.posts.at(-1)?.post.body).toContain("Sunil");
	});

	it("do not say anew what one got through while the other was turned away", async () => {
		const { store, clock, one, first, second, said } = await bothSend();
		first.answer(FORBIDDEN);
		await until(() => one.parked.length === 1);
		second.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		expect(await greeted(store)).toEqual(["Maya"]);
		one.parking.unpark("server");
		await comes(store, clock, "Sunil");
		one.channels.look("room");
		await until(() => said("Sunil").length === 1);
		expect(said("Maya")).toEqual([first, second]);
	});

	it("do not both say what one of them has looked for and said anew", async () => {
		const { store, clock, one, other, first, second, mine, theirs, said } = await bothLook();
		theirs.answer({ kind: "missing" });
		const anew = await other.post(2);
		expect(heard(anew.post.body)).toBe("onTime: Maya + sorry");
		anew.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		mine.answer({ kind: "unreadable", reason: "no Read Message History" });
		await comes(store, clock, "Sunil");
		one.channels.look("room");
		await until(() => said("Sunil").length === 1);
		expect(said("Maya")).toEqual([first, second, anew]);
	});

	it.each(["wrote it", "found it"])("do not say anew what the one that %s has on its way", async (who) => {
		const { store, clock, one, other, first, second, mine, theirs, said } = await bothLook();
		const [sender, senders, seeker, seekers] =
			who === "wrote it" ? [one, mine, other, theirs] : [other, theirs, one, mine];
		senders.answer({ kind: "unreadable", reason: "no Read Message History" });
		const onItsWay = await sender.post(2);
		seekers.answer({ kind: "missing" });
		await until(() => {
			clock.skip(1_000);
			return seeker.searches.length + seeker.posts.length > 2; // it looks again, or has said her name anew
		});
		expect(new Set(said("Maya"))).toEqual(new Set([first, second, onItsWay]));
		onItsWay.answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		await sender.channels.stop();
		(await seeker.search(2)).answer({ kind: "missing" }); // it looked just before the post was there
		await comes(store, clock, "Sunil");
		seeker.channels.look("room");
		await until(() => {
			clock.skip(1_000);
			return said("Sunil").length === 1;
		});
		expect(new Set(said("Maya"))).toEqual(new Set([first, second, onItsWay]));
	});

	it("do not both say what one has stored, and could not send before the other said it anew", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await sessionIn(store, "s1");
		const [one, other] = [channelsOver(store, clock), channelsOver(store, clock)];
		one.channels.look("room");
		await roomIsFree(one.channels);
		const stored = Promise.withResolvers<MessageRow>();
		one.channels.carry("room", stored.promise);
		const message = await storesMessage(store, clock, "Maya");
		clock.skip(3 * MINUTE); // its process stands still
		other.channels.look("room");
		(await other.search(1)).answer({ kind: "missing" });
		(await other.post(1)).answer(POSTED);
		await until(async () => (await postedMessages(store)) === 1);
		await roomIsFree(other.channels); // so that Sunil is left to the one
		stored.resolve(message);
		await comes(store, clock, "Sunil");
		one.channels.look("room");
		const next = await one.post(1);
		expect(next.post.body).toContain("Sunil");
		expect(other.posts).toHaveLength(1);
	});
});
