import { expect, it } from "vitest";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { saveProfile } from "../../src/store/settings.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth } from "../engines.ts";
import { setOut, skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { moderatorsOf } from "../journeys/moderators.ts";
import { attemptsIn } from "../journeys/posts.ts";
import { isStored, says, timesGivenUp, webinar } from "./webinar.ts";

const say = phrasesIn("en");
const KEPT_AWAY = /^a host's cue is kept from a channel/;

describeOnBoth("the place of a cue", (engine) => {
	it("is looked at again when the session opens: where everyone can read it, nothing is posted, and the host hears why", async () => {
		const { journey, server, stage, backstage, host, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		const moderators = await moderatorsOf(server);
		await backstage.allow("ViewChannel");
		await asksForCue();
		await server.addMember("Maya").joins(stage);
		const alert = await moderators.nextText();
		const words = say("alert.cue", { fault: phrase("trouble.cue.public", { channel: `<#${backstage.id}>` }) });
		expect(alert).toBe(say("alert.to", { host: `<@${host.id}>`, words }));
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		expect(attemptsIn(backstage, journey)).toEqual([]);
		expect(moderators.messages).toHaveLength(1);
	});

	it("is looked at while it changes: it goes as soon as everyone can read it, and comes back when they cannot", async () => {
		const { journey, store, server, stage, backstage } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await isStored(cue, store);
		await backstage.allow("ViewChannel");
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => cue.deleted, 500);
		expect(cue.content).not.toContain("Maya");
		const before = backstage.messages.length;
		await backstage.deny("ViewChannel");
		await skipUntil(journey, () => backstage.messages.length > before, 500);
		await says(await backstage.nextMessage(), journey, "Maya");
	});

	it("is left as soon as Discord takes the cue away, and the host hears why", async () => {
		const { journey, store, server, stage, backstage } = await webinar(engine);
		const moderators = await moderatorsOf(server);
		const cue = await backstage.nextMessage();
		await isStored(cue, store);
		journey.discord.fail.answer(500, { method: "DELETE", path: cue.id, times: 2 });
		await backstage.allow("ViewChannel");
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => cue.deleted, 500);
		expect(await moderators.nextText()).toContain("Your cue stays away");
	});

	it("is left also when somebody else has taken the cue away", async () => {
		const { journey, store, server, stage, backstage } = await webinar(engine);
		const moderators = await moderatorsOf(server);
		const cue = await backstage.nextMessage();
		await isStored(cue, store);
		await backstage.removeMessage(cue);
		await backstage.allow("ViewChannel");
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => moderators.messages.length === 1, 500);
		expect(timesGivenUp(journey)).toBe(0);
	});

	it("of the last word is where it stands, though the host has moved it since: where everyone can read, it goes", async () => {
		const { journey, store, server, backstage, host, event } = await webinar(engine);
		const cue = await backstage.nextMessage();
		await isStored(cue, store);
		const office = server.addTextChannel("office");
		await office.isOnlyFor(host);
		await journey.stop();
		await saveProfile(store, server.id, host.id, { cue_to: office.id });
		await backstage.allow("ViewChannel");
		await event.ends();
		await journey.start();
		await skipUntil(journey, () => cue.deleted, 500);
		expect(office.messages).toEqual([]);
	});

	it("of the last word is in direct messages, though the host wants their cue elsewhere now", async () => {
		const { journey, store, server, place, backstage, host, event } = await webinar(engine, { cueTo: "dm" });
		const cue = await place.nextMessage();
		await isStored(cue, store);
		await journey.stop();
		await saveProfile(store, server.id, host.id, { cue_to: backstage.id });
		await event.ends();
		await journey.start();
		await says(cue, journey, "session over");
		expect([cue.deleted, backstage.messages]).toEqual([false, []]);
	});

	it("has to be one that the host can read; who cannot be told in private is told with their next command", async () => {
		const { journey, server, stage, backstage, host, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		await until(() => journey.discord.commands.length > 0);
		host.roles.push(server.addRole("Hosts", "ManageEvents"));
		await backstage.deny("ViewChannel", host);
		await asksForCue();
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => timesLogged(journey, KEPT_AWAY) === 1, 1_000);
		await until(() => timesLogged(journey, /^a host is told of trouble$/) === 1);
		const shown = await host.runs("host show");
		await shownBy(shown);
		expect(await shown.replyText()).toContain(`You cannot read <#${backstage.id}> yourself`);
		expect(attemptsIn(backstage, journey)).toEqual([]);
	});

	it("is found out a little later when Discord does not tell who the host is", async () => {
		const { journey, server, stage, backstage, host, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		journey.discord.fail.answer(500, { method: "GET", path: `/members/${host.id}`, times: 2 });
		await asksForCue();
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => backstage.messages.length > 0, 500);
	});

	it("that was shut while Byname was timed out is open again afterwards", async () => {
		const { journey, server, stage, backstage, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
		await server.bot.isTimedOut(10 * 60_000);
		await asksForCue();
		await server.addMember("Maya").joins(stage);
		// What the host wants may have been read just before they wanted it.
		await skipUntil(journey, () => timesLogged(journey, /cannot be shown where they want it/) === 1, 1_000);
		await server.bot.isForgiven();
		await skipUntil(journey, () => backstage.messages.length > 0, 1_000);
		await says(await backstage.nextMessage(), journey, "Maya");
	});
});

it("is refused when it is chosen, if the host cannot read it", async () => {
	const { discord } = await setOut();
	await until(() => discord.commands.length > 0);
	const server = discord.addServer({ name: "Acme" });
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	server.addTextChannel("lounge");
	const board = server.addTextChannel("board");
	await board.isOnlyFor();
	const refusal = await shownBy(await henry.runs("host set", { "cue-in": board }));
	expect(refusal).toMatch(new RegExp(`^You cannot read <#${board.id}> yourself.*Nothing was changed\\.$`));
	expect(await shownBy(await henry.runs("host show"))).toContain("**Cue**: off");
});
