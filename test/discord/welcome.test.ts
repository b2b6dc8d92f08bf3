import { describe, expect, it } from "vitest";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import type { SimServer } from "../../rehearsal/simulator/server.ts";
import { shownBy } from "../commands/shown.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "../journeys/journey.ts";

const DAY = 24 * 60 * 60_000;

/** A Byname that has no server yet and is ready to be invited. */
async function ready(): Promise<Journey> {
	const journey = await setOut();
	await isReady(journey, 1);
	return journey;
}

async function isReady(journey: Journey, times: number): Promise<void> {
	await until(() => timesLogged(journey, /^Byname is ready/) === times);
}

/** A server with two text channels below a stage; the second is the system channel. */
function withChannels(server: SimServer): void {
	server.addStage("Main stage");
	server.addTextChannel("lounge");
	server.systemChannel = server.addTextChannel("general");
}

function room(server: SimServer, name: string) {
	const found = [...server.rooms.values()].find((one) => one.name === name);
	if (!found) throw new Error(`there is no ${name}`);
	return found;
}

function posts({ discord }: Journey) {
	return discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages"));
}

describe("a server that Byname joins", () => {
	it("reads in its system channel how to begin: six lines, two buttons, no pings", async () => {
		const { discord } = await ready();
		const server = discord.addServer({ name: "Acme" }, withChannels);
		const message = await room(server, "general").nextMessage();
		expect(message.content.split("\n")).toHaveLength(6);
		expect(message.content).toContain("/session start");
		expect(message.content).toContain("**Language:** I greet in English");
		expect(JSON.stringify(message.components)).toMatch(/"custom_id":"host:zone".*"custom_id":"server:check"/);
		expect(message.allowedMentions).toMatchObject({ parse: [] });
	});

	it("begins in its own language, and reads that in it as far as Byname can write it", async () => {
		const { discord, clock } = await ready();
		const [berlin, paris] = [
			discord.addServer({ name: "Berlin", locale: "de" }, withChannels),
			discord.addServer({ name: "Paris", locale: "fr" }, withChannels),
		];
		expect((await room(berlin, "general").nextMessage()).content).toMatch(/^Danke für die Einladung!.*auf Deutsch/s);
		expect((await room(paris, "general").nextMessage()).content).toContain("I greet in Français");
		expect(await shownBy(await paris.owner.runs("server show"))).toContain("**Language**: Français · *the server's*");
		const stage = room(paris, "Main stage");
		await stage.opens({ topic: "Poterie" });
		clock.skip(3_000);
		await paris.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toMatch(/^Bienvenue Maya|^Entrez, Maya/);
	});

	it("stays in English once it has given its language back, or where Discord does not tell its own", async () => {
		const journey = await ready();
		const { discord } = journey;
		const berlin = discord.addServer({ name: "Berlin", locale: "de" }, (server) => {
			server.addStage("Main stage");
			server.rulesChannel = server.addTextChannel("rules"); // so it is not welcomed, and may be at the next start
		});
		await until(() => timesLogged(journey, /without a text channel to say hello in/) === 1);
		expect(await shownBy(await berlin.owner.runs("server reset", { setting: "language" }))).toContain("English");
		await journey.stop();
		await journey.start();
		await until(() => timesLogged(journey, /without a text channel to say hello in/) === 2);
		const lost = discord.addServer({ name: "Lost", locale: "fr" }, (server) => {
			withChannels(server);
			server.leavesOut.add("preferred_locale");
		});
		expect((await room(lost, "general").nextMessage()).content).toContain("I greet in English");
		expect(await shownBy(await berlin.owner.runs("server show"))).toContain("**Language**: English · *Byname's own*");
	});

	it("stays as it is when it has Byname already", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Berlin", locale: "de" }, withChannels);
		journey.clock.skip(DAY + 1);
		await journey.start();
		await isReady(journey, 1);
		await until(() => journey.discord.commands.length > 0);
		expect(await shownBy(await server.owner.runs("server show"))).toContain("**Language**: English · *Byname's own*");
	});

	it("gets private answers from its buttons, and the words stay for the others", async () => {
		const { discord } = await ready();
		const server = discord.addServer({ name: "Acme" }, withChannels);
		const message = await room(server, "general").nextMessage();
		const words = message.content;
		const olive = server.owner;
		const asked = await clickOn(message, "host:zone", olive);
		const zone = await (await asked.submits({ place: "Berlin" })).reply();
		const check = await (await clickOn(message, "server:check", olive)).reply();
		expect(JSON.stringify(zone.message.components)).toContain("**Time zone**: Berlin (Europe/Berlin");
		expect(JSON.stringify(check.message.components)).toContain(`<#${room(server, "Main stage").id}>`);
		expect([zone.ephemeral, check.ephemeral]).toEqual([true, true]);
		expect(message.content).toBe(words);
		expect(message.components).toHaveLength(1);
	});

	it("reads it in the first text channel where Byname may write when there is no system channel", async () => {
		const { discord } = await ready();
		const server = discord.addServer({ name: "Acme" }, (one) => {
			withChannels(one);
			one.systemChannel = null;
		});
		await room(server, "lounge").nextMessage();
		expect(room(server, "general").messages).toEqual([]);
	});

	it.each(["general", "lounge"])(
		"does not read it among the rules or the announcements, whatever #%s is for",
		async (rules) => {
			const journey = await ready();
			const server = journey.discord.addServer({ name: "Acme" }, (one) => {
				one.addAnnouncementChannel("news");
				withChannels(one);
				one.rulesChannel = room(one, rules);
			});
			const other = rules === "general" ? "lounge" : "general";
			await room(server, other).nextMessage();
			expect([...room(server, rules).messages, ...room(server, "news").messages]).toEqual([]);
		},
	);

	it("reads nothing where there are only rules and announcements", async () => {
		const journey = await ready();
		journey.discord.addServer({ name: "Acme" }, (one) => {
			one.rulesChannel = one.addTextChannel("rules");
			one.systemChannel = one.rulesChannel;
			one.addAnnouncementChannel("news");
		});
		await until(() => timesLogged(journey, /without a text channel to say hello in/) > 0);
		expect(posts(journey)).toEqual([]);
	});

	it("reads it elsewhere when Byname may not write in the system channel", async () => {
		const journey = await ready();
		const server = journey.discord.addServer({ name: "Acme" }, (one) => {
			withChannels(one);
			if (one.systemChannel) void one.systemChannel.deny("SendMessages", one.bot);
		});
		await room(server, "lounge").nextMessage();
		expect(posts(journey)).toHaveLength(1);
	});

	it("reads it elsewhere when Discord turns the first post away", async () => {
		const { discord } = await ready();
		discord.fail.answer(403, { method: "POST", path: "/messages" });
		const server = discord.addServer({ name: "Acme" }, withChannels);
		await room(server, "lounge").nextMessage();
		expect(room(server, "general").messages).toEqual([]);
	});

	it("reads nothing where Byname may write nowhere, and the log says so", async () => {
		const journey = await ready();
		journey.discord.addServer({ name: "Acme" }, (server) => {
			withChannels(server);
			for (const channel of server.rooms.values()) void channel.deny("SendMessages", server.bot);
		});
		await until(() => timesLogged(journey, /without a text channel to say hello in/) > 0);
		expect(posts(journey)).toEqual([]);
	});

	it("reads it once although the answer to the post is lost", async () => {
		const journey = await ready();
		journey.discord.fail.drop({ method: "POST", path: "/messages" });
		const server = journey.discord.addServer({ name: "Acme" }, withChannels);
		await skipUntil(journey, () => posts(journey).length === 2);
		await journey.stop();
		expect(room(server, "general").messages).toHaveLength(1);
	});

	it("does not read it again after a restart, an outage or when the bot is added again some days later", async () => {
		const journey = await ready();
		const { discord, clock } = journey;
		const server = discord.addServer({ name: "Acme" }, withChannels);
		await room(server, "general").nextMessage();
		await journey.stop();
		await journey.start();
		await isReady(journey, 2);
		await server.becomesUnavailable();
		await server.returns();
		await server.remove();
		clock.skip(3 * DAY);
		await server.invitesAgain();
		const other = discord.addServer({ name: "Beta" }, withChannels);
		await room(other, "general").nextMessage();
		expect(posts(journey)).toHaveLength(2);
	});

	it("reads it when Byname was added while it was not running", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" }, withChannels);
		journey.clock.skip(DAY - 60_000);
		await journey.start();
		await room(server, "general").nextMessage();
		await isReady(journey, 1);
		await journey.stop();
		expect(posts(journey)).toHaveLength(1);
	});

	it("is left in peace when Byname was added more than a day before it was running again", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" }, withChannels);
		journey.clock.skip(DAY + 1);
		await journey.start();
		await isReady(journey, 1);
		const other = journey.discord.addServer({ name: "Beta" }, withChannels);
		await room(other, "general").nextMessage();
		expect(room(server, "general").messages).toEqual([]);
	});

	it("reads it once an outage is over, if Byname was added during it", async () => {
		const journey = await ready();
		const server = journey.discord.addServer({ name: "Acme", unavailable: true }, withChannels);
		await server.returns();
		await room(server, "general").nextMessage();
		await server.becomesUnavailable();
		await server.returns();
		const other = journey.discord.addServer({ name: "Beta" }, withChannels);
		await room(other, "general").nextMessage();
		expect(posts(journey)).toHaveLength(2);
		expect(journey.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
	});

	it("reads it once an outage is over that was not over when Byname was ready", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" }, withChannels);
		await server.becomesUnavailable();
		await journey.start();
		await isReady(journey, 1);
		await server.returns();
		await room(server, "general").nextMessage();
		expect(posts(journey)).toHaveLength(1);
	});
});
