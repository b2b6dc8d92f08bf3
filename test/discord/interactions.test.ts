import { MessageFlags } from "discord.js";
import { expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { write } from "../commands/greeting-texts.ts";
import { STANDING_STILL, setOut, until } from "../journeys/journey.ts";

it("acknowledges what takes longer than half of Discord's three seconds, and answers when it can", async () => {
	const { discord, clock } = await setOut({ speed: STANDING_STILL });
	await until(() => discord.commands.length > 0);
	const server = discord.addServer({ name: "Acme" });
	server.addStage("Main stage");
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	const ravi = server.addMember("Ravi");
	for (const which of ["onTime", "late"]) await write(henry, which, `{name} ${"word ".repeat(150)}`);
	const preview = await henry.runs("greeting preview", { as: ravi });
	const { message } = await preview.reply();
	const more = flatten(message.components as Component[]).find(({ label }) => label === "Show the rest");
	const ofRavi = { method: "GET", path: `/members/${ravi.id}` };
	discord.fail.stall({ ...ofRavi, answerAfterMs: 4_000 });
	const rest = await preview.clicks(more?.custom_id ?? "");
	await until(() => discord.requests.some(({ path }) => path.endsWith(ofRavi.path)));
	clock.skip(1_500);
	await until(() => rest.acknowledged);
	expect((rest.original?.flags ?? 0) & MessageFlags.Loading).not.toBe(0);
	clock.skip(2_500);
	expect(await rest.reply()).toMatchObject({ ephemeral: true });
});
