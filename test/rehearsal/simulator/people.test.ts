import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("people", () => {
	it("knows a guest as a user but not as a member", async () => {
		const { simulator, server, maya } = await openAcme();
		const guest = server.addMember({ globalName: "Gus", guest: true });
		expect((await ask(simulator, "GET", `/users/${guest.id}`)).body).toMatchObject({ global_name: "Gus" });
		expect((await ask(simulator, "GET", `/guilds/${server.id}/members/${guest.id}`)).body).toMatchObject({
			code: 10007,
		});
		expect((await ask(simulator, "GET", `/guilds/${server.id}/members/${maya.id}`)).body).toMatchObject({
			user: { global_name: "Maya" },
		});
	});

	it("tells where somebody is, or that they are nowhere", async () => {
		const { simulator, server, stage, maya } = await openAcme();
		const path = `/guilds/${server.id}/voice-states/${maya.id}`;
		expect((await ask(simulator, "GET", path)).body).toMatchObject({ code: 10065 });
		await maya.joins(stage);
		expect((await ask(simulator, "GET", path)).body).toMatchObject({ channel_id: stage.id, member: { nick: null } });
	});
});
