import { MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { atAcme } from "../commands/acme.ts";
import { write } from "../commands/greeting-texts.ts";
import { STANDING_STILL, setOut, timesLogged, until } from "../journeys/journey.ts";

const say = phrasesIn("en");

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

it("answers again when Discord has not said within a second what became of an answer", async () => {
	const { discord, henry } = await atAcme();
	discord.fail.stall({ path: "/callback" });
	const asked = await henry.runs("host show");
	await until(() => discord.requests.filter(({ path }) => path.endsWith("/callback")).length === 2);
	expect((await asked.reply()).ephemeral).toBe(true);
	expect(asked.messages).toHaveLength(1);
});

it("leaves to another process what that has answered, and takes it for no fault", async () => {
	const { discord, henry, log } = await atAcme();
	const body = { code: 40060, message: "Interaction has already been acknowledged." };
	discord.fail.answer(400, { path: "/callback", body });
	await henry.runs("host show");
	await until(() => timesLogged({ log }, /^another process has answered a command$/) === 1);
	expect(log.filter(({ level }) => Number(level) > 30)).toEqual([]);
});

describe("a server that Discord does not show", () => {
	const NOT_SHOWN = say("frame.notShown");

	it("because of an outage is said to be so, not that permissions or rooms are missing", async () => {
		const { discord, server, henry } = await atAcme();
		const manager = server.addMember({ globalName: "Mona", permissions: ["ManageGuild"] });
		await server.becomesUnavailable();
		for (const asked of [henry.runs("session status"), henry.runs("host show"), manager.runs("server check")])
			expect(await (await asked).replyText()).toBe(NOT_SHOWN);
		await server.returns();
		expect(await (await manager.runs("server check")).replyText()).not.toBe(NOT_SHOWN);
		expect(discord.commands.length).toBeGreaterThan(0);
	});

	it("because only its commands were added is said to be so", async () => {
		const { discord, log } = await atAcme();
		const hidden = discord.addServer({ name: "Elsewhere" }, (one) => one.addStage("Main stage"));
		await hidden.remove();
		const mona = hidden.addMember({ globalName: "Mona", permissions: ["ManageGuild"] });
		expect(await (await mona.runs("session status")).reply()).toMatchObject({
			content: NOT_SHOWN,
			ephemeral: true,
		});
		expect(timesLogged({ log }, /command failed|could not be sent/)).toBe(0);
	});

	it("makes no suggestions, at once", async () => {
		const { server, henry } = await atAcme();
		await server.becomesUnavailable();
		expect(await henry.types("host set", "time-zone", "Ber")).toEqual([]);
	});

	it("keeps nobody on another server waiting while Byname starts", async () => {
		const journey = await setOut({ started: false });
		const [server, away] = [journey.discord.addServer({ name: "Acme" }), journey.discord.addServer({ name: "Away" })];
		server.addStage("Main stage");
		const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		await journey.start();
		await until(() => journey.discord.commands.length > 0);
		await journey.stop();
		await away.becomesUnavailable({ told: false });
		await journey.start();
		expect(await (await henry.runs("host show")).reply(3_000)).toMatchObject({ ephemeral: true });
	});
});

describe("outside of a server", () => {
	it("somebody is told that Byname works on servers", async () => {
		const { discord, henry } = await atAcme();
		const inPrivate = henry.takesDirectMessages();
		const command = discord.commands.find(({ name }) => name === "host");
		if (command) command.contexts = null; // as from a time when it was for everywhere
		const { content } = await (await henry.runs("host show", {}, { room: inPrivate })).reply();
		expect(content).toBe(say("frame.outsideServers"));
	});
});

describe("suggestions", () => {
	it("that fail are none", async () => {
		const { discord, henry, log } = await atAcme();
		discord.fail.answer(400, { path: "/callback", body: { message: "Invalid Form Body", code: 50035 } });
		expect(await henry.types("host set", "time-zone", "Ber")).toEqual([]);
		expect(timesLogged({ log }, /^suggestions failed/)).toBe(1);
	});

	it("are made again when a first answer is lost", async () => {
		const { discord, henry } = await atAcme();
		discord.fail.answer(500, { path: "/callback" });
		expect((await henry.types("host set", "time-zone", "Berl")).length).toBeGreaterThan(0);
	});
});
