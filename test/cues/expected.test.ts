import { expect, it } from "vitest";
import { describeOnBoth } from "../engines.ts";
import { says, webinar } from "./webinar.ts";

describeOnBoth("a cue of a session that is held for an event", (engine) => {
	it("says how many of those who are expected are in, and keeps that up", async () => {
		const { journey, server, stage, backstage, host, event } = await webinar(engine);
		const [maya, ada, tom] = [server.addMember("Maya"), server.addMember("Ada"), server.addMember("Tom")];
		for (const guest of [host, maya, ada]) await event.gains(guest); // Discord takes who schedules an event to be interested
		await maya.joins(stage);
		const cue = await backstage.nextMessage();
		await says(cue, journey, "\n1 of 2 expected is in\nGreet next: **Maya** · on time · first visit · expected\n");
		await tom.joins(stage);
		await ada.joins(stage);
		await says(cue, journey, "\n2 of 2 expected are in\n");
		await says(cue, journey, "\nTom · "); // who is in is seen before it is stored who came
		expect(cue.content).toMatch(/^Tom · .+ · first visit$/m);
		await event.loses(ada);
		await says(cue, journey, "\n1 of 1 expected is in\n");
		await maya.leaves();
		await says(cue, journey, "\n0 of 1 expected are in\n");
		expect(cue.content).not.toContain("Maya");
	});
});
