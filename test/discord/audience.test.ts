import { expect, it } from "vitest";
import { atAcme } from "../commands/acme.ts";
import { shownBy } from "../commands/shown.ts";

it("makes nobody a host who may manage events in a single channel only", async () => {
	const { server, stage } = await atAcme();
	const maya = server.addMember("Maya");
	await stage.allow("ManageEvents", maya);
	expect(await shownBy(await maya.runs("session start", { room: stage }, { room: stage }))).toMatch(
		/^This is for hosts/,
	);
	const events = server.addRole("Events", "ManageEvents");
	maya.roles.push(events);
	expect(await shownBy(await maya.runs("session start", { room: stage }, { room: stage }))).toContain("is open");
});
