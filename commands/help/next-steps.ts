import { safeWords } from "../../src/greetings/escape.ts";
import { TITLE } from "../../src/greetings/values.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { timestamp } from "../../src/timestamp.ts";

/** A session that is on, where the one who asks can see it. */
export interface OnNow {
	title: string;
	roomId: string;
}

/** What has been set up so far, for a host who asks. */
export interface HostsState {
	on: OnNow | null;
	/** When the next session is scheduled on the server; null for none. */
	nextAt: number | null;
	/** A session has been held on the server. */
	hasHeld: boolean;
	hasZone: boolean;
	hasCue: boolean;
	/** They, or the server, have set a text. */
	hasTexts: boolean;
}

/** The same, for a manager of the server. */
export interface ManagersState extends HostsState {
	hasHostRoles: boolean;
	/** The server has set something for all its hosts. */
	hasDefaults: boolean;
}

/** What a guest has said of themselves so far. */
export interface GuestsState {
	on: OnNow | null;
	isNamed: boolean;
	isQuiet: boolean;
	hasLanguage: boolean;
}

/** How many things to do are told at once. */
const MOST_STEPS = 5;

/** What a host does next: what is on, what is not set up yet, and then what there is besides. */
export function stepsForHost(state: HostsState): Phrase[] {
	const { hasZone, hasCue } = state;
	return first([
		sessionStep(state),
		...(hasZone ? [] : [phrase("help.host.zone")]),
		...(hasCue ? [] : [phrase("help.host.cue")]),
		textsStep(state),
		phrase("help.host.silent"),
		phrase("help.host.settings"),
		phrase("help.guest.name", { is: "discords" }),
	]);
}

/** The same for a manager, who may host as well: what holds back everybody else comes first. */
export function stepsForManager(state: ManagersState): Phrase[] {
	const { hasHeld, hasZone, hasCue, hasHostRoles, hasDefaults } = state;
	const check = phrase("help.manager.check");
	return first([
		sessionStep(state),
		...(hasHeld ? [] : [check]),
		...(hasZone ? [] : [phrase("help.host.zone")]),
		...(hasHostRoles ? [] : [phrase("help.manager.roles")]),
		...(hasDefaults ? [] : [phrase("help.manager.defaults")]),
		...(hasCue ? [] : [phrase("help.host.cue")]),
		textsStep(state),
		...(hasHeld ? [check] : []),
		phrase("help.manager.settings"),
		phrase("help.host.settings"),
	]);
}

/** What a guest can do: come in, and say how they want to be greeted. `on` is left out where no server is meant. */
export function stepsForGuest({ on, isNamed, isQuiet, hasLanguage }: GuestsState, isDirect = false): Phrase[] {
	const session = on === null ? phrase("help.guest.noneOn") : phrase("help.guest.on", naming(on));
	return [
		isDirect ? phrase("help.guest.direct") : session,
		phrase("help.guest.name", { is: isNamed ? "chosen" : "discords" }),
		phrase("help.guest.quiet", { is: isQuiet ? "on" : "off" }),
		phrase("help.guest.language", { is: hasLanguage ? "chosen" : "hosts" }),
		phrase("help.guest.data"),
	];
}

function sessionStep({ on, nextAt, hasHeld }: HostsState): Phrase {
	if (on !== null) return phrase("help.host.on", naming(on));
	if (nextAt !== null) return phrase("help.host.next", { start: timestamp(nextAt, "R") });
	return phrase(hasHeld ? "help.host.noneOn" : "help.host.begin");
}

function textsStep({ hasTexts }: HostsState): Phrase {
	return phrase(hasTexts ? "help.host.hear" : "help.host.texts");
}

function naming({ title, roomId }: OnNow): { title: string; room: string } {
	return { title: safeWords(title, TITLE), room: `<#${roomId}>` };
}

function first(steps: readonly Phrase[]): Phrase[] {
	return steps.slice(0, MOST_STEPS);
}
