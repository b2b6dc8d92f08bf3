import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { attemptsIn } from "./posts.ts";

const TURNED_AWAY = /takes no posts from Byname/;

/** Maya is on a live stage that has turned her greeting away. */
async function mayaWaits() {
	const journey = await setOut();
	const { server, stage } = await liveStage(journey);
	await stage.deny("SendMessages");
	const maya = server.addMember("Maya");
	await maya.joins(stage);
	await until(() => timesLogged(journey, TURNED_AWAY) > 0);
	return { journey, server, stage, maya };
}

describe("a room that takes no posts from Byname", () => {
	it("is left alone until permissions change, and then everybody is greeted after all", async () => {
		const { journey, server, stage } = await mayaWaits();
		await server.addMember("Sunil").joins(stage);
		await until(() => journey.discord.requests.filter(({ status }) => status === 403).length === 1);
		journey.clock.skip(90_000);
		await stage.allow("SendMessages");
		let said = await stage.nextText();
		expect(heard(said)).toMatch(/^onTime: Maya.* \+ sorry$/m);
		while (!said.includes("Sunil")) said += await stage.nextText();
		expect(timesLogged(journey, TURNED_AWAY)).toBe(1);
	});

	it("is tried again at once when it lets Byname in just as it turns it away", async () => {
		const journey = await setOut();
		const { discord, clock } = journey;
		const { server, stage } = await liveStage(journey);
		await stage.deny("SendMessages");
		discord.fail.stall({ method: "POST", path: stage.id, answerAfterMs: 3_000 });
		await server.addMember("Maya").joins(stage);
		await until(() => attemptsIn(stage, journey).length === 1);
		await stage.allow("SendMessages");
		await discord.sendRaw("STAGE_INSTANCE_CREATE", null);
		await until(() => timesLogged(journey, /could not be read/) > 0); // so what came before it has been
		clock.skip(3_000);
		expect(await stage.nextText()).toContain("Maya");
		expect(attemptsIn(stage, journey)).toMatchObject([{ status: 403 }, {}]);
	});

	it("disturbs no other room", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const other = server.addStage("Other stage");
		await other.opens({ topic: "Other" });
		journey.clock.skip(3_000);
		await stage.deny("ViewChannel");
		await server.addMember("Maya").joins(stage);
		await server.addMember("Sunil").joins(other);
		expect(await other.nextText()).toContain("Sunil");
		expect(stage.messages).toEqual([]);
	});
});

describe("greetings whose session is long over", () => {
	it("are given up, names and all, rather than said when the room opens up weeks later", async () => {
		const { journey, server, stage, maya } = await mayaWaits();
		await maya.leaves();
		await stage.closes();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		await skipUntil(journey, () => timesLogged(journey, /^greetings given up/) > 0, 30_000);
		await stage.allow("SendMessages");
		await stage.opens({ topic: "Next" });
		journey.clock.skip(3_000);
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toContain("Sunil");
		expect(stage.messages[0]?.content).not.toContain("Maya");
	});
});
