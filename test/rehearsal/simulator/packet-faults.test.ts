import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

describe("packet faults", () => {
	it("loses a packet for good", async () => {
		const { simulator, server, stage, maya, logIn } = await openAcme();
		const tom = server.addMember("Tom");
		const bot = await logIn();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		simulator.fail.losePackets(1, "VOICE_STATE_UPDATE");
		await maya.joins(stage);
		await tom.joins(stage);
		expect((await packet).d.user_id).toBe(tom.id);
	});

	it("sends a packet twice", async () => {
		const { simulator, stage, maya, logIn } = await openAcme();
		const bot = await logIn();
		simulator.fail.repeatPackets(1, "VOICE_STATE_UPDATE");
		const opened = bot.packet("STAGE_INSTANCE_CREATE");
		await maya.joins(stage);
		await stage.opens();
		await opened;
		expect(bot.names.filter((name) => name === "VOICE_STATE_UPDATE")).toHaveLength(2);
	});

	it("changes where somebody is without a packet", async () => {
		const { stage, maya, logIn } = await openAcme();
		const bot = await logIn();
		const opened = bot.packet("STAGE_INSTANCE_CREATE");
		maya.joinsQuietly(stage);
		await stage.opens();
		await opened;
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
		expect(stage.occupants.has(maya.id)).toBe(true);
	});

	it("sends a malformed packet", async () => {
		const { simulator, logIn } = await openAcme();
		const bot = await logIn();
		const packet = bot.packet("ODD_EVENT");
		await simulator.sendRaw("ODD_EVENT", ["not", "an", "object"]);
		expect((await packet).d).toEqual(["not", "an", "object"]);
	});
});
