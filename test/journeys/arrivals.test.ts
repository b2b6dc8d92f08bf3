import { describe, expect, it } from "vitest";
import type { SimServer } from "../../rehearsal/simulator/server.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

describe("an arrival", () => {
	it("is greeted by name in the room's chat", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
	});

	it("is called by the nickname before the display name before the username", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember({ username: "m4ya", globalName: "Maya P.", nick: "Maya" }).joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await server.addMember({ username: "sun.il", globalName: "Sunil" }).joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		await server.addMember({ username: "tom" }).joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: tom");
	});

	it("is greeted once, however often the person mutes, leaves, comes back or the packet is repeated", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await maya.repeatsLastPacket();
		await maya.mutes();
		await maya.asksToSpeak();
		await maya.leaves();
		await maya.joins(stage);
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		expect(stage.messages).toHaveLength(2);
	});

	it("counts when somebody moves in from another room", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const lobby = server.addVoiceRoom("Lobby");
		const maya = server.addMember("Maya");
		await maya.joins(lobby);
		await maya.moves(stage);
		expect(await stage.nextText()).toContain("Maya");
		expect(lobby.messages).toEqual([]);
	});

	it("is not a bot's", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember({ username: "jukebox", bot: true }).joins(stage);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
	});

	it("is greeted for a guest, whose member data has no joining date", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember({ username: "gus", globalName: "Gus", guest: true }).joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Gus");
	});

	it("is greeted by name although the packet leaves the member out", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage, { withoutMember: true });
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
	});

	it("gets a neutral word when nobody can tell the name", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(404, { method: "GET", path: "/users/" });
		await server.addMember({ globalName: "Gus", guest: true }).joins(stage, { withoutMember: true });
		expect(heard(await stage.nextText())).toBe(`onTime: ${languageOf("en").neutralName}`);
	});

	it("shares a message with everybody else of the crowd, each by name", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const names = Array.from({ length: 200 }, (_, index) => `Guest ${index + 1}.`);
		await Promise.all(names.map((name) => server.addMember(name).joins(stage)));
		const said: string[] = [];
		while (!names.every((name) => said.some((text) => text.includes(name.replace(".", ""))))) {
			said.push(await stage.nextText());
		}
		expect(said.length).toBeLessThanOrEqual(4);
		expect(journey.discord.rateLimited).toBe(0);
	});

	it("is greeted by name in a crowd of whom no packet says who they are, for which Discord is asked hardly at all", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const asked = journey.discord.requests.length;
		const names = Array.from({ length: 200 }, (_, index) => `Guest ${index + 1}.`);
		await Promise.all(names.map((name) => server.addMember(name).joins(stage, { withoutMember: true })));
		const said: string[] = [];
		while (!names.every((name) => said.some((text) => text.includes(name.replace(".", ""))))) {
			said.push(await stage.nextText());
		}
		expect(journey.discord.memberRequests.length).toBeLessThanOrEqual(3);
		expect(journey.discord.requests.slice(asked).filter(({ method }) => method === "GET")).toEqual([]);
		expect(journey.discord.rateLimited).toBe(0);
	});

	it("is not greeted for somebody who has left before Discord has said who they are", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		journey.discord.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
		await maya.joins(stage, { withoutMember: true });
		await until(() => journey.discord.memberRequests.length === 1);
		await maya.leaves();
		journey.clock.skip(2_000);
		await until(() => journey.discord.requests.some(({ path }) => path.endsWith(`/members/${maya.id}`)));
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		expect(stage.messages).toHaveLength(1);
	});

	it("is greeted by name after a restart that came before Discord has said who it is", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
		await server.addMember("Maya").joins(stage, { withoutMember: true });
		await until(() => journey.discord.memberRequests.length === 1);
		await journey.stop();
		await journey.start();
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		expect(stage.messages).toHaveLength(1);
	});

	it("in a trickle shares a message with who came before and after, within twenty seconds", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		for (const name of ["Ann", "Bob", "Cid", "Dee", "Eve", "Fay"]) {
			await server.addMember(name).joins(stage);
			expect(await stage.nextText()).toContain(name);
			journey.clock.skip(1_100);
		}
		await server.addMember("Maya").joins(stage);
		journey.clock.skip(1_100);
		await server.addMember("Sunil").joins(stage);
		const came = journey.clock.now();
		await skipUntil(journey, () => stage.messages.length > 6, 1_000);
		const { content, acceptedAt } = await stage.nextMessage();
		expect(heard(content)).toBe("onTime: Maya, Sunil");
		expect(acceptedAt - came).toBeGreaterThan(8_000);
		expect(acceptedAt - came).toBeLessThan(21_000);
	});

	it("pings nobody, whatever the name", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("@everyone <@1> $& {host} **x**").joins(stage);
		const message = await stage.nextMessage();
		expect(message.allowedMentions).toEqual({ parse: [], users: [] });
		expect(message.mentionsEveryone).toBe(false);
		expect(message.mentions).toEqual([]);
		expect(message.content).toContain("{host}");
		expect(message.content).toContain("$&");
	});

	it("says good bye by name to who is there at the end", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		const sunil = server.addMember("Sunil");
		await maya.joins(stage);
		await stage.nextText();
		await sunil.joins(stage);
		await stage.nextText();
		await sunil.leaves();
		await stage.closes();
		expect(heard(await stage.nextText())).toBe("thanks: Maya");
	});
});

describe("somebody whose packets tell only their id", () => {
	/** Everybody of whom Discord has been asked who they are. */
	function asked({ discord }: Journey): string[] {
		return discord.memberRequests.flatMap(({ userIds }) => userIds);
	}

	it("need not be asked for when a packet, or the snapshot of their server, has said it while they are in a room", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const lobby = server.addVoiceRoom("Lobby");
		const [maya, sunil] = [server.addMember("Maya"), server.addMember("Sunil")];
		await maya.joins(lobby);
		await maya.moves(stage, { withoutMember: true });
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		journey.discord.fail.dropSockets({ forget: true });
		sunil.joinsQuietly(lobby);
		await until(() => journey.discord.identifies === 2);
		await sunil.moves(stage, { withoutMember: true });
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		expect(asked(journey)).toEqual([]);
	});

	it.each([
		[
			"the connection was cut",
			async ({ discord }: Journey, _server: SimServer, meanwhile: () => void) => {
				discord.fail.dropSockets({ forget: true });
				meanwhile();
				await until(() => discord.identifies === 2);
			},
		],
		[
			"Byname was no longer on the server",
			async (_journey: Journey, server: SimServer, meanwhile: () => void) => {
				await server.remove();
				meanwhile();
				await server.invitesAgain();
			},
		],
	])("is called by the name they have taken while %s", async (_title, absence) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const lobby = server.addVoiceRoom("Lobby");
		const maya = server.addMember("Mia");
		await maya.joins(lobby);
		await absence(journey, server, () => {
			maya.leavesQuietly();
			maya.nick = "Maya";
		});
		await maya.joins(stage, { withoutMember: true });
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		expect(asked(journey)).toEqual([maya.id]);
	});
});
