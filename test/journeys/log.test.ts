import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { POSTS } from "./posts.ts";

/** What everybody reads who has not asked for more; each line by its words. */
function saidTo({ log }: Journey): string[] {
	return log.filter(({ level }) => Number(level) >= 30).map(({ msg }) => String(msg));
}

async function isReady(journey: Journey): Promise<void> {
	await until(
		() => timesLogged(journey, /^Byname is ready/) === 1 && timesLogged(journey, /commands registered/) === 1,
	);
}

describeOnBoth("the log of a start", (engine) => {
	it("says which Byname it is, on which engine, and on how many servers", async () => {
		const journey = await setOut({ databaseUrl: await engine.databaseUrl(), started: false });
		for (const name of ["Acme", "Umbrella"]) journey.discord.addServer({ name });
		await journey.start();
		await isReady(journey);
		const { version } = JSON.parse(readFileSync("package.json", "utf8"));
		const about = { version, engine: engine.name === "SQLite" ? "sqlite" : "postgres" };
		expect(journey.log.find(({ msg }) => msg === "Byname starts")).toMatchObject({ level: 30, ...about });
		expect(journey.log.find(({ msg }) => /^Byname is ready/.test(String(msg)))).toMatchObject({ ...about, servers: 2 });
	});
});

describe("the log", () => {
	it("says of a stop nothing about a lost connection", async () => {
		const journey = await setOut();
		await isReady(journey);
		await journey.stop();
		expect(saidTo(journey).filter((line) => /gateway/.test(line))).toEqual(["logging in to Discord's gateway"]);
	});

	it("has a line for the beginning of an outage and one for its end, and none between", async () => {
		const journey = await setOut();
		await isReady(journey);
		const before = saidTo(journey).length;
		await journey.discord.fail.refuse();
		journey.discord.fail.dropSockets();
		const over = journey.clock.now() + 4 * 60_000; // after five Byname ends
		await skipUntil(journey, () => journey.clock.now() >= over);
		await journey.discord.fail.accept();
		await until(() => timesLogged(journey, /connection is back/) === 1);
		const said = saidTo(journey).slice(before);
		expect(said.filter((line) => !/^logging in|^Byname waits/.test(line))).toEqual([
			"the gateway connection is lost; coming back",
			"the gateway connection is back",
		]);
	});

	it("says that a channel which turned Byname away takes its posts again", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await stage.deny("SendMessages");
		await server.addMember("Maya").joins(stage);
		await until(() => timesLogged(journey, /^the channel takes no posts from Byname/) === 1);
		await stage.allow("SendMessages");
		expect(await stage.nextText()).toContain("Maya");
		await until(() => timesLogged(journey, /^the channel takes posts from Byname again/) === 1);
	});
});

describe("the log, however garbled what comes in,", () => {
	const NAME = "Zaphod";

	it.each([
		["a page", `${NAME} was here`],
		["a broken answer", `{"id":"1","content":"Hello, ${NAME}`],
		["a wrong answer", JSON.stringify({ id: NAME, [NAME]: NAME })],
		["a list", JSON.stringify([NAME])],
	])("holds no name from %s to a post or a look-up", async (_title, text) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(200, { ...POSTS, text, times: 2 });
		journey.discord.fail.answer(200, { method: "GET", text, times: 4 });
		await server.addMember("Maya").joins(stage, { withoutMember: true });
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(JSON.stringify(journey.log)).not.toContain(NAME);
	});

	it.each([
		["text", `${NAME} was here`],
		["a broken frame", `{"op":0,"t":"VOICE_STATE_UPDATE","d":{"member":{"nick":"${NAME}`],
		["a frame of no kind", JSON.stringify({ op: NAME, d: NAME, t: NAME })],
		["a dispatch of no kind", JSON.stringify({ op: 0, t: "error", s: 3, d: { name: NAME } })],
		["a HELLO", JSON.stringify({ op: 10, d: { heartbeat_interval: NAME } })],
		["a READY", JSON.stringify({ op: 0, t: "READY", s: 3, d: { user: NAME, guilds: NAME } })],
		["a server", JSON.stringify({ op: 0, t: "GUILD_CREATE", s: 3, d: { id: "7", name: NAME, roles: NAME } })],
		["a voice state", JSON.stringify({ op: 0, t: "VOICE_STATE_UPDATE", s: 3, d: { [NAME]: NAME, member: NAME } })],
	])("holds no name from %s on the gateway, and people are greeted after it", async (_title, text) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await journey.discord.sendText(text);
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => stage.messages.length > 0);
		expect(stage.messages[0]?.content).toContain("Maya");
		expect(JSON.stringify(journey.log)).not.toContain(NAME);
	});
});
