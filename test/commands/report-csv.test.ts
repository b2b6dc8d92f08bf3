import { describe, expect, it } from "vitest";
import { readAttendance } from "../../rehearsal/attendance/read.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { openStore } from "../../src/store/store.ts";
import { sqlite } from "../engines.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { atAcme, closeForAnHour } from "./acme.ts";
import { presses } from "./pressed.ts";
import { shownBy } from "./shown.ts";

const MINUTE = 60_000;

/** Acme, where Henry's webinar is over that Maya, Tom and Gus came to. Tom is quiet; Gus has left the server since. */
async function afterwards({ event: hasEvent = false } = {}) {
	const databaseUrl = await sqlite.databaseUrl();
	const acme = await atAcme(databaseUrl);
	const { server, stage, henry, clock, discord } = acme;
	const [maya, tom, gus, pia] = ["Maya (Acme)", "Tom", "Gus", "Pia"].map((name) => server.addMember(name)) as [
		...[SimMember, SimMember, SimMember, SimMember],
	];
	await shownBy(await tom.runs("me quiet"));
	const event = hasEvent
		? server.schedule({ name: "Pottery", room: stage, startsAt: clock.now() + 5 * MINUTE, creator: henry })
		: null;
	if (event) {
		for (const member of [maya, pia]) event.interested.set(member.id, member);
		const asked = () => discord.requests.filter(({ path, status }) => path.endsWith("/users") && status > 0).length;
		await skipUntil({ clock }, () => asked() > 0, 1_000);
		await event.starts();
	} else {
		await stage.opens({ topic: "Pottery" });
	}
	for (const member of [maya, tom, gus]) {
		clock.skip(10_000);
		await member.joins(stage);
	}
	await until(() => stage.messages.length > 0);
	await closeForAnHour(stage, acme);
	const store = await openStore(databaseUrl, () => undefined);
	const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
	await store.updateTable("session").set({ host_id: henry.id }).execute();
	await store.destroy();
	server.members.delete(gus.id);

	/** They press the button *CSV* of the session. */
	async function press(by: SimMember): Promise<SimInteraction> {
		const shown = await by.runs("me show");
		await shown.reply();
		return shown.forges(`report:csv:${id}`);
	}
	return { ...acme, ...{ maya, tom, gus, pia, event, id, press, databaseUrl } };
}

/** Who is in the file of the answer. */
function readFile({ messages }: SimInteraction) {
	const [file, another] = messages.at(-1)?.files ?? [];
	if (!file || another) throw new Error("expected one file");
	const { people, noShows, host, title } = readAttendance(file.bytes, file.name);
	return { name: file.name, host, title, people: people.map(({ name }) => name), noShows };
}

