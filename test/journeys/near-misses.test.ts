import { expect, it } from "vitest";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { setOut, timesLogged, until } from "./journey.ts";
import { alertsIn, moderatorsOf } from "./moderators.ts";
import { POSTS } from "./posts.ts";

const MINUTE = 60_000;

/** A stage that is on, and its host, who may ask how it goes. */
async function townHall(engine: Engine) {
	const journey = await setOut({ databaseUrl: await engine.databaseUrl() });
	const { discord, clock } = journey;
	const server = discord.addServer({ name: "Acme" });
	const chat = server.addTextChannel("chat");
	const stage = server.addStage("Main stage");
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	await until(() => discord.commands.some((command) => command.name === "session"));
	await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);

	/** What the host is told once it holds. Time passes quickly until then, so that back-off takes hardly any. */
	async function status(pattern: RegExp): Promise<string> {
		for (;;) {
			const text = await shownBy(await host.runs("session status", { room: stage }));
			if (pattern.test(text)) return text;
			clock.skip(100);
		}
	}

	return { ...journey, server, chat, stage, host, status };
}

describeOnBoth("the host is told", (engine) => {
	it("nothing when nothing went wrong", async () => {
		const { server, stage, status } = await townHall(engine);
		await server.addMember("Maya").joins(stage);
		await stage.nextText();
		expect(await status(/Greeted: 1\./)).not.toMatch(/<t:\d+:t>/);
	});

	it("of posts that had to be made again, and that nobody was greeted twice", async () => {
		const { discord, server, stage, status } = await townHall(engine);
		discord.fail.answer(502, { ...POSTS, times: 2 });
		await server.addMember("Maya").joins(stage);
		const text = await status(/Greeted: 1\./);
		expect(text).toMatch(/Discord had trouble of its own, so I sent the same words again\. Nobody was greeted twice\./);
		expect(stage.messages).toHaveLength(1);
	});

	it("of people who came while Byname was away, and that it said sorry", async () => {
		const { clock, server, stage, status, ...journey } = await townHall(engine);
		await journey.stop();
		await server.addMember("Maya").joins(stage);
		await server.addMember("Sunil").joins(stage);
		clock.skip(2 * MINUTE);
		await journey.start();
		expect(await status(/Greeted: 2\./)).toMatch(/2 people came while I was away\. I greeted them/);
	});

	it("after the session as well", async () => {
		const { discord, server, stage, status } = await townHall(engine);
		discord.fail.answer(502, POSTS);
		await server.addMember("Maya").joins(stage);
		await status(/Greeted: 1\./);
		await stage.closes();
		expect(await status(/over since/)).toMatch(/Greeted: 1\.[\s\S]*Discord had trouble of its own/);
	});

	it("of a name that Discord refused, and what the person heard instead", async () => {
		const { server, stage, status } = await townHall(engine);
		server.blockedWords.add("Voldemort");
		await server.addMember("Voldemort").joins(stage);
		expect(await status(/Greeted: 1\./)).toMatch(
			/Discord refused the name of 1 person; they were greeted without it\./,
		);
	});

	it("of a channel that takes no posts: in the server once, and in the status until it is mended and after", async () => {
		const { clock, server, stage, status, log } = await townHall(engine);
		const moderators = await moderatorsOf(server);
		await stage.deny("SendMessages");
		await server.addMember("Maya").joins(stage);
		expect(await moderators.nextText()).toContain(`in <#${stage.id}>. I lack *Send Messages*`);
		expect(await status(/took no posts/)).toMatch(/I keep who came, and greet them as soon as I may\./);
		clock.skip(2 * MINUTE);
		await stage.allow("ViewChannel"); // changes nothing, but is worth another look
		await until(() => timesLogged({ log }, /takes no posts from Byname/) === 2);
		await stage.allow("SendMessages");
		const text = await status(/Greeted: 1\./);
		expect(text).toMatch(/took no posts from me\. Since <t:\d+:t> I can post again/);
		expect(text).toMatch(
			/1 person heard their name over a minute late\. I was not let into the channel, and greeted them/,
		);
		expect(alertsIn(moderators)).toHaveLength(1);
	});

	it("of a channel that takes no posts, until its people are greeted in another one at once", async () => {
		const { clock, server, chat, stage, status, log } = await townHall(engine);
		const manager = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
		await stage.deny("SendMessages");
		await server.addMember("Maya").joins(stage);
		await until(() => timesLogged({ log }, /takes no posts from Byname/) === 1);
		clock.skip(2 * MINUTE);
		await shownBy(await manager.runs("server set post-in", { channel: chat }));
		await until(() => chat.messages.some(({ content }) => content.includes("Maya"))); // no time has passed
		const text = await status(/Greeted: 1\./);
		expect(text).toMatch(/took no posts from me\. Since <t:\d+:t> I can post again, and I greeted who was waiting/);
		expect(text).toMatch(/1 person heard their name over a minute late\. I was not let into the channel/);
	});
});
