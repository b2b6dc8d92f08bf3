import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import type { Greeting } from "../../src/greetings/greeting.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { always, createPicks } from "../../src/greetings/pick.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { heard } from "./heard.ts";
import { first, guest, MINUTE_MS, START, scene } from "./scene.ts";

const saying = (texts: Partial<Voice["texts"]>, but: Partial<Voice> = {}): Voice => ({
	...DEFAULT_VOICE,
	...but,
	texts: { ...PLAIN, ...texts },
});
/** A host whose wordings come in the order in which they were written. */
const inTurn = () => createPicks(() => 0).of("server", "host");
const PLAIN: Voice["texts"] = {
	early: ["Early, {name}!"],
	onTime: ["Here, {name}!"],
	late: ["Late, {name}!"],
	returning: ["Again!"],
	expected: ["At last!"],
	missed: ["Sorry!"],
	note: ["At {note}"],
	afterHours: ["Closed, {name}!"],
	lookBack: ["You were there, {name}! {recap}"],
	thanks: ["Bye, {name}!"],
};
/** A host who has only these texts. */
const host: Voice = { ...DEFAULT_VOICE, texts: PLAIN };
const bodyOf = (greetings: Parameters<typeof compose>[0], voice = host, where = scene) =>
	compose(greetings, voice, where, first).body;

describe("greeting one person", () => {
	it("greets by name", () => {
		expect(compose([guest("Maya")], host, scene, first)).toEqual({
			body: "Here, Maya!",
			count: 1,
			named: [guest("Maya").userId],
			mentions: [],
			silent: false,
			rolls: [{ language: "en", spots: [[guest("Maya").userId, 6, 4]] }],
		});
	});

	it("knows the time of day where the host is", () => {
		const voice = saying({ onTime: ["{greeting}, {name}!"] }, { timeZone: "Asia/Kolkata" }); // 22:31 there
		expect(bodyOf([guest("Sunil")], voice)).toBe("Good evening, Sunil!");
	});

	it("tells somebody early when it starts, in the reader's own time", () => {
		const before = { ...scene, now: START - 5 * MINUTE_MS };
		expect(bodyOf([guest("Maya", { kind: "early" })], saying({ early: ["{name}, {start}."] }), before)).toBe(
			`Maya, <t:${START / 1000}:R>.`,
		);
	});

	it("does not call somebody early once it has started", () => {
		expect(bodyOf([guest("Maya", { kind: "early" })])).toBe("Here, Maya!");
	});

	it("brings somebody late up to date", () => {
		const where = { ...scene, note: "slide 12, questions at the end" };
		expect(bodyOf([guest("Maya", { kind: "late", minutes: 25 })], host, where)).toBe(
			"Late, Maya! At slide 12, questions at the end",
		);
	});

	it("says its own words for a text, saved before that was refused, that has grown too long", () => {
		const numbers = "{minutes, number, ::scale/1e300} ".repeat(4);
		const late = guest("Maya", { kind: "late", minutes: 25 });
		expect(heard(bodyOf([late], saying({ late: [`{name} ${numbers}`] })))).toBe("late: Maya");
	});

	it("keeps the note for those who are late", () => {
		expect(bodyOf([guest("Maya")], host, { ...scene, note: "slide 12" })).not.toContain("slide 12");
	});

	it("says the name first, then welcomes back, apologises and brings up to date", () => {
		const maya = guest("Maya", { kind: "late", visits: 3, missed: true });
		expect(bodyOf([maya], host, { ...scene, note: "slide 12" })).toBe("Late, Maya! Again! Sorry! At slide 12");
	});

	it("points whoever comes after hours to the recap and the next session", () => {
		const after = { ...scene, recap: "https://example.org/slides_1", next: START + 3_600_000 };
		const afterHours = [
			"Closed, {name}!{next, select, none {} other { Next: {next}}}" +
				"{recap, select, none {} other {{next, select, none {} other { ·}} Missed: {recap}}}",
		];
		const maya = guest("Maya", { kind: "afterHours" });
		expect(bodyOf([maya], saying({ afterHours }), after)).toBe(
			`Closed, Maya! Next: <t:${START / 1000 + 3600}:F> · Missed: https://example.org/slides_1`,
		);
		expect(bodyOf([maya], saying({ afterHours }), { ...after, next: null })).toBe(
			"Closed, Maya! Missed: https://example.org/slides_1",
		);
		expect(bodyOf([maya], saying({ afterHours }))).toBe("Closed, Maya!");
	});

	it("thanks without an apology or a count", () => {
		expect(bodyOf([guest("Maya", { kind: "thanks", visits: 4, missed: true })])).toBe("Bye, Maya!");
	});

	it("uses a neutral form for a name that Discord refuses or nobody can read", () => {
		const { neutralName } = languageOf("en");
		expect(bodyOf([guest("Rude", { neutral: true })])).toBe(`Here, ${neutralName}!`);
		expect(bodyOf([guest("\u3164")])).toBe(`Here, ${neutralName}!`);
	});

	it.each(["$&", "{host}", "{name}", "<b>bold</b>", "it's '{'", "#", "$1 $` %s"])(
		"leaves %j in a name alone",
		(odd) => {
			expect(bodyOf([guest(`Tom ${odd}`)]).replaceAll("\\", "")).toBe(`Here, Tom ${odd}!`);
		},
	);
});

