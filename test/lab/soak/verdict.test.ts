import { describe, expect, it } from "vitest";
import type { Sample } from "./sample.ts";
import type { Soak } from "./soak.ts";
import { isGood, judgeSoak } from "./verdict.ts";

const fine: Sample = {
	atMs: 0,
	memoryMiB: 160,
	heapMiB: 40,
	files: 35,
	waiting: 1,
	oldestS: 0.2,
	oldestInSilenceS: null,
};

/** A soak of so many minutes, with a sample every ten seconds. */
function soaked(minutes: number, sample: (minute: number) => Partial<Sample> = () => ({}), change: Partial<Soak> = {}) {
	const samples = Array.from({ length: minutes * 6 }, (_, n) => ({
		...fine,
		...sample(n / 6),
		atMs: (n + 1) * 10_000,
	}));
	return judgeSoak({
		bot: "Byname",
		lastedMs: minutes * 60_000,
		samples,
		tally: { came: 10, greeted: 10, doubled: [], lost: [], worstMs: 900 },
		inside: 3,
		troubles: {},
		identifies: 1,
		resumes: 0,
		rateLimited: 0,
		said: {},
		crash: null,
		...change,
	});
}

function missed(verdicts: ReturnType<typeof judgeSoak>): string[] {
	return verdicts.filter(({ reached }) => reached === false).map(({ wanted }) => wanted);
}

describe("judgeSoak", () => {
	it("is content with a process that stays as it is", () => {
		const verdicts = soaked(30);
		expect(verdicts.every(({ reached }) => reached === true)).toBe(true);
		expect(isGood(verdicts)).toBe(true);
	});

	it("finds memory that grows, and the longer it looks the slower it may grow", () => {
		const growing = (perHour: number) => (minute: number) => ({ memoryMiB: 160 + (perHour * minute) / 60 });
		expect(missed(soaked(30, growing(70)))).toEqual(["memory is flat once it is warm"]);
		expect(missed(soaked(30, growing(50)))).toEqual([]);
		expect(missed(soaked(480, growing(5)))).toEqual(["memory is flat once it is warm"]);
	});

	it("does not mind the time in which it gets warm, nor memory that is given back", () => {
		expect(missed(soaked(30, (minute) => ({ memoryMiB: minute < 10 ? 60 + 10 * minute : 160 })))).toEqual([]);
		expect(missed(soaked(30, (minute) => ({ memoryMiB: 300 - minute })))).toEqual([]);
	});

	it("cannot tell from a few minutes whether memory grows", () => {
		const verdicts = soaked(3, (minute) => ({ memoryMiB: 160 + 20 * minute }));
		expect(verdicts[0]).toMatchObject({ reached: null, found: expect.stringContaining("it takes 10 minutes to tell") });
		expect(isGood(verdicts)).toBe(true);
	});

	it("finds a socket that each reconnect leaves behind", () => {
		expect(missed(soaked(30, (minute) => ({ files: 35 + Math.floor(minute) })))).toEqual([
			"open files and sockets do not grow in number",
		]);
	});

	it("says so where the system does not tell", () => {
		const verdicts = soaked(30, () => ({ memoryMiB: null, files: null }));
		expect(verdicts.filter(({ found }) => found === "not measurable here")).toHaveLength(2);
		expect(isGood(verdicts)).toBe(true);
	});

	it("finds a greeting that waited, and lets one wait for a silent Discord", () => {
		const at = (minute: number, late: Partial<Sample>) => (now: number) => (now === minute ? late : {});
		expect(missed(soaked(30, at(7, { oldestS: 5.1 })))).toEqual(["no greeting waits for 5 s more than its host wants"]);
		expect(missed(soaked(30, at(7, { oldestInSilenceS: 8.7 })))).toEqual([]);
		expect(missed(soaked(30, at(7, { oldestInSilenceS: 13.2 })))).toHaveLength(1);
		expect(missed(soaked(1, () => ({ oldestS: null })))).toEqual([
			"no greeting waits for 5 s more than its host wants",
		]);
	});

	it("wants everybody greeted exactly once, no 429, and a bot that stays", () => {
		const tally = { came: 10, greeted: 9, doubled: [], lost: ["Guest 1x1 came to session 0"], worstMs: 900 };
		expect(missed(soaked(30, undefined, { tally }))).toEqual(["everybody greeted exactly once"]);
		const doubled = { ...tally, greeted: 10, lost: [], doubled: ["Guest 1x1 is greeted 2 times in session 0"] };
		expect(missed(soaked(30, undefined, { tally: doubled }))).toEqual(["everybody greeted exactly once"]);
		expect(missed(soaked(30, undefined, { rateLimited: 1 }))).toEqual(["429s: 0"]);
		expect(missed(soaked(30, undefined, { crash: "it ended by itself (4)" }))).toEqual(["it runs to the end"]);
	});
});
