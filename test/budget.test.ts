import { describe, expect, it, onTestFinished } from "vitest";
import { Budget, type Turn } from "../src/budget.ts";
import { until } from "./journeys/journey.ts";
import { stillClock } from "./rooms/room.ts";

/** A budget on a clock that goes on only where the test skips time; `ask` takes a turn, `granted` is what came of it. */
function budgetOf(perSecond?: number) {
	const [clock, ending] = [stillClock(), new AbortController()];
	onTestFinished(() => ending.abort());
	const budget = new Budget(clock, ending.signal, perSecond);
	const granted: { name: string; turn: Turn | null }[] = [];
	const ask = (name: string, waitedMs = 0) =>
		void budget.take(clock.steady() - waitedMs).then((turn) => granted.push({ name, turn }));
	return {
		budget,
		clock,
		ending,
		granted,
		ask,
		names: () => granted.map(({ name }) => name),
		/** So many post at once. */
		post(times: number) {
			for (let post = 0; post < times; post++) void budget.takeFree()?.use();
		},
	};
}

/** What is ready by now is done. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("the budget of all channels", () => {
	it("lets 45 posts through in any second", async () => {
		const { budget, clock, post } = budgetOf();
		post(44);
		expect(budget.isFree).toBe(true);
		post(1);
		expect(budget.isFree).toBe(false);
		expect(budget.takeFree()).toBeNull();
		clock.skip(990);
		expect(budget.isFree).toBe(false);
		clock.skip(10);
		expect(budget.isFree).toBe(true);
	});

	it("holds over hundreds of posts", async () => {
		const { clock, granted, ask } = budgetOf();
		const times: number[] = [];
		for (let post = 0; post < 300; post++) ask(`${post}`);
		await until(() => {
			for (const { turn } of granted.slice(times.length)) {
				times.push(clock.steady());
				turn?.use();
			}
			clock.skip(50);
			return times.length === 300;
		});
		for (let post = 45; post < 300; post++) {
			expect((times[post] ?? 0) - (times[post - 45] ?? 0)).toBeGreaterThanOrEqual(1_000);
		}
	});

	it("gives the next turn to whoever has waited longest", async () => {
		const { clock, granted, ask, names, post } = budgetOf(2);
		post(2);
		ask("Maya", 100);
		ask("Sunil", 5_000);
		ask("Tom", 5_000);
		ask("Ann", 700);
		await settle();
		expect(names()).toEqual([]);
		await until(() => {
			clock.skip(100);
			granted.at(-1)?.turn?.use();
			return granted.length === 4;
		});
		expect(names()).toEqual(["Sunil", "Tom", "Ann", "Maya"]);
	});

	it("gives turns that are waited for evenly: no second's posts leave all at once", async () => {
		const { clock, granted, ask, post } = budgetOf(10);
		post(10);
		for (let asks = 0; asks < 20; asks++) ask(`${asks}`);
		clock.skip(1_000);
		await until(() => granted.length > 0);
		await settle();
		expect(granted).toHaveLength(1);
		const times: number[] = [];
		await until(() => {
			for (const { turn } of granted.slice(times.length)) {
				times.push(clock.steady());
				turn?.use();
			}
			clock.skip(10);
			return times.length === 20;
		});
		const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThan(80);
	});

	it("makes up at once for no more than a fifth of a second in which nobody could be given a turn", async () => {
		const { clock, granted, ask, post } = budgetOf(20);
		post(20);
		for (let asks = 0; asks < 20; asks++) ask(`${asks}`);
		clock.skip(60_000); // the process stood still
		await until(() => granted.length > 0);
		await settle();
		expect(granted).toHaveLength(5); // the turn that is due, and four of 50 ms each
	});

	it("has nothing free for who has just come while others wait", async () => {
		const { budget, clock, ask, post } = budgetOf(2);
		post(2);
		clock.skip(500);
		ask("Maya");
		clock.skip(500);
		expect(budget.isFree).toBe(false);
		expect(budget.takeFree()).toBeNull();
	});

	it("counts a turn as long as it is kept, and a second from when it is used", async () => {
		const { budget, clock, granted, ask } = budgetOf(1);
		const turn = budget.takeFree();
		ask("Maya");
		clock.skip(60_000); // the store is slow
		await settle();
		expect(granted).toEqual([]);
		void turn?.use();
		clock.skip(990);
		await settle();
		expect(granted).toEqual([]);
		clock.skip(10);
		await until(() => granted.length === 1);
	});

	it("lets no more posts leave in a second, however many turns were kept until then", async () => {
		const { budget, clock } = budgetOf(3);
		const left: string[] = [];
		const leave = (name: string, turn: Turn | null) => void turn?.use().then(() => left.push(name));
		const [maya, sunil, tom] = [budget.takeFree(), budget.takeFree(), budget.takeFree()];
		clock.skip(1_000); // the store is slow
		leave("Maya", maya);
		leave("Sunil", sunil);
		const ann = budget.takeFree();
		leave("Tom", tom);
		leave("Ann", ann);
		await settle();
		expect(left).toEqual(["Maya", "Sunil", "Tom"]);
		clock.skip(990);
		await settle();
		expect(left).toHaveLength(3);
		clock.skip(10);
		leave("Bob", budget.takeFree()); // Ann was first
		await until(() => left.length >= 4);
		expect(left.slice(3)).toEqual(["Ann", "Bob"]);
	});

	it("never lets more be on their way, or answered within a second, than Discord lets through in one", async () => {
		const { budget, clock, granted, ask, post } = budgetOf();
		const held = Array.from({ length: 45 }, () => budget.takeFree());
		await Promise.all(held.map((turn) => turn?.use()));
		clock.skip(1_000); // none was answered: something holds them up
		post(5);
		expect(budget.isFree).toBe(false);
		ask("Maya");
		clock.skip(100);
		await settle();
		for (const turn of held) turn?.end();
		clock.skip(890);
		await settle();
		expect(granted).toEqual([]);
		clock.skip(10); // by now five have certainly left the second
		await until(() => granted.length === 1);
	});

	it("waits for no longer than a second after answers, also for who waits already", async () => {
		const { budget, clock, granted, ask } = budgetOf(100);
		const held = Array.from({ length: 50 }, () => budget.takeFree());
		await Promise.all(held.map((turn) => turn?.use()));
		ask("Maya");
		clock.skip(100);
		for (const turn of held) turn?.end();
		clock.skip(990);
		await settle();
		expect(granted).toEqual([]);
		clock.skip(10);
		await until(() => granted.length === 1);
	});

	it("counts on its way only what Discord may still have, however many there were before", async () => {
		const { budget, clock, post } = budgetOf(100);
		post(50);
		clock.skip(60_000);
		post(49);
		expect(budget.isFree).toBe(true);
		post(1);
		expect(budget.isFree).toBe(false);
	});

	it("does not wait for ever for answers", async () => {
		const { budget, clock, post } = budgetOf();
		post(45);
		clock.skip(1_000);
		post(5);
		clock.skip(990);
		expect(budget.isFree).toBe(false);
		clock.skip(10);
		expect(budget.isFree).toBe(true);
	});

	it("takes a turn back, once, and gives it to the next", async () => {
		const { budget, granted, ask, names } = budgetOf(1);
		const turn = budget.takeFree();
		ask("Maya");
		ask("Sunil");
		turn?.giveBack();
		turn?.giveBack();
		await until(() => granted.length > 0);
		await settle();
		expect(names()).toEqual(["Maya"]);
		void granted[0]?.turn?.use();
		granted[0]?.turn?.giveBack(); // it was used: that changes nothing
		await settle();
		expect(names()).toEqual(["Maya"]);
	});

	it("takes back only that one", async () => {
		const { budget, clock } = budgetOf(2);
		const maya = budget.takeFree();
		clock.skip(100);
		void budget.takeFree()?.use();
		maya?.giveBack();
		expect(budget.takeFree()).not.toBeNull();
		expect(budget.takeFree()).toBeNull();
	});

	it("hears at once of a turn that is given back", async () => {
		const { budget, granted, ask } = budgetOf(1);
		const turn = budget.takeFree();
		ask("Maya");
		turn?.giveBack();
		await until(() => granted.length === 1);
	});

	it("counts a turn that was used and then given back as no turn less", async () => {
		const { budget, clock } = budgetOf(1);
		const maya = budget.takeFree();
		void maya?.use();
		maya?.giveBack();
		clock.skip(1_000);
		expect(budget.takeFree()).not.toBeNull();
		clock.skip(1_000);
		expect(budget.isFree).toBe(false); // that one is kept
	});

	it("stays closed for as long as Discord asks, also for who waits already", async () => {
		const { budget, clock, granted, ask, post } = budgetOf(1);
		post(1);
		ask("Maya");
		budget.closeFor(3_000);
		clock.skip(1_000);
		budget.closeFor(1_000);
		clock.skip(1_900);
		await settle();
		expect(granted).toEqual([]);
		clock.skip(100);
		await until(() => granted.length === 1);
	});

	it("grants nothing any more once all is to end, also to who waits, and leaves nobody waiting", async () => {
		const { budget, clock, ending, granted, ask, post } = budgetOf(1);
		post(1);
		ask("Maya");
		ending.abort();
		ask("Sunil");
		await until(() => granted.length === 2);
		expect(granted.map(({ turn }) => turn)).toEqual([null, null]);
		clock.skip(1_000);
		expect(budget.isFree).toBe(true); // nobody is left in the queue
		expect(budget.takeFree()).toBeNull();
	});
});
