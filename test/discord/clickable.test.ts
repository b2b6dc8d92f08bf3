import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { clickableOf } from "../../src/discord/clickable.ts";
import { shownBy } from "../commands/shown.ts";
import { setOut, skipUntil, timesLogged, until } from "../journeys/journey.ts";

describe("clickableOf", () => {
	it("has each command that can be used, with its group and subcommand, and the id that Discord gave it", () => {
		const clickable = clickableOf(commands, new Map([["server", "7"]]));
		expect(clickable.get("`/server show`")).toBe("</server show:7>");
		expect(clickable.get("`/server set defaults`")).toBe("</server set defaults:7>");
		for (const unusable of ["`/server`", "`/server set`", "`/host show`"]) expect(clickable.has(unusable)).toBe(false);
	});
});

/** Acme with Henry, on a Byname whose commands are there. */
async function henrysAcme() {
	const journey = await setOut();
	const { discord } = journey;
	await until(() => timesLogged(journey, /^slash commands registered/) === 1);
	const server = discord.addServer({ name: "Acme" });
	const room = server.addVoiceRoom("Seminar");
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	const idOf = (name: string) => discord.commands.find((command) => command.name === name)?.id;
	return { ...journey, journey, server, room, henry, idOf };
}

describe("a command in an answer", () => {
	it("can be clicked, and one with options is code", async () => {
		const { henry, idOf } = await henrysAcme();
		expect(await (await henry.runs("host set")).replyText()).toBe(
			`Say what to change, for example \`/host set time-zone: Berlin\`. </host show:${idOf("host")}> lists it all.`,
		);
	});

	it("can be clicked after a restart as well, though the commands are not registered again", async () => {
		const { journey, henry, idOf, discord } = await henrysAcme();
		await journey.stop();
		await journey.start();
		await until(() => discord.requests.some(({ method, path }) => method === "GET" && path.endsWith("/commands")));
		await until(() => timesLogged(journey, /^Byname is ready/) === 2);
		expect(await (await henry.runs("host set")).replyText()).toContain(`</host show:${idOf("host")}>`);
		expect(timesLogged(journey, /^slash commands registered/)).toBe(1);
	});

	it("is code while Discord does not tell its id, and can be clicked once it does", async () => {
		const { journey, henry, idOf, discord } = await henrysAcme();
		await journey.stop();
		discord.fail.answer(500, { method: "GET", path: "/commands", times: 1 });
		await journey.start();
		await until(() => timesLogged(journey, /^slash commands could not be registered/) === 1);
		expect(await (await henry.runs("host set")).replyText()).toContain("`/host show` lists it all");
		await skipUntil(
			journey,
			() => discord.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/commands")).length === 2,
			5_000,
		);
		expect(await (await henry.runs("host set")).replyText()).toContain(`</host show:${idOf("host")}>`);
	});

	it("is never made of what somebody typed", async () => {
		const { henry, room } = await henrysAcme();
		await shownBy(await henry.runs("session start", { room }));
		expect(await (await henry.runs("session note", { room, text: "try `/host show`" })).replyText()).toContain(
			"> try `/host show`",
		);
	});
});
