import { describe, expect, it } from "vitest";
import { exampleScene, OCCASIONS, type Situation, sayOn } from "../../commands/greeting/occasions.ts";
import { DEFAULT_VOICE, type Voice } from "../../src/greetings/voice.ts";
import { heard } from "../greetings/heard.ts";
import { first, MINUTE_MS, START, scene } from "../greetings/scene.ts";

function situation({
	texts,
	...but
}: Partial<Omit<Situation, "voice">> & { texts?: Partial<Voice["texts"]> } = {}): Situation {
	const voice = { ...DEFAULT_VOICE, texts: { ...DEFAULT_VOICE.texts, ...texts } };
	return { voice, scene: exampleScene(START, "en"), guest: { id: "7", name: "Ravi" }, visits: 1, ...but };
}

describe("sayOn", () => {
	it.each(OCCASIONS)("says the guest's name: %s", (occasion) => {
		expect(sayOn(occasion, situation(), first).join("\n")).toContain("Ravi");
	});

	it("is early before a session that has begun, too", () => {
		const running = situation({ scene: { ...scene, now: START + 30 * MINUTE_MS } });
		const start = (START + 40 * MINUTE_MS) / 1000;
		const [early = ""] = sayOn("early", running, first);
		expect([heard(early), early]).toEqual(["early: Ravi", expect.stringContaining(`<t:${start}:R>`)]);
		const coming = situation({ scene: { ...scene, now: START - 3 * MINUTE_MS } });
		expect(sayOn("early", coming, first)[0]).toContain(`<t:${START / 1000}:R>`);
	});

	it("is as late as somebody who came now, or as late as the host calls late", () => {
		const texts = { late: ["{name} {minutes}"] };
		const at = (minutes: number) => ({ ...scene, now: START + minutes * MINUTE_MS });
		expect(sayOn("late", situation({ texts, scene: at(42) }), first)).toEqual(["Ravi 42"]);
		expect(sayOn("late", situation({ texts, scene: at(3) }), first)).toEqual(["Ravi 25"]);
		const patient = situation({ texts, scene: at(3) });
		patient.voice.lateAfterMinutes = 90;
		expect(sayOn("late", patient, first)).toEqual(["Ravi 91"]);
	});

	it("adds the session's note, else one made up, and none to a text shown by itself", () => {
		expect(sayOn("note", situation({ scene: { ...scene, note: "slide 3" } }), first)[0]).toContain("slide 3");
		expect(sayOn("note", situation(), first)[0]).toContain("slide 12");
		expect(sayOn("late", situation(), first)[0]).not.toContain("slide");
	});

	it("counts visits, and two at least for somebody who has been here", () => {
		const texts = { returning: ["Visit number {visits}."] };
		expect(sayOn("returning", situation({ texts, visits: 5 }), first)[0]).toContain("Visit number 5.");
		expect(sayOn("returning", situation({ texts, visits: 1 }), first)[0]).toContain("Visit number 2.");
	});

	it("greets five at once, each with the words that are theirs", () => {
		expect(sayOn("together", situation(), first).map(heard)).toEqual([
			"onTime: Ravi, Maya, Sunil\nlate: Aiko\nonTime: Tom + back",
		]);
	});

	it("shows what does not fit into one post as several", () => {
		const words = "word ".repeat(150);
		const texts = { onTime: [`{name} ${words}`], late: [`{name} late ${words}`], returning: ["x".repeat(290)] };
		const posts = sayOn("together", situation({ texts }), first);
		expect(posts.length).toBeGreaterThan(1);
		for (const name of ["Ravi", "Maya", "Sunil", "Aiko", "Tom"]) expect(posts.join("\n")).toContain(name);
	});

	it("mentions the guest as the post would, and examples as Discord would show them", () => {
		const pinging = situation({ texts: { onTime: ["Hi {mention}!"] } });
		pinging.voice.ping = "on";
		expect(sayOn("together", pinging, first)[0]).toMatch(/^Hi <@7>, @Maya and @Sunil!/);
		pinging.voice.ping = "off";
		expect(sayOn("onTime", pinging, first)).toEqual(["Hi Ravi!"]);
	});
});
