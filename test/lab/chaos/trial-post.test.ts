import { describe, expect, it } from "vitest";
import { says } from "../../greetings/heard.ts";
import { START } from "../../greetings/scene.ts";
import { maya, sunil } from "./told.ts";
import { readTrialPost } from "./trial-post.ts";

describe("readTrialPost", () => {
	it("takes a post apart", () => {
		const text = [
			says("late", [maya, sunil], { missed: true }),
			says("thanks", [maya]),
			says("early", [sunil]),
			says("onTime", [maya, sunil], { language: "de" }),
			says("onTime", ["Somebody else"]),
			"https://example.com/slides",
			`Next time: <t:${START / 1_000}:F> https://discord.com/events/1/2`,
			"What?",
		].join("\n");
		expect(readTrialPost(text)).toEqual({
			apology: true,
			said: [
				{ who: maya, kind: "late", apology: true, at: null, place: 0 },
				{ who: sunil, kind: "late", apology: true, at: null, place: 1 },
				{ who: maya, kind: "thanks", apology: false, at: null, place: 2 },
				{ who: sunil, kind: "early", apology: false, at: START, place: 3 },
				{ who: maya, kind: "onTime", apology: false, at: null, place: 4 },
				{ who: sunil, kind: "onTime", apology: false, at: null, place: 5 },
			],
			unread: [says("onTime", ["Somebody else"]), "What?"],
			next: START,
		});
	});
});
