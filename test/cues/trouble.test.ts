import { expect, it } from "vitest";
import { saveProfile } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { attemptsIn } from "../journeys/posts.ts";
import { editsOf, isStored, says, timesGivenUp, webinar } from "./webinar.ts";

describeOnBoth("a cue in trouble", (engine) => {
	it("makes no second message when the answer to the first never comes", async () => {
		const { journey, server, stage, backstage, event, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		journey.discord.fail.drop({ method: "POST", path: `/channels/${backstage.id}/messages` });
		await asksForCue();
		await skipUntil(journey, () => attemptsIn(backstage, journey).length === 2, 500);
		const cue = await backstage.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await event.ends();
		await says(cue, journey, "over");
		expect(backstage.messages).toEqual([cue]);
	});

	it("goes on after Discord asked it to wait, in the time asked for", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		journey.discord.fail.rateLimit("user", 20_000, { method: "PATCH" });
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => editsOf(journey).length === 1);
		await says(cue, journey, "Maya");
		const [first, second] = editsOf(journey);
		expect((second?.clockTime ?? 0) - (first?.clockTime ?? 0)).toBeGreaterThanOrEqual(20_000);
	});

	it("is posted anew when somebody deletes it, and stays away when they do it again", async () => {
		const { journey, store, server, stage, backstage } = await webinar(engine);
		const first = await backstage.nextMessage();
		await isStored(first, store);
		await backstage.removeMessage(first);
		await server.addMember("Maya").joins(stage);
		journey.clock.skip(3_000);
		const second = await backstage.nextMessage();
		await says(second, journey, "Maya"); // at once, or as soon as her stay is stored too
		await isStored(second, store);
		await backstage.removeMessage(second);
		await server.addMember("Sunil").joins(stage);
		await skipUntil(journey, () => timesGivenUp(journey) === 1, 500);
		expect(backstage.messages).toHaveLength(2);
	});

	it("stops where it is forbidden, says so once in the log, and greetings go on", async () => {
		const { journey, server, stage, backstage, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		await backstage.deny("SendMessages");
		await backstage.deny("SendMessages", server.botRole);
		await asksForCue();
		for (const name of ["Maya", "Sunil", "Tom"]) {
			await server.addMember(name).joins(stage);
			expect(await stage.nextText()).toContain(name);
			journey.clock.skip(5_000);
		}
		await until(() => timesGivenUp(journey) > 0);
		journey.clock.skip(60_000);
		await server.addMember("Ana").joins(stage);
		expect(await stage.nextText()).toContain("Ana");
		await journey.stop();
		expect(timesGivenUp(journey)).toBe(1);
		expect(attemptsIn(backstage, journey)).toHaveLength(1);
	});

	it("comes to the new place when the host chooses another, and leaves none behind", async () => {
		const { journey, store, server, stage, backstage, host } = await webinar(engine);
		const old = await backstage.nextMessage();
		const office = server.addTextChannel("office");
		await office.isOnlyFor(host);
		await saveProfile(store, server.id, host.id, { cue_to: office.id });
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => old.deleted, 500);
		const cue = await office.nextMessage();
		await says(cue, journey, "Maya");
	});

	it("ends Byname when Discord does not know the token any more", async () => {
		const { journey, server, stage, backstage } = await webinar(engine);
		await backstage.nextMessage();
		journey.discord.fail.answer(401, { method: "PATCH" });
		const ended = expect(journey.running).rejects.toThrow("DISCORD_TOKEN");
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => editsOf(journey).length === 1, 500);
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