describe("greeting many at once", () => {
	it("joins the names of those who hear the same words", () => {
		expect(bodyOf([guest("Sunil"), guest("Maya"), guest("Tom")])).toBe("Here, Sunil, Maya and Tom!");
	});

	it("joins them as the language does, with each one's honorific", () => {
		const two = [guest("Maya"), guest("Irene")];
		const inLanguage = (language: string, text: string) => bodyOf(two, saying({ onTime: [text] }, { language }));
		expect(inLanguage("es-ES", "¡{name}!")).toBe("¡Maya e Irene!");
		expect(inLanguage("ja", "{name}さん！")).toBe("Mayaさん、Ireneさん！");
		expect(inLanguage("fr", "Bonjour {name}\u202F!")).toBe("Bonjour Maya et Irene\u202F!");
	});

	it("gives different words their own line", () => {
		expect(bodyOf([guest("Maya"), guest("Tom", { visits: 2 }), guest("Sunil")])).toBe(
			"Here, Maya and Sunil!\nHere, Tom! Again!",
		);
	});

	it("does not tell people apart by numbers that their words don't mention", () => {
		expect(bodyOf([guest("Maya", { kind: "late", minutes: 7 }), guest("Tom", { kind: "late", minutes: 9 })])).toBe(
			"Late, Maya and Tom!",
		);
	});

	it("says the note and the apology once, however many lines they belong to", () => {
		const people = [
			guest("Ada"),
			guest("Maya", { kind: "late", missed: true }),
			guest("Tom", { kind: "late", missed: true, visits: 2 }),
			guest("Sunil", { kind: "late" }),
		];
		expect(bodyOf(people, host, { ...scene, note: "slide 12" })).toBe(
			"Late, Maya!\nLate, Tom! Again! Sorry!\nHere, Ada!\nLate, Sunil! At slide 12",
		);
	});

	it("names two people of the same name twice", () => {
		const twins = [guest("Maya"), guest("Maya\u200B", { userId: "2" })];
		expect(bodyOf(twins)).toBe("Here, Maya and Maya!");
	});

	it("draws the wordings of each line anew, and those of no text that is not in use", () => {
		const asked: string[] = [];
		const turns = always((key, variants) => (asked.push(`${key} of ${variants}`) === 1 ? 1 : 0));
		const texts = {
			onTime: ["Hi, {name}!", "Welcome, {name}!"],
			returning: ["Again!"],
			late: ["{name}.", "You, {name}."],
		};
		const people = [guest("Maya"), guest("Sunil", { visits: 2 }), guest("Tom"), guest("Ada", { visits: 9 })];
		expect(compose(people, saying(texts), scene, turns).body).toBe("Welcome, Maya and Tom!\nHi, Sunil and Ada! Again!");
		expect(asked).toEqual(["onTime of 2", "returning of 1", "onTime of 2"]);
	});

	it("draws once what is said once, and anew what names people", () => {
		const missed = ["Sorry.", "Pardon."];
		const people = [guest("Maya", { missed: true }), guest("Tom", { missed: true, visits: 2 })];
		const texts = { onTime: ["{name}!"], returning: ["Again!"] };
		const said = (missed: string[]) => compose(people, saying({ ...texts, missed }), scene, inTurn()).body;
		expect(said(missed)).toBe("Maya!\nTom! Again! Sorry.");
		expect(said(missed.map((words) => `{name}: ${words}`))).toBe("Maya! Maya: Sorry.\nTom! Again! Tom: Pardon.");
	});

	it("lets those share a line to whom its words would be the same, whatever their number", () => {
		const returning = ["{visits, plural, =2 {A second time!} other {Back again.}}", "Good to see you."];
		const voice = saying({ onTime: ["{name}!"], returning });
		const here = (...visits: number[]) => visits.map((which) => guest(`P${which}`, { visits: which }));
		expect(compose(here(3, 4, 5), voice, scene, inTurn()).body).toBe("P3, P4 and P5! Back again.");
		expect(compose(here(2, 5, 9, 2), voice, scene, inTurn()).body).toBe(
			"P2 and P2! A second time!\nP5 and P9! Good to see you.",
		);
	});

	it("says the same words once to people who came in different ways", () => {
		const texts = { onTime: ["{name}!"], late: ["{name}!"], returning: [""], note: [] };
		const people = [guest("Maya"), guest("Tom", { kind: "late" }), guest("Ada", { visits: 2 })];
		expect(compose(people, saying(texts), scene, inTurn()).body).toBe("Maya, Tom and Ada!");
	});

	it.each([0.01, 0.3, 0.5, 0.7, 0.99])("makes few lines for twelve people, nine of them regulars (%d)", (luck) => {
		const returning = [
			"It's good to have you back.",
			"{visits, plural, =2 {A second time!} =10 {Ten times now!} other {Back again.}}",
			"Your usual seat is free.",
		];
		const visits = [1, 1, 2, 10, 3, 2, 5, 1, 21, 10, 7, 4];
		const people = visits.map((which, index) => guest(`P${index}`, { visits: which, userId: String(index) }));
		const turns = createPicks(() => luck).of("server", "host");
		for (let post = 0; post < 6; post++) {
			const { body, count } = compose(people, saying({ returning }), scene, turns);
			expect(count).toBe(12);
			expect(body.split("\n").length).toBeLessThanOrEqual(3);
		}
	});

	it("takes nothing for said that did not fit into the message", () => {
		const late = ["A {name}", "B {name}", "C {name}"];
		const turns = inTurn();
		const long = "x".repeat(300);
		const people = Array.from({ length: 9 }, (_, index) => guest(`P${index}`, { kind: "late", minutes: index + 6 }));
		const voice = saying({ late: late.map((words) => `${words} {minutes} ${long}`) });
		const said: string[] = [];
		for (let waiting = people; waiting.length > 0; ) {
			const { body, count } = compose(waiting, voice, scene, turns);
			said.push(...body.split("\n").map((line) => line.slice(0, 4)));
			waiting = waiting.slice(count);
		}
		expect(said).toEqual(["A P0", "B P1", "C P2", "A P3", "B P4", "C P5", "A P6", "B P7", "C P8"]);
	});

	it("fits as many as it can and leaves the rest for the next message", () => {
		const people = Array.from({ length: 300 }, (_, i) => guest(`Person number ${i}`, { userId: String(i) }));
		const { body, count } = compose(people, host, scene, first);
		expect(body.length).toBeLessThanOrEqual(2000);
		expect(body.length).toBeGreaterThan(2000 - " and Person number 299".length);
		expect(body).toContain(`Person number ${count - 1}!`);
		expect(compose(people.slice(count), host, scene, first).body).toContain(`Person number ${count},`);
	});

	it("takes no longer for a crowd than for those who fit, give or take the counting", () => {
		const people = Array.from({ length: 10_000 }, (_, i) => guest(`Person ${i}`, { userId: String(i), visits: i % 7 }));
		const timed = (some: typeof people) => {
			const start = performance.now();
			for (let run = 0; run < 20; run += 1) compose(some, host, scene, first);
			return performance.now() - start;
		};
		const few = people.slice(0, compose(people, host, scene, first).count + 1);
		timed(few);
		const ratios = Array.from({ length: 5 }, () => timed(people) / timed(few));
		expect(Math.min(...ratios)).toBeLessThan(5);
	});

	it("refuses to greet nobody", () => {
		expect(() => compose([], DEFAULT_VOICE, scene, first)).toThrow(RangeError);
	});
});

