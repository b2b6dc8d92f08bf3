import { describe, expect, it } from "vitest";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { ALL_HOSTS, saveProfile, saveRoom, saveServer, saveVariants } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine, temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, skipUntil, timesLogged, until } from "./journey.ts";

const HOUR = 3_600_000;

/** A server with Anna's and Henry's rooms, and a way to change what is stored, as another process would. */
async function twoHosts(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl, started: false });
	const server = journey.discord.addServer({ name: "Acme" });
	const [anna, henry] = [server.addMember("Anna"), server.addMember("Henry")];
	const [studio, hall] = [server.addVoiceRoom("Studio"), server.addVoiceRoom("Hall")];
	const store = await openStore(databaseUrl, () => undefined);
	return { ...journey, journey, server, anna, henry, studio, hall, store };
}

describeOnBoth("two hosts in one server", (engine) => {
	it("hold sessions at the same time, and each person is greeted in the right voice", async () => {
		const { journey, clock, server, anna, henry, studio, hall, store } = await twoHosts(engine);
		await saveProfile(store, server.id, anna.id, { language: "es-ES", late_after_minutes: 30 });
		await saveVariants(store, {
			serverId: server.id,
			hostId: henry.id,
			key: "onTime",
			sources: ["Ahoy, {name}! {host} says hi."],
		});
		await saveVariants(store, {
			serverId: server.id,
			hostId: ALL_HOSTS,
			key: "onTime",
			sources: ["The server greets {name}."],
		});
		await store.destroy();
		await journey.start();
		const startsAt = clock.now() - 10 * 60_000;
		await server.schedule({ name: "Barro", room: studio, startsAt, creator: anna }).starts();
		await server.schedule({ name: "Sails", room: hall, startsAt: clock.now(), creator: henry }).starts();
		clock.skip(3_000);
		await henry.joins(hall);
		await server.addMember("Maya").joins(studio);
		await server.addMember("Sunil").joins(hall);
		expect(await studio.nextText()).toBe("The server greets Maya.");
		expect(await hall.nextText()).toBe("Ahoy, Sunil! Henry says hi.");
	});

	it("are heard from the first guest on, although Discord does not say who has opened a stage", async () => {
		const { journey, clock, server, henry, store } = await twoHosts(engine);
		const sources = ["Ahoy, {name}! {host} says hi."];
		await saveVariants(store, { serverId: server.id, hostId: henry.id, key: "onTime", sources });
		await store.destroy();
		const stage = server.addStage("Stage");
		await journey.start();
		await henry.joins(stage, { speaker: true });
		await stage.opens({ topic: "Sails", by: henry });
		await until(() => timesLogged(journey, /^session opened$/) === 1);
		await server.addMember("Sunil").joins(stage);
		await journey.discord.sendRaw("STAGE_INSTANCE_CREATE", null);
		await until(() => timesLogged(journey, /could not be read/) > 0); // so what came before it has been
		clock.skip(3_000);
		expect(await stage.nextText()).toBe("Ahoy, Sunil! Henry says hi.");
	});

	it("are heard in each one's language and time of day", async () => {
		const { journey, clock, server, anna, henry, studio, hall, store } = await twoHosts(engine);
		await saveProfile(store, server.id, ALL_HOSTS, { time_zone: "Asia/Tokyo" });
		await saveProfile(store, server.id, anna.id, { language: "es-ES", time_zone: "Europe/Madrid" });
		await saveVariants(store, {
			serverId: server.id,
			hostId: ALL_HOSTS,
			key: "onTime",
			sources: ["{greeting}, {name}!"],
		});
		await store.destroy();
		clock.skip(Date.UTC(2027, 0, 15, 15, 0) - clock.now()); // 16:00 in Madrid, 0:00 in Tokyo
		await journey.start();
		await server.schedule({ name: "Barro", room: studio, startsAt: clock.now(), creator: anna }).starts();
		await server.schedule({ name: "Sails", room: hall, startsAt: clock.now(), creator: henry }).starts();
		clock.skip(3_000);
		await server.addMember("Maya").joins(studio);
		await server.addMember("Sunil").joins(hall);
		expect(await studio.nextText()).toBe("Buenas tardes, Maya!");
		expect(await hall.nextText()).toBe("Good evening, Sunil!");
	});
});

