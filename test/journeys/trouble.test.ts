import { describe, expect, it } from "vitest";
import { serverPayload } from "../../rehearsal/simulator/payloads.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

describe("a malformed packet", () => {
	it("is logged with its ids and disturbs nothing else", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await journey.discord.sendRaw("VOICE_STATE_UPDATE", { guild_id: server.id, channel_id: 7, user_id: "not an id" });
		await journey.discord.sendRaw("STAGE_INSTANCE_CREATE", null);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		const complaints = journey.log.filter(({ msg }) => /could not be read/.test(String(msg)));
		expect(complaints).toHaveLength(2);
		expect(complaints[0]).toMatchObject({ packet: "VOICE_STATE_UPDATE", guild_id: server.id });
	});
});

describe("an answer to a command that cannot be sent", () => {
	it("is logged without the token with which anybody could answer", async () => {
		const { discord, log } = await setOut();
		await until(() => discord.commands.length > 0);
		const server = discord.addServer({ name: "Acme" });
		server.addTextChannel("chat");
		const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		for (const status of [404, 403]) discord.fail.answer(status, { method: "POST", path: "/callback" });
		for (const times of [1, 2]) {
			const { token } = await henry.runs("host show");
			const failures = () => log.filter(({ msg }) => /answer to a command could not be sent/.test(String(msg)));
			await until(() => failures().length === times);
			expect(JSON.stringify(log)).not.toContain(token);
		}
	});
});

describe("a snapshot of a server", () => {
	it("shows all that is well-formed in it; what is not is logged once, with its ids", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		server.addMember("Maya").joinsQuietly(stage);
		const snapshot = serverPayload(server);
		await journey.discord.sendRaw("GUILD_CREATE", {
			...snapshot,
			voice_states: [{ user_id: "77", channel_id: 7 }, ...snapshot.voice_states],
			members: [{ user: { id: "77", username: null } }, ...snapshot.members],
		});
		expect(await stage.nextText()).toContain("Maya");
		const complaints = journey.log.filter(({ msg }) => /could not be read/.test(String(msg)));
		expect(complaints).toMatchObject([
			{
				packet: "GUILD_CREATE",
				id: server.id,
				count: 2,
				parts: [
					{ list: "members", user_id: "77", problem: [expect.stringContaining("user.username: ")] },
					{ list: "voice_states", user_id: "77" },
				],
			},
		]);
	});
});

describe("a channel that nobody has heard of", () => {
	it("can be a room like any other once somebody is in it and its stage opens", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		discord.fail.losePackets(1, "CHANNEL_CREATE");
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
	});
});

describe("the gateway", () => {
	it("may drop: who came meanwhile is greeted after the resume, nobody twice", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		journey.discord.fail.dropSockets();
		await server.addMember("Sunil").joins(stage);
		await until(() => journey.discord.resumes === 1);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
	});

	it("may forget the session: the snapshot shows who came meanwhile", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		journey.discord.fail.dropSockets({ forget: true });
		await server.addMember("Sunil").joins(stage);
		await until(() => journey.discord.identifies === 2);
		expect(await stage.nextText()).toContain("Sunil");
		await server.addMember("Tom").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Tom");
	});

	it("may repeat every packet", async () => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		discord.fail.repeatPackets(1_000);
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		for (const name of ["Maya", "Sunil", "Tom"]) {
			await server.addMember(name).joins(stage);
			expect(heard(await stage.nextText())).toBe(`onTime: ${name}`);
		}
	});
});