it("takes a name with a comma for one person, among others and where they are counted", () => {
	const voice = saying({ onTime: ["{name}, {people, plural, one {du} other {ihr #}}!"] });
	const [smith, maya] = [guest("Smith, John"), guest("Maya")];
	expect(bodyOf([smith], voice)).toBe("Smith, John, du!");
	expect(bodyOf([smith, maya], voice)).toBe("Smith John and Maya, ihr 2!");
});

it("names those without a name that can be shown last, and mentions them all the same", () => {
	const voice = saying({ onTime: ["{name}: {mention}!"] }, { ping: "on" });
	const people = [
		guest("\u3164", { userId: "7" }),
		guest("Maya", { userId: "8" }),
		guest("Rude", { userId: "9", neutral: true }),
	];
	const { body, mentions } = compose(people, voice, scene, first);
	expect(body).toMatch(/^Maya, .+ and .+: <@7>, <@8> and .+!$/);
	expect(mentions).toEqual(["7", "8"]);
});

describe("how many people are spoken to", () => {
	const du = "{people, plural, one {du da bist} =2 {ihr zwei da seid} other {ihr # da seid}}";
	const voice = saying({ onTime: [`{name}, schön, dass ${du}!`], late: [`Endlich, {name}, und ${du}!`] });

	it("is known to each line for itself", () => {
		const people = ["Maya", "Tom", "Sunil"].map((name) => guest(name));
		expect(bodyOf(people.slice(0, 1), voice)).toBe("Maya, schön, dass du da bist!");
		expect(bodyOf(people.slice(0, 2), voice)).toBe("Maya and Tom, schön, dass ihr zwei da seid!");
		expect(bodyOf([...people, guest("Ada", { kind: "late" })], voice)).toBe(
			"Maya, Tom and Sunil, schön, dass ihr 3 da seid!\nEndlich, Ada, und du da bist!",
		);
	});

	it("is known to an apology that names nobody, which each line then has for itself", () => {
		const missed = ["Verzeih{people, plural, one {} other {t}}!", "Pardon, {people, plural, one {du} other {ihr}}!"];
		const people = [
			guest("Maya", { missed: true }),
			guest("Tom", { missed: true }),
			guest("Ada", { missed: true, visits: 2 }),
		];
		expect(compose(people, saying({ missed }), scene, inTurn()).body).toBe(
			"Here, Maya and Tom! Verzeiht!\nHere, Ada! Again! Pardon, du!",
		);
		const one = [guest("Maya", { missed: true }), guest("Tom")];
		expect(bodyOf(one, saying({ missed }))).toBe("Here, Maya! Verzeih!\nHere, Tom!");
	});

	it("fits into a message, however long the words for many are", () => {
		const long = `{people, plural, one {Hi {name}} =7 {{name}${" and then some".repeat(40)}} other {All of you, {name}}}!`;
		const crowd = Array.from({ length: 400 }, (_, i) => guest(`Person number ${i}`, { userId: String(i) }));
		const texts = saying({ onTime: [long], late: [long] });
		for (const most of [1, 7, 400]) {
			const { body, count } = compose(crowd.slice(0, most), texts, scene, first);
			expect(body.length).toBeLessThanOrEqual(2000);
			expect(body.match(/Person number \d+/g)).toHaveLength(count);
			if (most === 400) expect(body.length).toBeGreaterThan(1_900);
		}
	});

	it("is the same for those who share a line though their own numbers differ", () => {
		const returning = ["{visits, plural, =2 {Zum zweiten Mal!} other {Wieder da!}}"];
		const people = [3, 4, 5].map((visits) => guest(`P${visits}`, { visits }));
		expect(bodyOf(people, saying({ onTime: [`{name}, ${du}.`], returning }))).toBe(
			"P3, P4 and P5, ihr 3 da seid. Wieder da!",
		);
	});

	it("mentions in the form for one or for many alone, if only that says so", () => {
		const one = saying({ onTime: ["{people, plural, one {Hi {mention}} other {Hi {name}}}!"] }, { ping: "on" });
		const [maya, tom] = [guest("Maya", { userId: "77" }), guest("Tom", { userId: "78" })];
		expect(compose([maya], one, scene, first)).toMatchObject({ body: "Hi <@77>!", mentions: ["77"] });
		expect(compose([maya, tom], one, scene, first)).toMatchObject({ body: "Hi Maya and Tom!", mentions: [] });
	});
});

