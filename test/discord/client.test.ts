import { PermissionsBitField } from "discord.js";
import { expect, it } from "vitest";
import { inviteLink } from "../../src/discord/client.ts";

it("asks whoever adds it for what it needs, and for nothing that lets it manage anything", () => {
	const asked = new URL(inviteLink("1")).searchParams.get("permissions");
	expect(new PermissionsBitField(BigInt(asked ?? 0)).toArray().sort()).toEqual([
		"Connect",
		"ReadMessageHistory",
		"SendMessages",
		"ViewChannel",
	]);
});
