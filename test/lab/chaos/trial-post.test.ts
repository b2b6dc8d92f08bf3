import { describe, expect, it } from "vitest";
import { maya, sunil } from "./told.ts";
import { readTrialPost } from "./trial-post.ts";

const SORRY = "Sorry I wasn't at the door when you came in. That was my slip, not yours.";

describe("readPost", () => {
	it("takes a post apart", () => {
		const text = `${SORRY} Hello, ${maya} and ${sunil}! So glad you made it. Thanks for joining us!\nThank you for coming, ${maya}!\nWhat?`;
		expect(readTrialPost(text)).toEqual({
			apology: true,
			said: [
				{ who: maya, kind: "late", apology: true },
				{ who: sunil, kind: "late", apology: true },
				{ who: maya, kind: "thanks", apology: false },
			],
			unread: ["What?"],
		});
	});
});
