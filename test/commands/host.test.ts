import { describe, expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { atAcme } from "./acme.ts";
import { writeForServer } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** An evening to come in Berlin, by winter time. */
const EVENING = Date.UTC(new Date().getUTCFullYear() + 1, 0, 15, 19, 30);

/** An evening at Acme, which has a private channel that Henry's cue may go to. */
async function eveningAtAcme(databaseUrl?: string) {
	const { clock, server, stage, henry } = await atAcme(databaseUrl);
	clock.skip(EVENING - clock.now());
	const backstage = server.addTextChannel("backstage");
	await backstage.isOnlyFor(henry);
	return { clock, server, stage, backstage, henry };
}

describeOnBoth("/host", (engine) => {
	it("sets what was named, leaves the rest, and greets by it from then on", async () => {
		const { clock, server, stage, henry } = await eveningAtAcme(await engine.databaseUrl());
		const saved = await shownBy(await henry.runs("host set", { "time-zone": "Europe/Berlin", language: "de" }));
		expect(saved.split("\n")).toEqual([
			"Saved.",
			expect.stringMatching(/^\*\*Time zone\*\*: Berlin \(Europe\/Berlin, now 20:3\d, UTC\+1\) · \*yours\*$/),
			"**Language**: Deutsch · *yours*",
			"`{greeting}` is now “Guten Abend”.",
		]);
		await henry.runs("host set", { "late-after": 1 }).then(shownBy);
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: henry });
		await stage.opens({ event });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toMatch(/^Guten Abend, Maya!|^Willkommen, Maya/);
		expect(await shownBy(await henry.runs("host show"))).toContain("**Late after**: 1 minute · *yours*");
	});

	it("shows each setting with where it comes from", async () => {
		const { server, henry } = await eveningAtAcme(await engine.databaseUrl());
		expect((await shownBy(await henry.runs("host show"))).split("\n")).toEqual([
			"### How I greet in your sessions",
			"**Time zone**: not set · *Byname's own*",
			"**Language**: English · *Byname's own*",
			"**Late after**: 5 minutes · *Byname's own*",
			"**Delay**: none · *Byname's own*",
			"**First**: none · *Byname's own*",
			"**Pace**: calm: at once; while people keep coming one by one, together every 20 seconds · *Byname's own*",
			"**Ping**: off: {mention} writes the plain name · *Byname's own*",
			"**After hours**: on: within a day of the session, or in an empty room shortly before a date · *Byname's own*",
			"**Cue**: off · *Byname's own*",
			"`{greeting}` is now “Hello”: without a time zone I greet the same at any hour.",
			"**Texts**: none of your own; the rest are Byname's own",
			"Press what you want to change.",
		]);
		await server.owner.runs("server set defaults", { language: "fr", ping: "quiet" }).then(shownBy);
		await henry.runs("host set", { ping: "on" }).then(shownBy);
		const words = await shownBy(await henry.runs("host show"));
		expect(words).toContain("**Language**: Français · *the server's*");
		expect(words).toContain("**Ping**: on: {mention} notifies · *yours*");
	});

	it("keeps each host's settings apart", async () => {
		const { server, henry } = await eveningAtAcme(await engine.databaseUrl());
		const nina = server.addMember({ globalName: "Nina", permissions: ["ManageEvents"] });
		await henry.runs("host set", { delay: 7 }).then(shownBy);
		expect(await shownBy(await nina.runs("host show"))).toContain("**Delay**: none · *Byname's own*");
	});

	it("sets the pace, for a host over the server's, and gives it back", async () => {
		const { server, henry } = await eveningAtAcme(await engine.databaseUrl());
		await server.owner.runs("server set defaults", { pace: "60" }).then(shownBy);
		expect(await shownBy(await henry.runs("host show"))).toContain(
			"**Pace**: one message each 60 seconds · *the server's*",
		);
		expect(await shownBy(await henry.runs("host set", { pace: "swift" }))).toBe(
			"Saved.\n**Pace**: swift: as fast as Discord lets me · *yours*",
		);
		expect(await shownBy(await henry.runs("host reset", { setting: "pace" }))).toContain(
			"**Pace**: one message each 60 seconds · *the server's*",
		);
		await server.owner.runs("server reset", { setting: "pace" }).then(shownBy);
		expect(await shownBy(await server.owner.runs("server show"))).toContain("**Pace**: calm");
	});

	it("turns off what is said after hours, for a host over the server's, and gives it back", async () => {
		const { server, stage, henry } = await eveningAtAcme(await engine.databaseUrl());
		await server.owner.runs("server set defaults", { "after-hours": "off" }).then(shownBy);
		const [off, on] = [say("settings.afterHours.off"), say("settings.afterHours.on")];
		expect(await shownBy(await henry.runs("host show"))).toContain(`**After hours**: ${off} · *the server's*`);
		const holdsSession = async () => {
			await shownBy(await henry.runs("session start", { room: stage }));
			await shownBy(await henry.runs("session end", { room: stage }));
		};
		await holdsSession();
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await maya.leaves();
		await holdsSession(); // the room has seen by then that she came
		expect(await shownBy(await henry.runs("host set", { "after-hours": "on" }))).toBe(
			`Saved.\n**After hours**: ${on} · *yours*`,
		);
		await server.addMember("Tom").joins(stage);
		expect(heard(await stage.nextText())).toBe("afterHours: Tom");
		expect(stage.messages).toHaveLength(1);
		expect(await shownBy(await henry.runs("host reset", { setting: "after-hours" }))).toContain(
			`**After hours**: ${off} · *the server's*`,
		);
		await server.owner.runs("server reset", { setting: "after-hours" }).then(shownBy);
		expect(await shownBy(await server.owner.runs("server show"))).toContain(`**After hours**: ${on}`);
	});

	it("gives a setting back to the server", async () => {
		const { server, henry } = await eveningAtAcme(await engine.databaseUrl());
		await server.owner.runs("server set defaults", { delay: 4 }).then(shownBy);
		await henry.runs("host set", { delay: 0, language: "fr" }).then(shownBy);
		expect(await shownBy(await henry.runs("host reset", { setting: "delay" }))).toContain(
			"**Delay**: 4 seconds · *the server's*",
		);
		expect(await shownBy(await henry.runs("host show"))).toContain("**Language**: Français · *yours*");
		await henry.runs("host reset", { setting: "all" }).then(shownBy);
		expect(await shownBy(await henry.runs("host show"))).not.toContain("yours*");
	});

	it("gives back what is chosen from the list under the settings, which changes on the spot", async () => {
		const { henry } = await eveningAtAcme(await engine.databaseUrl());
		await henry.runs("host set", { delay: 3, language: "fr", ping: "on" }).then(shownBy);
		const overview = await henry.runs("host show");
		await shownBy(overview);
		expect(() => overview.selects("host:give-back", "late-after")).toThrow("does not offer");
		const after = await shownBy(await overview.selects("host:give-back", "delay", "ping"));
		expect(after).toContain("**Delay**: none · *Byname's own*");
		expect(after).toContain("**Ping**: off");
		expect(after).toContain("**Language**: Français · *yours*");
	});
});

