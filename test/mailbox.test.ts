import { describe, expect, it, onTestFinished } from "vitest";
import { ScaledClock } from "../rehearsal/scaled-clock.ts";
import { Mailboxes } from "../src/mailbox.ts";
import { until } from "./journeys/journey.ts";

class NeverTaken extends Error {}

/** Mailboxes whose events are words; `answer` is asked for each batch how many of it are taken, and may throw. */
function wordsTaken(answer: (key: string, words: readonly string[]) => number | Promise<number>) {
	const clock = new ScaledClock();
	const taken: string[] = [];
	const told: string[] = [];
	const mail = new Mailboxes<string>({
		clock,
		async take(key, words) {
			const count = await answer(key, words);
			taken.push(`${key}: ${words.slice(0, count).join(" ")}`);
			return count;
		},
		isForGood: (error) => error instanceof NeverTaken,
		onFailing: (key, error, failures) => void told.push(`${key} fails ${failures}: ${(error as Error).message}`),
		onRecovered: (key, failures) => void told.push(`${key} recovers after ${failures}`),
		onDropped: (key, word) => void told.push(`${key} drops ${word}`),
		supersedes: (word, before) => word === "look" && before === "look",
	});
	onTestFinished(async () => {
		await mail.stop();
	});
	return { clock, mail, taken, told };
}

const one = () => 1;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe("a mailbox", () => {
	it("takes together what comes in the same breath, and what comes while it is busy, in order", async () => {
		const gate = Promise.withResolvers<void>();
		const { mail, taken } = wordsTaken(async (_key, words) => {
			await gate.promise;
			return words.length;
		});
		for (const word of ["one", "two"]) mail.post("room", word);
		await nextTurn();
		for (const word of ["three", "four"]) mail.post("room", word);
		gate.resolve();
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one two", "room: three four"]);
	});

	it("leaves for the next time what was not taken", async () => {
		const { mail, taken } = wordsTaken(one);
		for (const word of ["one", "two", "three"]) mail.post("room", word);
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one", "room: two", "room: three"]);
	});

	it("does not wait for another one", async () => {
		const gate = Promise.withResolvers<number>();
		const { mail, taken } = wordsTaken((key) => (key === "slow" ? gate.promise : 1));
		mail.post("slow", "one");
		mail.post("room", "two");
		await until(() => taken.length === 1);
		expect(taken).toEqual(["room: two"]);
		gate.resolve(1);
		await until(() => taken.length === 2);
	});

	it("has what rejects come again after a while, and what has come meanwhile with it", async () => {
		let failing = true;
		const { clock, mail, taken, told } = wordsTaken((_key, words) => {
			if (failing) throw new Error("disk full");
			return words.length;
		});
		mail.post("room", "one");
		await until(() => told.length === 1);
		mail.post("room", "two");
		clock.skip(500);
		await until(() => told.length === 2);
		failing = false;
		clock.skip(500);
		await nextTurn();
		expect(taken).toEqual([]); // the second wait is longer than the first
		clock.skip(500);
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one two"]);
		expect(told).toEqual(["room fails 1: disk full", "room fails 2: disk full", "room recovers after 2"]);
	});

	it("tries again within four seconds, however long it has failed", async () => {
		let failing = true;
		const { clock, mail, taken, told } = wordsTaken((_key, words) => {
			if (failing) throw new Error("disk full");
			return words.length;
		});
		mail.post("room", "one");
		for (let failures = 1; failures <= 12; failures++) {
			await until(() => told.length === failures);
			clock.skip(4_000);
		}
		await until(() => told.length === 13);
		failing = false;
		clock.skip(4_000);
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one"]);
	});

	it("drops the one event that fails for good, and goes on with those before and behind it", async () => {
		const { mail, taken, told } = wordsTaken((_key, words) => {
			if (words.includes("bad")) throw new NeverTaken();
			return words.length;
		});
		for (const word of ["one", "bad", "two"]) mail.post("room", word);
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one", "room: two"]);
		expect(told).toEqual(["room drops bad"]);
	});

	it("takes an event for the one before it that says no more, unless that is being taken already", async () => {
		const gate = Promise.withResolvers<void>();
		const { mail, taken } = wordsTaken(async (_key, words) => {
			await gate.promise;
			return words.length;
		});
		mail.post("room", "look");
		await nextTurn();
		for (const word of ["look", "look", "word", "look", "look"]) mail.post("room", word);
		gate.resolve();
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: look", "room: look word look"]);
	});

	it("gives back what nobody wants any more, also what it is busy with", async () => {
		const gate = Promise.withResolvers<number>();
		const { mail, taken } = wordsTaken(() => gate.promise);
		mail.post("room", "one");
		await nextTurn();
		mail.post("room", "two");
		expect(mail.empty("room")).toEqual(["one", "two"]);
		mail.post("room", "three");
		gate.resolve(1);
		await until(() => !mail.isBusy("room"));
		expect(taken).toHaveLength(2);
		expect(taken.at(-1)).toBe("room: three");
	});

	it("counts failures in a row anew once it has recovered", async () => {
		let failing = true;
		const { clock, mail, told } = wordsTaken((_key, words) => {
			if (failing) throw new Error("disk full");
			return words.length;
		});
		for (const round of [1, 2]) {
			failing = true;
			mail.post("room", `word ${round}`);
			await until(() => told.length === 2 * round - 1);
			failing = false;
			clock.skip(500);
			await until(() => !mail.isBusy("room"));
		}
		const once = ["room fails 1: disk full", "room recovers after 1"];
		expect(told).toEqual([...once, ...once]);
	});

	it("takes together again what comes after an event that failed for good", async () => {
		const gate = Promise.withResolvers<void>();
		let isOpen = true;
		const { mail, taken } = wordsTaken(async (_key, words) => {
			if (words.includes("bad")) throw new NeverTaken();
			if (!isOpen) await gate.promise;
			return words.length;
		});
		for (const word of ["one", "bad"]) mail.post("room", word);
		await until(() => !mail.isBusy("room"));
		isOpen = false;
		mail.post("room", "two");
		await nextTurn();
		for (const word of ["three", "four"]) mail.post("room", word);
		gate.resolve();
		await until(() => !mail.isBusy("room"));
		expect(taken).toEqual(["room: one", "room: two", "room: three four"]);
	});

	it("stops at once although it waits to try something again, and gives back what is left", async () => {
		const { mail, told } = wordsTaken(() => {
			throw new Error("disk full");
		});
		for (const word of ["one", "two"]) mail.post("room", word);
		await until(() => told.length === 1);
		expect(await mail.stop()).toEqual(["one", "two"]);
	});

	it("takes nothing more once it is stopped, and waits for what is in hand", async () => {
		const gate = Promise.withResolvers<number>();
		const { mail, taken } = wordsTaken(() => gate.promise);
		mail.post("room", "one");
		await nextTurn();
		mail.post("room", "two");
		let stopped = false;
		const stopping = mail.stop().then(() => {
			stopped = true;
		});
		mail.post("another", "three");
		await nextTurn();
		expect(stopped).toBe(false);
		gate.resolve(1);
		await stopping;
		expect(taken).toEqual(["room: one"]);
	});
});
