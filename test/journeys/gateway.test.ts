import { describe, expect, it } from "vitest";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

/** A journey on which Byname is ready. */
async function readied(): Promise<Journey> {
	const journey = await setOut();
	await until(() => timesLogged(journey, /^Byname is ready/) === 1);
	return journey;
}

/** Lets six minutes pass, so quickly that shards reconnect in real time. */
async function passSixMinutes({ clock }: Journey): Promise<void> {
	const over = clock.now() + 6 * 60_000;
	await until(() => {
		clock.skip(100);
		return clock.now() >= over;
	});
}

/** Ways in which Discord turns down each identify. */
const TURNED_DOWN: [title: string, how: "invalid" | number][] = [
	["calls each session invalid", "invalid"],
	["closes each connection with 4000", 4000],
];

describe("a Discord that", () => {
	it.each(TURNED_DOWN)("%s hears from Byname less and less often, and the log says so", async (_title, how) => {
		const journey = await readied();
		journey.discord.fail.refuseIdentifies(how, 1_000);
		await journey.discord.fail.invalidate();
		await until(() => journey.discord.identifyAttempts > 1);
		await passSixMinutes(journey); // after five without a gateway it would end, were it not waiting for its turn
		expect(journey.discord.identifyAttempts).toBeGreaterThan(4);
		expect(journey.discord.identifyAttempts).toBeLessThanOrEqual(9); // five, then one in 90 seconds
		expect(timesLogged(journey, /stopped for good/)).toBe(0);
		const said = journey.log.filter(({ msg }) => /^Byname has logged in many times in a row/.test(String(msg)));
		expect(said[0]).toMatchObject({ level: 30, shard: 0, today: expect.any(Number) });
		journey.discord.fail.nothing();
		await skipUntil(journey, () => journey.discord.identifies === 2);
	});

	it("ends each session soon after it has begun is asked for no more than others", async () => {
		const journey = await readied();
		let ended = 0;
		const over = journey.clock.now() + 4 * 60_000;
		await until(async () => {
			if (journey.discord.identifies > ended) {
				ended = journey.discord.identifies;
				await journey.discord.fail.invalidate();
			}
			journey.clock.skip(100);
			return journey.clock.now() >= over;
		});
		expect(journey.discord.identifyAttempts).toBeGreaterThan(4);
		expect(journey.discord.identifyAttempts).toBeLessThanOrEqual(8);
	});
});

describe("a close code about identifying", () => {
	it.each([4010, 4011, 4012, 4013, 4014])(
		"in a session (%d) is about something asked: people are greeted after it",
		async (code) => {
			const journey = await readied();
			const { server, stage } = await liveStage(journey);
			journey.discord.fail.dropSockets({ code });
			await server.addMember("Maya").joins(stage);
			expect(await stage.nextText()).toContain("Maya");
			expect(journey.discord.resumes).toBe(1);
		},
	);

	it.each([
		[4004, /does not accept DISCORD_TOKEN/],
		[4010, /the shard is not one of those it expects/],
		[4013, /it does not know an intent/],
		[4014, /it does not allow an intent/],
	])("in answer to an identify (%d) ends Byname with a sentence that says what to do", async (code, sentence) => {
		const journey = await readied();
		journey.discord.fail.refuseIdentifies(code);
		await journey.discord.fail.invalidate();
		await skipUntil(journey, () => journey.discord.identifyAttempts === 2);
		await expect(journey.running).rejects.toThrow(sentence);
	});
});

describe("a frame without data", () => {
	it.each(["HELLO", "READY", "GUILD_CREATE"])(
		"in place of %s at the start makes Byname connect again: people are greeted",
		async (name) => {
			const journey = await setOut({ started: false });
			const server = journey.discord.addServer({ name: "Acme" });
			const stage = server.addStage("Main stage");
			await stage.opens({ topic: "Town hall" });
			journey.discord.fail.emptyPackets(name);
			void journey.start();
			await skipUntil(journey, () => timesLogged(journey, /^Byname is ready/) === 1);
			journey.clock.skip(3_000);
			await server.addMember("Maya").joins(stage);
			expect(await stage.nextText()).toContain("Maya");
		},
	);

	it.each(["HELLO", "READY", "GUILD_CREATE"])(
		"in place of %s in an outage makes Byname connect again",
		async (name) => {
			const journey = await readied();
			const { server, stage } = await liveStage(journey);
			journey.discord.fail.emptyPackets(name);
			journey.discord.fail.dropSockets({ forget: true });
			await server.addMember("Maya").joins(stage);
			await skipUntil(journey, () => stage.messages.length === 1);
			expect(stage.messages[0]?.content).toContain("Maya");
		},
	);

	it("about an invalid session (op 9) makes Byname begin another", async () => {
		const journey = await readied();
		const { server, stage } = await liveStage(journey);
		await journey.discord.sendText('{"op":9,"d":null,"s":null,"t":null}');
		await skipUntil(journey, () => journey.discord.identifies === 2);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
	});

	it.each([
		"VOICE_STATE_UPDATE",
		"GUILD_UPDATE",
		"CHANNEL_CREATE",
		"STAGE_INSTANCE_CREATE",
		"GUILD_SCHEDULED_EVENT_UPDATE",
		"INTERACTION_CREATE",
		"RESUMED",
		"GUILD_MEMBERS_CHUNK",
		"error",
	])("that says it is %s ends nothing", async (name) => {
		const journey = await readied();
		const { server, stage } = await liveStage(journey);
		await journey.discord.sendRaw(name, null);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
	});
});
