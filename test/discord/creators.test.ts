import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { followCreators } from "../../src/discord/creators.ts";
import { NO_EXCEPTIONS } from "../../src/rooms/dates.ts";
import type { Sighting } from "../../src/rooms/sighting.ts";
import type { EventView, Person } from "../../src/rooms/view.ts";

const pottery: EventView = {
	...{ id: "pottery", roomId: "room", name: "Pottery", creatorId: "henry", madeByBot: false, activeSince: null },
	...{ scheduledAt: 5, occurrenceAt: null, exceptions: NO_EXCEPTIONS, foundAt: null, shownAt: 0 },
};
const henry: Person = { id: "henry", name: "Henry", bot: false };
const scheduler: Person = { id: "henry", name: "Scheduler", bot: true };

/** Creators of whom Discord says who they are when a test has it answer. */
function following() {
	const asked: { userId: string; answer: (person: Person) => void }[] = [];
	const noticed: Sighting[] = [];
	const whoIs = (_serverId: string, userId: string) => {
		const { promise, resolve } = Promise.withResolvers<Person>();
		asked.push({ userId, answer: resolve });
		return promise;
	};
	const again: { isWanted: () => boolean; answer: (person: Person | null) => void }[] = [];
	const askAgain = (_serverId: string, _userId: string, isWanted: () => boolean) => {
		const { promise, resolve } = Promise.withResolvers<Person | null>();
		again.push({ isWanted, answer: resolve });
		return promise;
	};
	const creators = followCreators({
		log: pino({ level: "silent" }),
		people: { whoIs, askAgain },
		notice: (sighting) => void noticed.push(sighting),
	});
	async function answers(person: Person): Promise<void> {
		asked.at(-1)?.answer(person);
		await Promise.resolve().then(() => undefined);
	}
	return { creators, asked, again, noticed, answers };
}

describe("an event", () => {
	it("is a person's until it is known that they are a bot, and is then shown anew", async () => {
		const { creators, asked, noticed, answers } = following();
		expect(creators.vet("acme", pottery)).toEqual(pottery);
		expect(creators.vet("acme", { ...pottery, name: "Pottery II" }).madeByBot).toBe(false);
		expect(asked.map(({ userId }) => userId)).toEqual(["henry"]);
		await answers(scheduler);
		const event = { ...pottery, name: "Pottery II", madeByBot: true, lacksDates: true };
		expect(noticed).toEqual([{ kind: "event", serverId: "acme", event }]);
		expect(creators.vet("acme", pottery)).toEqual({ ...pottery, madeByBot: true });
	});

	it("of a person is not shown anew, and nobody is asked again", async () => {
		const { creators, asked, noticed, answers } = following();
		creators.vet("acme", pottery);
		await answers(henry);
		expect(noticed).toEqual([]);
		expect(creators.vet("acme", { ...pottery, id: "another" }).madeByBot).toBe(false);
		expect(asked).toHaveLength(1);
	});

	it("is a bot's as soon as that is seen, whatever the answer takes", async () => {
		const { creators, noticed, answers } = following();
		creators.vet("acme", pottery);
		creators.vet("acme", { ...pottery, id: "tea" });
		creators.learn(scheduler);
		expect(noticed).toMatchObject([
			{ event: { id: "pottery", madeByBot: true } },
			{ event: { id: "tea", madeByBot: true } },
		]);
		await answers(scheduler);
		expect(noticed).toHaveLength(2);
	});

	it.each([
		["it", "pottery"],
		["its server", null],
	])("is not shown again when %s is no more", async (_what, eventId) => {
		const { creators, noticed, answers } = following();
		creators.vet("acme", pottery);
		creators.forget("another server", null);
		creators.forget("acme", eventId);
		await answers(scheduler);
		expect(noticed).toEqual([]);
	});

	it("whose maker nobody could name stays unclear, and they are asked for again when it is shown again", async () => {
		const { creators, asked, noticed, answers } = following();
		creators.vet("acme", pottery);
		await answers({ id: "henry", name: "", bot: false });
		expect(asked).toHaveLength(1); // not before
		creators.vet("acme", pottery);
		creators.vet("acme", { ...pottery, id: "tea" });
		expect(asked).toHaveLength(2);
		await answers(scheduler);
		expect(noticed).toMatchObject([
			{ event: { id: "pottery", madeByBot: true } },
			{ event: { id: "tea", madeByBot: true } },
		]);
	});

	it("whose maker nobody could name is asked about again by itself, for as long as it is there", async () => {
		const { creators, again, noticed, answers } = following();
		creators.vet("acme", pottery);
		await answers({ id: "henry", name: "", bot: false });
		expect(again.map(({ isWanted }) => isWanted())).toEqual([true]);
		again[0]?.answer(scheduler);
		await Promise.resolve().then(() => undefined);
		expect(noticed).toMatchObject([{ event: { id: "pottery", madeByBot: true } }]);
		expect(again[0]?.isWanted()).toBe(false);
	});

	it("that says itself that a bot has made it, or nobody, needs no asking", () => {
		const { creators, asked } = following();
		expect(creators.vet("acme", { ...pottery, madeByBot: true }).madeByBot).toBe(true);
		expect(creators.vet("acme", { ...pottery, creatorId: null }).madeByBot).toBe(false);
		expect(asked).toEqual([]);
	});
});
