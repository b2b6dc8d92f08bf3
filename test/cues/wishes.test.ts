import { it } from "vitest";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { says, webinar } from "./webinar.ts";

describeOnBoth("a cue", (engine) => {
	it("says that a guest is quiet, and what they are called, from the moment that they say so", async () => {
		const { journey, server, stage, place } = await webinar(engine);
		await until(() => journey.discord.commands.length > 0);
		const siobhan = server.addMember("xX_sh_Xx");
		const cue = await place.nextMessage();
		await siobhan.joins(stage);
		await says(cue, journey, "sh");
		const asked = await siobhan.runs("me name");
		await shownBy(await asked.submits({ called: "Siobhán", sound: "SIV-awn", where: [] }));
		await says(cue, journey, "Siobhán · *SIV-awn*");
		await siobhan.runs("me quiet").then(shownBy);
		await says(cue, journey, "please don't call them out");
	});
});
