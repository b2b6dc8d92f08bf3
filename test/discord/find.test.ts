import { describe, expect, it } from "vitest";
import { pageOf } from "../../src/discord/find.ts";

const answered = (body: unknown) => ({ kind: "answered", body, bucketOpensInMs: 0 }) as const;
const refused = (status: number, code: number) => ({ kind: "refused", status, code, reason: "refused" }) as const;

describe("a page of messages", () => {
	it("is what Discord answers, as far as it matters", () => {
		const message = { id: "7", content: "Hello, Maya!", nonce: "n", author: { id: "1" } };
		expect(pageOf(answered([{ ...message, tts: false }]))).toEqual({ kind: "page", messages: [message] });
	});

	it.each<[answer: string, given: Parameters<typeof pageOf>[0]]>([
		["no answer", { kind: "unknown", reason: "502" }],
		["something else", answered("<html></html>")],
		["nothing", answered(undefined)],
		["a general refusal, as a proxy may give", refused(404, 0)],
	])("is to be asked for again after %s", (_answer, given) => {
		expect(pageOf(given)).toMatchObject({ kind: "unanswered" });
	});

	it.each<[answer: string, given: Parameters<typeof pageOf>[0]]>([
		["missing access", refused(403, 50001)],
		["missing permissions", refused(403, 50013)],
		["an unknown channel", refused(404, 10003)],
		["a refusal that says no more than 403", refused(403, 0)],
	])("can never be read after %s", (_answer, given) => {
		expect(pageOf(given)).toEqual({ kind: "unreadable", reason: "refused" });
	});

	it("is asked for later when Discord says so", () => {
		expect(pageOf({ kind: "limited", retryAfterMs: 7_000, global: true })).toEqual({
			kind: "limited",
			retryAfterMs: 7_000,
		});
	});
});
