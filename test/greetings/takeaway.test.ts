import { describe, expect, it } from "vitest";
import { compose } from "../../src/greetings/compose.ts";
import type { Scene } from "../../src/greetings/greeting.ts";
import { LANGUAGES } from "../../src/greetings/languages.ts";
import { respell } from "../../src/greetings/respell.ts";
import { withRecap } from "../../src/greetings/takeaway.ts";
import { DEFAULT_VOICE } from "../../src/greetings/voice.ts";
import { LONGEST_CONTENT } from "../../src/limits.ts";
import { layoutOf, readLayout } from "../../src/store/layout.ts";
import { first, guest, MINUTE_MS, START, scene } from "./scene.ts";

const SLIDES = "https://example.com/slides";
const LINK = "https://discord.com/events/1/2";
const NEXT = START + 7 * 24 * 60 * MINUTE_MS;
const WHEN = `<t:${NEXT / 1_000}:F>`;
const invited: Scene = { ...scene, nextEvent: { at: NEXT, link: LINK } };
const voice = { ...DEFAULT_VOICE, texts: { ...DEFAULT_VOICE.texts, thanks: ["Bye, {name}!"] } };

/** What some people hear at the end. */
function thanks(where: Scene, names = ["Maya", "Tom"], said = voice.texts.thanks) {
	const people = names.map((name) => guest(name, { kind: "thanks" }));
	return compose(people, { ...voice, texts: { ...voice.texts, thanks: said } }, where, first);
}

describe("what guests take with them", () => {
	it.each([
		["nothing where there is nothing", scene, "Bye, Maya and Tom!"],
		["the recap", { ...scene, recap: SLIDES }, `Bye, Maya and Tom!\n${SLIDES}`],
		["the next date", invited, `Bye, Maya and Tom!\nNext time: ${WHEN} ${LINK}`],
		["both", { ...invited, recap: SLIDES }, `Bye, Maya and Tom!\n${SLIDES}\nNext time: ${WHEN} ${LINK}`],
	])("is, once for all of them, %s", (_, where, body) => {
		expect(thanks(where).body).toBe(body);
	});

	it("is not said again where the host says it", () => {
		const said = thanks({ ...invited, recap: SLIDES, next: NEXT }, ["Maya"], ["Bye, {name}! {recap} and {next}"]);
		expect(said.body).toBe(`Bye, Maya! ${SLIDES} and ${WHEN}\n${LINK}`);
	});

	it("is for nobody who comes", () => {
		expect(compose([guest("Maya")], voice, { ...invited, recap: SLIDES }, first).body).not.toContain("https:");
	});

	it.each(LANGUAGES)("invites with a date and a link that ends the line, in %s", (language) => {
		const { body } = compose([guest("Maya", { kind: "thanks" })], { ...voice, language }, invited, first);
		expect(body.split("\n")[1]).toMatch(new RegExp(`^[^{}']+ ?${WHEN} ${LINK}$`));
	});

	it("pings nobody, whatever a recap says", () => {
		const { body } = thanks({ ...scene, recap: "https://example.com/ @everyone <@1>\n# Look" });
		expect(body).toBe("Bye, Maya and Tom!\nhttps://example.com/ @\u200Beveryone <@\u200B1> # Look");
	});
});

