import { expect, it, onTestFinished } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, until } from "../journeys/journey.ts";
import { sessionRow } from "../store/rows.ts";
import { write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const MINUTE = 60_000;
const say = phrasesIn("en");
const sayInGerman = phrasesIn("de");
const SLIDES = "https://example.com/slides";
const THANKED = `thanks: Maya\n${SLIDES}`;

async function seminar(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl });
	const server = journey.discord.addServer({ name: "Acme" });
	const room = server.addVoiceRoom("Seminar");
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	await until(() => journey.discord.commands.some((command) => command.name === "session"));
	return { ...journey, databaseUrl, server, room, host };
}

/** The custom id of a button below the last answer, by its label. */
function buttonOf({ messages }: SimInteraction, label: string): string {
	const all = flatten((messages.at(-1)?.components ?? []) as Component[]);
	return all.find((one) => one.label === label)?.custom_id ?? "";
}

describeOnBoth("/session start", (engine) => {
	it("opens a session in the room the host is in, and greets who is there and who comes", async () => {
		const { server, room, host, clock } = await seminar(engine);
		await host.joins(room);
		await server.addMember("Maya").joins(room);
		const start = await host.runs("session start", { title: "Pottery" });
		expect(await shownBy(start)).toContain(say("session.start.opened", { room: `<#${room.id}>` }));
		clock.skip(3_000);
		expect(heard(await room.nextText())).toBe("onTime: Maya");
		await server.addMember("Sunil").joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Sunil");
	});

	it("takes room, host and start as they are said", async () => {
		const { server, room, host, clock } = await seminar(engine);
		const anna = server.addMember("Anna");
		const start = await host.runs("session start", { room, host: anna, starts: "10 minutes ago" });
		const answer = await shownBy(start);
		expect(answer).toContain(`<#${room.id}> (hosted by <@${anna.id}>) is open`);
		expect(answer).toMatch(/\nIt began <t:\d+:R>; lateness counts from then\.\n/);
		clock.skip(3_000);
		await anna.joins(room);
		await server.addMember("Maya").joins(room);
		expect(heard(await room.nextText())).toBe("late: Maya");
	});

	it("says of a start that lies ahead that who comes before is early", async () => {
		const { room, host } = await seminar(engine);
		const start = await host.runs("session start", { room, starts: "in 10 minutes" });
		expect(await shownBy(start)).toMatch(/\nIt starts <t:\d+:R>; who comes before is early\.\n/);
	});

	it("says what to do when it cannot know the room, or does not understand the start, or one is on already", async () => {
		const { server, room, host } = await seminar(engine);
		const chat = server.addTextChannel("chat");
		expect(await shownBy(await host.runs("session start", {}, { room: chat }))).toBe(say("session.start.whichRoom"));
		expect(await shownBy(await host.runs("session start", { room, starts: "soonish" }))).toMatch(/“soonish”.*15:30/);
		expect(await shownBy(await host.runs("session start", { room, starts: "15:30" }))).toMatch(/time zone/);
		await shownBy(await host.runs("session start", { room }));
		expect(await shownBy(await host.runs("session start", { room }))).toBe(
			say("session.start.isOn", { room: `<#${room.id}>` }),
		);
	});

	it("tells the host at once when nobody will hear Byname there", async () => {
		const { room, host } = await seminar(engine);
		await room.deny("SendMessages");
		expect(await shownBy(await host.runs("session start", { room }))).toMatch(
			/nobody hears me yet: I lack \*Send Messages\*/,
		);
	});

	it("is for hosts only", async () => {
		const { server, room } = await seminar(engine);
		const guest = server.addMember("Maya");
		expect(await shownBy(await guest.runs("session start", { room }))).toMatch(/^This is for hosts/);
		await server.addMember("Sunil").joins(room);
		expect(room.messages).toEqual([]);
	});
});

