import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { atAcme } from "./acme.ts";
import { fillsIn, presses } from "./pressed.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** A winter's evening at Acme, where Henry has his settings in front of him, and a private channel. */
async function settingsAtAcme(databaseUrl?: string) {
	const acme = await atAcme(databaseUrl);
	const { clock, server, henry } = acme;
	clock.skip(Date.UTC(new Date().getUTCFullYear() + 1, 0, 15, 19, 30) - clock.now());
	const backstage = server.addTextChannel("backstage");
	await backstage.isOnlyFor(henry);
	const settings = await henry.runs("host show");
	await shownBy(settings);
	return { ...acme, backstage, settings };
}

/** Fills in the form behind one of the buttons; what then stands in the place of the settings. */
async function changes(settings: SimInteraction, label: string, fields: Parameters<typeof fillsIn>[1]) {
	const sent = await fillsIn(await presses(settings, label), fields);
	return { sent, words: await shownBy(sent) };
}

/** What stands in the fields of the form that was opened, by custom id, as it would be sent back untouched. */
async function heldIn(opened: SimInteraction): Promise<Record<string, unknown>> {
	const fields = flatten((await opened.modal()).components).filter(({ custom_id }) => custom_id);
	const held = fields.map(({ custom_id, value, options, default_values }) => [
		custom_id,
		options?.find((option) => option.default)?.value ?? default_values?.[0] ?? value ?? "",
	]);
	return Object.fromEntries(held);
}

function menuOf(shown: SimInteraction, customId: string): { label: string; value: string }[] {
	const all = flatten((shown.messages.at(-1)?.components ?? []) as Component[]);
	return all.find(({ custom_id }) => custom_id === customId)?.options ?? [];
}

