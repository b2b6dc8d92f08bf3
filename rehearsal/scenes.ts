import { CROWD, HOSTILE_NAME } from "./cast.ts";
import { type InvitedGuest, invite } from "./guest.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { type Stagecraft, stagecraftFor } from "./stagecraft.ts";
import { wait } from "./wait.ts";
import { Webinar } from "./webinar.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** An evening, by the clocks of the host's zone. */
const STARTS_AT = Date.UTC(2026, 2, 3, 18);
const NEXT_STARTS_AT = STARTS_AT + 125 * MINUTE_MS;
const HOST = "Hannah Lindqvist";
const PANELIST = "Dr. Amara Diallo";
/** How long the second request is waited for, in real milliseconds. */
const PATIENCE_MS = 10_000;

/** What the scripted webinar is. */
export const SCRIPT = {
	/** The clock's time at the beginning. */
	clockStart: STARTS_AT - 7 * MINUTE_MS,
	opening: {
		type: "start" as const,
		file: null,
		source: null,
		title: "The Good Host: Welcoming People by Name",
		attendees: CROWD.length + 11,
		staff: [HOST, PANELIST],
		noShows: [],
		assumptions: [],
		lengthMs: NEXT_STARTS_AT - STARTS_AT,
	},
};

/**
 * Plays the scripted webinar, scene by scene; between them the clock is put forward. `offset` is how far the host's clocks
 * are from UTC, in milliseconds.
 */
export async function playScenes(rehearsal: Rehearsal, offset: number): Promise<void> {
	const { venue } = rehearsal;
	const everybody: InvitedGuest[] = [];
	const guest = (name: string, draft = {}) => {
		const invited = invite(venue, name, draft);
		everybody.push(invited);
		return invited;
	};
	const [host, panelist, noor, sunil] = [guest(HOST), guest(PANELIST), guest("Noor El-Sayed"), guest("Sunil")];
	const cast = {
		early: [guest("Łukasz Wójcik"), guest("Ἑλένη Παπαδοπούλου")],
		punctual: [guest("Tom Becker"), guest("Priya Raghunathan")],
		crowd: CROWD.map((name) => guest(name)),
		hostile: guest(HOSTILE_NAME),
		visitor: guest("Gus", { guest: true }),
		unlucky: guest("Mehmet Öztürk"),
		missed: guest("Maya Patel"),
		newcomer: guest("Kai"),
	};
	const begin = (title: string, startsAt: number, panel: InvitedGuest[]) =>
		stagecraftFor(rehearsal, new Webinar(venue, { title, startsAt, host, panel, everybody }, rehearsal.tell), startsAt);

	rehearsal.status?.("  Starting Byname");
	await venue.startByname();
	rehearsal.status?.("");
	const first = begin(SCRIPT.opening.title, STARTS_AT - offset, [panelist]);
	await opening(first, noor, cast.early);
	await start(first, cast.punctual);
	await crowd(first, cast.crowd);
	await comingAndGoing(first, noor);
	await oddNames(first, cast.hostile, cast.visitor);
	await lostAnswer(first, cast.unlucky);
	await foundingStory(first, sunil);
	await away(first, cast.missed);
	await ending(first, [...cast.crowd, ...cast.early, ...cast.punctual, cast.hostile, cast.visitor, cast.unlucky]);
	const next = begin("The Good Host, Part Two", NEXT_STARTS_AT - offset, []);
	await nextSession(next, sunil, cast.newcomer);
}

async function opening(
	{ scene, webinar, go, greet }: Stagecraft,
	noor: InvitedGuest,
	early: InvitedGuest[],
): Promise<void> {
	await scene("The doors open, six minutes early");
	go(-6 * MINUTE_MS);
	await webinar.opens();
	go(-5 * MINUTE_MS - 42 * SECOND_MS);
	await greet([noor]);
	for (const [index, guest] of early.entries()) {
		go(-4 * MINUTE_MS + index * 95 * SECOND_MS);
		await greet([guest]);
	}
}

async function start({ scene, webinar, go, greet }: Stagecraft, punctual: InvitedGuest[]): Promise<void> {
	await scene("On time");
	go(0);
	webinar.begins();
	for (const [index, guest] of punctual.entries()) {
		go((4 + 9 * index) * SECOND_MS);
		await greet([guest]);
	}
}

/** So many of a crowd come in at once, every quarter of a second. */
const AT_ONCE = 10;

/** Not greeted one by one: Discord takes only about five messages at once, so the rest share. */
async function crowd(
	{ scene, webinar, go, settled, signal, pause }: Stagecraft,
	guests: InvitedGuest[],
): Promise<void> {
	await scene(
		"A crowd",
		`${guests.length} people within a second. Discord takes about one message a second: they share.`,
	);
	go(50 * SECOND_MS);
	for (let from = 0; from < guests.length; from += AT_ONCE) {
		for (let waited = 0; from > 0 && waited < 250; waited += 5) {
			await wait(5, signal);
			webinar.look();
		}
		await webinar.enter(guests.slice(from, from + AT_ONCE));
	}
	await settled();
	await pause(900);
}

