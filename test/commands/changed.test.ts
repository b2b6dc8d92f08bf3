import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const ON_TIME = "onTime: Maya";
const LATE = "late: Maya";

/** Henry's session, three minutes old, on a server that Olga manages. */
async function threeMinutesIn() {
	const acme = await atAcme();
	const { server, stage, henry, clock } = acme;
	const olga = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
	await henry.joins(stage);
	await stage.opens({ topic: "Town hall", by: henry });
	await until(() => acme.log.some(({ msg }) => msg === "session opened"));
	clock.skip(3 * 60_000);
	/** What the next person is greeted with. */
	async function nextGreeting(room = stage): Promise<string> {
		await server.addMember("Maya").joins(stage);
		return heard(await room.nextText());
	}
	return { ...acme, olga, nextGreeting };
}

describe("while a session is on, the next arrival is greeted by", () => {
	it("what its host sets and gives back", async () => {
		const { henry, nextGreeting } = await threeMinutesIn();
		expect(await nextGreeting()).toBe(ON_TIME);
		await henry.runs("host set", { "late-after": 1 }).then(shownBy);
		expect(await nextGreeting()).toBe(LATE);
		await henry.runs("host reset", { setting: "late-after" }).then(shownBy);
		expect(await nextGreeting()).toBe(ON_TIME);
	});

	it("what the server sets for all hosts and gives back", async () => {
		const { olga, nextGreeting } = await threeMinutesIn();
		expect(await nextGreeting()).toBe(ON_TIME);
		await olga.runs("server set defaults", { "late-after": 1 }).then(shownBy);
		expect(await nextGreeting()).toBe(LATE);
		await olga.runs("server reset", { setting: "late-after" }).then(shownBy);
		expect(await nextGreeting()).toBe(ON_TIME);
	});

	it("where the server wants its greetings posted", async () => {
		const { server, olga, nextGreeting } = await threeMinutesIn();
		const lobby = server.addTextChannel("lobby");
		expect(await nextGreeting()).toBe(ON_TIME);
		await olga.runs("server set post-in", { channel: lobby }).then(shownBy);
		expect(await nextGreeting(lobby)).toBe(ON_TIME);
		await olga.runs("server reset", { setting: "post-in" }).then(shownBy);
		expect(await nextGreeting()).toBe(ON_TIME);
	});
});
