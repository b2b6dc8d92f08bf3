import { beforeAll, describe, expect, it } from "vitest";
import { type InvitedGuest, invite } from "../../rehearsal/guest.ts";
import { neutralWordsIn, postReaderFor, readPost } from "../../rehearsal/read-post.ts";
import { type Simulator, startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { summarize, wentWell } from "../../rehearsal/summary.ts";
import { type Hearing, Tally } from "../../rehearsal/tally.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { says } from "../greetings/heard.ts";

const neutral = neutralWordsIn("en");
const HEARING: Hearing = { read: readPost, neutral, dueTo: () => "onTime" };

let discord: Simulator;
beforeAll(async () => {
	discord = await startSimulator();
	return () => discord.stop();
});

/** Guests under these names, and a tally that knows them. */
function meet(...names: string[]): { guests: InvitedGuest[]; tally: Tally } {
	const server = discord.addServer({ name: "Acme" });
	const guests = names.map((name) => invite({ server, neutral }, name));
	return { guests, tally: new Tally(guests, HEARING) };
}

function namesIn(people: readonly { name: string }[]): string[] {
	return people.map(({ name }) => name);
}

describe("Tally", () => {
	it("counts a name in a post as the greeting of who came under it", () => {
		const { guests, tally } = meet("Maya", "Tom");
		for (const guest of guests) tally.comes(guest, 1_000);
		const { greeted } = tally.reads(says("onTime", ["Maya"]), 1_004);
		expect(greeted).toEqual([
			{ id: guests[0]?.id, name: "Maya", away: false, moment: "onTime", delayMs: 4, welcomedBack: false },
		]);
		expect(namesIn(tally.notGreeted)).toEqual(["Tom"]);
		expect(tally.waiting).toBe(1);
	});

	it("tells early, on time, late and who has been here before apart by the words", () => {
		const { guests, tally } = meet("Maya", "Tom", "Sunil");
		for (const guest of guests) tally.comes(guest, 0);
		const { greeted } = tally.reads(
			[says("early", ["Maya"]), says("onTime", ["Tom"], { visits: 12 }), says("late", ["Sunil"])].join("\n"),
			0,
		);
		expect(greeted.map(({ name, moment, welcomedBack }) => [name, moment, welcomedBack])).toEqual([
			["Maya", "early", false],
			["Tom", "onTime", true],
			["Sunil", "late", false],
		]);
	});

	it("reads names that contain what separates names", () => {
		const { guests, tally } = meet("Okafor, Ngozi", "Ngozi", "Rock and Roll", "Maya", "**Max**");
		for (const guest of guests) tally.comes(guest, 0);
		const came = ["Okafor, Ngozi", "Ngozi", "**Max**", "Rock and Roll", "Maya"];
		expect(namesIn(tally.reads(says("onTime", came), 0).greeted)).toEqual(came);
	});

	it("tells occasions apart on which a host says the same by when people came, and thanks by who was greeted", () => {
		const { guests } = meet("Maya", "Tom", "Sunil");
		const same = ["Hi, {name}!"];
		const texts = { ...DEFAULT_VOICE.texts, early: same, onTime: same, late: same, thanks: same };
		const dueTo = (cameAt: number) => (cameAt < 0 ? "early" : cameAt > 9 ? "late" : "onTime");
		const tally = new Tally(guests, { read: postReaderFor({ ...DEFAULT_VOICE, texts }), neutral, dueTo });
		for (const [index, guest] of guests.entries()) tally.comes(guest, [-5, 5, 50][index] ?? 0);
		const { greeted } = tally.reads("Hi, Maya!\nHi, Tom!\nHi, Sunil!", 60);
		expect(greeted.map(({ name, moment }) => [name, moment])).toEqual([
			["Maya", "early"],
			["Tom", "onTime"],
			["Sunil", "late"],
		]);
		tally.ends(guests);
		expect(namesIn(tally.reads("Hi, Maya, Tom and Sunil!", 70).thanked)).toEqual(["Maya", "Tom", "Sunil"]);
		expect({ duplicates: tally.duplicates, waiting: tally.waiting }).toEqual({ duplicates: [], waiting: 0 });
	});

	it("calls a second greeting a duplicate, but not that of somebody else of the same name", () => {
		const { guests, tally } = meet("Tom", "Tom");
		for (const guest of guests) tally.comes(guest, 0);
		tally.reads(says("onTime", ["Tom", "Tom"]), 0);
		expect(tally.duplicates).toEqual([]);
		tally.reads(says("onTime", ["Tom"]), 0);
		expect(tally.duplicates).toEqual(["Tom"]);
	});

	it("calls it a mistake to greet who has not come", () => {
		const { guests, tally } = meet("Maya", "Peter Novak");
		tally.comes(guests[0] as InvitedGuest, 0);
		tally.reads(says("onTime", ["Maya", "Peter Novak"]), 0);
		expect(tally.strangers).toEqual(["Peter Novak"]);
	});

	it("takes the neutral word for who has no name, and for who is left when a name was refused", () => {
		const { guests, tally } = meet("Maya");
		tally.comes(guests[0] as InvitedGuest, 0);
		expect(namesIn(tally.reads(says("onTime", [""]), 0).greeted)).toEqual(["Maya"]);
	});

	it("does not count a return as an arrival", () => {
		const { guests, tally } = meet("Maya");
		const [maya] = guests as [InvitedGuest];
		expect([tally.comes(maya, 0), tally.comes(maya, 9)]).toEqual([true, false]);
		expect({ arrivals: tally.attendees.size, returns: tally.returns }).toEqual({ arrivals: 1, returns: 1 });
	});

	it("does not take thanks for a greeting", () => {
		const { guests, tally } = meet("Maya");
		tally.comes(guests[0] as InvitedGuest, 0);
		tally.reads(says("onTime", ["Maya"]), 0);
		tally.ends(guests);
		expect(tally.waiting).toBe(1);
		expect(namesIn(tally.reads(says("thanks", ["Maya"]), 0).thanked)).toEqual(["Maya"]);
		expect({ duplicates: tally.duplicates, waiting: tally.waiting }).toEqual({ duplicates: [], waiting: 0 });
		expect({ posts: tally.posts, thanksPosts: tally.thanksPosts }).toEqual({ posts: 1, thanksPosts: 1 });
	});

	it("notices an apology, and words that are none of Byname's", () => {
		const { guests, tally } = meet("Maya");
		tally.comes(guests[0] as InvitedGuest, 0, { away: true });
		expect(tally.reads(says("onTime", ["Maya"], { missed: true }), 0)).toMatchObject({
			apology: true,
			greeted: [{ name: "Maya", away: true }],
		});
		expect(tally.reads("Buy cheap watches", 0).unread).toEqual(["Buy cheap watches"]);
	});
});

describe("summarize", () => {
	const circumstances = { complete: true, noShows: 2, staff: 1, rateLimited: 0, errors: 0 };

	it("adds up the sessions and leaves who came while Byname was away out of the delays", () => {
		const [first, second] = [meet("Maya", "Tom", "Sunil"), meet("Maya")];
		for (const [index, guest] of first.guests.entries()) first.tally.comes(guest, 0, { away: index === 2 });
		for (const guest of second.guests) second.tally.comes(guest, 0);
		first.tally.reads(says("onTime", ["Maya", "Tom"]), 10);
		first.tally.reads(says("late", ["Sunil"]), 90_000);
		second.tally.reads(says("onTime", ["Maya"], { visits: 2 }), 40);
		const summary = summarize([first.tally, second.tally], circumstances);
		expect(summary).toMatchObject({
			arrivals: 4,
			greeted: 4,
			posts: 3,
			moments: { early: 0, onTime: 3, late: 1 },
			welcomedBack: 1,
			whileAway: 1,
			delayMs: { median: 10, worst: 40 },
		});
		expect(wentWell(summary)).toBe(true);
	});

	it("has not gone well when it was cut short", () => {
		expect(wentWell(summarize([], { ...circumstances, complete: false }))).toBe(false);
	});

	it("has not gone well when somebody was left out, greeted twice or by mistake", () => {
		for (const said of ["", says("onTime", ["Maya", "Maya"]), says("onTime", ["Maya", "Tom"])]) {
			const { guests, tally } = meet("Maya", "Tom");
			tally.comes(guests[0] as InvitedGuest, 0);
			if (said) tally.reads(said, 0);
			expect(wentWell(summarize([tally], circumstances))).toBe(false);
		}
	});
});
