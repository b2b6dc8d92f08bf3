import { describe, expect, it } from "vitest";
import { clickOn, type SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import type { Store } from "../../src/store/queryable.ts";
import { says, webinar } from "../cues/webinar.ts";
import { describeOnBoth, sqlite } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { attendanceOf, sessionRow } from "../store/rows.ts";
import { idOf, presses } from "./pressed.ts";
import { buttonsOf, seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");
const MINUTE = 60_000;
const ERASE = "Erase this session";

/** The files that came with the last answer. */
function filesOf({ messages }: SimInteraction) {
	return messages.at(-1)?.files.map(({ name, bytes }) => ({ name, isPng: bytes.toString("latin1", 1, 4) === "PNG" }));
}

/** Resolves when so many greetings are posted, thanks included. */
async function saidTo(count: number, store: Store): Promise<void> {
	const posted = store.selectFrom("greeting").select("user_id").where("posted_at", "is not", null);
	await until(async () => (await posted.execute()).length === count);
}

/** A session of Henry's to which Maya and Sunil came, Sunil quietly, for ten minutes; and its id. */
async function attended(engine = sqlite) {
	const all = await seminar(engine);
	const { server, room, clock, maya, store } = all;
	const sunil = server.addMember("Sunil");
	await shownBy(await sunil.runs("me quiet"));
	await all.opens();
	for (const guest of [maya, sunil]) await guest.joins(room);
	await saidTo(2, all.store);
	const stays = () => store.selectFrom("stay").select("id").execute();
	await until(async () => (await stays()).length === 2); // they are stored right after the greetings
	clock.skip(10 * MINUTE);
	const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
	return { ...all, sunil, id };
}

/** The same once it has been over for an hour, with the thanks posted. */
async function over(engine = sqlite) {
	const all = await attended(engine);
	const { host, room, clock } = all;
	await shownBy(await host.runs("session end", { room }));
	await saidTo(4, all.store);
	for (const guest of [all.maya, all.sunil]) await guest.leaves();
	clock.skip(60 * MINUTE);
	return all;
}

describeOnBoth("/report session", (engine) => {
	it("tells the host how it went, who came for how long, and who is quiet; and erases it when that is confirmed", async () => {
		const { host, room, maya, sunil, store, id } = await over(engine);
		const report = await host.runs("report session");
		const words = await shownBy(report);
		expect(words).toMatch(new RegExp(`^\\*\\*Seminar\\*\\* in <#${room.id}>: <t:\\d+:F> – <t:\\d+:t>, 10 min\\n`));
		expect(words).toContain("**2** came, 2 at the same time at most. Half of them stayed for 10 min or longer.");
		expect(words).toContain("0 early, 2 on time, 0 late. Nobody had been here before.");
		expect(words).toContain("\n1 heard their name.\n1 was greeted without a name.\nNothing went wrong that I know of.");
		expect(words).toContain(`\n<@${maya.id}> · 10 min\n`);
		expect(words).toContain(`<@${sunil.id}> · 10 min · quiet`);
		const asked = await presses(report, ERASE);
		expect(await shownBy(asked)).toContain("That would go: that 2 people came or led, 2 stays, and 4 greetings;");
		expect(await shownBy(await presses(asked, "Erase it"))).toMatch(
			/^The session is erased: that 2 people came or led/,
		);
		for (const table of ["session", "attendance", "stay", "greeting", "message"] as const)
			expect(await store.selectFrom(table).selectAll().execute()).toEqual([]);
		for (const again of ["open", "erase", "erase-now"])
			expect(await shownBy(await report.forges(`report:${again}:${id}`))).toBe(say("report.which.gone"));
		expect(await shownBy(await host.runs("report session"))).toBe(say("report.which.none"));
	});
});

describe("/report session", () => {
	it("shows who was in the room over time", async () => {
		const { host } = await over();
		// A machine that is busy with other tests may be too slow to draw one in time, and then the report comes without.
		for (let files: ReturnType<typeof filesOf> = []; !files?.length; ) {
			const report = await host.runs("report session");
			await shownBy(report);
			files = filesOf(report);
			if (files?.length) expect(files).toEqual([{ name: "attendance.png", isPng: true }]);
		}
	});

	it("tells how it goes while it is on, and is erased only once that is over for a while", async () => {
		const { host, room, id } = await attended();
		const report = await host.runs("report session");
		const words = await shownBy(report);
		expect(words).toMatch(/: still on, since <t:\d+:F>\. This is how it goes so far\.\n\*\*2\*\* came/);
		expect(words).toContain("Maya · 10 min"); // whom Discord shows in a room
		expect(await shownBy(await presses(report, ERASE))).toBe(say("report.erase.isOn"));
		await shownBy(await host.runs("session end", { room }));
		expect(await shownBy(await report.forges(`report:erase-now:${id}`))).toBe(say("report.erase.hardlyOver"));
	});

	it("keeps everything when nothing is confirmed", async () => {
		const { host, store } = await over();
		const asked = await presses(await answered(await host.runs("report session")), ERASE);
		await shownBy(asked);
		expect(await shownBy(await presses(asked, "Keep it"))).toBe(say("report.erase.kept"));
		expect(await store.selectFrom("session").selectAll().execute()).toHaveLength(1);
	});

	it("is not erased while its stage goes on: everybody there would be greeted again", async () => {
		const { server, host, clock, store, maya } = await seminar(sqlite);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await shownBy(await host.runs("session end", { room: stage }));
		expect(heard(await stage.nextText())).toBe("thanks: Maya");
		await saidTo(2, store);
		clock.skip(60 * MINUTE);
		const boss = server.addMember({ globalName: "Rosa", permissions: ["ManageGuild"] });
		expect(await shownBy(await presses(await answered(await boss.runs("report session")), ERASE))).toBe(
			say("report.erase.goesOn"),
		);
	});

	it("is for its host, for who led it with them, and for managers", async () => {
		const { server, host, ana, store, id } = await over();
		await store
			.insertInto("attendance")
			.values({ ...attendanceOf(id, ana.id), role: "panel", leads: 1 })
			.execute();
		const other = server.addMember({ globalName: "Otto", permissions: ["ManageEvents"] });
		const boss = server.addMember({ globalName: "Rosa", permissions: ["ManageGuild"] });
		for (const one of [host, ana, boss])
			expect(await shownBy(await one.runs("report session"))).toContain("**2** came");
		const none = await other.runs("report session");
		expect(await shownBy(none)).toBe(say("report.which.none"));
		expect(await shownBy(await other.runs("report sessions"))).toBe(say("report.which.none"));
		for (const action of ["open", "erase", "erase-now"])
			expect(await shownBy(await none.forges(`report:${action}:${id}`))).toBe(say("report.which.notYours"));
		expect(await shownBy(await server.addMember("Gast").runs("report session"))).toMatch(/^This is for hosts/);
	});

	it("counts and lists nobody who has been forgotten", async () => {
		const { host, maya } = await over();
		const asked = await maya.runs("me forget");
		await shownBy(asked);
		await shownBy(await presses(asked, "Forget me"));
		const words = await shownBy(await host.runs("report session"));
		expect(words).toContain("**1** came and stayed for 10 min.");
		expect(words).not.toContain(maya.id);
	});
});

describe("the cue of a session that is over", () => {
	it.each(["channel", "dm"] as const)("opens the report for its host, where it stands: %s", async (cueTo) => {
		const { journey, server, stage, place, host, event } = await webinar(sqlite, { cueTo });
		const cue = await place.nextMessage();
		const maya = server.addMember("Maya");
		await maya.joins(stage);
		await says(cue, journey, "Maya");
		await event.ends();
		await says(cue, journey, "session over\n**1** came and stayed for");
		expect(await shownBy(await clickOn(cue, idOf("Report", cue), host))).toMatch(
			/^\*\*Pottery\*\* in [\s\S]*\nMaya · /,
		);
	});
});

describe("a host who is not on the server any more", () => {
	/** What answers below their cue in direct messages, with a guest who has come under a name of their choice. */
	const DOORS = ["open", "csv", "csv-make", "erase", "erase-now"] as const;

	async function pastCue() {
		const held = await webinar(sqlite, { cueTo: "dm" });
		const { journey, server, stage, place, host, event, store } = held;
		const cue = await place.nextMessage();
		await server.addMember("Maya").joins(stage);
		await says(cue, journey, "Maya");
		await event.ends();
		await says(cue, journey, "session over");
		const opened = await clickOn(cue, idOf("Report", cue), host);
		await shownBy(opened);
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		const presses = async (door: (typeof DOORS)[number]) =>
			shownBy(await opened.forges(`report:${door}:${id}${door === "csv-make" ? ":came" : ""}`));
		return { ...held, presses };
	}

	it("gets nothing of its sessions in direct messages, and erases none", async () => {
		const { server, host, store, presses } = await pastCue();
		server.members.delete(host.id);
		for (const door of DOORS) expect(await presses(door)).toBe(say("frame.noMember"));
		expect(await store.selectFrom("session").selectAll().execute()).toHaveLength(1);
	});

	it("is told to try again where Discord does not say whether they are", async () => {
		const { journey, presses } = await pastCue();
		journey.discord.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
		let told = "";
		void presses("open").then((words) => (told = words));
		await skipUntil(journey, () => told !== "", 500);
		expect(told).toBe(say("frame.memberUntold"));
		expect(await presses("open")).toMatch(/^\*\*Pottery\*\*/);
	});
});

describe("which session is meant", () => {
	/** Henry with three sessions of other days, one of which is on. */
	async function withThree() {
		const all = await seminar(sqlite);
		const { store, server, host, room, clock } = all;
		await shownBy(await host.runs("host set", { "time-zone": "Tokyo" }));
		const day = Date.UTC(2026, 10, 20, 18);
		const titles = ["Pottery", "عربي *فخار*", "Pottery for all"];
		const rows = titles.map((title, n) =>
			sessionRow({
				...{ server_id: server.id, room_id: room.id, host_id: host.id, title },
				...{ opened_at: day + n, starts_at: day + n, closed_at: day + 60 * MINUTE },
			}),
		);
		await store.insertInto("session").values(rows).execute();
		return { ...all, clock, rows };
	}

	it("is offered by title and date, by the clocks of who asks, the latest first", async () => {
		const { host, rows } = await withThree();
		const [pottery, arabic, forAll] = rows;
		expect(await host.types("report session", "which", "")).toEqual([
			{ name: "Pottery for all · Nov 21, 2026, 3:00 AM", value: forAll?.id },
			{ name: "عربي *فخار* · Nov 21, 2026, 3:00 AM", value: arabic?.id },
			{ name: "Pottery · Nov 21, 2026, 3:00 AM", value: pottery?.id },
		]);
		const typed = await host.types("report session", "which", "POTT");
		expect(typed.map(({ value }) => value)).toEqual([forAll?.id, pottery?.id]);
	});

	it("is the latest whose title says what was typed, and what was typed is quoted when there is none", async () => {
		const { host, rows } = await withThree();
		expect(await shownBy(await host.runs("report session", { which: "pott" }))).toMatch(/^\*\*Pottery for all\*\*/);
		expect(await shownBy(await host.runs("report session", { which: rows[1]?.id ?? "" }))).toContain("Nobody came.");
		expect(await shownBy(await host.runs("report session", { which: "@everyone *x*" }))).toBe(
			say("report.which.notFound", { said: "@\u200Beveryone \\*x\\*" }),
		);
	});

	it("is chosen from the list of the last ones", async () => {
		const { host, rows } = await withThree();
		const list = await host.runs("report sessions");
		const words = await shownBy(list);
		expect(words).toMatch(
			/^The last sessions, the latest first:\n<t:\d+:D> · \*\*Pottery for all\*\* in <#\d+> · nobody came\n/,
		);
		expect(words.split("\n")).toHaveLength(4);
		expect(await shownBy(await list.selects("report:choose", rows[0]?.id ?? ""))).toMatch(/^\*\*Pottery\*\* in /);
		expect(await shownBy(await list.forges("report:choose", { as: "menu", values: ["nope"] }))).toBe(
			say("frame.outdated"),
		);
	});
});

/** The same, once it is answered. */
async function answered(interaction: SimInteraction): Promise<SimInteraction> {
	await shownBy(interaction);
	expect(buttonsOf(interaction).length).toBeGreaterThan(0);
	return interaction;
}
