import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("losing the connection", () => {
	it("replays what was missed, in order, after a resume", async () => {
		const { simulator, server, stage, maya, logIn } = await openAcme();
		const tom = server.addMember("Tom");
		const bot = await logIn();
		const resumed = bot.packet("RESUMED");
		simulator.fail.dropSockets();
		await maya.joins(stage);
		await tom.joins(stage);
		await resumed;
		expect(bot.packets.slice(-3).map(({ t, d }) => d.user_id ?? t)).toEqual([maya.id, tom.id, "RESUMED"]);
		expect(simulator.identifies).toBe(1);
	});

	it("resumes when told to reconnect", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		const resumed = bot.packet("RESUMED");
		await simulator.fail.reconnect();
		await resumed;
		expect(simulator.resumes).toBe(1);
	});

	it("is noticed by heartbeats without an answer while the socket is stalled, and nothing is missed", async () => {
		const { simulator, server, stage, maya, logIn } = await openAcme();
		const tom = server.addMember("Tom");
		simulator.gateway.heartbeatMs = 2_000;
		const bot = await logIn();
		simulator.fail.stallSockets();
		await maya.joins(stage);
		await tom.joins(stage);
		await expect.poll(() => simulator.trustedInVain, { timeout: 20_000 }).toBe(0);
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
		const resumed = bot.packet("RESUMED");
		simulator.fail.dropSockets();
		await resumed;
		expect(bot.packets.slice(-3).map(({ t, d }) => d.user_id ?? t)).toEqual([maya.id, tom.id, "RESUMED"]);
		expect(simulator.identifies).toBe(1);
	});

	it("begins a new session with a new snapshot when the old one is invalid, replaying nothing", async () => {
		const { simulator, stage, maya, logIn } = await openAcme();
		const bot = await logIn();
		const snapshot = bot.packet("GUILD_CREATE");
		await simulator.fail.invalidate();
		await maya.joins(stage);
		expect((await snapshot).d.voice_states).toMatchObject([{ user_id: maya.id }]);
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
	});

	it("forgets a session that the client closes with 1000", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		await bot.client.destroy();
		await expect.poll(() => simulator.world.sessions.size, { timeout: 10_000 }).toBe(0);
	});

	it("refuses connections and takes them again", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		await simulator.fail.refuse();
		await expect(bot.client.rest.get("/users/@me")).rejects.toThrow();
		await simulator.fail.accept();
		await expect(bot.client.rest.get("/users/@me")).resolves.toMatchObject({ id: simulator.bot.id });
	});
});
