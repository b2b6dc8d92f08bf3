import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("faults", () => {
	it("answers the next matching requests as told, and only those", async () => {
		const { simulator, stage, post } = await openAcme();
		simulator.fail.answer(503, { times: 1, method: "POST", path: "/messages" });
		expect(await ask(simulator, "GET", "/users/@me")).toMatchObject({ status: 200 });
		expect(await post({ content: "Hi" })).toMatchObject({ status: 503 });
		expect(stage.messages).toEqual([]);
		expect(await post({ content: "Hi" })).toMatchObject({ status: 200 });
	});

	it("does what is asked before it answers as told, where it is told to", async () => {
		const { simulator, stage, post } = await openAcme();
		simulator.fail.answer(204, { path: "/messages", text: "", done: true });
		expect(await post({ content: "Hi" })).toMatchObject({ status: 204 });
		expect(await stage.nextText()).toBe("Hi");
	});

	it("limits with the scope it is told", async () => {
		const { simulator, post } = await openAcme();
		simulator.fail.rateLimit("shared", 1500);
		const answer = await post({ content: "Hi" });
		expect(answer).toMatchObject({ status: 429, body: { retry_after: 1.5, global: false } });
		expect(answer.headers.get("x-ratelimit-scope")).toBe("shared");
		expect(simulator.invalidRequests).toBe(0);
	});

	it("accepts a message and cuts the line", async () => {
		const { simulator, stage, post } = await openAcme();
		simulator.fail.drop({ path: "/messages" });
		await expect(post({ content: "Hi" })).rejects.toThrow();
		expect(await stage.nextText()).toBe("Hi");
	});

	it("cuts the line before it accepts", async () => {
		const { simulator, stage, post } = await openAcme();
		simulator.fail.dropUnheard({ path: "/messages" });
		await expect(post({ content: "Hi" })).rejects.toThrow();
		expect(stage.messages).toEqual([]);
	});

	it("accepts a message and never answers", async () => {
		const { simulator, stage } = await openAcme();
		simulator.fail.stall({ path: "/messages" });
		const given = new AbortController();
		const sent = fetch(`${simulator.url}/v10/channels/${stage.id}/messages`, {
			method: "POST",
			headers: { Authorization: `Bot ${simulator.token}`, "User-Agent": "DiscordBot (x, 1)" },
			body: JSON.stringify({ content: "Hi" }),
			signal: given.signal,
		});
		expect(await stage.nextText()).toBe("Hi");
		expect(simulator.requests[0]?.status).toBe(0);
		given.abort();
		await expect(sent).rejects.toThrow();
	});
});