it("says the hour of the start in each reader's own zone", () => {
	expect(bodyOf([guest("Maya")], saying({ onTime: ["{name}, {startTime}."] }))).toBe(`Maya, <t:${START / 1000}:t>.`);
});

describe("a welcome back that names who it welcomes", () => {
	const voice = saying({ returning: ["Back, {name}!"] });
	const back = (but: Partial<Greeting>) => guest("Maya", { visits: 2, ...but });
	const before = { ...scene, now: START - MINUTE_MS };

	it("takes the place of the opening, on time and late", () => {
		expect(bodyOf([back({})], voice)).toBe("Back, Maya!");
		const late = back({ kind: "late", missed: true });
		expect(bodyOf([late], voice, { ...scene, note: "slide 12" })).toBe("Back, Maya! Sorry! At slide 12");
		expect(bodyOf([back({ kind: "early" })], voice)).toBe("Back, Maya!"); // it has begun
		const mentioning = saying({ returning: ["Back, {mention}!"] }, { ping: "on" });
		expect(bodyOf([back({})], mentioning)).toMatch(/^Back, <@\d+>!$/);
	});

	it("is left out for who is early and is to hear when it starts; one without a name is taken where there is one", () => {
		expect(bodyOf([back({ kind: "early" })], voice, before)).toBe("Early, Maya!");
		const both = saying({ returning: ["Back, {name}!", "Again!"] });
		const turns = inTurn();
		const said = Array.from({ length: 3 }, () => compose([back({ kind: "early" })], both, before, turns).body);
		expect(said).toEqual(Array(3).fill("Early, Maya! Again!"));
		expect(compose([back({})], both, scene, turns).body).toBe("Back, Maya!");
	});

	it("takes no turn of the openings", () => {
		const openings = saying({ onTime: ["A {name}", "B {name}"], returning: ["Back, {name}!"] });
		const people = [guest("Ada"), back({}), guest("Tom", { missed: true })];
		expect(compose(people, openings, scene, inTurn()).body).toMatch(/^B Tom .*\nA Ada\nBack, Maya!$/);
	});

	it("does so for those alone to whom it speaks by name", () => {
		const returning = ["{visits, plural, =2 {Back, {name}!} other {Again!}}"];
		const people = [back({}), guest("Tom", { visits: 3 }), guest("Ada", { visits: 4 })];
		expect(bodyOf(people, saying({ returning }))).toBe("Back, Maya!\nHere, Tom and Ada! Again!");
	});
});

