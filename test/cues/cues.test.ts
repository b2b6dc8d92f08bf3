import { expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { timesLogged, until } from "../journeys/journey.ts";
import { editsOf, says, webinar } from "./webinar.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnBoth("a cue", (engine) => {
	it("is one message where the host wants it, edited as people come, go and the session ends", async () => {
		const { journey, server, stage, backstage, clock, event } = await webinar(engine);
		const cue = await backstage.nextMessage();
		expect(cue.content).toBe(`**Pottery** in <#${stage.id}>: nobody has come yet`);
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "\nMaya · on time · first visit");
		clock.skip(25 * MINUTE);
		const sunil = server.addMember("Sunil");
		await sunil.joins(stage);
		await says(
			cue,
			journey,
			/: 2 in, 2 came\nGreet next: \*\*Sunil\*\* · \d+ min late · first visit\nSunil · \d+ min late · first visit\nMaya/,
		);
		await sunil.leaves();
		await says(cue, journey, /: 1 in, 2 came\nGreet next: [^\n]*\nMaya[^\n]*$/);
		await event.ends();
		await says(cue, journey, /session over\n\*\*2\*\* came, .*\n.*\n2 heard their name\.$/);
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
		const { journey, server, stage, backstage, event } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await journey.stop();
		await journey.start();
		await server.addMember("Sunil").joins(stage);
		await says(cue, journey, "Sunil");
		await journey.stop();
		await event.ends();
		await journey.start();
		await says(cue, journey, "session over\n**2** came");
		expect(backstage.messages).toEqual([cue]);
	});

	it("gets its last word from the next process when this one ends first", async () => {
		const { journey, store, stage, server, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await journey.stop();
		await stage.closes();
		await store.updateTable("session").set({ closed_at: journey.clock.now() }).execute();
		await journey.start();
		await says(cue, journey, "session over\n**1** came");
		await until(() => timesLogged(journey, /^Byname is ready/) === 2);
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