describeOnBoth("what a server has set", (engine) => {
	it("decides where greetings are posted and which rooms are left alone", async () => {
		const { journey, clock, server, studio, hall, store } = await twoHosts(engine);
		const lounge = server.addTextChannel("lounge");
		await saveServer(store, server.id, { post_to: lounge.id, welcomed_at: clock.now() });
		await saveRoom(store, { id: hall.id, serverId: server.id }, { ignored: 1 });
		await store.destroy();
		await journey.start();
		for (const room of [studio, hall]) await server.schedule({ name: "E", room, startsAt: clock.now() }).starts();
		clock.skip(3_000);
		await server.addMember("Sunil").joins(hall);
		await server.addMember("Maya").joins(studio);
		expect(heard(await lounge.nextText())).toBe("onTime: Maya");
		expect([...studio.messages, ...hall.messages]).toEqual([]);
	});

	it("holds for those, too, who wait for a channel that takes no posts any more", async () => {
		const { journey, discord, clock, server, studio, hall, store } = await twoHosts(engine);
		const [lounge, lobby] = [server.addTextChannel("lounge"), server.addTextChannel("lobby")];
		const manager = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
		await saveServer(store, server.id, { post_to: lounge.id });
		await store.destroy();
		await journey.start();
		await until(() => discord.commands.length > 0);
		for (const room of [studio, hall]) await server.schedule({ name: "E", room, startsAt: clock.now() }).starts();
		clock.skip(3_000);
		const parked = () => journey.log.filter(({ msg }) => /takes no posts from Byname/.test(String(msg)));
		const greeted = async (room: SimRoom, name: string) => {
			await until(() => {
				clock.skip(1_000);
				return room.messages.some(({ content }) => content.includes(name));
			});
		};
		await lounge.deny("SendMessages");
		await server.addMember("Maya").joins(studio);
		await until(() => parked().length === 1);
		await shownBy(await manager.runs("server set post-in", { channel: lobby }));
		await greeted(lobby, "Maya");
		await lobby.deny("SendMessages");
		await server.addMember("Sunil").joins(hall);
		await until(() => parked().length === 2);
		await shownBy(await manager.runs("server reset", { setting: "post-in" }));
		await greeted(hall, "Sunil");
	});

	it("makes a room's regular host the host of a stage that just opens", async () => {
		const { journey, clock, server, anna, store } = await twoHosts(engine);
		const stage = server.addStage("Main stage");
		await saveRoom(store, { id: stage.id, serverId: server.id }, { regular_host_id: anna.id });
		await saveVariants(store, {
			serverId: server.id,
			hostId: anna.id,
			key: "onTime",
			sources: ["Anna greets {name}."],
		});
		await store.destroy();
		await journey.start();
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await anna.joins(stage);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toBe("Anna greets Maya.");
	});
});

describeOnBoth("a greeting that is to wait a little", (engine) => {
	it("follows after the host's delay, together with who came meanwhile", async () => {
		const { journey, clock, server, anna, studio, store } = await twoHosts(engine);
		await saveProfile(store, server.id, anna.id, { delay_seconds: 20 });
		await journey.start();
		await server.schedule({ name: "E", room: studio, startsAt: clock.now(), creator: anna }).starts();
		clock.skip(3_000);
		await server.addMember("Maya").joins(studio);
		await server.addMember("Sunil").joins(studio);
		await until(async () => (await store.selectFrom("greeting").select("user_id").execute()).length === 2);
		await store.destroy();
		const came = clock.now();
		await skipUntil(journey, () => studio.messages.length > 0, 1_000);
		const { content, acceptedAt } = await studio.nextMessage();
		expect(heard(content)).toBe("onTime: Maya, Sunil");
		expect(acceptedAt - came).toBeGreaterThan(18_000);
	});

	it("comes before the thanks when the session is over sooner", async () => {
		const { journey, clock, server, anna, studio, store } = await twoHosts(engine);
		await saveProfile(store, server.id, anna.id, { delay_seconds: 20 });
		await journey.start();
		const event = server.schedule({ name: "E", room: studio, startsAt: clock.now(), creator: anna });
		await event.starts();
		clock.skip(3_000);
		await server.addMember("Maya").joins(studio);
		await until(async () => (await store.selectFrom("greeting").select("user_id").execute()).length === 1);
		await store.destroy();
		await event.ends();
		expect(heard(await studio.nextText())).toBe("onTime: Maya\nthanks: Maya");
	});
});