describe("/host set", () => {
	it("suggests time zones while somebody types", async () => {
		const { henry } = await eveningAtAcme();
		const [first] = await henry.types("host set", "time-zone", "berl");
		expect(first).toEqual({
			name: expect.stringMatching(/^Berlin \(.*, now 20:3\d, UTC\+1\)$/),
			value: "Europe/Berlin",
		});
		expect(await henry.types("host set", "time-zone", "")).toHaveLength(25);
	});

	it("suggests languages while somebody types, and takes one that was typed and not chosen", async () => {
		const { henry } = await eveningAtAcme();
		expect(await henry.types("host set", "language", "norw")).toEqual([{ name: "Norsk", value: "no" }]);
		expect(await henry.types("host set", "language", "")).toHaveLength(25);
		expect(await shownBy(await henry.runs("host set", { language: "Norwegian" }))).toContain("**Language**: Norsk");
		expect(await shownBy(await henry.runs("host set", { language: "Klingon" }))).toMatch(
			/^I do not know the language “Klingon”\./,
		);
	});

	it("takes a time zone that was typed and not chosen, if only one is meant", async () => {
		const { henry } = await eveningAtAcme();
		expect(await shownBy(await henry.runs("host set", { "time-zone": "new york" }))).toContain(
			"New York (America/New_York, now 14:3",
		);
	});

	it("refuses a time zone that nobody knows, says what may be meant, and keeps the old one", async () => {
		const { henry } = await eveningAtAcme();
		await henry.runs("host set", { "time-zone": "Europe/Paris" }).then(shownBy);
		const refusal = await shownBy(await henry.runs("host set", { "time-zone": "Berlni", delay: 9 }));
		expect(refusal).toMatch(/^I am not sure which time zone “Berlni” is\. Did you mean Berlin \(Europe\/Berlin, /);
		const words = await shownBy(await henry.runs("host show"));
		expect(words).toContain("**Time zone**: Paris (Europe/Paris");
		expect(words).toContain("**Delay**: none");
	});

	it("asks what to change when nothing was named", async () => {
		const { henry } = await eveningAtAcme();
		expect(await shownBy(await henry.runs("host set"))).toBe(say("host.set.nothingNamed"));
	});

	it("says that pings do nothing while no text has {mention}, until one has it", async () => {
		const { server, henry } = await eveningAtAcme();
		const vain = say("settings.pingVain", { whose: "host" });
		expect(await shownBy(await henry.runs("host set", { ping: "on" }))).toBe(
			`Saved.\n**Ping**: on: {mention} notifies · *yours*\n${vain}`,
		);
		expect(await shownBy(await henry.runs("host show"))).toContain(`notifies · *yours*\n${vain}\n**After hours**`);
		await writeForServer(server.owner, "late", "Hello, {mention}!");
		expect(await shownBy(await henry.runs("host show"))).not.toContain(vain);
		expect(await shownBy(await henry.runs("host set", { ping: "off" }))).toBe(
			"Saved.\n**Ping**: off: {mention} writes the plain name · *yours*",
		);
	});

	it("asks where a cue goes, and takes a private channel or a direct message for it", async () => {
		const { backstage, henry } = await eveningAtAcme();
		expect(await shownBy(await henry.runs("host set", { cue: "on" }))).toMatch(/^Where do you want your cue\?/);
		expect(await shownBy(await henry.runs("host show"))).toContain("**Cue**: off · *Byname's own*");
		expect(await shownBy(await henry.runs("host set", { "cue-in": backstage }))).toContain(
			`**Cue**: on, in <#${backstage.id}> · *yours*`,
		);
		expect(await shownBy(await henry.runs("host set", { cue: "dm" }))).toContain("on, by direct message · *yours*");
	});

	it("remembers the place while the cue is off", async () => {
		const { backstage, henry } = await eveningAtAcme();
		await henry.runs("host set", { cue: "on", "cue-in": backstage }).then(shownBy);
		expect(await shownBy(await henry.runs("host set", { cue: "off" }))).toContain("**Cue**: off · *yours*");
		expect(await shownBy(await henry.runs("host set", { cue: "on" }))).toContain(`on, in <#${backstage.id}>`);
	});

	it("asks for the place again when the one it knew is gone or no longer private", async () => {
		const { backstage, henry } = await eveningAtAcme();
		await henry.runs("host set", { cue: "off", "cue-in": backstage }).then(shownBy);
		await backstage.allow("ViewChannel");
		expect(await shownBy(await henry.runs("host set", { cue: "on" }))).toMatch(/^Everyone can read/);
		await backstage.remove();
		expect(await shownBy(await henry.runs("host set", { cue: "on" }))).toMatch(/^Where do you want your cue\?/);
		expect(await shownBy(await henry.runs("host show"))).toContain("**Cue**: off · *yours*");
	});

	it("forgets the place of a cue that is given back, whatever the server wants", async () => {
		const { server, henry } = await eveningAtAcme();
		await server.owner.runs("server set defaults", { cue: "on" }).then(shownBy);
		await henry.runs("host set", { cue: "dm" }).then(shownBy);
		expect(await shownBy(await henry.runs("host reset", { setting: "cue" }))).toContain(
			`**Cue**: ${say("settings.cues.nowhereYet")} · *the server's*`,
		);
	});

	it("refuses a cue where everybody reads it, where Byname cannot post, and in two places at once", async () => {
		const { server, backstage, henry } = await eveningAtAcme();
		const lobby = server.addTextChannel("lobby");
		const attic = server.addTextChannel("attic");
		await attic.deny("ViewChannel");
		const refusal = async (options: object) => shownBy(await henry.runs("host set", { ...options }));
		expect(await refusal({ "cue-in": lobby })).toMatch(new RegExp(`^Everyone can read <#${lobby.id}>`));
		expect(await refusal({ "cue-in": attic })).toMatch(
			/I lack \*View Channel\*.*Channel settings → Permissions → Byname/,
		);
		expect(await refusal({ cue: "dm", "cue-in": backstage })).toMatch(/^A cue goes to one place/);
		expect(await shownBy(await henry.runs("host show"))).toContain("**Cue**: off · *Byname's own*");
	});
});

describe("/host", () => {
	it("speaks German with a host whose Discord is in German, and greets in the language they set", async () => {
		const { server, backstage, stage, clock } = await eveningAtAcme();
		const auf = phrasesIn("de");
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		await backstage.isOnlyFor(lena);
		expect(await shownBy(await lena.runs("host set"))).toBe(auf("host.set.nothingNamed"));
		const saved = await shownBy(await lena.runs("host set", { "late-after": 1, ping: "quiet", "cue-in": backstage }));
		expect(saved.split("\n")).toEqual([
			"Gespeichert.",
			"**Zu spät ab**: 1 Minute · *von dir*",
			"**Ping**: leise: {mention} hebt hervor, ohne Benachrichtigung · *von dir*",
			auf("settings.pingVain", { whose: "host" }),
			`**Cue**: an, in <#${backstage.id}> · *von dir*`,
		]);
		expect(await shownBy(await lena.runs("host set", { "time-zone": "Xyzzy", delay: 3 }))).toMatch(
			/^Ich bin nicht sicher, welche Zeitzone „Xyzzy“ ist\. Tippe eine große Stadt ein/,
		);
		expect(await lena.types("host set", "time-zone", "berl")).toEqual([
			{ name: expect.stringMatching(/^Berlin \(Europe\/Berlin, jetzt 20:3\d, UTC\+1\)$/), value: "Europe/Berlin" },
		]);
		const overview = await lena.runs("host show");
		expect(await shownBy(overview)).toMatch(/^### Wie ich in deinen Sessions begrüße\n\*\*Zeitzone\*\*: nicht gesetzt/);
		expect(await shownBy(await overview.selects("host:give-back", "ping"))).toContain(
			"**Ping**: aus: {mention} schreibt nur den Namen · *von Byname*",
		);
		expect(await shownBy(await lena.runs("host reset", { setting: "late-after" }))).toBe(
			"Zurückgesetzt. Ab jetzt gilt in deinen Sessions:\n**Zu spät ab**: 5 Minuten · *von Byname*",
		);
		await lena.runs("host set", { language: "fr" }).then(shownBy);
		const event = server.schedule({ name: "Poterie", room: stage, startsAt: clock.now(), creator: lena });
		await stage.opens({ event });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toMatch(/^Bienvenue Maya|^Entrez, Maya/);
	});

	it("is for people with Manage Events or with a host role", async () => {
		const { server } = await eveningAtAcme();
		const teachers = server.addRole("Teachers");
		const nina = server.addMember({ globalName: "Nina", roles: [teachers] });
		expect(await shownBy(await nina.runs("host show"))).toMatch(/^This is for hosts/);
		const choosing = await server.owner.runs("server set host-roles");
		await shownBy(choosing);
		await choosing.selects("server:roles-chosen", teachers).then(shownBy);
		expect(await shownBy(await nina.runs("host show"))).toContain("How I greet in your sessions");
	});
});