describe("somebody who was expected", () => {
	const expected = (but: Partial<Greeting> = {}) => guest("Maya", { expected: true, ...but });

	it.each<[what: string, but: Partial<Greeting>, said: string]>([
		["hears so", {}, "Here, Maya! At last!"],
		["hears so when early", { kind: "early" }, "Early, Maya! At last!"],
		[
			"hears it before the apology and the note",
			{ kind: "late", missed: true },
			"Late, Maya! At last! Sorry! At slide 12",
		],
		["is welcomed back instead, where they are", { visits: 2 }, "Here, Maya! Again!"],
		["hears nothing of it after hours", { kind: "afterHours" }, "Closed, Maya!"],
		["hears nothing of it in thanks", { kind: "thanks" }, "Bye, Maya!"],
		["hears nothing of it who is not to be named", { neutral: true }, "Here, dear guest!"],
	])("%s", (_, but, said) => {
		expect(bodyOf([expected(but)], host, { ...scene, note: "slide 12", now: START - 1 })).toBe(said);
	});

	it("shares a line with others who were, and with nobody else", () => {
		const people = [expected(), guest("Tom"), guest("Ada", { expected: true })];
		expect(bodyOf(people)).toBe("Here, Maya and Ada! At last!\nHere, Tom!");
	});

	it("is greeted by it alone where it names them, unless they are early; a host can leave it out", () => {
		const named = saying({ expected: ["At last, {name}!"] });
		expect(bodyOf([expected()], named)).toBe("At last, Maya!");
		expect(bodyOf([expected({ kind: "early" })], named, { ...scene, now: START - 1 })).toBe("Early, Maya!");
		expect(bodyOf([expected()], saying({ expected: [""] }))).toBe("Here, Maya!");
	});
});

