import { describe, expect, it } from "vitest";
import { meaningOf } from "../../src/discord/exchange.ts";

const page = "<html><body>Unauthorized</body></html>";
const refusal = (message: string, code: number) => JSON.stringify({ message, code });

describe("what an answer means", () => {
	it.each<[title: string, status: number, text: string, meaning: string]>([
		["a message", 200, '{"id":"1"}', "as it is"],
		["a redirect", 301, page, "as it is"],
		["a refusal", 403, refusal("Missing Permissions", 50013), "as it is"],
		["a page of a proxy that refuses", 404, page, "as it is"],
		["Discord's own 401", 401, refusal("401: Unauthorized", 0), "token refused"],
		["Discord's other 401", 401, refusal("Unauthorized. Provide a valid token and try again", 40001), "token refused"],
		["a 401 about something else", 401, refusal("Invalid Webhook Token", 50027), "refused by code"],
		["a 401 of a proxy, as a page", 401, page, "not Discord's"],
		["a 401 of a proxy, empty", 401, "", "not Discord's"],
		["a 401 of a proxy, as JSON", 401, '{"error":"unauthorized"}', "not Discord's"],
		["a 401 of a proxy, as JSON that looks like Discord's", 401, refusal("sign in first", 0), "not Discord's"],
		["a 401 of a proxy, as null", 401, "null", "not Discord's"],
		["an outage", 500, refusal("500: Internal Server Error", 0), "as it is"],
		["an outage, as a page", 502, page, "as it is"],
		["an outage that says which", 503, refusal("API resource is currently overloaded", 130000), "as it is"],
		["an outage whose code says what it is", 500, refusal("Missing Permissions", 50013), "refused by code"],
	])("is right for %s", (_title, status, text, meaning) => {
		expect(meaningOf({ status, text }, true)).toBe(meaning);
	});

	it("is never about the bot's token when the request did not carry it", () => {
		for (const text of [refusal("401: Unauthorized", 0), refusal("Invalid Webhook Token", 50027), page])
			expect(meaningOf({ status: 401, text }, false)).toBe("as it is");
	});
});