describeOnBoth("/session end", (engine) => {
	it("ends a stage's session although the stage goes on, thanks who is there, and leaves it ended", async () => {
		const { server, host, clock, discord } = await seminar(engine);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		expect(await shownBy(await host.runs("session end", { room: stage, recap: SLIDES }))).toContain("is over");
		expect(heard(await stage.nextText())).toBe(THANKED);
		await server.addMember("Sunil").joins(stage);
		const closed = await stage.nextText();
		expect([heard(closed), closed]).toEqual([
			"afterHours: Sunil",
			expect.stringContaining("https://example.com/slides"),
		]);
		expect(discord.rateLimited).toBe(0);
	});
});

/** The seminar with Anna's session on, in which Maya is; Henry may host, too. */
async function annasSession(engine: Engine) {
	const { server, room, clock, ...rest } = await seminar(engine);
	const anna = server.addMember({ globalName: "Anna", permissions: ["ManageEvents"] });
	await shownBy(await anna.runs("session start", { room }));
	clock.skip(3_000);
	await server.addMember("Maya").joins(room);
	expect(heard(await room.nextText())).toBe("onTime: Maya");
	return { ...rest, server, room, clock, anna };
}

describeOnBoth("somebody else's session", (engine) => {
	it("is ended only once it is confirmed, and with the recap that was given", async () => {
		const { server, room, host, anna } = await annasSession(engine);
		const asked = await host.runs("session end", { room, recap: SLIDES });
		expect(await shownBy(asked)).toBe(
			`This session is not yours: **Seminar** in <#${room.id}>. <@${anna.id}> hosts it. Shall I end it?\nRecap: ${SLIDES}`,
		);
		expect(await shownBy(await host.runs("session status", { room }))).toContain("open since");
		const where = say("session.hosted", { room: `<#${room.id}>`, host: `<@${anna.id}>` });
		expect(await shownBy(await asked.clicks(buttonOf(asked, "End it")))).toBe(
			say("session.end.endedWithRecap", { room: where, closed: "said", recap: SLIDES, thanked: 1 }),
		);
		expect(heard(await room.nextText())).toBe(THANKED);
		await server.addMember("Sunil").joins(room);
		const closed = await room.nextText();
		expect([heard(closed), closed]).toEqual([
			"afterHours: Sunil",
			expect.stringContaining("https://example.com/slides"),
		]);
	});

	it("goes on when they leave it as it is", async () => {
		const { room, host } = await annasSession(engine);
		const asked = await host.runs("session end", { room });
		await shownBy(asked);
		expect(await shownBy(await asked.clicks("session:keep"))).toBe(say("session.end.nothingChanged"));
		expect(await shownBy(await host.runs("session status", { room }))).toContain("open since");
	});

	it("gets somebody's recap only once it is confirmed, also when it is over", async () => {
		const { server, room, host, anna } = await annasSession(engine);
		await shownBy(await anna.runs("session end", { room }));
		const asked = await host.runs("session end", { room, recap: "https://example.com/mine" });
		expect(await shownBy(asked)).toContain("Shall I leave your recap there?");
		await server.addMember("Tom").joins(room);
		expect(heard(await room.nextText())).toContain("thanks: Maya");
		expect(await room.nextText()).not.toContain("example.com");
		expect(await shownBy(await asked.clicks(buttonOf(asked, "Leave it there")))).toMatch(/^Saved\./);
		await server.addMember("Sunil").joins(room);
		expect(await room.nextText()).toContain("https://example.com/mine");
	});

	it("is not what they mean who sit in it while they host one elsewhere, unless they name its room", async () => {
		const { server, room, host } = await annasSession(engine);
		const own = server.addVoiceRoom("Workshop");
		await host.joins(room);
		await shownBy(await host.runs("session start", { room: own }));
		const there = { room: `<#${own.id}>` };
		expect(await shownBy(await host.runs("session note", { text: "slide 12" }))).toBe(
			say("session.note.saved", { ...there, note: "slide 12" }),
		);
		expect(await shownBy(await host.runs("session status"))).toContain(`in <#${own.id}> (hosted by <@${host.id}>)`);
		expect(await shownBy(await host.runs("session end", { recap: SLIDES }, { room }))).toBe(
			say("session.end.endedWithRecap", { ...there, closed: "said", recap: SLIDES, thanked: 0 }),
		);
		expect(await shownBy(await host.runs("session status", { room }))).toContain("open since");
		expect(await shownBy(await host.runs("session end"))).toContain("is not yours");
	});

	it("is named as theirs to somebody else who leaves a note in it", async () => {
		const { room, host, anna } = await annasSession(engine);
		const where = say("session.hosted", { room: `<#${room.id}>`, host: `<@${anna.id}>` });
		expect(await shownBy(await host.runs("session note", { text: "slide 12" }, { room }))).toBe(
			say("session.note.saved", { room: where, note: "slide 12" }),
		);
		expect(await shownBy(await host.runs("session note", {}, { room }))).toBe(
			say("session.note.cleared", { room: where }),
		);
	});

	it("is not found on another server", async () => {
		const { discord, room, host } = await annasSession(engine);
		const asked = await host.runs("session end", { room });
		await shownBy(asked);
		const id = buttonOf(asked, "End it");
		const elsewhere = discord.addServer({ name: "Other" });
		elsewhere.addTextChannel("chat");
		const other = elsewhere.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		const theirs = await other.runs("session status");
		await shownBy(theirs);
		expect(await shownBy(await theirs.forges(id))).toBe(say("session.end.unknown"));
		expect(await shownBy(await host.runs("session status", { room }))).toContain("open since");
	});
});

