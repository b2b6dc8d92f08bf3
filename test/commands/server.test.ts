import { describe, expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const [say, auf] = [phrasesIn("en"), phrasesIn("de")];

/** Acme with Anna, who manages it. */
async function annasAcme(databaseUrl?: string) {
	const acme = await atAcme(databaseUrl);
	return { ...acme, anna: acme.server.addMember({ globalName: "Anna", permissions: ["ManageGuild"] }) };
}

/** Every component of an answer. */
async function componentsOf(interaction: SimInteraction) {
	const { message } = await interaction.reply();
	return flatten(message.components as Component[]);
}

describeOnBoth("/server set", (engine) => {
	it("sets how all hosts greet, and shows it", async () => {
		const { server, stage, clock, anna } = await annasAcme(await engine.databaseUrl());
		const saved = await shownBy(await anna.runs("server set defaults", { language: "es-ES", "late-after": 10 }));
		expect(saved).toContain("Saved for all hosts who have not said otherwise.\n**Language**: Español");
		const words = await shownBy(await anna.runs("server show"));
		expect(words).toContain("**Late after**: 10 minutes · *the server's*");
		expect(words).toContain("**Delay**: none · *Byname's own*");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toMatch(/^Hola, Maya|^¡Adelante, Maya/);
	});

	it("keeps the old value when the new one is refused", async () => {
		const { anna } = await annasAcme(await engine.databaseUrl());
		await anna.runs("server set defaults", { "time-zone": "Madrid" }).then(shownBy);
		const refusal = await shownBy(await anna.runs("server set defaults", { "time-zone": "Atlantis" }));
		expect(refusal).toMatch(/^I am not sure which time zone “Atlantis” is.*for example `Berlin`/);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Time zone**: Madrid (Europe/Madrid");
		expect(await shownBy(await anna.runs("server set defaults"))).toMatch(/^Say what to change/);
	});

	it("lets roles be chosen and taken away again", async () => {
		const { server, anna } = await annasAcme(await engine.databaseUrl());
		const [teachers, guides] = [server.addRole("Teachers"), server.addRole("Guides")];
		const choosing = await anna.runs("server set host-roles");
		expect(await shownBy(choosing)).toMatch(/^Hosts are everybody .*; there is no host role\./);
		expect(await shownBy(await choosing.selects("server:roles-chosen", teachers, guides))).toContain(
			`and who has <@&${teachers.id}> or <@&${guides.id}>.`,
		);
		expect(await shownBy(await anna.runs("server show"))).toMatch(/\*\*Host roles\*\*: <@&\d+> and <@&\d+>/);
		const again = await anna.runs("server set host-roles");
		const [select] = (await componentsOf(again)).slice(1);
		expect(select).toMatchObject({ default_values: [{ id: teachers.id }, { id: guides.id }] });
		await again.selects("server:roles-chosen").then(shownBy);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Host roles**: none");
	});

	it("does not make everyone a host", async () => {
		const { server, anna } = await annasAcme(await engine.databaseUrl());
		const choosing = await anna.runs("server set host-roles");
		await shownBy(choosing);
		expect(await shownBy(await choosing.selects("server:roles-chosen", server.everyone))).toMatch(
			/^With \*@everyone\*/,
		);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Host roles**: none");
	});

	it("sends greetings to one channel, and back to each room's own chat", async () => {
		const { server, stage, clock, anna } = await annasAcme(await engine.databaseUrl());
		const lobby = server.addTextChannel("lobby");
		expect(await shownBy(await anna.runs("server set post-in", { channel: lobby }))).toContain(`go to <#${lobby.id}>`);
		expect(await shownBy(await anna.runs("server show"))).toContain(`**Post in**: <#${lobby.id}> · *the server's*`);
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await lobby.nextText()).toContain("Maya");
		await anna.runs("server reset", { setting: "post-in" }).then(shownBy);
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toContain("Sunil");
	});

	it("refuses a channel it cannot post in, says what is missing and where to click, and changes nothing", async () => {
		const { server, anna } = await annasAcme(await engine.databaseUrl());
		const lobby = server.addTextChannel("lobby");
		await lobby.deny("SendMessages");
		const refusal = await shownBy(await anna.runs("server set post-in", { channel: lobby }));
		expect(refusal).toContain("I lack *Send Messages*");
		expect(refusal).toContain(`Channel settings → Permissions → Byname, in <#${lobby.id}>`);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Post in**: each room's own chat");
		await lobby.allow("SendMessages", server.botRole);
		expect(await shownBy(await anna.runs("server set post-in", { channel: lobby }))).toMatch(/^Saved\./);
	});

	it("names a room's regular host, by whose settings people are greeted, and takes them away", async () => {
		const { server, stage, clock, anna, henry } = await annasAcme(await engine.databaseUrl());
		await henry.runs("host set", { language: "it" }).then(shownBy);
		const set = await anna.runs("server set room", { room: stage, "regular-host": henry });
		expect(await shownBy(set)).toContain(`**Regular host**: <@${henry.id}>`);
		expect(await shownBy(await anna.runs("server show"))).toContain(`**Regular hosts**: <#${stage.id}> <@${henry.id}>`);
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toMatch(/^Salve, Maya|^Avanti, Maya/);
		expect(await shownBy(await set.clicks(`server:no-regular-host:${stage.id}`))).toContain("**Regular host**: none");
		expect(await shownBy(await anna.runs("server show"))).toContain("**Regular hosts**: none");
	});

	it("says that a regular host has no say where the room is left alone", async () => {
		const { stage, anna, henry } = await annasAcme(await engine.databaseUrl());
		const host = `<@${henry.id}>`;
		const set = await anna.runs("server set room", { room: stage, "regular-host": henry, "leave-alone": true });
		expect(await shownBy(set)).toContain(say("server.room.hostedInVain", { host }));
		expect(await shownBy(await anna.runs("server set room", { room: stage, "leave-alone": false }))).toContain(
			say("server.room.hosted", { host }),
		);
	});

	it("takes no bot for a host", async () => {
		const { server, stage, anna } = await annasAcme(await engine.databaseUrl());
		const robot = server.addMember({ username: "robot", bot: true });
		expect(await shownBy(await anna.runs("server set room", { room: stage, "regular-host": robot }))).toMatch(
			/is a bot and cannot host/,
		);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Regular hosts**: none");
	});

	it("leaves a room alone, and no longer", async () => {
		const { server, stage, clock, anna } = await annasAcme(await engine.databaseUrl());
		const music = server.addStage("Music");
		expect(await shownBy(await anna.runs("server set room", { room: music, "leave-alone": true }))).toContain(
			"**Leave alone**: yes",
		);
		expect(await shownBy(await anna.runs("server show"))).toContain(`**Left alone**: <#${music.id}>;`);
		for (const room of [music, stage]) await room.opens({ topic: "On air" });
		clock.skip(3_000);
		const maya = server.addMember("Maya");
		await server.addMember("Sunil").joins(music);
		await maya.joins(music);
		await maya.moves(stage);
		expect(await stage.nextText()).toContain("Maya");
		expect(music.messages).toEqual([]);
		expect(await shownBy(await anna.runs("server set room", { room: music, "leave-alone": false }))).toContain(
			"**Leave alone**: no",
		);
		expect(await music.nextText()).toContain("Sunil"); // who has been there all along
	});

	it("keeps the number of days, and says what comes of it", async () => {
		const { anna } = await annasAcme(await engine.databaseUrl());
		expect(await shownBy(await anna.runs("server show"))).toContain("**Retention**: 90 days · *Byname's own*");
		expect(await shownBy(await anna.runs("server set retention", { days: 30 }))).toMatch(
			/30 days · \*the server's\*.*Older attendance is to be erased; I tell you a week before I begin\./,
		);
		expect(await shownBy(await anna.runs("server reset", { setting: "retention" }))).toContain(
			"**Retention**: 90 days",
		);
		expect(await shownBy(await anna.runs("server show"))).toContain("**Retention**: 90 days · *Byname's own*");
	});
});

describeOnBoth("/server reset of all of it", (engine) => {
	/** Acme, where everything that can be set is. */
	async function setUpAcme() {
		const acme = await annasAcme(await engine.databaseUrl());
		const { server, anna, stage, henry } = acme;
		const lobby = server.addTextChannel("lobby");
		const [music, teachers] = [server.addStage("Music"), server.addRole("Teachers")];
		await anna.runs("server set defaults", { delay: 4, language: "fr" }).then(shownBy);
		await anna.runs("server set post-in", { channel: lobby }).then(shownBy);
		await anna.runs("server set retention", { days: 30 }).then(shownBy);
		await anna.runs("server set room", { room: stage, "regular-host": henry }).then(shownBy);
		await anna.runs("server set room", { room: music, "leave-alone": true }).then(shownBy);
		const choosing = await anna.runs("server set host-roles");
		await shownBy(choosing);
		await choosing.selects("server:roles-chosen", teachers).then(shownBy);
		return { ...acme, lobby, music, teachers };
	}

	it("lists what goes, and asks; then all of it goes, rooms and roles included", async () => {
		const { clock, server, anna, stage, henry, lobby, music, teachers } = await setUpAcme();
		await henry.runs("host set", { delay: 7 }).then(shownBy);
		const asked = await anna.runs("server reset", { setting: "all" });
		expect((await shownBy(asked)).split("\n")).toEqual([
			"### Shall I give all of this back?",
			"**Language**: Français · *the server's*",
			"**Delay**: 4 seconds · *the server's*",
			say("server.show.roles", { count: 1, roles: `<@&${teachers.id}>` }),
			`**Post in**: <#${lobby.id}> · *the server's*`,
			`**Regular hosts**: <#${stage.id}> <@${henry.id}>`,
			expect.stringContaining(`**Left alone**: <#${music.id}>;`),
			expect.stringContaining("**Retention**: 30 days · *the server's*"),
			expect.stringContaining("`/greeting reset`"),
		]);
		await music.opens({ topic: "On air" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(music);
		const done = await shownBy(await asked.clicks("server:reset-all"));
		expect(done).toMatch(/^Given back: all of it\.\n/);
		expect(done).not.toContain("the server's*");
		for (const none of ["Host roles", "Regular hosts", "Left alone"]) expect(done).toContain(`**${none}**: none`);
		expect(await music.nextText()).toContain("Maya"); // the room is no longer left alone, and has its own chat again
		expect(await shownBy(await henry.runs("host show"))).toContain("**Delay**: 7 seconds · *yours*");
		expect(await shownBy(await anna.runs("server reset", { setting: "all" }))).toBe(say("server.reset.nothingSet"));
	});

	it("leaves everything as it is when somebody thinks better of it", async () => {
		const { anna } = await setUpAcme();
		const before = await shownBy(await anna.runs("server show"));
		const asked = await anna.runs("server reset", { setting: "all" });
		await shownBy(asked);
		expect(await shownBy(await asked.clicks("server:keep"))).toBe(say("server.reset.kept"));
		expect(await shownBy(await anna.runs("server show"))).toBe(before);
	});
});

describe("/server check", () => {
	it("tells what is missing and where to mend it, until it is mended", async () => {
		const { server, stage, anna } = await annasAcme();
		const room = server.addVoiceRoom("Seminar");
		await room.deny("Connect");
		const checking = await anna.runs("server check");
		const before = await shownBy(checking);
		expect(before).toContain(`### Needs attention: 1\n<#${room.id}>: I lack *Connect*`);
		expect(before).toContain("Channel settings → Permissions → Byname");
		expect(before).toContain(`### Fine: 1\n<#${stage.id}>`);
		await room.allow("Connect", server.botRole);
		const after = await shownBy(await checking.clicks("server:check"));
		expect(after).not.toContain("Needs attention");
		expect(after).toContain("### Fine: 2");
	});

	it.each([
		["ViewChannel", "View Channel"],
		["SendMessages", "Send Messages"],
		["ReadMessageHistory", "Read Message History"],
	] as const)("sees that %s is missing on the whole server", async (permission, name) => {
		const { server } = await annasAcme();
		await server.deny(permission);
		const words = await shownBy(await server.owner.runs("server check"));
		expect(words).toContain(`I lack *${name}*`);
		expect(words).toContain(`My role lacks *${name}* on the whole server`);
	});

	it("asks of rooms only to be seen when greetings go to another channel, and of that one the rest", async () => {
		const { server, stage, anna } = await annasAcme();
		const lobby = server.addTextChannel("lobby");
		await anna.runs("server set post-in", { channel: lobby }).then(shownBy);
		await stage.deny("SendMessages");
		expect(await shownBy(await anna.runs("server check"))).toContain(
			`### Fine: 1\n<#${stage.id}>\nGreetings go to <#${lobby.id}>, where I can post.`,
		);
		await lobby.deny("SendMessages");
		expect(await shownBy(await anna.runs("server check"))).toContain(`<#${lobby.id}>: I lack *Send Messages*`);
		await lobby.remove();
		expect(await shownBy(await anna.runs("server check"))).toContain(`<#${lobby.id}>: this channel is gone`);
	});

	it("does not look at rooms that are left alone", async () => {
		const { server, anna } = await annasAcme();
		const music = server.addVoiceRoom("Music");
		await music.deny("SendMessages");
		await anna.runs("server set room", { room: music, "leave-alone": true }).then(shownBy);
		const words = await shownBy(await anna.runs("server check"));
		expect(words).not.toContain("Needs attention");
		expect(words).toContain("Left alone: 1.");
	});

	it("answers for a server with two hundred rooms", async () => {
		const { server, anna } = await annasAcme();
		for (let number = 1; number < 200; number += 1) server.addVoiceRoom(`Room ${number}`);
		await server.deny("SendMessages");
		const words = await shownBy(await anna.runs("server check"));
		expect(words).toContain("### Needs attention: 200");
		expect(words).toContain("and 190 more: I lack *Send Messages*");
	});
});

describe("/server", () => {
	it("speaks German with a manager whose Discord is in German", async () => {
		const { server, stage } = await annasAcme();
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageGuild"], locale: "de" });
		const room = server.addVoiceRoom("Seminar");
		await room.deny("Connect");
		expect(await shownBy(await lena.runs("server set defaults", { delay: 4, pace: "60" }))).toBe(
			"Gespeichert für alle Hosts, die nichts anderes gesagt haben.\n**Verzögerung**: 4 Sekunden · *vom Server*\n**Tempo**: alle 60 Sekunden eine Nachricht · *vom Server*",
		);
		const checking = await lena.runs("server check");
		expect((await shownBy(checking)).split("\n")).toEqual([
			"### Hier fehlt etwas: 1",
			`<#${room.id}>: Mir fehlt *Verbinden*, das heißt: Discord zeigt mir den Raum und seinen Chat nicht. So behebst du es: Kanaleinstellungen → Berechtigungen → Byname, in diesem Kanal.`,
			`### In Ordnung: 1`,
			`<#${stage.id}>`,
			auf("server.check.ownChats"),
		]);
		expect(await componentsOf(await lena.runs("server check"))).toContainEqual(
			expect.objectContaining({ custom_id: "server:check", label: "Noch einmal prüfen" }),
		);
		const overview = await shownBy(await lena.runs("server show"));
		expect(overview).toContain("**Host-Rollen**: keine · außerdem alle mit *Events verwalten*");
		expect(overview).toContain("**Aufbewahrung**: 90 Tage · *von Byname*");
		expect(await shownBy(await lena.runs("server set room", { room, "leave-alone": true }))).toBe(
			`In <#${room.id}>:\n${auf("server.room.unhosted")}\n${auf("server.room.names.everyone")}\n${auf("server.room.leftAlone")}`,
		);
		const choosing = await lena.runs("server set host-roles");
		expect(await shownBy(choosing)).toMatch(/eine Host-Rolle gibt es nicht\.\nWähle alle Rollen/);
		expect(await shownBy(await choosing.selects("server:roles-chosen", server.everyone))).toBe(
			auf("server.roles.everyone"),
		);
	});

	it("is for those who manage the server, its buttons included", async () => {
		const { server, anna, henry } = await annasAcme();
		await expect(henry.runs("server show")).rejects.toThrow("is not shown /server");
		const choosing = await anna.runs("server set host-roles");
		await shownBy(choosing);
		const teachers = server.addRole("Teachers");
		for (const role of anna.roles) role.permissions = 0n;
		expect(await shownBy(await choosing.selects("server:roles-chosen", teachers))).toMatch(/^Only people with/);
	});

	it("leads from what is set to the roles and to the check", async () => {
		const { anna } = await annasAcme();
		const overview = await anna.runs("server show");
		await shownBy(overview);
		expect(await shownBy(await overview.clicks("server:choose-roles"))).toContain("Choose all roles that may host");
		expect(await shownBy(await overview.clicks("server:check"))).toContain("### Fine: 1");
	});
});
