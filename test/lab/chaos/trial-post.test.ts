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
			"What?",
		].join("\n");
		expect(readTrialPost(text)).toEqual({
			apology: true,
			said: [
				{ who: maya, kind: "late", apology: true, at: null },
				{ who: sunil, kind: "late", apology: true, at: null },
				{ who: maya, kind: "thanks", apology: false, at: null },
				{ who: sunil, kind: "early", apology: false, at: START },
				{ who: maya, kind: "onTime", apology: false, at: null },
				{ who: sunil, kind: "onTime", apology: false, at: null },
			],
			unread: [says("onTime", ["Somebody else"]), "What?"],
		});
	});
});
