import { expect, it, onTestFinished } from "vitest";
import { saveProfile } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { type Journey, setOut, until } from "../journeys/journey.ts";
import type { SimMessage } from "../simulator/message.ts";
import type { SimRoom } from "../simulator/room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A host who wants their cue in a channel of their own, and a running event on their stage. */
async function webinar(engine: Engine, { cueTo = "channel" }: { cueTo?: "channel" | "dm" | "nowhere" } = {}) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl });
	const { discord, clock } = journey;
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const backstage = server.addTextChannel("backstage");
	const host = server.addMember("Henry");
	const place = cueTo === "dm" ? host.takesDirectMessages() : backstage;
	const cue_to = cueTo === "dm" ? "dm" : backstage.id;
	if (cueTo !== "nowhere") await saveProfile(store, server.id, host.id, { cue: "on", cue_to });
	const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host });
	await stage.opens({ event });
	clock.skip(3_000);
	return { ...journey, journey, store, server, stage, backstage, place, host, event };
}

type Webinar = Awaited<ReturnType<typeof webinar>>;

/** Resolves when the cue says so; time passes meanwhile. */
async function says(cue: SimMessage, { clock }: Pick<Journey, "clock">, words: string | RegExp): Promise<void> {
	await until(() => {
		clock.skip(500);
		return typeof words === "string" ? cue.content.includes(words) : words.test(cue.content);
	});
}

function editsOf({ discord }: Pick<Journey, "discord">) {
	return discord.requests.filter(({ method }) => method === "PATCH");
}

function postsIn(room: SimRoom, { discord }: Pick<Journey, "discord">) {
	return discord.requests.filter(({ method, path }) => method === "POST" && path === `/channels/${room.id}/messages`);
}

function shutIn({ log }: Pick<Journey, "log">) {
	return log.filter(({ msg }) => String(msg).includes("cannot be shown where they want it"));
}

async function isStored({ store }: Webinar, message: SimMessage): Promise<void> {
	await until(async () => {
		const rows = await store.selectFrom("session").select("cue_message_id").execute();
		return rows.some((row) => row.cue_message_id === message.id);
	});
}

