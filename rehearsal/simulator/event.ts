import { GuildScheduledEventStatus } from "discord-api-types/v10";
import { type AnswerOfSomebody, answerPayload, eventPayload, exceptionPayload } from "./event-payload.ts";
import type { DateAnswer, EventException, HeldEvent, HeldMember, HeldRoom, HeldServer } from "./world.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** What a host fills in to schedule an event. */
export interface EventDraft {
	name: string;
	room: HeldRoom;
	/** Milliseconds since the Unix epoch. */
	startsAt: number;
	creator?: HeldMember;
	/** Packets show who the creator is, as they may but seldom do (discord-api-docs#5352). */
	showsCreator?: boolean;
	/** Weekly, on the weekday of `startsAt`. */
	recurring?: boolean;
	description?: string;
}

/** A scheduled event of a server, in one of its rooms. */
export class SimEvent implements HeldEvent {
	readonly server: HeldServer;
	readonly id: string;
	readonly room: HeldRoom;
	readonly creator: HeldMember | null;
	readonly showsCreator: boolean;
	/** The dates that are moved or cancelled, by when they were to start. */
	readonly exceptions = new Map<number, EventException>();
	readonly interested = new Map<string, HeldMember>();
	readonly answers = new Map<number, Map<string, DateAnswer>>();
	readonly recurring: boolean;
	readonly description: string | null;
	name: string;
	/** When it starts; of one that recurs, when its date was to start: a moved date leaves it as it is. */
	startsAt: number;
	status: GuildScheduledEventStatus = GuildScheduledEventStatus.Scheduled;

	constructor(server: HeldServer, draft: EventDraft) {
		this.server = server;
		this.id = server.world.ids.next();
		this.room = draft.room;
		this.creator = draft.creator ?? null;
		this.showsCreator = draft.showsCreator ?? false;
		this.recurring = draft.recurring ?? false;
		this.description = draft.description ?? null;
		this.name = draft.name;
		this.startsAt = draft.startsAt;
	}

	/**
	 * A host starts it. On a stage this makes the stage instance, which the event then points to; Discord promises no
	 * order between the two packets, so `eventFirst` turns it round.
	 */
	async starts({ topic, eventFirst = false }: { topic?: string; eventFirst?: boolean } = {}): Promise<void> {
		this.status = GuildScheduledEventStatus.Active;
		if (this.room.kind !== "stage") return this.#updated();
		if (eventFirst) await this.#updated();
		await this.room.makeInstance(topic ?? this.name, this);
		if (!eventFirst) await this.#updated();
	}

	/**
	 * It ends: COMPLETED, or back to SCHEDULED a week later when it recurs, under the same id
	 * (https://github.com/discord/discord-api-docs/issues/6885).
	 */
	async ends(): Promise<void> {
		this.status = this.recurring ? GuildScheduledEventStatus.Scheduled : GuildScheduledEventStatus.Completed;
		if (this.recurring) this.startsAt += WEEK_MS;
		else this.#forget();
		if (this.room.instance?.event === this) await this.room.removeInstance();
		await this.#updated();
	}

	/** The host calls it off before it starts. */
	cancels(): Promise<void> {
		this.status = GuildScheduledEventStatus.Canceled;
		this.#forget();
		return this.#updated();
	}

	/**
	 * The host moves it or gives it another name, also while it is on. One that recurs is moved with all its dates, and
	 * none of them is an exception any more (discord-api-docs#8420).
	 */
	async changes({ name = this.name, startsAt = this.startsAt }: { name?: string; startsAt?: number }): Promise<void> {
		const moved = startsAt !== this.startsAt;
		this.name = name;
		this.startsAt = startsAt;
		if (moved && this.exceptions.size > 0) await this.keepsEveryDate();
		await this.#updated();
	}

	/**
	 * The host moves one date of an event that recurs, the next one by default. The event goes on to show when it was to
	 * start (discord-api-docs#8428).
	 */
	movesDate(startsAt: number, originally = this.startsAt): Promise<void> {
		return this.#except({ originally, startsAt, isCanceled: false });
	}

	/** The host cancels one date of an event that recurs, the next one by default. */
	cancelsDate(originally = this.startsAt): Promise<void> {
		return this.#except({ originally, startsAt: null, isCanceled: true });
	}

	/** A date that was moved or cancelled is as the rule has it again. */
	async keepsDate(originally = this.startsAt): Promise<void> {
		const exception = this.exceptions.get(originally);
		if (!exception) throw new Error(`${this.name} has no such date that was moved or cancelled`);
		this.exceptions.delete(originally);
		await this.server.dispatch("GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE", exceptionPayload(this, exception));
	}

	/** All its dates are as the rule has them again. */
	async keepsEveryDate(): Promise<void> {
		this.exceptions.clear();
		const packet = { guild_id: this.server.id, event_id: this.id };
		await this.server.dispatch("GUILD_SCHEDULED_EVENT_EXCEPTIONS_DELETE", packet);
	}

	/** A date has gone by without the event: its next one is shown. */
	comesRound(): Promise<void> {
		this.startsAt += WEEK_MS;
		return this.#updated();
	}

	/** Somebody marks that they are interested in it, in all its dates. */
	gains(member: HeldMember): Promise<void> {
		this.interested.set(member.id, member);
		return this.#answered("ADD", { member, isInterested: true, date: null });
	}

	/** Somebody is not interested in it any more. */
	loses(member: HeldMember): Promise<void> {
		this.interested.delete(member.id);
		return this.#answered("REMOVE", { member, isInterested: true, date: null });
	}

	/** Somebody says of one date, the next one by default, whether they are interested in it, whatever they are in the others. */
	isAnswered(member: HeldMember, isInterested: boolean, date = this.startsAt): Promise<void> {
		const answers = this.answers.get(date) ?? new Map<string, DateAnswer>();
		this.answers.set(date, answers.set(member.id, { member, isInterested }));
		return this.#answered("ADD", { member, isInterested, date });
	}

	/** Somebody takes back what they have said of one date. */
	isUnanswered(member: HeldMember, date = this.startsAt): Promise<void> {
		const isInterested = this.answers.get(date)?.get(member.id)?.isInterested ?? true;
		this.answers.get(date)?.delete(member.id);
		return this.#answered("REMOVE", { member, isInterested, date });
	}

	/** The host deletes it. */
	remove(): Promise<void> {
		this.#forget();
		return this.server.dispatch("GUILD_SCHEDULED_EVENT_DELETE", eventPayload(this));
	}

	#except(exception: EventException): Promise<void> {
		if (!this.recurring) throw new Error(`${this.name} does not recur: only one of many dates can be an exception`);
		const change = this.exceptions.has(exception.originally) ? "UPDATE" : "CREATE";
		this.exceptions.set(exception.originally, exception);
		const packet = exceptionPayload(this, exception);
		return this.server.dispatch(`GUILD_SCHEDULED_EVENT_EXCEPTION_${change}`, packet);
	}

	#answered(change: "ADD" | "REMOVE", answer: AnswerOfSomebody): Promise<void> {
		const packet = { guild_id: this.server.id, ...answerPayload(this, answer) };
		return this.server.dispatch(`GUILD_SCHEDULED_EVENT_USER_${change}`, packet);
	}

	#forget(): void {
		this.server.events.delete(this.id);
		this.server.world.events.delete(this.id);
	}

	#updated(): Promise<void> {
		return this.server.dispatch("GUILD_SCHEDULED_EVENT_UPDATE", eventPayload(this));
	}
}