describe("withRecap", () => {
	it("puts a recap in, another in its place, and takes it out, and leaves all else", () => {
		const before = thanks(invited);
		const one = withRecap(before, SLIDES);
		expect(one.body).toBe(`Bye, Maya and Tom!\n${SLIDES}\nNext time: ${WHEN} ${LINK}`);
		expect(withRecap(one, SLIDES)).toEqual(one);
		const another = withRecap(one, "https://example.com/the-recording");
		expect(another.body).toBe(one.body.replace(SLIDES, "https://example.com/the-recording"));
		expect(withRecap(another, null).body).toBe(before.body);
	});

	const SAID = ["{recap}: Bye, {name}! See {recap}."];

	it("corrects it where the host's words say it, and says it nowhere else", () => {
		const said = thanks({ ...invited, recap: "https://example.com/wrong" }, ["Maya", "Tom"], SAID);
		const corrected = withRecap(said, SLIDES);
		expect(corrected.body).toBe(`${SLIDES}: Bye, Maya and Tom! See ${SLIDES}.\nNext time: ${WHEN} ${LINK}`);
		const who = guest("Maya").userId;
		const respelt = respell(corrected, new Map([[who, { name: "Maya Angelou", sorry: false }]]));
		expect(withRecap(respelt, "https://example.com/2").body).toBe(
			`https://example.com/2: Bye, Maya Angelou and Tom! See https://example.com/2.\nNext time: ${WHEN} ${LINK}`,
		);
	});

	it("finds it in the host's words again after it has been stored", () => {
		const said = thanks({ ...scene, recap: "https://example.com/wrong" }, ["Maya"], SAID);
		const stored = readLayout(JSON.stringify(layoutOf("1", said)));
		if (!stored) throw new Error("the layout cannot be read");
		const standing = { ...stored, body: said.body, rolls: [...stored.rolls] };
		expect(withRecap(standing, SLIDES).body).toBe(`${SLIDES}: Bye, Maya! See ${SLIDES}.`);
	});

	it("says below what has no room in the host's words, and leaves the wrong one nowhere", () => {
		const names = Array.from({ length: 9 }, (_, n) => `Guest ${n} ${"x".repeat(60)}`);
		const said = thanks({ ...scene, recap: "https://example.com/a" }, names, [`{name} ${"{recap} ".repeat(8)}`]);
		const longest = `https://example.com/${"x".repeat(270)}`;
		const corrected = withRecap(said, longest);
		expect(corrected.body).toMatch(/… … … … … … … …\nhttps:\/\/example.com\/x{270}$/);
		expect(withRecap(corrected, "https://example.com/a").body).toBe(said.body);
	});

	it.each([
		["another that begins like it", "See https://example.com/slides-2026", true],
		["another that ends in a slash", "See https://example.com/slides/", true],
		["the same at the end of a sentence", "See https://example.com/slides.", false],
		["the same in brackets", "(https://example.com/slides)", false],
	])("takes for the recap no link of the host's but the same: %s", (_, words, isBelow) => {
		const { body } = thanks({ ...scene, recap: SLIDES }, ["Maya"], [`Bye, {name}! ${words}`]);
		expect(body).toBe(`Bye, Maya! ${words}${isBelow ? `\n${SLIDES}` : ""}`);
	});

	it("finds its place also where people are called otherwise since", () => {
		const { body, rolls, recap } = thanks({ ...invited, recap: SLIDES });
		const who = guest("Maya").userId;
		const respelt = respell({ body, rolls, recap }, new Map([[who, { name: "Maya Angelou", sorry: true }]]));
		const changed = withRecap(respelt, "https://example.com/2").body;
		expect(changed).toBe(respelt.body.replace(SLIDES, "https://example.com/2"));
		expect(changed).toContain("Maya Angelou (sorry I got your name wrong) and Tom!\nhttps://example.com/2\nNext");
	});

	it("has room in a message that is full", () => {
		const names = Array.from({ length: 400 }, (_, n) => `Guest ${n}`);
		const said = thanks(invited, names);
		expect(said.count).toBeGreaterThan(100);
		const longest = `https://example.com/${"x".repeat(280)}`;
		expect(withRecap(said, longest).body).toContain(longest);
		expect(withRecap(said, longest).body.length).toBeLessThanOrEqual(LONGEST_CONTENT);
	});

	it("leaves a message alone that has no place for it", () => {
		const written = { body: "Bye, Maya!", rolls: [] };
		expect(withRecap(written, SLIDES)).toEqual(written);
	});
});
