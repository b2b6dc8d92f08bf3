import { describe, expect, it } from "vitest";
import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import { openAcme } from "./acme.ts";
import { ask } from "./client.ts";

describe("registering commands", () => {
	const pathFor = ({ bot }: Simulator) => `/applications/${bot.id}/commands`;
	const option = { type: 3, name: "title", description: "The title" };
	const command = { name: "session", description: "Sessions", default_member_permissions: "32", options: [option] };

	it("stores them and keeps the id of a name when all are replaced", async () => {
		const { simulator } = await openAcme();
		const first = await ask(simulator, "PUT", pathFor(simulator), [command]);
		const second = await ask(simulator, "PUT", pathFor(simulator), [command, { ...command, name: "me" }]);
		expect(second).toMatchObject({
			status: 200,
			body: [{ id: (first.body as unknown as { id: string }[])[0]?.id }, {}],
		});
		expect(simulator.commands.map(({ name }) => name)).toEqual(["session", "me"]);
	});

	it("keeps those of a server apart", async () => {
		const { simulator, server } = await openAcme();
		const pathOnServer = `/applications/${simulator.bot.id}/guilds/${server.id}/commands`;
		await ask(simulator, "POST", pathOnServer, command);
		expect(simulator.commands).toEqual([]);
		expect(simulator.world.commandsOf(server.id)).toMatchObject([{ name: "session", guild_id: server.id }]);
	});

	it.each([
		["a name with a capital", { ...command, name: "Session" }, "name"],
		["a name with a space", { ...command, name: "my session" }, "name"],
		["no description", { name: "session" }, "description"],
		["a description that is too long", { ...command, description: "x".repeat(101) }, "description"],
		["an option with a bad name", { ...command, options: [{ ...option, name: "A" }] }, "options"],
		[
			"a required option after an optional one",
			{ ...command, options: [option, { ...option, name: "b", required: true }] },
			"options",
		],
	])("refuses %s", async (_, body, field) => {
		const { simulator } = await openAcme();
		const answer = await ask(simulator, "POST", pathFor(simulator), body);
		expect(answer).toMatchObject({ status: 400, body: { code: 50035, errors: { [field]: expect.anything() } } });
	});

	it("refuses a command of more than 8000 characters in all", async () => {
		const { simulator } = await openAcme();
		const choices = Array.from({ length: 25 }, (_, n) => ({ name: `c${n}`, value: "v".repeat(100) }));
		const options = Array.from({ length: 4 }, (_, n) => ({ ...option, name: `o${n}`, choices }));
		expect(await ask(simulator, "POST", pathFor(simulator), { ...command, options })).toMatchObject({ status: 400 });
	});
});
