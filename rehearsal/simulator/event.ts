import { GuildScheduledEventStatus } from "discord-api-types/v10";
import { eventPayload } from "./event-payload.ts";
import type { HeldEvent, HeldMember, HeldRoom, HeldServer } from "./world.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** What a host fills in to schedule an event. */
export interface EventDraft {
	name: string;
	room: HeldRoom;
	/** Milliseconds since the Unix epoch. */
	startsAt: number;
	creator?: HeldMember;
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
	readonly recurring: boolean;
	readonly description: string | null;
	name: string;
	startsAt: number;
	status: GuildScheduledEventStatus = GuildScheduledEventStatus.Scheduled;

	constructor(server: HeldServer, draft: EventDraft) {
		this.server = server;
		this.id = server.world.ids.next();
		this.room = draft.room;
		this.creator = draft.creator ?? null;
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

	/** The host moves it or gives it another name. */
	changes({ name = this.name, startsAt = this.startsAt }: { name?: string; startsAt?: number }): Promise<void> {
		this.name = name;
		this.startsAt = startsAt;
		return this.#updated();
	}

	/** The host deletes it. */
	remove(): Promise<void> {
		this.#forget();
		return this.server.dispatch("GUILD_SCHEDULED_EVENT_DELETE", eventPayload(this));
	}

	#forget(): void {
		this.server.events.delete(this.id);
		this.server.world.events.delete(this.id);
	}

	#updated(): Promise<void> {
		return this.server.dispatch("GUILD_SCHEDULED_EVENT_UPDATE", eventPayload(this));
	}
}
