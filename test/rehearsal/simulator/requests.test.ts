import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("every request", () => {
	it("needs the bot's token", async () => {
		const { simulator } = await openAcme();
		const answer = await ask(simulator, "GET", "/users/@me", undefined, { Authorization: "Bot wrong" });
		expect(answer).toMatchObject({ status: 401, body: { message: "401: Unauthorized", code: 0 } });
	});

	it("needs a bot's user agent", async () => {
		const { simulator } = await openAcme();
		const answer = await ask(simulator, "GET", "/users/@me", undefined, { "User-Agent": "curl/8" });
		expect(answer).toMatchObject({ status: 403, body: { code: 40333 } });
	});

	it("is written down", async () => {
		const { clock, simulator, stage, post } = await openAcme();
		await post({ content: "Hello" });
		expect(simulator.requests).toMatchObject([
			{
				method: "POST",
				path: `/channels/${stage.id}/messages`,
				body: { content: "Hello" },
				status: 200,
				clockTime: clock.now(),
			},
		]);
	});

	it("is answered with 404 where there is no such route", async () => {
		const { simulator } = await openAcme();
		expect(await ask(simulator, "GET", "/nowhere")).toMatchObject({ status: 404, body: { code: 0 } });
	});
});
