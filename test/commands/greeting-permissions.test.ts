import { describe, expect, it } from "vitest";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { atAcme } from "./acme.ts";
import { textOf } from "./greeting-texts.ts";

describe("/greeting", () => {
	it("is there for hosts by role, who have no permission Discord could show it by", async () => {
		const { discord } = await atAcme();
		const command = discord.commands.find(({ name }) => name === "greeting");
		expect(command).toMatchObject({ default_member_permissions: null, contexts: [0], integration_types: [0] });
	});

	it("is not for attendees", async () => {
		const { server } = await atAcme();
		const maya = server.addMember("Maya");
		expect(await (await maya.runs("greeting edit", { which: "late" })).replyText()).toMatch(/^This is for hosts/);
	});
});

describe("/greeting edit", () => {
	it("changes the server's texts only for who may manage it", async () => {
		const { server, henry } = await atAcme();
		const refused = await henry.runs("greeting edit", { which: "late", for: "server" });
		expect(await refused.replyText()).toMatch(/need the permission \*Manage Server\*/);
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		const form = await (await boss.runs("greeting edit", { which: "late", for: "server" })).modal();
		expect(form.title).toBe("Late arrivals (whole server)");
	});

	it("leaves the server's text alone when whoever has its form open may not manage the server any more", async () => {
		const { server } = await atAcme();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		const asked = await boss.runs("greeting edit", { which: "late", for: "server" });
		await asked.modal();
		boss.roles.splice(0, boss.roles.length, server.addRole("Events", "ManageEvents"));
		expect(await (await asked.submits({ texts: "Mine, {name}!" })).replyText()).toMatch(/Manage Server/);
		expect(await textOf(boss, "late")).toBe(DEFAULT_VOICE.texts.late.join("\n"));
	});
});

describe("/greeting reset", () => {
	it("is for the server only with Manage Server", async () => {
		const { henry } = await atAcme();
		const refused = await henry.runs("greeting reset", { which: "late", for: "server" });
		expect(await refused.replyText()).toMatch(/Manage Server/);
	});
});