describeOnBoth("a cue", (engine) => {
	it("is one message where the host wants it, edited as people come, go and the session ends", async () => {
		const { journey, server, stage, backstage, clock, event } = await webinar(engine);
		const cue = await backstage.nextMessage();
		expect(cue.content).toBe(`**Pottery** in <#${stage.id}>: nobody has come yet`);
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya · on time · first visit");
		clock.skip(25 * MINUTE);
		const sunil = server.addMember("Sunil");
		await sunil.joins(stage);
		await says(cue, journey, /: 2 in, 2 came\nSunil · 25 min late · first visit\nMaya/);
		await sunil.leaves();
		await says(cue, journey, /: 1 in, 2 came\nMaya[^\n]*$/);
		await event.ends();
		await says(cue, journey, /session over, 2 came$/);
		expect(backstage.messages).toEqual([cue]);
	});

	it("tells which visit it is", async () => {
		const { journey, server, stage, backstage, clock, host, event } = await webinar(engine);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await says(await backstage.nextMessage(), journey, "first visit");
		await maya.leaves();
		await event.ends();
		clock.skip(HOUR);
		await stage.opens({ event: server.schedule({ name: "More", room: stage, startsAt: clock.now(), creator: host }) });
		const next = await backstage.nextMessage();
		clock.skip(3_000);
		await maya.joins(stage);
		await says(next, journey, "Maya · on time · visit 2");
	});

	it("is kept by a new process in the same message, also the last word", async () => {
		const { journey, server, stage, backstage, event, start, stop } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await stop();
		await start();
		await server.addMember("Sunil").joins(stage);
		await says(cue, journey, "Sunil");
		await stop();
		await event.ends();
		await start();
		await says(cue, journey, "session over, 2 came");
		expect(backstage.messages).toEqual([cue]);
	});

	it("gets its last word from the next process when this one ends first", async () => {
		const { journey, store, stage, server, backstage, start, stop } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await stop();
		await stage.closes();
		await store.updateTable("session").set({ closed_at: journey.clock.now() }).execute();
		await start();
		await says(cue, journey, "session over, 1 came");
		await until(() => journey.log.filter(({ msg }) => String(msg).startsWith("Byname is ready")).length === 2);
	});

	it("goes by direct message to a host who asked for that", async () => {
		const { journey, server, stage, place } = await webinar(engine, { cueTo: "dm" });
		const cue = await place.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		expect(place.messages).toEqual([cue]);
	});

	it("is not shown to a host who has not asked for it", async () => {
		const { journey, server, stage, backstage } = await webinar(engine, { cueTo: "nowhere" });
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await journey.stop();
		expect(backstage.messages).toEqual([]);
		expect(journey.discord.requests.filter(({ path }) => path === "/users/@me/channels")).toEqual([]);
	});

	it("pings nobody and makes no sound", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		expect(cue.flags).toBe((1 << 2) | (1 << 12));
		await server.addMember("@everyone <@1>").joins(stage);
		await says(cue, journey, "everyone");
		expect(cue.allowedMentions).toEqual({ parse: [] });
		expect(editsOf(journey).every(({ body }) => JSON.stringify(body).includes('"parse":[]'))).toBe(true);
		expect(cue.content).not.toMatch(/@everyone|<@1>/);
	});

	it("takes a crowd with few edits, at least two seconds apart", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		for (let group = 0; group < 10; group++) {
			await Promise.all(Array.from({ length: 20 }, (_, n) => server.addMember(`Guest ${group} ${n}.`).joins(stage)));
			journey.clock.skip(600);
		}
		await says(cue, journey, ": 200 in, 200 came");
		expect(cue.content).toMatch(/\nand \d+ others$/);
		const times = [cue.acceptedAt, ...editsOf(journey).map(({ clockTime }) => clockTime)];
		expect(times.length).toBeLessThan(8);
		for (const [index, at] of times.slice(1).entries()) expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(2_000);
		expect(journey.discord.rateLimited).toBe(0);
	});
});

describeOnBoth("a cue in trouble", (engine) => {
	it("makes no second message when the answer to the first never comes", async () => {
		const { journey, store, server, stage, backstage, event, host, clock } = await webinar(engine, {
			cueTo: "nowhere",
		});
		journey.discord.fail.drop({ method: "POST", path: `/channels/${backstage.id}/messages` });
		await saveProfile(store, server.id, host.id, { cue: "on", cue_to: backstage.id });
		await until(() => {
			clock.skip(500);
			return postsIn(backstage, journey).length === 2;
		});
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await event.ends();
		await says(cue, journey, "over");
		expect(backstage.messages).toEqual([cue]);
	});

	it("goes on after Discord asked it to wait, in the time asked for", async () => {
		const { journey, server, stage, backstage, clock } = await webinar(engine);
		const cue = await backstage.nextMessage();
		journey.discord.fail.rateLimit("user", 20_000, { method: "PATCH" });
		await server.addMember("Maya").joins(stage);
		await until(() => {
			clock.skip(100);
			return editsOf(journey).length === 1;
		});
		await says(cue, journey, "Maya");
		const [first, second] = editsOf(journey);
		expect((second?.clockTime ?? 0) - (first?.clockTime ?? 0)).toBeGreaterThanOrEqual(20_000);
	});

	it("is posted anew when somebody deletes it, and stays away when they do it again", async () => {
		const webinars = await webinar(engine);
		const { journey, server, stage, backstage } = webinars;
		const first = await backstage.nextMessage();
		await isStored(webinars, first);
		await backstage.removeMessage(first);
		await server.addMember("Maya").joins(stage);
		journey.clock.skip(3_000);
		const second = await backstage.nextMessage();
		await says(second, journey, "Maya"); // at once, or as soon as her stay is stored too
		await isStored(webinars, second);
		await backstage.removeMessage(second);
		await server.addMember("Sunil").joins(stage);
		await until(() => {
			journey.clock.skip(500);
			return shutIn(journey).length === 1;
		});
		expect(backstage.messages).toHaveLength(2);
	});

	it("stops where it is forbidden, says so once in the log, and greetings go on", async () => {
		const { journey, store, server, stage, backstage, host } = await webinar(engine, { cueTo: "nowhere" });
		await backstage.deny("SendMessages");
		await backstage.deny("SendMessages", server.botRole);
		await saveProfile(store, server.id, host.id, { cue: "on", cue_to: backstage.id });
		for (const name of ["Maya", "Sunil", "Tom"]) {
			await server.addMember(name).joins(stage);
			expect(await stage.nextText()).toContain(name);
			journey.clock.skip(5_000);
		}
		await until(() => shutIn(journey).length > 0);
		journey.clock.skip(60_000);
		await server.addMember("Ana").joins(stage);
		expect(await stage.nextText()).toContain("Ana");
		await journey.stop();
		expect(shutIn(journey)).toHaveLength(1);
		expect(postsIn(backstage, journey)).toHaveLength(1);
	});

	it("comes to the new place when the host chooses another, and leaves none behind", async () => {
		const { journey, store, server, stage, backstage, host } = await webinar(engine);
		const old = await backstage.nextMessage();
		const office = server.addTextChannel("office");
		await saveProfile(store, server.id, host.id, { cue_to: office.id });
		await server.addMember("Maya").joins(stage);
		await until(() => {
			journey.clock.skip(500);
			return old.deleted;
		});
		const cue = await office.nextMessage();
		await says(cue, journey, "Maya");
	});

	it("ends Byname when Discord does not know the token any more", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		await backstage.nextMessage();
		journey.discord.fail.answer(401, { method: "PATCH" });
		const ended = expect(journey.running).rejects.toThrow("DISCORD_TOKEN");
		await server.addMember("Maya").joins(stage);
		await until(() => {
			journey.clock.skip(500);
			return editsOf(journey).length === 1;
		});
		await ended;
	});

	it("does without names when Discord refuses one", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		journey.discord.fail.answer(400, { method: "PATCH", body: { message: "blocked", code: 200000 } });
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "1 in, 1 came\nDiscord refuses one of the names");
	});
});

