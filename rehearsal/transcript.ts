import { counted, figuresOf } from "./figures.ts";
import type { Happening, Summary, Tell } from "./happening.ts";
import { harmless } from "./harmless.ts";
import { type Screen, type TextStyle, TranscriptPage } from "./page.ts";
import { renderPost } from "./render-post.ts";
import { spanOf, stampOf } from "./stamp.ts";
import { medianAndWorst } from "./summary.ts";
import { cut, wrap } from "./width.ts";

/** So many people at once get a line each; more share one. */
const MOST_LINES = 3;
/** A name is shown up to this width. */
const NAME_WIDTH = 44;
/** Of people who share an entry, names are shown on so many lines. */
const NAME_LINES = 2;

/**
 * Shows a rehearsal to a human: who comes and goes, what the room sees, and how soon. `language` is the one in which Discord
 * shows times to who is in the room.
 */
export function createTranscript(screen: Screen, language?: string): Tell {
	const page = new TranscriptPage(screen);
	return (happening) => show(happening, page, language);
}

function show(happening: Happening, page: TranscriptPage, language?: string): void {
	switch (happening.type) {
		case "start":
			if (happening.file === null) showScript(page);
			else showFile(happening, happening.file, page);
			break;
		case "scene":
			page.heading(happening.title);
			if (happening.text) page.note(happening.text);
			break;
		case "opening":
			showTurn(happening.at, openingIn(happening), page);
			break;
		case "begin":
			showTurn(happening.at, "The webinar starts", page);
			break;
		case "closing":
			showTurn(happening.at, `The webinar ends with ${counted(happening.present, "attendee")} in the room`, page);
			break;
		case "arrivals":
			showPeople(happening.at, page.paint("green", "→"), namesOf(happening.people, false), COME, page);
			showPeople(happening.at, page.paint("dim", "→"), namesOf(happening.people, true), COME_BACK, page);
			break;
		case "leaves":
			showPeople(happening.at, page.paint("dim", "←"), namesOf(happening.people), LEAVE, page);
			break;
		case "post":
			showPost(happening, page, language);
			break;
		case "pause":
			page.entry(stampOf(happening.at), `${page.paint("dim", "…")} `, pauseIn(happening), { look: "dim" });
			break;
		case "remark":
			page.entry("", `${page.paint("cyan", "✓")} `, happening.text, { look: "cyan" });
			break;
		case "error":
			page.entry("", `${page.paint("red", "✗")} `, harmless(happening.text), { look: ["red", "bold"] });
			break;
		case "summary":
			showSummary(happening, page);
	}
}

function pauseIn({ why, lengthMs, waiting }: Extract<Happening, { type: "pause" }>): string {
	const span = lengthMs === null ? "" : spanOf(lengthMs);
	if (why === "nobody") return `${span} in which nobody comes or goes`;
	if (why === "over") return `${span} more, to see that nobody is greeted twice`;
	return `${counted(waiting, "person waits", "people wait")} for the next message, which keeps Byname's pace`;
}

function openingIn({ host, title, panel }: Extract<Happening, { type: "opening" }>): string {
	const beside = panel.length > 0 ? `, with ${panel.map(harmless).join(" and ")} on stage` : "";
	return `${harmless(host)} opens “${harmless(title)}”${beside}`;
}

function showSummary(summary: Summary, page: TranscriptPage): void {
	page.heading(summary.complete ? "Summary" : "Cut short. Until here:");
	for (const { label, figure, comment, good } of figuresOf(summary)) {
		const look: TextStyle = good ? "bold" : ["red", "bold"];
		page.entry(label, `${page.paint(look, figure.padStart(6))}  `, harmless(comment));
	}
	page.line();
}

function showScript(page: TranscriptPage): void {
	page.line();
	page.note("Byname rehearsal", "bold");
	page.note("A webinar on a simulated Discord on this machine. The bot is the real one, and so are the delays.");
	page.note("With an attendance export of your own (Zoom, Teams, any CSV):");
	page.note("npm run rehearsal -- attendees.csv", "cyan");
}

