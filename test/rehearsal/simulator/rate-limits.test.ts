import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("the channel's bucket", () => {
	it("refuses the sixth post and says when one more would do", async () => {
		const { clock, simulator, stage, post } = await openAcme();
		const answers = [];
		for (let n = 0; n < 6; n++) answers.push(await post({ content: `${n}` }));
		const [first, , , , fifth, sixth] = answers;
		expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
			"x-ratelimit-limit": "5",
			"x-ratelimit-remaining": "4",
			"x-ratelimit-reset-after": "1.000",
			"x-ratelimit-reset": ((clock.now() + 1000) / 1000).toFixed(3),
			"x-ratelimit-bucket": expect.stringMatching(/^[0-9a-f]+$/),
		});
		expect(fifth?.headers.get("x-ratelimit-remaining")).toBe("0");
		expect(fifth?.headers.get("x-ratelimit-reset-after")).toBe("5.000");
		expect(sixth).toMatchObject({ status: 429, body: { retry_after: 1, global: false } });
		expect(sixth?.headers.get("retry-after")).toBe("1");
		expect(sixth?.headers.get("x-ratelimit-scope")).toBe("user");
		expect(simulator.rateLimited).toBe(1);
		expect(stage.messages).toHaveLength(5);
	});

	it("gives one token back each second", async () => {
		const { clock, post } = await openAcme();
		for (let n = 0; n < 5; n++) await post({ content: `${n}` });
		clock.skip(999);
		expect(await post({ content: "early" })).toMatchObject({ status: 429, body: { retry_after: 0.001 } });
		clock.skip(1);
		expect(await post({ content: "in time" })).toMatchObject({ status: 200 });
		expect(await post({ content: "too many" })).toMatchObject({ status: 429 });
	});

	it("is another one for another channel", async () => {
		const { server, post } = await openAcme();
		const lounge = server.addVoiceRoom("Lounge");
		for (let n = 0; n < 5; n++) await post({ content: `${n}` });
		expect(await post({ content: "Hi" }, lounge)).toMatchObject({ status: 200 });
	});
});

it("lets fifty requests a second through, on all routes together", async () => {
	const { clock, simulator } = await openAcme();
	const answers = await Promise.all(Array.from({ length: 51 }, () => ask(simulator, "GET", "/users/@me")));
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(1);
	expect(refused[0]?.headers.get("x-ratelimit-global")).toBe("true");
	expect(refused[0]?.body).toMatchObject({ global: true, retry_after: 1 });
	clock.skip(1000);
	expect(await ask(simulator, "GET", "/users/@me")).toMatchObject({ status: 200 });
});
