import { expect, it } from "vitest";
import { ScaledClock } from "../../../rehearsal/scaled-clock.ts";
import { askInTurn } from "../../../src/after/attendance-csv/names.ts";
import { UserError } from "../../../src/user-error.ts";
import { STANDING_STILL, skipUntil } from "../../journeys/journey.ts";

const idsOf = (count: number, from = 0) => Array.from({ length: count }, (_, n) => String(from + n));

/** A Discord that tells names, and whose answers can be lost. */
function asked() {
	const clock = new ScaledClock({ speed: STANDING_STILL });
	const lots: { at: number; userIds: readonly string[] }[] = [];
	const began = clock.steady();
	const names = askInTurn(clock);
	const lost = { times: 0 };
	const ask = async (_serverId: string, userIds: readonly string[]) => {
		lots.push({ at: Math.round(clock.steady() - began), userIds });
		if (lost.times > 0) {
			lost.times--;
			return new Map<string, string | null>();
		}
		return new Map(userIds.map((id) => [id, id === "13" ? null : `Guest ${id}`] as const));
	};
	const of = (userIds: readonly string[], onTold: (count: number) => void = () => undefined, how = ask) =>
		names.of({ serverId: "acme", userIds, ask: how }, onTold);
	/** Lets time pass until something has come of it. */
	async function passed<T>(asking: Promise<T>): Promise<T> {
		let isOver = false;
		const over = () => (isOver = true);
		asking.then(over, over);
		await skipUntil({ clock }, () => isOver, 100);
		return asking;
	}
	return { clock, lots, lost, ask, of, passed };
}

it("asks for a hundred at a time, and for the next not before a second has passed", async () => {
	const { lots, of, passed } = asked();
	const told: number[] = [];
	const names = await passed(of(idsOf(250), (count) => void told.push(count)));
	expect(names.size).toBe(250);
	expect(lots.map(({ userIds }) => userIds.length)).toEqual([100, 100, 50]);
	expect(lots.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 1, 2]);
	expect(told).toEqual([100, 200, 250]);
});

it("asks for two files in turn, and for both together once a second", async () => {
	const { lots, of, passed } = asked();
	await passed(Promise.all([of(idsOf(200)), of(idsOf(200, 1_000))]));
	expect(lots.map(({ userIds }) => userIds[0])).toEqual(["0", "1000", "100", "1100"]);
	expect(lots.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 1, 2, 3]);
});

it("tells who has left from who could not be told", async () => {
	const { of, ask, passed } = asked();
	const silentOn14 = async (serverId: string, userIds: readonly string[]) => {
		const names = await ask(serverId, userIds);
		names.delete("14");
		return names;
	};
	const names = await passed(of(idsOf(20), undefined, silentOn14));
	expect([names.get("12"), names.get("13"), names.has("14")]).toEqual(["Guest 12", null, false]);
});

it("asks again where an answer was lost", async () => {
	const { of, lost, lots, passed } = asked();
	lost.times = 2;
	expect((await passed(of(idsOf(150)))).size).toBe(150);
	expect(lots).toHaveLength(4);
});

it("says so where Discord tells nothing, and goes on for the next file", async () => {
	const { of, lost, passed } = asked();
	lost.times = 4;
	await expect(passed(of(idsOf(500)))).rejects.toThrow(UserError);
	expect((await passed(of(idsOf(1)))).size).toBe(1);
});