function showFile(start: Extract<Happening, { type: "start" }>, file: string, page: TranscriptPage): void {
	const { title, attendees, staff, noShows, assumptions, lengthMs, speed } = start;
	page.line();
	page.note(`Byname rehearsal of ${harmless(file)}`, "bold");
	page.note(`“${harmless(title)}” on a simulated Discord on this machine, greeted by the real bot.`);
	const others = [
		staff.length > 0 && `, ${counted(staff.length, "host or panelist", "hosts and panelists")}`,
		noShows.length > 0 && `, ${counted(noShows.length, "no-show")}`,
	];
	page.note(`${counted(attendees, "attendee")}${others.filter(Boolean).join("")}.`);
	const other = speed === 60 ? 30 : 60;
	page.note(
		`${spanOf(lengthMs)} at ${speed} times the speed (another: --speed ${other}). It slows down whenever Byname has work to do, so the delays are those of a live webinar.`,
	);
	for (const assumption of assumptions) page.note(harmless(assumption), "yellow");
	page.line();
}

/** A turn in the webinar's course. */
function showTurn(at: number, text: string, page: TranscriptPage): void {
	page.entry(stampOf(at), `${page.paint("magenta", "●")} `, text, { look: "bold" });
}

function namesOf(people: readonly { name: string; again?: boolean }[], again?: boolean): string[] {
	return people.filter((one) => one.again === again).map(({ name }) => name);
}

type Verb = readonly [one: string, more: string];
const COME: Verb = ["comes in", "come in"];
const COME_BACK: Verb = ["comes back", "come back"];
const LEAVE: Verb = ["leaves", "leave"];

/** People who come or go at once: a line each while they are few. */
function showPeople(at: number, arrow: string, names: string[], [one, more]: Verb, page: TranscriptPage): void {
	const gutter = `${arrow} `;
	if (names.length <= MOST_LINES) {
		for (const name of names) page.entry(stampOf(at), gutter, `${shownName(name)} ${one}`);
		return;
	}
	const width = page.roomBeside(gutter);
	const said = `${names.length} people ${more}: `;
	let text = "";
	for (let kept = Math.min(names.length, width); kept > 0; kept--) {
		const rest = names.length - kept;
		text = `${said}${names.slice(0, kept).map(shownName).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
		if (wrap(text, width).length <= NAME_LINES) break;
	}
	page.entry(stampOf(at), gutter, text);
}

function shownName(name: string): string {
	return cut(harmless(name), NAME_WIDTH);
}

/** A message of the room, with what it came to beside and below it. */
function showPost(post: Extract<Happening, { type: "post" }>, page: TranscriptPage, language?: string): void {
	const { at, postedAt, text, greeted, apology, duplicates, strangers, unread } = post;
	const bar = `${page.paint("blue", "│")} `;
	const spread = medianAndWorst(greeted.filter(({ away }) => !away).map(({ delayMs }) => delayMs));
	const margin = spread ? `${spanOf(spread.median)} later` : stampOf(at);
	for (const [index, line] of renderPost(text, postedAt, language).entries()) {
		const beside = spread ? "green" : "dim";
		page.entry(index === 0 ? margin : "", bar, line, { beside, repeats: true });
	}
	const comment = (words: string) => page.entry("", bar, words, { look: "dim", repeats: true });
	if (spread && greeted.length > 1) {
		comment(`${greeted.length} people: median ${spanOf(spread.median)}, worst ${spanOf(spread.worst)}`);
	}
	for (const { name, delayMs } of apology ? greeted.filter(({ away }) => away) : []) {
		comment(`${spanOf(delayMs)} after ${shownName(name)} came in`);
	}
	const problem = (words: string) => page.entry("", bar, words, { look: ["red", "bold"], repeats: true });
	if (duplicates.length > 0) problem(`Greeted again: ${duplicates.map(shownName).join(", ")}`);
	if (strangers.length > 0) problem(`Named without having come: ${strangers.map(shownName).join(", ")}`);
	if (unread.length > 0) problem("These words are not Byname's own.");
}
