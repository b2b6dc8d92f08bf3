import { expect, it } from "vitest";
import { clickOn, type SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { fillsIn, idOf, presses } from "../commands/pressed.ts";
import { shownBy } from "../commands/shown.ts";
import { setOut, timesLogged, until } from "./journey.ts";

const ZONE = { "Which city are you in?": "Berlin" };

/**
 * Olive has added Byname to her server and has read nothing but what it shows her: she presses what she sees, by its label.
 * Each use of a command, a button, a menu or a form counts.
 */
it.each(["the welcome", "/host show"])(
	"lets a new host set zone, language, cue and a text within ten interactions, from %s on",
	async (from) => {
		const journey = await setOut();
		const { discord, clock } = journey;
		clock.skip(Date.UTC(new Date().getUTCFullYear() + 1, 0, 15, 19, 0) - clock.now()); // an evening in Berlin
		await until(() => discord.commands.length > 0);
		const rooms: Record<string, SimRoom> = {};
		const server = discord.addServer({ name: "Acme" }, (one) => {
			rooms.stage = one.addStage("Main stage");
			rooms.general = one.addTextChannel("general");
			rooms.backstage = one.addTextChannel("backstage");
		});
		const { stage, general, backstage } = rooms as Record<"stage" | "general" | "backstage", SimRoom>;
		const olive = server.owner;
		await backstage.isOnlyFor(olive);
		let interactions = 0;
		const does = <T>(done: Promise<T>): Promise<T> => {
			interactions += 1;
			return done;
		};

		const welcome = await general.nextMessage();

		async function fromWelcome(): Promise<SimInteraction> {
			const asked = await does(clickOn(welcome, idOf("Set my time zone", welcome), olive));
			return does(fillsIn(asked, ZONE));
		}

		async function fromCommand(): Promise<SimInteraction> {
			const shown = await does(olive.runs("host show"));
			await shownBy(shown);
			return does(fillsIn(await does(presses(shown, "Time zone")), ZONE));
		}

		const panel = await (from === "the welcome" ? fromWelcome() : fromCommand());
		expect(await shownBy(panel)).toMatch(/\*\*Time zone\*\*: Berlin .*· \*yours\*/);

		const languages = await does(presses(panel, "Language"));
		expect(await shownBy(await does(fillsIn(languages, { Language: "Deutsch" })))).toContain("**Language**: Deutsch");

		const cue = await does(presses(panel, "Cue"));
		const placed = await does(fillsIn(cue, { Cue: "on, in the channel below", "Channel or thread": backstage }));
		expect(await shownBy(placed)).toContain(`**Cue**: on, in <#${backstage.id}>`);

		const texts = await does(presses(panel, "Texts"));
		await shownBy(texts);
		const form = await does(presses(texts, "Arrivals in time"));
		const wordings = "One wording a line, up to 10";
		expect(await shownBy(await does(fillsIn(form, { [wordings]: "{greeting}, {name}, servus!" })))).toMatch(
			/^\*\*Saved\.\*\*/,
		);
		expect(interactions).toBeLessThanOrEqual(10);

		await olive.joins(stage, { speaker: true });
		await stage.opens({ topic: "Pottery", by: olive });
		await until(() => timesLogged(journey, /^session opened$/) === 1);
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toBe("Guten Abend, Maya, servus!");
		await until(() => backstage.messages.some(({ content }) => content.includes("Maya")));
	},
);
