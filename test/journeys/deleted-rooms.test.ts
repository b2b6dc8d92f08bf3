import { describe, expect, it } from "vitest";
import { setOut, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { alertsIn, moderatorsOf } from "./moderators.ts";

const UNKNOWN_CHANNEL = { code: 10003, message: "Unknown Channel" };

/** A stage that is live, where Maya has been greeted, in a server where Byname could say that something is wrong. */
async function webinar() {
	const journey = await setOut();
	const { server, stage } = await liveStage(journey);
	const moderators = await moderatorsOf(server);
	await server.addMember("Maya").joins(stage);
	expect(await stage.nextText()).toContain("Maya");
	return { journey, server, stage, alerts: () => alertsIn(moderators) };
}

describe("a room that is deleted", () => {
	it.each([true, false])(
		"ends its session at once, and nobody is told of it (channel first: %s)",
		async (channelFirst) => {
			const { journey, stage, alerts } = await webinar();
			const before = journey.discord.requests.length;
			await stage.remove({ channelFirst });
			await until(() => timesLogged(journey, /^session closed$/) === 1);
			journey.clock.skip(11 * 60_000);
			const { server, stage: next } = await liveStage(journey);
			await server.addMember("Sunil").joins(next);
			expect(await next.nextText()).toContain("Sunil");
			expect(alerts()).toEqual([]);
			expect(timesLogged(journey, /takes no posts from Byname/)).toBe(0);
			const posts = journey.discord.requests
				.slice(before)
				.filter(({ method, path }) => method === "POST" && path.includes(stage.id));
			expect(posts.length).toBeLessThanOrEqual(1); // thanks that were on their way
		},
	);

	it("ends its session at once though only its host keeps it open", async () => {
		const journey = await setOut();
		const server = journey.discord.addServer({ name: "Acme" });
		const room = server.addVoiceRoom("Seminar");
		const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		await host.joins(room);
		await until(() => journey.discord.commands.some((command) => command.name === "session"));
		await (await host.runs("session start", { room })).reply();
		await until(() => timesLogged(journey, /^session opened$/) === 1);
		await room.remove({ channelFirst: true });
		await until(() => timesLogged(journey, /^session closed$/) === 1);
	});

	it("is found to be gone by a process that was away, and its session ends", async () => {
		const { journey, stage } = await webinar();
		await journey.stop();
		await stage.remove();
		await journey.start();
		await until(() => timesLogged(journey, /^session closed$/) === 1);
	});

	it("keeps nothing waiting that was to be said in it", async () => {
		const { journey, server, stage, alerts } = await webinar();
		journey.discord.fail.answer(500, { method: "POST", path: stage.id, times: 2 });
		await server.addMember("Sunil").joins(stage);
		await until(() => timesLogged(journey, /post not through yet/) > 0);
		await stage.remove({ channelFirst: true });
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		journey.clock.skip(60_000);
		const { server: other, stage: next } = await liveStage(journey);
		await other.addMember("Tom").joins(next);
		expect(await next.nextText()).toContain("Tom");
		expect(alerts()).toEqual([]);
		expect(timesLogged(journey, /takes no posts from Byname/)).toBe(0);
	});

	it("is not thought gone while it is shown, whatever one answer says: it is tried again, and its host is told", async () => {
		const { journey, server, stage, alerts } = await webinar();
		journey.discord.fail.answer(404, { method: "POST", path: stage.id, body: UNKNOWN_CHANNEL });
		await server.addMember("Sunil").joins(stage);
		await until(() => alerts().length === 1);
		journey.clock.skip(10 * 60_000);
		expect(await stage.nextText()).toContain("Sunil");
	});
});

describe("a channel that the server had all greetings posted in", () => {
	/** Maya has been greeted there. */
	async function lobbyOfAll() {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const lobby = server.addTextChannel("lobby");
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
		await until(() => journey.discord.commands.some((command) => command.name === "server"));
		await (await olga.runs("server set post-in", { channel: lobby })).reply();
		await server.addMember("Maya").joins(stage);
		await until(() => lobby.messages.some(({ content }) => content.includes("Maya")));
		return { journey, server, stage, lobby };
	}

	it("gives them back to each room's chat when it is deleted", async () => {
		const { journey, server, stage, lobby } = await lobbyOfAll();
		await lobby.remove({ channelFirst: true });
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toContain("Sunil");
		expect(journey.log.filter(({ msg }) => /greetings go to each room's own chat again$/.test(String(msg)))).toEqual([
			expect.objectContaining({ moved: 1 }),
		]);
	});

	it("does so also when posts are answered sooner than the deletion is told", async () => {
		const { journey, server, stage, lobby } = await lobbyOfAll();
		journey.discord.fail.answer(404, { method: "POST", path: lobby.id, body: UNKNOWN_CHANNEL });
		await server.addMember("Sunil").joins(stage);
		await until(() => timesLogged(journey, /takes no posts from Byname/) === 1);
		await lobby.remove();
		expect(await stage.nextText()).toContain("Sunil");
	});
});
