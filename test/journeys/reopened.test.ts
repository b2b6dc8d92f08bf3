import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

const MINUTE = 60_000;

function closings(journey: Journey, count: number): Promise<void> {
	return until(() => timesLogged(journey, /^session closed$/) === count);
}

function openings(journey: Journey, count: number): Promise<void> {
	return until(() => timesLogged(journey, /^session opened$/) === count);
}

/** A webinar of Henry's with Maya and Sunil in the audience. */
async function webinar(journey: Journey) {
	const server = journey.discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const [henry, anna] = [server.addMember("Henry"), server.addMember("Anna")];
	const [maya, sunil] = [server.addMember("Maya"), server.addMember("Sunil")];
	await stage.opens({ topic: "Town hall", by: henry });
	journey.clock.skip(3_000);
	await Promise.all([maya.joins(stage), sunil.joins(stage)]);
	await until(() => ["Maya", "Sunil"].every((name) => stage.messages.some(({ content }) => content.includes(name))));
	return { server, stage, henry, anna, maya, sunil };
}

describe("a stage that a co-host opens again before its audience", () => {
	it("is the same session: nobody is thanked or greeted again, or told in between that it is closed", async () => {
		const journey = await setOut();
		const { server, stage, henry, anna, maya } = await webinar(journey);
		await stage.closes();
		await closings(journey, 1);
		await until(() => stage.messages.some(({ content }) => heard(content).startsWith("thanks: ")));
		const said = stage.messages.length;
		await henry.leaves();
		await anna.joins(stage);
		await server.addMember("Tom").joins(stage);
		journey.clock.skip(2 * MINUTE);
		await stage.opens({ topic: "Town hall", by: anna });
		await openings(journey, 2);
		journey.clock.skip(3_000);
		await until(() => stage.messages.length > said);
		await stage.closes();
		await closings(journey, 2);
		await until(() => stage.messages.length > said + 1);
		await maya.leaves();
		journey.clock.skip(6 * MINUTE);
		const texts = stage.messages.slice(said).map(({ content }) => content);
		expect(texts).toHaveLength(2);
		expect(heard(texts[0] ?? "")).toMatch(/: Tom$/);
		expect(heard(texts[1] ?? "")).toBe("thanks: Tom");
	});

	it("is another session once the audience has gone", async () => {
		const journey = await setOut();
		const { stage, henry, anna, maya, sunil } = await webinar(journey);
		await stage.closes();
		await closings(journey, 1);
		await until(() => stage.messages.some(({ content }) => heard(content).startsWith("thanks: ")));
		await Promise.all([henry, maya, sunil].map((one) => one.leaves()));
		journey.clock.skip(2 * MINUTE);
		await stage.opens({ topic: "Pottery", by: anna });
		await openings(journey, 2);
		journey.clock.skip(3_000);
		const said = stage.messages.length;
		await maya.joins(stage);
		await until(() => stage.messages.length > said);
		expect(heard(stage.messages.at(-1)?.content ?? "")).toMatch(/^(onTime|back): Maya/);
	});
});

describe("who comes when a session has just ended", () => {
	it("is told that it is closed once it can no longer open again", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await stage.closes();
		expect(heard(await stage.nextText())).toBe("thanks: Maya");
		const [tom, otto] = [server.addMember("Tom"), server.addMember("Otto")];
		await Promise.all([tom.joins(stage), otto.joins(stage)]);
		journey.clock.skip(4 * MINUTE);
		await otto.leaves();
		journey.clock.skip(2 * MINUTE);
		const text = await stage.nextText();
		expect(heard(text)).toBe("afterHours: Tom");
	});
});

describe("who comes when a session has just ended, and leaves while Byname is away", () => {
	it("hears nothing", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		await stage.closes();
		expect(heard(await stage.nextText())).toBe("thanks: Maya");
		const [tom, otto] = [server.addMember("Tom"), server.addMember("Otto")];
		await Promise.all([tom.joins(stage), otto.joins(stage)]);
		await until(() => timesLogged(journey, /^session closed$/) === 1);
		journey.discord.fail.dropSockets({ forget: true });
		otto.leavesQuietly();
		await until(() => journey.discord.identifies === 2);
		await journey.discord.ready();
		journey.clock.skip(6 * MINUTE);
		expect(heard(await stage.nextText())).toBe("afterHours: Tom");
	});
});

describe("who goes back and forth between two stages that nobody is known to host", () => {
	it("is on a first visit to both", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		const other = server.addStage("Other stage");
		await other.opens({ topic: "Pottery" });
		await openings(journey, 2);
		journey.clock.skip(3_000);
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await maya.moves(other);
		expect(heard(await other.nextText())).toBe("onTime: Maya");
	});
});
