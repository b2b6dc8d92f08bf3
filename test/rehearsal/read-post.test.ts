import { describe, expect, it } from "vitest";
import { readPost } from "../../rehearsal/read-post.ts";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { always } from "../../src/greetings/pick.ts";
import { MOST_VARIANTS } from "../../src/greetings/texts.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { guest, MINUTE_MS, START, scene } from "../greetings/scene.ts";

const CROWD = ["Maya", "Rock and Roll", "Tom"];
const isName = (name: string) => [...CROWD, "Okafor, Ngozi", "Sammy Davis Jr.", "Sunil S."].includes(name);
const HOURS = [null, "UTC", "Asia/Kolkata", "America/New_York"];
const KINDS = ["early", "onTime", "late", "afterHours", "thanks"] as const;

/** Posts to these people in each of Byname's own wordings. */
function* postsTo(names: readonly string[], but: Partial<Greeting>): Generator<string> {
	const after = but.kind === "afterHours" ? { recap: "https://example.org/slides", next: START } : {};
	const where = { ...scene, ...after, note: "slide 12", now: START + (but.kind === "early" ? -MINUTE_MS : MINUTE_MS) };
	for (let wording = 0; wording < MOST_VARIANTS; wording++) {
		for (const timeZone of HOURS) {
			const people = names.map((name) => guest(name, but));
			const turns = always((_, variants) => wording % Math.max(variants, 1));
			yield compose(people, { ...DEFAULT_VOICE, timeZone }, where, turns).body;
		}
	}
}

describe("reading a post in any of Byname's own wordings", () => {
	describe.each(KINDS)("to who comes %s", (kind) => {
		it.each([[["Okafor, Ngozi"]], [["Sammy Davis Jr."]], [["Maya", "Sunil S."]], [CROWD]])(
			"finds what is said, and to whom: %j",
			(names) => {
				const note = kind === "late" ? expect.stringContaining("slide 12") : "";
				for (const post of postsTo(names, { kind, minutes: 25 })) {
					const line = { kind, names, welcomesBack: false, expects: false, apology: false, note };
					expect(readPost(post, isName), post).toEqual({ lines: [line], unread: [] });
				}
			},
		);
	});

	it.each([2, 5, 10])("finds apologies and that somebody is here for the %ith time", (visits) => {
		for (const kind of ["early", "onTime", "late"] as const) {
			for (const post of postsTo(["Okafor, Ngozi"], { kind, visits, missed: true })) {
				const { lines, unread } = readPost(post, isName);
				expect(lines, post).toEqual([
					expect.objectContaining({ names: ["Okafor, Ngozi"], welcomesBack: true, apology: true }),
				]);
				expect([kind, "back"]).toContain(lines[0]?.kind);
				expect(unread).toEqual([]);
			}
		}
	});

	it("leaves every other line alone, though it is not far from one", () => {
		const [text = ""] = languageOf("en").texts.thanks;
		const thanks = text.replace("{name}", "Maya");
		const strange = ["Buy cheap watches", `${thanks} Really?`, `So: ${thanks}`, ""];
		expect(readPost([thanks, ...strange].join("\n"), isName)).toEqual({
			lines: [expect.objectContaining({ kind: "thanks", names: ["Maya"] })],
			unread: strange,
		});
	});
});
