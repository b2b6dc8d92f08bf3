import { ON_OR_OFF, PACES, PINGS, type Setting } from "../../src/profiles/setting-rules.ts";
import { type Control, choiceControl, numberControl } from "./control.ts";
import { cueControl } from "./cue.ts";
import { languageControl } from "./language.ts";
import { zoneControl } from "./zone.ts";

/** What each setting is changed with. */
export const CONTROLS: Readonly<Record<Setting, Control>> = {
	"time-zone": zoneControl,
	language: languageControl,
	"late-after": numberControl("late-after", ({ voice }) => voice.lateAfterMinutes),
	delay: numberControl("delay", ({ delayMs }) => delayMs / 1_000),
	first: numberControl("first", ({ firstMs }) => firstMs / 1_000),
	pace: choiceControl(
		"pace",
		PACES,
		(pace) => `settings.paces.${pace}`,
		({ pace }) => pace,
	),
	ping: choiceControl(
		"ping",
		PINGS,
		(ping) => `settings.pings.${ping}`,
		({ voice }) => voice.ping,
	),
	"after-hours": choiceControl(
		"after-hours",
		ON_OR_OFF,
		(one) => `settings.afterHours.${one}`,
		({ speaksAfterHours }) => (speaksAfterHours ? "on" : "off"),
	),
	cue: cueControl,
};