describeOnBoth("a recap", (engine) => {
	it.each(["the slides", "http://example.com", "example.com/slides", "javascript:alert(1)", "https://", "https://a b"])(
		"that is no https:// link is refused, and the session goes on: %s",
		async (recap) => {
			const { room, host } = await seminar(engine);
			await shownBy(await host.runs("session start", { room }));
			expect(await shownBy(await host.runs("session end", { room, recap }))).toBe(say("session.end.noLink"));
			expect(await shownBy(await host.runs("session status", { room }))).toContain("open since");
		},
	);

	it("can be left while the session is on, and comes with the thanks", async () => {
		const { room, anna } = await annasSession(engine);
		expect(await shownBy(await anna.runs("session recap", { link: SLIDES }))).toBe(
			say("session.recap.kept", { room: `<#${room.id}>`, recap: SLIDES }),
		);
		expect(await shownBy(await anna.runs("session end"))).toBe(
			say("session.end.ended", { room: `<#${room.id}>`, closed: "said", thanked: 1 }),
		);
		expect(heard(await room.nextText())).toBe(THANKED);
	});

	it("is repeated where nobody knows to which session it belongs, with what to do about that", async () => {
		const { server, room, anna, clock } = await annasSession(engine);
		await shownBy(await anna.runs("session end"));
		expect(heard(await room.nextText())).toBe("thanks: Maya");
		clock.skip(25 * 60 * 60_000);
		const elsewhere = server.addTextChannel("general");
		const refused = await shownBy(await anna.runs("session recap", { link: SLIDES }, { room: elsewhere }));
		expect(refused).toBe(say("session.recap.whichRoom", { recap: SLIDES }));
		expect(refused).toMatch(/name its room with `room`.*https:\/\/example\.com\/slides$/);
		expect(await shownBy(await anna.runs("session recap", { link: SLIDES, room }))).toMatch(/^Saved\./);
	});

	it("stands in no thanks where nobody was thanked, and says so", async () => {
		const { room, host } = await seminar(engine);
		await shownBy(await host.runs("session start", { room }));
		await shownBy(await host.runs("session end", { room }));
		const left = await shownBy(await host.runs("session recap", { link: SLIDES, room }));
		expect(left).toContain("Nobody was thanked");
		expect(left).not.toContain("button");
	});

	it("can be left when the session is over already", async () => {
		const { server, host, clock, log } = await seminar(engine);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await stage.closes();
		await until(() => log.some(({ msg }) => msg === "session closed"));
		const answer = await host.runs("session end", { room: stage, recap: "https://example.com/recording" });
		expect(await shownBy(answer)).toMatch(/^Saved\./);
		clock.skip(6 * MINUTE); // until then the stage might have opened again
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("https://example.com/recording");
	});
});