describe("the button CSV of a session", () => {
	it("hands its host the file, privately, and says who is quiet and who has left", async () => {
		const { henry, gus, press } = await afterwards();
		const pressed = await press(henry);
		const words = await shownBy(pressed);
		expect(words).toMatch(/^Who came to \*\*Pottery\*\*: 3 people, a row for each stay/);
		expect(words).toMatch(/Times are in UTC.*\n⚠️ 1 of them wants to be named nowhere.*\n1 person has left the server/);
		expect(readFile(pressed)).toEqual({
			name: expect.stringMatching(/^attendees-\d{4}-\d\d-\d\d\.csv$/),
			...{ host: "Henry", title: "Pottery", people: ["Maya (Acme)", "Tom", `ID ${gus.id}`], noShows: [] },
		});
	});

	it("asks first where it is known who was expected, and lists who did not come if the host wants it", async () => {
		const { henry, press, gus } = await afterwards({ event: true });
		const question = await press(henry);
		expect(await shownBy(question)).toMatch(/Shall the file list them, too\?/);
		const short = await presses(question, "Only who came");
		expect(await shownBy(short)).not.toMatch(/expected/);
		expect(readFile(short).noShows).toEqual([]);
		const long = await presses(question, "With who did not come");
		expect(await shownBy(long)).toMatch(/1 person who was expected and did not come is in the file/);
		expect(readFile(long)).toMatchObject({ people: ["Maya (Acme)", "Tom", `ID ${gus.id}`], noShows: ["Pia"] });
	});

	it("lists nobody as absent who has come and is forgotten, or who marked Interested only afterwards", async () => {
		const { server, henry, maya, event, press } = await afterwards({ event: true });
		await event?.gains(server.addMember("Zoe"));
		const asked = await maya.runs("me forget");
		await shownBy(asked);
		await shownBy(await presses(asked, "Forget me"));
		const question = await press(henry);
		await shownBy(question);
		const long = await presses(question, "With who did not come");
		await shownBy(long);
		expect(readFile(long).noShows).toEqual(["Pia"]);
	});

	it("does not know who stayed away once it has been started anew since the session", async () => {
		const { henry, id, press, stop, start } = await afterwards({ event: true });
		await stop();
		await start();
		const pressed = await press(henry);
		expect(await shownBy(pressed)).toMatch(/^Who came to \*\*Pottery\*\*: 3 people/);
		const asked = await pressed.forges(`report:csv-make:${id}:all`);
		expect(await shownBy(asked)).toMatch(/Who was expected and did not come is not in it/);
	});

	it("is for its host, who led it, and managers; not for other hosts or guests", async () => {
		const { server, discord, henry, maya, id, press, databaseUrl } = await afterwards();
		const manager = server.addMember({ globalName: "Anna", permissions: ["ManageGuild"] });
		const other = server.addMember({ globalName: "Otto", permissions: ["ManageEvents"] });
		const cohost = server.addMember("Cora");
		const store = await openStore(databaseUrl, () => undefined);
		const led = { session_id: id, user_id: cohost.id, role: "panel" as const, arrived_at: 0, leads: 1 };
		await store.insertInto("attendance").values(led).execute();
		await store.destroy();
		const elsewhere = discord.addServer({ name: "Other" });
		elsewhere.addTextChannel("general");
		const theirs = elsewhere.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		const answers = new Map<string, string>();
		for (const member of [henry, manager, cohost, other, maya, theirs]) {
			const words = await shownBy(await press(member));
			answers.set(member.displayName, words.slice(0, 22));
		}
		expect(Object.fromEntries(answers)).toEqual({
			Henry: "Who came to **Pottery*",
			Anna: "Who came to **Pottery*",
			Cora: "Who came to **Pottery*",
			Otto: "That session is not yo",
			"Maya (Acme)": "This is for hosts: peo",
			Bea: "That session is not st",
		});
	});

	it("says how far a file is that takes long, and hands it over in the same place", async () => {
		const { discord, henry, clock, press } = await afterwards();
		discord.fail.losePackets(3, "GUILD_MEMBERS_CHUNK");
		const pressed = await press(henry);
		await skipUntil({ clock }, () => (pressed.messages.at(-1)?.files.length ?? 0) > 0, 50);
		const [answer, another] = pressed.messages;
		expect(another).toBeUndefined();
		const said = answer?.contents.map(({ content }) => content) ?? [];
		expect(said).toContainEqual(expect.stringMatching(/^I am making the file.*: 0 of 4 names so far/));
		expect(said.at(-1)).toMatch(/^Who came to/);
		expect(readFile(pressed).people).toHaveLength(3);
	});

	it("says so where Discord tells no names, or the session is no more", async () => {
		const { discord, henry, clock, press, id } = await afterwards();
		discord.fail.losePackets(4, "GUILD_MEMBERS_CHUNK");
		const pressed = await press(henry);
		const said = () => pressed.messages.at(-1)?.content ?? "";
		await skipUntil({ clock }, () => /no file/.test(said()), 50);
		expect(said()).toMatch(/^Discord does not tell me what people are called/);
		const shown = await henry.runs("me show");
		await shown.reply();
		const unknown = id.startsWith("0") ? id.replace(/^0/, "1") : id.replace(/^./, "0");
		expect(await shownBy(await shown.forges(`report:csv:${unknown}`))).toMatch(/^That session is not stored any more/);
	});
});
