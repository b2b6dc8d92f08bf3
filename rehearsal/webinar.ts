import { momentOf } from "../src/greetings/moment.ts";
import { sceneValues } from "../src/greetings/values.ts";
import type { InvitedGuest } from "./guest.ts";
import type { Tell } from "./happening.ts";
import { postReaderFor } from "./read-post.ts";
import type { JoinOptions } from "./simulator/member.ts";
import type { SimMessage } from "./simulator/message.ts";
import { type Hearing, Tally } from "./tally.ts";
import type { RehearsalVenue } from "./venue.ts";

/** A webinar as it is announced: when, and who is who. */
export interface WebinarDraft {
	title: string;
	/** The scheduled start, by the venue's clock. */
	startsAt: number;
	host: InvitedGuest;
	/** On stage from the opening, as the host is. */
	panel: InvitedGuest[];
	/** Everybody on the server: the names the room could hear. */
	everybody: Iterable<InvitedGuest>;
}

/** Reads what Byname posts as the voice has it that it was given. */
function hearingOf({ voice, neutral, server }: RehearsalVenue, { title, host, startsAt }: WebinarDraft): Hearing {
	const scene = {
		title,
		host: host.said,
		server: server.name,
		startsAt,
		note: null,
		recap: null,
		next: null,
		nextEvent: null,
		now: 0,
	};
	const { title: called, host: by, server: where, note, recap } = sceneValues(scene);
	return {
		read: postReaderFor(voice, { title: called, host: by, server: where, note, recap }),
		neutral,
		dueTo(cameAt, at) {
			const { moment } = momentOf(cameAt, startsAt, voice.lateAfterMinutes);
			return moment === "early" && at >= startsAt ? "onTime" : moment;
		},
	};
}

/** One webinar on the venue's stage: lets people come and go, tells what happens, and reads the room's chat. */
export class Webinar {
	readonly tally: Tally;
	/** Attendees who are in. */
	readonly inside = new Map<string, InvitedGuest>();
	readonly #venue: RehearsalVenue;
	readonly #draft: WebinarDraft;
	readonly #tell: Tell;
	/** How many messages of the room have been looked at. */
	#seen: number;

	constructor(venue: RehearsalVenue, draft: WebinarDraft, tell: Tell) {
		this.#venue = venue;
		this.#draft = draft;
		this.#tell = tell;
		this.#seen = venue.stage.messages.length;
		this.tally = new Tally(draft.everybody, hearingOf(venue, draft));
	}

	/** Now, in milliseconds from the scheduled start. */
	get now(): number {
		return this.#venue.clock.now() - this.#draft.startsAt;
	}

	/** The host opens the stage, with the panel on it. */
	async opens(): Promise<void> {
		const { server, stage } = this.#venue;
		const { title, startsAt, host, panel } = this.#draft;
		const event = server.schedule({ name: title, room: stage, startsAt, creator: host.member });
		for (const { member } of [host, ...panel]) await member.joins(stage, { speaker: true });
		this.#tell({ type: "opening", at: this.now, title, host: host.name, panel: panel.map(({ name }) => name) });
		await stage.opens({ event });
		await this.#venue.hasHeard();
	}

	/** Says that the scheduled start has come. */
	begins(): void {
		this.#tell({ type: "begin", at: this.now });
	}

	/** Attendees come in at once; resolves when Byname has heard of it, if it is there. */
	async enter(guests: InvitedGuest[], options?: JoinOptions): Promise<void> {
		const { clock, stage } = this.#venue;
		const people = guests.map(({ id, name }) => ({ id, name, again: this.tally.attendees.has(id) }));
		this.#tell({ type: "arrivals", at: this.now, people });
		const joining = guests.map((guest) => {
			this.inside.set(guest.id, guest);
			this.tally.comes(guest, clock.now(), { away: !this.#venue.isOpen });
			return guest.member.joins(stage, options);
		});
		await Promise.all(joining);
		await this.#venue.hasHeard();
		this.look();
	}

	/** Attendees go at once. */
	async leave(guests: InvitedGuest[]): Promise<void> {
		this.#tell({ type: "leaves", at: this.now, people: guests.map(({ id, name }) => ({ id, name })) });
		for (const { id } of guests) this.inside.delete(id);
		await Promise.all(guests.map(({ member }) => member.leaves()));
	}

	/** Tells what Byname has posted since the last look. */
	look(): void {
		const { stage, discord } = this.#venue;
		for (const message of stage.messages.slice(this.#seen)) {
			this.#seen++;
			if (message.author.id === discord.bot.id) this.#read(message);
		}
	}

	/** The webinar ends; whoever is in the room stays a moment longer. */
	async closes(): Promise<void> {
		const { stage } = this.#venue;
		this.#tell({ type: "closing", at: this.now, present: this.inside.size });
		this.tally.ends(this.inside.values());
		await stage.closes();
		await this.#venue.hasHeard();
	}

	/** Everybody leaves the room, host and panel too; nothing is told about it. */
	async clears(): Promise<void> {
		for (const member of [...this.#venue.stage.occupants.values()]) await member.leaves();
		this.inside.clear();
		await this.#venue.hasHeard();
	}

	#read({ content, acceptedAt }: SimMessage): void {
		const reading = this.tally.reads(content, acceptedAt);
		const at = acceptedAt - this.#draft.startsAt;
		this.#tell({ type: "post", at, postedAt: acceptedAt, text: content, ...reading });
	}
}
