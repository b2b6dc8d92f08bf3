import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { crowdRuns, SEED, tried } from "../greetings/runs.ts";
import { template } from "../greetings/templates.ts";
import { until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { submitText } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

/** What a form takes, in characters as Discord counts them. */
const LONGEST_TYPED = 4_000;
const LATE_MS = 15 * 60_000;

const seen = new Map<string, number>();
afterAll(() => tried("texts typed into the form", seen));

it("greets with every text that was saved whoever comes, and answers every other with a sentence", async () => {
	const { server, stage, henry, clock, log, running } = await atAcme();
	await henry.runs("host set", { pace: "swift" }).then(shownBy);
	await henry.joins(stage);
	await stage.opens({ topic: "*".repeat(120), by: henry });
	await until(() => log.some(({ msg }) => msg === "session opened"));
	clock.skip(LATE_MS);
	let guests = 0;

	/** Lets so many come with names of which nothing is left as it is; each is called by a number of their own. */
	async function come(count: number): Promise<void> {
		const numbers = Array.from({ length: count }, () => 1_000 + guests++);
		const posts = stage.messages.length;
		const coming = numbers.map((number) => server.addMember({ globalName: `${"*_".repeat(14)}${number}` }));
		await Promise.all(coming.map((guest) => guest.joins(stage)));
		const heard = () => stage.messages.slice(posts).map(({ content }) => content);
		await until(() => {
			clock.skip(50);
			return numbers.every((number) => heard().some((content) => content.includes(String(number))));
		});
		await Promise.all(coming.map((guest) => guest.leaves()));
	}

	await fc.assert(
		fc.asyncProperty(template, fc.integer({ min: 1, max: 3 }), async (typed, count) => {
			const lines = log.length;
			const answer = await shownBy(await submitText(henry, "late", [...typed].slice(0, LONGEST_TYPED).join("")));
			const outcome = /^\*\*Saved\.\*\*/.test(answer) ? "saved" : "refused";
			expect(outcome === "saved" || answer.startsWith("Not saved yet")).toBe(true);
			if (outcome === "saved") {
				expect(await shownBy(await henry.runs("greeting preview"))).toContain("-# Late");
				await come(count);
			}
			seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
			expect(log.slice(lines).filter(({ level }) => Number(level) >= 50)).toEqual([]);
		}),
		{ numRuns: crowdRuns(40), seed: SEED },
	);
	expect(await Promise.race([running, "it runs"])).toBe("it runs");
});