describeOnBoth("who was at a session and comes back after it", (engine) => {
	it("hears nothing of its end, and gets its recap once there is one; once", async () => {
		const { server, room, anna } = await annasSession(engine);
		const mia = server.addMember("Mia");
		await mia.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Mia");
		await mia.leaves();
		await shownBy(await anna.runs("session end", { room }));
		expect(heard(await room.nextText())).toBe("thanks: Maya");
		await mia.joins(room);
		await mia.leaves();
		await server.addMember("Tom").joins(room);
		expect(heard(await room.nextText())).toBe("afterHours: Tom");
		await shownBy(await anna.runs("session end", { room, recap: SLIDES }));
		await mia.joins(room);
		const said = await room.nextText();
		expect([heard(said), said]).toEqual(["lookBack: Mia", expect.stringContaining(SLIDES)]);
		await mia.leaves();
		await mia.joins(room);
		await server.addMember("Sunil").joins(room);
		expect(heard(await room.nextText())).toBe("afterHours: Sunil");
	});

	it("gets it in the host's words", async () => {
		const { server, room, anna } = await annasSession(engine);
		await write(anna, "lookBack", "For you, {name}: {recap}");
		const mia = server.addMember("Mia");
		await mia.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Mia");
		await mia.leaves();
		await shownBy(await anna.runs("session end", { room, recap: SLIDES }));
		expect(heard(await room.nextText())).toBe(THANKED);
		await mia.joins(room);
		expect(await room.nextText()).toBe(`For you, Mia: ${SLIDES}`);
	});
});

describeOnBoth("a recap that has been left", (engine) => {
	it("is not lost to a forged button", async () => {
		const { server, room, host, anna } = await annasSession(engine);
		await shownBy(await anna.runs("session end", { room, recap: SLIDES }));
		expect(heard(await room.nextText())).toBe(THANKED);
		const asked = await host.runs("session end", { room, recap: "https://example.com/mine" });
		await shownBy(asked);
		const other = await host.runs("session status", { room });
		await shownBy(other);
		expect(await shownBy(await other.forges(buttonOf(asked, "Leave it there")))).toBe(say("frame.outdated"));
		await server.addMember("Sunil").joins(room);
		expect(await room.nextText()).toContain(SLIDES);
	});
});

describeOnBoth("/session note", (engine) => {
	it("is what latecomers hear from now on, until it is cleared", async () => {
		const { server, room, host, clock } = await seminar(engine);
		await host.joins(room); // an empty room's session would be over by then
		await shownBy(await host.runs("session start", { room }));
		clock.skip(10 * MINUTE);
		expect(await shownBy(await host.runs("session note", { text: "we are on slide 12" }))).toContain("slide 12");
		await server.addMember("Maya").joins(room);
		const said = await room.nextText();
		expect([heard(said), said]).toEqual(["late: Maya + note", expect.stringContaining("we are on slide 12")]);
		expect(await shownBy(await host.runs("session note", {}))).toBe(
			say("session.note.cleared", { room: `<#${room.id}>` }),
		);
		await server.addMember("Sunil").joins(room);
		expect(await room.nextText()).not.toContain("slide 12");
	});

	it("asks which session when several are on", async () => {
		const { server, room, host } = await seminar(engine);
		const other = server.addVoiceRoom("Other");
		await shownBy(await host.runs("session start", { room }));
		await shownBy(await host.runs("session start", { room: other }));
		const chat = server.addTextChannel("chat");
		expect(await shownBy(await host.runs("session note", { text: "x" }, { room: chat }))).toMatch(
			/Several sessions are on/,
		);
	});

	it("asks so within a message, however many are on", async () => {
		const { databaseUrl, server, host } = await seminar(engine);
		const chat = server.addTextChannel("chat");
		const rooms = Array.from({ length: 82 }, (_, number) => server.addVoiceRoom(`Room ${number}`));
		const store = await openStore(databaseUrl, () => undefined);
		onTestFinished(() => store.destroy());
		const rows = rooms.map(({ id }) => sessionRow({ server_id: server.id, room_id: id, host_id: "1" }));
		await store.insertInto("session").values(rows).execute();
		const answer = await shownBy(await host.runs("session note", { text: "x" }, { room: chat }));
		expect(answer).toMatch(/^Several sessions are on: .*>, and 62 more\. Say which with `room`\.$/);
		expect(answer.length).toBeLessThanOrEqual(LONGEST_CONTENT);
	});
});

