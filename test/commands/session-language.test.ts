import { expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { describeOnBoth } from "../engines.ts";
import { sayings } from "../greetings/heard.ts";
import { atAcme } from "./acme.ts";
import { write } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

describeOnBoth("/session start with a language", (engine) => {
	it("greets and thanks in it, in this session alone", async () => {
		const { server, henry, clock } = await atAcme(await engine.databaseUrl());
		const room = server.addVoiceRoom("Seminar");
		await henry.runs("host set", { language: "de" }).then(shownBy);
		expect(await shownBy(await henry.runs("session start", { room, language: "french" }))).toContain(
			say("session.start.spoken", { language: "Français" }),
		);
		clock.skip(3_000);
		const maya = server.addMember("Maya");
		await maya.joins(room);
		expect(sayings("fr", "onTime", "Maya")).toContain(await room.nextText());
		await henry.runs("session end", { room }).then(shownBy);
		expect(sayings("fr", "thanks", "Maya")).toContain(await room.nextText());
		await maya.leaves();
		clock.skip(3_600_000);
		await henry.runs("session start", { room }).then(shownBy);
		clock.skip(3_000);
		await server.addMember("Sunil").joins(room);
		expect(sayings("de", "onTime", "Sunil")).toContain(await room.nextText());
	});

	it("keeps to texts that the host wrote, and to the language when the session is taken up again", async () => {
		const { server, henry, clock } = await atAcme(await engine.databaseUrl());
		const room = server.addVoiceRoom("Seminar");
		await write(henry, "onTime", "Ahoy, {name}!");
		await henry.runs("session start", { room, language: "Italiano" }).then(shownBy);
		clock.skip(3_000);
		await server.addMember("Maya").joins(room);
		expect(await room.nextText()).toBe("Ahoy, Maya!");
		await henry.runs("session end", { room }).then(shownBy);
		expect(sayings("it", "thanks", "Maya")).toContain(await room.nextText());
		await henry.runs("session start", { room, starts: "1 hour ago" }).then(shownBy);
		await server.addMember("Sunil").joins(room);
		expect(sayings("it", "late", "Sunil")).toContain(await room.nextText());
	});

	it("is heard in a preview from within the session", async () => {
		const { server, henry } = await atAcme(await engine.databaseUrl());
		const room = server.addVoiceRoom("Seminar");
		await henry.joins(room);
		await henry.runs("session start", { room, language: "it" }).then(shownBy);
		const [thanks = ""] = sayings("it", "thanks", "Henry");
		expect(await shownBy(await henry.runs("greeting preview"))).toContain(thanks);
	});

	it("is refused where nobody knows the language, and then no session opens", async () => {
		const { server, henry } = await atAcme(await engine.databaseUrl());
		const room = server.addVoiceRoom("Seminar");
		expect(await henry.types("session start", "language", "norw")).toEqual([{ name: "Norsk", value: "no" }]);
		expect(await shownBy(await henry.runs("session start", { room, language: "Klingon" }))).toMatch(
			/^I do not know the language “Klingon”/,
		);
		expect(await shownBy(await henry.runs("session start", { room }))).toContain("is open");
	});
});
