import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("an enforced nonce", () => {
	const body = { content: "Hello", nonce: "abc", enforce_nonce: true };

	it("returns the earlier message instead of making another", async () => {
		const { clock, stage, post } = await openAcme();
		const first = await post(body);
		clock.skip(60_000);
		expect((await post({ ...body, content: "Other" })).body).toMatchObject({ id: first.body.id, content: "Hello" });
		expect(stage.messages).toHaveLength(1);
	});

	it("is forgotten after a few minutes", async () => {
		const { clock, stage, post } = await openAcme();
		await post(body);
		clock.skip(3 * 60_000 + 1);
		await post(body);
		expect(stage.messages).toHaveLength(2);
	});

	it("answers Unknown Message when the earlier one was deleted", async () => {
		const { stage, post } = await openAcme();
		await post(body);
		await stage.removeMessage(await stage.nextMessage());
		expect(await post(body)).toMatchObject({ status: 404, body: { code: 10008 } });
	});

	it("means nothing without enforce_nonce", async () => {
		const { stage, post } = await openAcme();
		await post(body);
		await post({ ...body, enforce_nonce: false });
		expect(stage.messages).toHaveLength(2);
	});
});