describeOnBoth("after hours", (engine) => {
	it("welcomes who enters a room that has held sessions, once a day, with the next date", async () => {
		const { journey, clock, server, studio, anna, store } = await twoHosts(engine);
		await store.destroy();
		await journey.start();
		const maya = server.addMember("Maya");
		await maya.joins(studio);
		await maya.leaves(); // no session has been held here: nothing is said
		const event = server.schedule({ name: "E", room: studio, startsAt: clock.now(), creator: anna });
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		await event.ends();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		const next = clock.now() + 7 * 24 * HOUR;
		server.schedule({ name: "E2", room: studio, startsAt: next, creator: anna });
		clock.skip(6 * 60_000); // until then it might have opened again
		await anna.joins(studio);
		await anna.leaves();
		await maya.joins(studio);
		const text = await studio.nextText();
		await maya.leaves();
		await maya.joins(studio);
		await maya.leaves();
		expect(heard(text)).toBe("afterHours: Maya");
		expect(text).toContain(`<t:${Math.floor(next / 1_000)}:F>`);
		clock.skip(24 * HOUR);
		await maya.joins(studio);
		expect(heard(await studio.nextText())).toBe("afterHours: Maya");
		expect(studio.messages).toHaveLength(2);
	});

	it("is long over 45 days after a single session: nobody hears that we have closed", async () => {
		const { journey, clock, server, studio, anna, store } = await twoHosts(engine);
		await store.destroy();
		await journey.start();
		const event = server.schedule({ name: "E", room: studio, startsAt: clock.now(), creator: anna });
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		await event.ends();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		clock.skip(45 * 24 * HOUR);
		const [maya, tom, sunil] = [server.addMember("Maya"), server.addMember("Tom"), server.addMember("Sunil")];
		await maya.joins(studio);
		await maya.leaves();
		// Said by what comes after it: with a date in the room, who finds nobody there hears of it, and who finds somebody does not.
		server.schedule({ name: "E2", room: studio, startsAt: clock.now() + 13 * 24 * HOUR, creator: anna });
		await tom.joins(studio);
		expect(heard(await studio.nextText())).toBe("afterHours: Tom");
		await sunil.joins(studio);
		await tom.leaves();
		await sunil.leaves();
		await maya.joins(studio);
		expect(heard(await studio.nextText())).toBe("afterHours: Maya");
		expect(studio.messages).toHaveLength(2);
	});

	it("welcomes them although this machine does not know the host's time zone", async () => {
		const { journey, clock, server, studio, anna, store } = await twoHosts(engine);
		await saveProfile(store, server.id, anna.id, { time_zone: "Mars/Olympus" });
		await store.destroy();
		await journey.start();
		const event = server.schedule({ name: "E", room: studio, startsAt: clock.now(), creator: anna });
		await event.starts();
		await until(() => timesLogged(journey, /^session opened$/) > 0);
		await event.ends();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		clock.skip(HOUR);
		await server.addMember("Maya").joins(studio);
		expect(heard(await studio.nextText())).toBe("afterHours: Maya");
	});
});

describe("an event that a bot has made", () => {
	it.each([true, false])("is hosted by who speaks on stage (Discord says who made it: %s)", async (showsCreator) => {
		const { discord, clock } = await setOut();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		const creator = server.addMember({ globalName: "Scheduler", bot: true });
		const henry = server.addMember("Henry");
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator, showsCreator });
		await henry.joins(stage, { speaker: true });
		await stage.opens({ event });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		expect(stage.messages).toHaveLength(1);
	});

	it("is hosted by the room's regular host", async () => {
		const databaseUrl = temporaryFile();
		const journey = await setOut({ databaseUrl, started: false });
		const { discord, clock } = journey;
		const server = discord.addServer({ name: "Acme" });
		const room = server.addVoiceRoom("Seminar");
		const [henry, creator] = [server.addMember("Henry"), server.addMember({ globalName: "Scheduler", bot: true })];
		const store = await openStore(databaseUrl, () => undefined);
		await saveRoom(store, { id: room.id, serverId: server.id }, { regular_host_id: henry.id });
		await saveProfile(store, server.id, henry.id, { language: "es-ES" });
		await store.destroy();
		await journey.start();
		const event = server.schedule({ name: "Pottery", room, startsAt: clock.now(), creator });
		await until(() => timesLogged(journey, /^a bot has made this event/) === 1);
		await event.starts();
		clock.skip(3_000);
		await until(() => timesLogged(journey, /^session opened$/) === 1);
		await henry.joins(room);
		await server.addMember("Maya").joins(room);
		expect(await room.nextText()).toMatch(/^(Hola|¡Adelante), Maya/);
	});
});