describeOnBoth("a host's settings, shown", (engine) => {
	it("changes each setting by a form, in its own place, and says what it has saved", async () => {
		const { settings, backstage } = await settingsAtAcme(await engine.databaseUrl());
		const [shown] = settings.messages;
		for (const [button, fields, line] of [
			[
				"Time zone",
				{ "Which city are you in?": "Wien" },
				/^\*\*Time zone\*\*: Vienna \(Europe\/Vienna, .*· \*yours\*$/m,
			],
			["Language", { Language: "Deutsch" }, /^\*\*Language\*\*: Deutsch · \*yours\*$/m],
			["Late after", { "Late after": "7" }, /^\*\*Late after\*\*: 7 minutes · \*yours\*$/m],
			["Delay", { Delay: "3" }, /^\*\*Delay\*\*: 3 seconds · \*yours\*$/m],
			["Pace", { Pace: say("settings.paces.30") }, /^\*\*Pace\*\*: one message each 30 seconds · \*yours\*$/m],
			["Ping", { Ping: say("settings.pings.quiet") }, /^\*\*Ping\*\*: quiet: .* · \*yours\*$/m],
			[
				"Cue",
				{ Cue: say("host.mySettings.cue.inThis"), "Channel or thread": backstage },
				new RegExp(`^\\*\\*Cue\\*\\*: on, in <#${backstage.id}> · \\*yours\\*$`, "m"),
			],
		] as const) {
			const { sent, words } = await changes(settings, button, fields);
			expect(words).toMatch(new RegExp(`^\\*\\*Saved:\\*\\* ${button}\\.`));
			expect(words).toMatch(line);
			expect(sent.messages).toEqual([shown]);
		}
		expect(await shownBy(await presses(settings, "Time zone").then((opened) => opened.submits({})))).toContain(
			"(Europe/Vienna",
		);
	});
});

describe("a host's settings, shown", () => {
	it("opens its forms with what holds, be it the server's", async () => {
		const { server, henry, settings } = await settingsAtAcme();
		await server.owner
			.runs("server set defaults", { "time-zone": "Asia/Tokyo", language: "ja", "late-after": 9, pace: "60" })
			.then(shownBy);
		await henry.runs("host set", { delay: 4, cue: "dm" }).then(shownBy);
		const held = async (label: string) => heldIn(await presses(settings, label));
		expect(await held("Time zone")).toEqual({ place: "Asia/Tokyo" });
		expect(await held("Language")).toEqual({ listed: "ja", typed: "" });
		expect(await held("Late after")).toEqual({ number: "9" });
		expect(await held("Delay")).toEqual({ number: "4" });
		expect(await held("Pace")).toEqual({ choice: "60" });
		expect(await held("Ping")).toEqual({ choice: "off" });
		expect(await held("Cue")).toEqual({ way: "dm", channel: "" });
	});

	it("takes a city that nobody knows for no answer: it says so, offers what may be meant, and changes nothing", async () => {
		const { settings } = await settingsAtAcme();
		const { sent, words } = await changes(settings, "Time zone", { "Which city are you in?": "Berlni" });
		expect(words).toMatch(/^I am not sure which time zone “Berlni” is, so I left it as it was\. Choose it below/);
		expect(words).toContain("**Time zone**: not set");
		const [berlin] = menuOf(sent, "host:take:time-zone");
		expect(berlin).toMatchObject({ label: expect.stringMatching(/^Berlin \(Europe\/Berlin/), value: "Europe/Berlin" });
		const chosen = await sent.selects("host:take:time-zone", "Europe/Berlin");
		expect(await shownBy(chosen)).toMatch(/^\*\*Saved:\*\* Time zone\.\n.*\n\*\*Time zone\*\*: Berlin \(/);
		expect(chosen.messages).toEqual(settings.messages);
		expect(menuOf(chosen, "host:take:time-zone")).toEqual([]);
	});

	it("keeps what was typed, colons and all, for whoever tries again", async () => {
		const { settings } = await settingsAtAcme();
		for (const typed of ["Springfield: the one with the nuclear plant", "<@&1> `x` **Ōsk:ar**", "🙂".repeat(20)]) {
			const { sent, words } = await changes(settings, "Time zone", { "Which city are you in?": typed });
			expect(words).toMatch(/^I am not sure which time zone “/);
			const again = await presses(sent, "Try again");
			expect(await heldIn(again)).toEqual({ place: typed });
			const mended = await fillsIn(again, { "Which city are you in?": "Chicago" });
			expect(await shownBy(mended)).toContain("**Time zone**: Chicago (America/Chicago");
		}
	});

	it("offers all the zones of a country that has several", async () => {
		const { settings } = await settingsAtAcme();
		const { sent, words } = await changes(settings, "Time zone", { "Which city are you in?": "Australia" });
		expect(words).toMatch(/^I am not sure which time zone “Australia” is.*Choose it below/);
		const zones = menuOf(sent, "host:take:time-zone").map(({ value }) => value);
		expect(zones).toEqual(expect.arrayContaining(["Australia/Sydney", "Australia/Perth"]));
	});

	it("takes a language that its list has no room for, and offers one that was mistyped", async () => {
		const { settings } = await settingsAtAcme();
		expect((await changes(settings, "Language", { "Or another": "Türkçe" })).words).toContain(
			"**Language**: Türkçe · *yours*",
		);
		const { sent, words } = await changes(settings, "Language", { "Or another": "Germna" });
		expect(words).toMatch(/^I do not know the language “Germna”, so I left it as it was\. Choose it below/);
		expect(words).toContain("**Language**: Türkçe");
		expect(await heldIn(await presses(sent, "Try again"))).toMatchObject({ typed: "Germna" });
		expect(await shownBy(await sent.selects("host:take:language", "de"))).toContain("**Language**: Deutsch · *yours*");
		const unheard = await changes(settings, "Language", { "Or another": "Klingon" });
		expect(unheard.words).toMatch(/^I do not know the language “Klingon”.*there is a list in the form/);
		expect(menuOf(unheard.sent, "host:take:language")).toEqual([]);
	});

	it("refuses a number out of its range, and what is none", async () => {
		const { settings } = await settingsAtAcme();
		for (const typed of ["31", "-1", "1.5", "0x10", "a few", " "]) {
			const { words } = await changes(settings, "Delay", { Delay: typed });
			expect([typed, words]).toEqual([typed, expect.stringMatching(/^\*Delay\* is a number of seconds from 0 to 30/)]);
			expect(words).toContain("**Delay**: none · *Byname's own*");
		}
	});

	it("refuses a cue where everyone reads it, in two places, and nowhere; and keeps what was chosen", async () => {
		const { server, settings, backstage } = await settingsAtAcme();
		const lobby = server.addTextChannel("lobby");
		const cue = async (way: string, channel?: typeof lobby) =>
			changes(settings, "Cue", { Cue: way, ...(channel && { "Channel or thread": channel }) });
		const inThis = say("host.mySettings.cue.inThis");
		const open = await cue(inThis, lobby);
		expect(open.words).toMatch(new RegExp(`^Everyone can read <#${lobby.id}>`));
		expect(open.words).toContain("**Cue**: off · *Byname's own*");
		expect(await heldIn(await presses(open.sent, "Try again"))).toEqual({
			way: "in",
			channel: { id: lobby.id, type: "channel" },
		});
		expect((await cue("off", backstage)).words).toMatch(/^You have chosen a channel, too\./);
		expect((await cue(inThis)).words).toMatch(/^Where do you want your cue\?/);
		expect((await cue(inThis, backstage)).words).toContain(`**Cue**: on, in <#${backstage.id}> · *yours*`);
		expect((await cue("off", backstage)).words).toContain("**Cue**: off · *yours*"); // the channel stood there already
		expect((await cue(inThis)).words).toContain(`**Cue**: on, in <#${backstage.id}>`);
		expect((await cue("on, by direct message")).words).toContain("**Cue**: on, by direct message · *yours*");
	});

	it("says which texts are whose, and opens the form of each", async () => {
		const { henry, settings } = await settingsAtAcme();
		const texts = await presses(settings, "Texts");
		expect(await shownBy(texts)).toContain(
			"**Late arrivals** · *Byname's own*: Said to people who come well after the start.",
		);
		const saved = await fillsIn(await presses(texts, "Late arrivals"), {
			"One wording a line, up to 10": "Come in, {name}!",
		});
		expect(await shownBy(saved)).toMatch(/^\*\*Saved\.\*\*/);
		expect(await shownBy(await henry.runs("host show"))).toContain(
			"**Texts**: 1 of your own; the rest are Byname's own",
		);
		expect(await shownBy(await presses(settings, "Texts"))).toContain("**Late arrivals** · *yours*: ");
		expect(await shownBy(await presses(settings, "Hear it"))).toContain("Come in, Henry!");
	});

	it("is in German for a host whose Discord is, with its forms and what it refuses", async () => {
		const { server } = await settingsAtAcme();
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		const settings = await lena.runs("host show");
		expect(await shownBy(settings)).toContain("Drück auf das, was du ändern willst.");
		const { sent, words } = await changes(settings, "Zeitzone", { "In welcher Stadt bist du?": "Minga" });
		expect(words).toMatch(/^Ich bin nicht sicher, welche Zeitzone „Minga“ ist/);
		const again = await fillsIn(await presses(sent, "Noch einmal"), { "In welcher Stadt bist du?": "München" });
		expect(await shownBy(again)).toMatch(/^\*\*Gespeichert:\*\* Zeitzone\./);
		const { words: spoken } = await changes(settings, "Sprache", { Sprache: "Deutsch" });
		expect(spoken).toContain("**Sprache**: Deutsch · *von dir*");
	});
});
