import { expect, it } from "vitest";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import type { SimMessage } from "../../rehearsal/simulator/message.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { idOf } from "../commands/pressed.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { says, webinar } from "./webinar.ts";

const say = phrasesIn("en");
const YES = say("cue.panelist.yes", { name: "Lena" });
const NO = say("cue.panelist.no", { name: "Lena" });
const MINUTE = 60_000;

describeOnBoth("who comes as a speaker in the first five minutes", (engine) => {
	async function withSpeaker(engine: Engine, cueTo?: "dm") {
		const held = await webinar(engine, { cueTo });
		const cue = await held.place.nextMessage();
		const lena = held.server.addMember("Lena");
		await lena.joins(held.stage, { speaker: true });
		await says(cue, held.journey, "Is **Lena** on the panel?");
		const said = () => held.stage.messages.map(({ content }) => heard(content));
		return { ...held, cue, lena, said };
	}

	const asksNoMore = (cue: SimMessage) => !cue.content.includes("on the panel?");

	it("is no guest once the host says that they are on the panel, in direct messages too", async () => {
		const { cue, host, journey, said, store, event } = await withSpeaker(engine, "dm");
		expect(said()).toEqual([]);
		await clickOn(cue, idOf(YES, cue), host);
		await skipUntil(journey, () => asksNoMore(cue), 500);
		journey.clock.skip(MINUTE);
		await event.ends();
		await skipUntil(journey, () => cue.content.includes("Nobody came"), 1_000);
		expect(said()).toEqual([]);
		expect(await store.selectFrom("attendance").select("role").execute()).toEqual([{ role: "panel" }]);
	});

	it("is greeted as soon as the host says that they are a guest", async () => {
		const { cue, host, journey, said, clock } = await withSpeaker(engine);
		const before = clock.now();
		await clickOn(cue, idOf(NO, cue), host);
		await skipUntil(journey, () => said().length > 0, 100);
		expect(clock.now() - before).toBeLessThan(20_000); // else nobody had to say so
		expect(said()).toEqual(["onTime: Lena"]);
		await skipUntil(journey, () => asksNoMore(cue), 500);
	});

	it("is greeted after half a minute where nobody answers, and is not asked about any more", async () => {
		const { cue, journey, said, clock } = await withSpeaker(engine);
		clock.skip(20_000);
		expect(said()).toEqual([]);
		await skipUntil(journey, () => said().length > 0, 1_000);
		expect(said()).toEqual(["onTime: Lena"]);
		await skipUntil(journey, () => asksNoMore(cue), 500);
	});

	it("is asked about together with others, each with buttons of their own", async () => {
		const { cue, host, journey, said, server, stage } = await withSpeaker(engine);
		await server.addMember("Tom").joins(stage, { speaker: true });
		await says(cue, journey, "Is **Tom** on the panel?");
		expect(cue.content).toContain("Is **Lena** on the panel?");
		await clickOn(cue, idOf(say("cue.panelist.no", { name: "Tom" }), cue), host);
		await skipUntil(journey, () => said().length > 0, 100);
		expect(said()).toEqual(["onTime: Tom"]);
		await clickOn(cue, idOf(YES, cue), host);
		await skipUntil(journey, () => asksNoMore(cue), 500);
		journey.clock.skip(MINUTE);
		expect(said()).toEqual(["onTime: Tom"]);
	});

	it("is nobody's to decide who does not lead the session", async () => {
		const { cue, server, journey, said } = await withSpeaker(engine);
		const tom = server.addMember("Tom");
		expect(await shownBy(await clickOn(cue, idOf(YES, cue), tom))).toBe(say("frame.forHosts"));
		await skipUntil(journey, () => said().length > 0, 1_000);
	});
});

describeOnBoth("who speaks", (engine) => {
	it("is asked about also when they came to listen, as long as they have not been greeted", async () => {
		const { server, stage, host, place, store, journey } = await webinar(engine);
		await saveProfile(store, server.id, host.id, { delay_seconds: 20 });
		const cue = await place.nextMessage();
		const [lena, maya] = [server.addMember("Lena"), server.addMember("Maya")];
		await lena.joins(stage);
		await maya.joins(stage);
		await until(async () => (await store.selectFrom("greeting").select("user_id").execute()).length === 2);
		await lena.becomesSpeaker();
		await says(cue, journey, "Is **Lena** on the panel?");
		await clickOn(cue, idOf(YES, cue), host);
		await skipUntil(journey, () => stage.messages.length > 0, 1_000);
		journey.clock.skip(MINUTE);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Maya"]);
	});

	it("is greeted like all others later on, and where there is no cue to ask in", async () => {
		const { server, stage, clock, journey, asksForCue, place } = await webinar(engine, { cueTo: "nowhere" });
		await server.addMember("Lena").joins(stage, { speaker: true });
		await skipUntil(journey, () => stage.messages.length === 1, 500);
		await asksForCue();
		clock.skip(6 * MINUTE);
		const cue = await place.nextMessage();
		await server.addMember("Ana").joins(stage, { speaker: true });
		await skipUntil(journey, () => stage.messages.length === 2, 500);
		expect(cue.content).not.toContain("on the panel?");
	});
});
