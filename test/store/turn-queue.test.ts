import { expect, it } from "vitest";
import { TurnQueue } from "../../src/store/turn-queue.ts";

it("turns come one after the other, in the order in which they were asked for", async () => {
	const turns = new TurnQueue();
	const told: string[] = [];
	const one = async (name: string) => {
		await turns.take();
		told.push(`${name} begins`);
		await new Promise((resolve) => setImmediate(resolve));
		told.push(`${name} ends`);
		turns.end();
	};
	await Promise.all([one("a"), one("b"), one("c")]);
	await one("d");
	expect(told).toEqual(["a", "b", "c", "d"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
