import { expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { timesLogged, until } from "../journeys/journey.ts";
import { isStored, says, webinar } from "./webinar.ts";

const HOUR = 3_600_000;

describeOnBoth("a cue after hours", (engine) => {
	/** A session that is over, with its cue. */
	async function closedSession() {
		const all = await webinar(engine);
		const { journey, store, server, stage, backstage, event } = all;
		const cue = await backstage.nextMessage();
		await isStored(cue, store);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await says(cue, journey, "Maya");
		await maya.leaves();
		await event.ends();
		await says(cue, journey, "session over\n**1** came");
		return { ...all, cue };
	}

	it("tells in the same message on the same day who came, and still names them when they have left", async () => {
		const { journey, server, stage, backstage, cue } = await closedSession();
		journey.clock.skip(6 * 60_000); // until then it may open again, and who leaves meanwhile has heard nothing
		const sunil = server.addMember("Sunil");
		await sunil.joins(stage);
		await says(cue, journey, /session over\n\*\*1\*\* came[\s\S]*\nAfter hours, 1 came by:\nSunil · <t:\d+:t>$/);
		await until(() => stage.messages.some(({ content }) => content.includes("Sunil"))); // who leaves before has heard nothing
		await sunil.leaves();
		await server.addMember("Tom").joins(stage);
		await says(cue, journey, /After hours, 2 came by:\nTom .*\nSunil /);
		expect(backstage.messages).toEqual([cue]);
	});

	it("is one new message on another day, however many come", async () => {
		const { journey, server, stage, backstage, clock, cue } = await closedSession();
		clock.skip(6 * 60_000); // until then it may open again
		clock.skip(24 * HOUR - (clock.now() % (24 * HOUR)));
		for (const name of ["Sunil", "Tom", "Ana"]) await server.addMember(name).joins(stage);
		const told = await backstage.nextMessage();
		await says(told, journey, /After hours, 3 came by:/);
		expect(told.content).toMatch(/Sunil/);
		expect(cue.content).not.toContain("After hours");
		expect(backstage.messages).toEqual([cue, told]);
	});

	it("is told to a host who has no cue of that session yet", async () => {
		const { journey, server, stage, backstage, event, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		await event.ends();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		await asksForCue();
		journey.clock.skip(31_000); // what was set through another process is read anew by then
		await server.addMember("Sunil").joins(stage);
		expect(await backstage.nextText()).toMatch(/session over\nNobody came\.\nAfter hours, 1 came by:\nSunil/);
	});
});