describeOnBoth("/session status", (engine) => {
	it("says who is in, who was greeted and how fast, and what went wrong", async () => {
		const { server, room, host, clock } = await seminar(engine);
		expect(await shownBy(await host.runs("session status", {}))).toBe(say("session.which.none"));
		await shownBy(await host.runs("session start", { room, title: "*Pottery*" }));
		clock.skip(3_000);
		const maya = server.addMember("Maya");
		await maya.joins(room);
		await room.nextText();
		await server.addMember("Sunil").joins(room);
		await room.nextText();
		await maya.leaves();
		let text = "";
		await until(async () => {
			text = await shownBy(await host.runs("session status", {}));
			return text.includes("Guests in the room now: 1.") && text.includes("Greeted: 2.");
		});
		expect(text).toContain("\\*Pottery\\*");
		expect(text).toContain("Came so far: 2.");
		await room.deny("SendMessages");
		await server.addMember("Tom").joins(room);
		await until(async () => {
			text = await shownBy(await host.runs("session status", {}));
			return text.includes("Waiting to be greeted: 1");
		});
		expect(text).toMatch(/I cannot post: I lack \*Send Messages\*/);
	});
});

describeOnBoth("a host whose Discord is in German", (engine) => {
	it("opens a session, hears how it goes and what keeps Byname from posting, and ends it", async () => {
		const { server, room, clock } = await seminar(engine);
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		const here = { room: `<#${room.id}>` };
		expect(await shownBy(await lena.runs("session end", { room }))).toBe(sayInGerman("session.which.noneThere", here));
		await lena.joins(room);
		expect(await shownBy(await lena.runs("session start", { title: "Töpfern" }))).toBe(
			[sayInGerman("session.start.opened", here), sayInGerman("session.start.zoneTip")].join("\n"),
		);
		clock.skip(3_000);
		await server.addMember("Maya").joins(room);
		await room.nextText();
		await room.deny("SendMessages");
		expect(await shownBy(await lena.runs("session note", { text: "Folie 12" }))).toMatch(/^Gespeichert\./);
		const text = await shownBy(await lena.runs("session status"));
		expect(text).toMatch(/^\*\*Töpfern\*\* in <#\d+> \(Host: <@\d+>\), offen seit <t:\d+:R>\nGäste jetzt im Raum: 1\./);
		expect(text).toMatch(/Ich kann nicht schreiben: Ich brauche noch \*Nachrichten senden\* \(Kanaleinstellungen/);
		expect(text).toContain("Notiz für alle, die zu spät kommen: Folie 12");
		expect(await shownBy(await lena.runs("session end", { recap: SLIDES }))).toBe(
			sayInGerman("session.end.endedWithRecap", { ...here, closed: "said", recap: SLIDES, thanked: 1 }),
		);
	});

	it("leaves a recap in somebody else's session once it is confirmed", async () => {
		const { server, room, anna } = await annasSession(engine);
		const lena = server.addMember({ globalName: "Lena", permissions: ["ManageEvents"], locale: "de" });
		await shownBy(await anna.runs("session end", { room }));
		expect(heard(await room.nextText())).toBe("thanks: Maya");
		const asked = await lena.runs("session end", { room, recap: SLIDES });
		const values = { room: `<#${room.id}>`, host: `<@${anna.id}>` };
		expect(await shownBy(asked)).toBe(
			`${sayInGerman("session.end.question", { session: `**Seminar** in ${values.room}`, host: values.host, does: "leave" })}\nRecap: ${SLIDES}`,
		);
		const left = await asked.clicks(buttonOf(asked, sayInGerman("session.end.doLeave")));
		expect(await shownBy(left)).toBe(
			sayInGerman("session.recap.left", {
				closed: "said",
				room: sayInGerman("session.hosted", values),
				recap: SLIDES,
				thanks: "stand",
			}),
		);
		await server.addMember("Sunil").joins(room);
		expect(await room.nextText()).toContain(SLIDES);
	});
});