describeOnBoth("a cue after hours", (engine) => {
	/** A session that is over, with its cue. */
	async function closed() {
		const all = await webinar(engine);
		const { journey, server, stage, backstage, event } = all;
		const cue = await backstage.nextMessage();
		await isStored(all, cue);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await says(cue, journey, "Maya");
		await maya.leaves();
		await event.ends();
		await says(cue, journey, "session over, 1 came");
		return { ...all, cue };
	}

	it("tells in the same message on the same day who came, and still names them when they have left", async () => {
		const { journey, server, stage, backstage, cue } = await closed();
		const sunil = server.addMember("Sunil");
		await sunil.joins(stage);
		await says(cue, journey, /session over, 1 came\nAfter hours, 1 came by:\nSunil · <t:\d+:t>$/);
		await sunil.leaves();
		await server.addMember("Tom").joins(stage);
		await says(cue, journey, /After hours, 2 came by:\nTom .*\nSunil /);
		expect(backstage.messages).toEqual([cue]);
	});

	it("is one new message on another day, however many come", async () => {
		const { journey, server, stage, backstage, clock, cue } = await closed();
		clock.skip(50 * HOUR);
		for (const name of ["Sunil", "Tom", "Ana"]) await server.addMember(name).joins(stage);
		const told = await backstage.nextMessage();
		await says(told, journey, /After hours, 3 came by:/);
		expect(told.content).toMatch(/Sunil/);
		expect(cue.content).not.toContain("After hours");
		expect(backstage.messages).toEqual([cue, told]);
	});

	it("is told to a host who has no cue of that session yet", async () => {
		const { journey, store, server, stage, backstage, host, event } = await webinar(engine, { cueTo: "nowhere" });
		await event.ends();
		await until(() => journey.log.some(({ msg }) => msg === "session closed"));
		await saveProfile(store, server.id, host.id, { cue: "on", cue_to: backstage.id });
		journey.clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(await backstage.nextText()).toMatch(/session over, nobody came\nAfter hours, 1 came by:\nSunil/);
	});
});
