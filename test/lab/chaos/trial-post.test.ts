import { describe, expect, it } from "vitest";
import { maya, sunil } from "./told.ts";
import { readTrialPost } from "./trial-post.ts";

const SORRY = "Sorry I wasn't at the door when you came in. That was my slip, not yours.";

describe("readPost", () => {
	it("takes a post apart", () => {
		const text = [
			`${SORRY} Hello, ${maya} and ${sunil}! So glad you made it. Thanks for joining us!`,
			`Thank you for coming, ${maya}!`,
			`Hello, ${sunil}! You're early, so pick the best seat. We start <t:1700000000:R>.`,
			"What?",
		].join("\n");
		expect(readTrialPost(text)).toEqual({
			apology: true,
			said: [
				{ who: maya, kind: "late", apology: true, at: null },
				{ who: sunil, kind: "late", apology: true, at: null },
				{ who: maya, kind: "thanks", apology: false, at: null },
				{ who: sunil, kind: "early", apology: false, at: 1_700_000_000_000 },
			],
			unread: ["What?"],
		});
	});
});