async function comingAndGoing(
	{ scene, webinar, go, tell, venue, signal, pause }: Stagecraft,
	noor: InvitedGuest,
): Promise<void> {
	await scene(
		"Noor mutes, raises a hand, drops out and comes back",
		"To Discord, all of that is the same kind of packet.",
	);
	go(3 * MINUTE_MS);
	const before = venue.stage.messages.length;
	await noor.member.mutes();
	await noor.member.asksToSpeak();
	await webinar.leave([noor]);
	go(3 * MINUTE_MS + 40 * SECOND_MS);
	await webinar.enter([noor]);
	await wait(300, signal);
	webinar.look();
	if (venue.stage.messages.length === before) {
		tell({ type: "remark", text: "Nothing is said, as it should be: Noor was greeted when the doors opened." });
	}
	await pause(600);
}

async function oddNames(stagecraft: Stagecraft, hostile: InvitedGuest, visitor: InvitedGuest): Promise<void> {
	const { scene, go, greet, tell, venue, pause } = stagecraft;
	await scene("A name that is up to no good");
	go(4 * MINUTE_MS + 10 * SECOND_MS);
	await greet([hostile]);
	const message = venue.stage.messages.at(-1);
	if (message && !message.mentionsEveryone && message.mentions.length === 0) {
		tell({ type: "remark", text: "It is a name like any other: it pings nobody and leads nowhere." });
	}
	await pause(500);
	await scene("A guest who is no member", "Discord's packet does not even say who it is, so Byname asks.");
	go(4 * MINUTE_MS + 30 * SECOND_MS);
	await greet([visitor], { withoutMember: true });
}

async function lostAnswer(
	{ scene, go, greet, tell, venue, signal, pause }: Stagecraft,
	unlucky: InvitedGuest,
): Promise<void> {
	await scene("Trouble: Discord takes a post, but its answer is lost");
	go(12 * MINUTE_MS + 8 * SECOND_MS);
	const { discord, stage } = venue;
	const isPost = ({ method, path }: { method: string; path: string }) =>
		method === "POST" && path.endsWith("/messages");
	const [asked, posted] = [discord.requests.filter(isPost).length, stage.messages.length];
	discord.fail.drop({ method: "POST", path: "/messages" });
	await greet([unlucky]);
	const counted = () => [discord.requests.filter(isPost).length - asked, stage.messages.length - posted];
	for (let waited = 0; counted()[0] === 1 && waited < PATIENCE_MS; waited += 10) await wait(10, signal);
	const [requests, messages] = counted();
	tell({
		type: "remark",
		text: `Byname cannot know that it arrived, so it sends it again with the same nonce: ${requests} requests, ${messages} message in the room.`,
	});
	await pause(700);
}

async function foundingStory({ scene, go, greet, tell, pause }: Stagecraft, sunil: InvitedGuest): Promise<void> {
	await scene(
		"Twenty-five minutes late",
		"A host once stopped in mid-sentence to greet, by name, a guest who had logged in 25 minutes late. The guest never forgot it.",
	);
	go(25 * MINUTE_MS + 3 * SECOND_MS);
	await greet([sunil]);
	tell({ type: "remark", text: "And nobody had to stop in mid-sentence." });
	await pause(900);
}

async function away(stagecraft: Stagecraft, missed: InvitedGuest): Promise<void> {
	const { scene, go, webinar, venue, settled, tell, pause } = stagecraft;
	await scene("Trouble: Byname is away for two minutes", "Its machine restarts. Somebody comes in meanwhile.");
	go(40 * MINUTE_MS);
	await venue.stopByname();
	go(40 * MINUTE_MS + 15 * SECOND_MS);
	await webinar.enter([missed]);
	await pause(700);
	go(42 * MINUTE_MS);
	tell({ type: "remark", text: "Byname is back, sees who is there, and owns up." });
	await venue.startByname();
	await settled();
	await pause(900);
}

async function ending(
	{ scene, webinar, go, settled, aftermath, pause }: Stagecraft,
	leaving: InvitedGuest[],
): Promise<void> {
	await scene("The end", "Most people go as it ends; those who stay are thanked.");
	go(59 * MINUTE_MS + 30 * SECOND_MS);
	await webinar.leave(leaving);
	go(60 * MINUTE_MS + 5 * SECOND_MS);
	await webinar.closes();
	await settled();
	await aftermath();
	await webinar.clears();
	await pause(900);
}

async function nextSession(
	{ scene, webinar, go, greet, settled, aftermath }: Stagecraft,
	sunil: InvitedGuest,
	kai: InvitedGuest,
): Promise<void> {
	await scene("An hour later, the same host's next session");
	go(-4 * MINUTE_MS);
	await webinar.opens();
	go(-2 * MINUTE_MS - 10 * SECOND_MS);
	await greet([sunil]);
	go(0);
	webinar.begins();
	go(6 * SECOND_MS);
	await greet([kai]);
	go(30 * MINUTE_MS);
	await webinar.closes();
	await settled();
	await aftermath();
	await webinar.clears();
}