describe("texts saved when an apology came first and a welcome back was always added", () => {
	const people = [guest("Ada"), guest("Maya", { missed: true, visits: 2 }), guest("Tom", { missed: true })];
	const texts = { returning: ["Back, {name}!"] };

	it("still do", () => {
		const voice = saying(texts, { oldOrder: ["missed", "returning"] });
		expect(bodyOf(people, voice)).toBe("Sorry! Here, Maya! Back, Maya!\nHere, Tom!\nHere, Ada!");
		const early = [guest("Maya", { kind: "early", visits: 2 })];
		expect(bodyOf(early, voice, { ...scene, now: START - 1 })).toBe("Early, Maya! Back, Maya!");
		const personal = saying({ ...texts, missed: ["Sorry, {name}!"] }, { oldOrder: ["missed"] });
		expect(bodyOf([guest("Tom", { missed: true })], personal)).toBe("Sorry, Tom! Here, Tom!");
	});

	it("do so each by itself", () => {
		expect(bodyOf(people, saying(texts, { oldOrder: ["missed"] }))).toBe("Sorry! Back, Maya!\nHere, Tom!\nHere, Ada!");
		expect(bodyOf(people, saying(texts, { oldOrder: ["returning"] }))).toBe(
			"Here, Maya! Back, Maya!\nHere, Tom! Sorry!\nHere, Ada!",
		);
	});
});

describe("mentioning", () => {
	const texts = { onTime: ["Hello, {mention}!"] };
	const maya = guest("Maya", { userId: "77" });

	it("uses plain names while pings are off", () => {
		const composed = compose([maya], saying(texts, { ping: "off" }), scene, first);
		expect(composed).toMatchObject({ body: "Hello, Maya!", count: 1, mentions: [], silent: false });
	});

	it("mentions aloud or quietly, as the host wishes", () => {
		const loud = compose([maya], saying(texts, { ping: "on" }), scene, first);
		expect(loud).toMatchObject({ body: "Hello, <@77>!", count: 1, mentions: ["77"], silent: false });
		expect(compose([maya], saying(texts, { ping: "quiet" }), scene, first)).toEqual({ ...loud, silent: true });
	});

	it("pings nobody through {name}, even when pings are on", () => {
		const voice = { ...host, ping: "on" as const };
		expect(compose([maya], voice, scene, first).mentions).toEqual([]);
	});

	it("mentions at most twenty people per message", () => {
		const people = Array.from({ length: 30 }, (_, i) => guest(`P${i}`, { userId: String(100 + i) }));
		const { count, mentions, body } = compose(people, saying(texts, { ping: "on" }), scene, first);
		expect([count, mentions.length, body.match(/<@\d+>/g)?.length]).toEqual([20, 20, 20]);
	});

	it("does not mention somebody whose greeting Discord refused", () => {
		const refused = { ...maya, neutral: true };
		expect(compose([refused], saying(texts, { ping: "on" }), scene, first)).toMatchObject({
			body: `Hello, ${languageOf("en").neutralName}!`,
			mentions: [],
		});
	});
});

describe("a host's own texts", () => {
	it("fills in what surrounds the session, without letting it format or ping", () => {
		const voice = saying({ onTime: ["{name}, this is {title} by {host} on {server}."] });
		const where = { ...scene, title: "*Bold*\nmove", host: "@everyone", server: "discord.gg/x" };
		expect(bodyOf([guest("Maya")], voice, where)).toBe(
			"Maya, this is \\*Bold\\* move by @\u200Beveryone on discord\\.gg/x.",
		);
	});

	it("lets a note link and format, but not ping, break the line or leave its formatting open", () => {
		const note = "**slide 12**, see https://example.org/a_b\n@here <@1> <@&2> and _this";
		expect(bodyOf([guest("Maya", { kind: "late" })], host, { ...scene, note })).toMatch(
			/At \*\*slide 12\*\*, see https:\/\/example\.org\/a_b @\u200Bhere <@\u200B1> <@\u200B&2> and \\_this$/,
		);
	});

	it("may leave out the welcome back by having no text for it", () => {
		expect(bodyOf([guest("Maya", { visits: 2 })], saying({ returning: [] }))).toBe("Here, Maya!");
	});

	it.each([[[]], [["{name"]], [["Hello there!"]], [["{recap}"]]])(
		"gives way to ours when it cannot greet: %j",
		(onTime) => {
			expect(heard(bodyOf([guest("Maya")], saying({ onTime })))).toBe("onTime: Maya");
		},
	);

	it("cuts what no message could hold", () => {
		const { body, count } = compose([guest("Maya")], saying({ onTime: [`{name}${"😀".repeat(1500)}`] }), scene, first);
		expect([count, body.length <= 2000, body.isWellFormed()]).toEqual([1, true, true]);
	});
});
