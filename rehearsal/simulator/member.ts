import { randomBytes } from "node:crypto";
import type { SimRole } from "./grants.ts";
import type { SimInteraction } from "./interactions.ts";
import { type VoiceStatePayload, voiceStatePayload } from "./payloads.ts";
import type { OfferedChoice } from "./registered-command.ts";
import { SimRoom } from "./room.ts";
import { isWritten } from "./room-kind.ts";
import { type CommandValues, sendAutocomplete, sendCommand } from "./send-command.ts";
import type { SimUser } from "./user.ts";
import type { HeldMember, HeldRoom, HeldServer, VoiceState } from "./world.ts";

/** How somebody enters a room. */
export interface JoinOptions {
	/** On a stage: enters as a speaker rather than in the audience. */
	speaker?: boolean;
	/** Leaves `member` out of the packet, as Discord sometimes does (discord-api-docs#3152). */
	withoutMember?: boolean;
}

/** A person (or bot) on one server. What they do is sent to the bot; promises resolve once it is written. */
export class SimMember implements HeldMember {
	readonly server: HeldServer;
	readonly user: SimUser;
	joinedAt: number;
	/** Invited to a voice room only: no member of the server, so `joined_at` is null (resources/guild). */
	readonly guest: boolean;
	readonly roles: SimRole[];
	nick: string | null;
	/** Snapshots show where they are and leave out who they are. */
	leftOut = false;
	timedOutUntil: number | null = null;
	isQuarantined = false;
	locale = "en-US";
	voice: VoiceState | null = null;
	/** Of the stay that ended last: a packet about leaving still carries it. */
	lastSessionId = "";
	#lastPacket: VoiceStatePayload | undefined;

	constructor(server: HeldServer, user: SimUser, options: { nick: string | null; guest: boolean; roles: SimRole[] }) {
		this.server = server;
		this.user = user;
		this.joinedAt = server.world.clock.now();
		this.guest = options.guest;
		this.roles = options.roles;
		this.nick = options.nick;
	}

	get id(): string {
		return this.user.id;
	}

	/** The name Discord shows. */
	get displayName(): string {
		return this.nick ?? this.user.globalName ?? this.user.username;
	}

	/** `<@id>` */
	get mention(): string {
		return `<@${this.id}>`;
	}

	/** Enters a room, from outside or from another one. */
	joins(room: HeldRoom, { speaker = false, withoutMember = false }: JoinOptions = {}): Promise<void> {
		this.#enter(room, speaker);
		return this.#tell(withoutMember);
	}

	/** Goes to another room. */
	moves(room: HeldRoom, options?: JoinOptions): Promise<void> {
		return this.joins(room, options);
	}

	/** Leaves the room. */
	leaves(): Promise<void> {
		this.#exit();
		return this.#tell();
	}

	/** Enters without a packet: the event is lost on the way. */
	joinsQuietly(room: HeldRoom, { speaker = false }: JoinOptions = {}): void {
		this.#enter(room, speaker);
	}

	/** Leaves without a packet: the event is lost on the way. */
	leavesQuietly(): void {
		this.#exit();
	}

	mutes(): Promise<void> {
		return this.#change({ selfMute: true });
	}

	unmutes(): Promise<void> {
		return this.#change({ selfMute: false });
	}

	deafens(): Promise<void> {
		return this.#change({ selfDeaf: true, selfMute: true });
	}

	/** Raises a hand in the audience. */
	asksToSpeak(): Promise<void> {
		return this.#change({ requestToSpeakAt: this.server.world.clock.now() });
	}

	becomesSpeaker(): Promise<void> {
		return this.#change({ suppress: false, requestToSpeakAt: null });
	}

	becomesAudience(): Promise<void> {
		return this.#change({ suppress: true, requestToSpeakAt: null });
	}

	/** The same packet once more: Discord may send an event any number of times (reference, "Consistency"). */
	repeatsLastPacket(): Promise<void> {
		if (!this.#lastPacket) throw new Error(`${this.displayName} has not been in a room yet`);
		return this.server.dispatch("VOICE_STATE_UPDATE", this.#lastPacket);
	}

	/** Takes a nickname, or gives it up. Sent only to sessions with the GuildMembers intent, as on Discord. */
	changesNick(nick: string | null): Promise<void> {
		this.nick = nick;
		return this.server.memberChanged(this);
	}

	/** A moderator takes from them for so long (ms) that they may write and speak. No packet tells when that is over. */
	isTimedOut(ms: number): Promise<void> {
		this.timedOutUntil = this.server.world.clock.now() + ms;
		return this.server.memberChanged(this);
	}

	/** A moderator ends that before its time. */
	isForgiven(): Promise<void> {
		this.timedOutUntil = null;
		return this.server.memberChanged(this);
	}

	/** AutoMod begins to mind their name, or stops. */
	isQuarantinedByAutoMod(on: boolean): Promise<void> {
		this.isQuarantined = on;
		return this.server.memberChanged(this);
	}

	/**
	 * Runs a slash command, such as `"session start"`, with options by name; a room, member or role may be a value.
	 * Throws where Discord's app would not let them send it.
	 */
	runs(command: string, options: CommandValues = {}, { room }: { room?: HeldRoom } = {}): Promise<SimInteraction> {
		return sendCommand(this, command, options, room);
	}

	/** Types into an option that completes itself, and gets what the bot proposes. */
	types(
		command: string,
		option: string,
		partial: string,
		others: CommandValues = {},
		{ room }: { room?: HeldRoom } = {},
	): Promise<OfferedChoice[]> {
		return sendAutocomplete(this, command, { option, partial, values: others, room });
	}

	/** Takes private messages from the bot; returns where they arrive. */
	takesDirectMessages(): SimRoom {
		const { world } = this.server;
		const room = new SimRoom(this.server, "text", `${this.displayName}'s direct messages`);
		world.rooms.set(room.id, room);
		world.directRooms.set(this.id, room);
		return room;
	}

	#enter(room: HeldRoom, speaker: boolean): void {
		if (room.server !== this.server) throw new Error(`${room.name} is on another server than ${this.displayName}`);
		if (isWritten(room)) throw new Error(`${room.name} is a text channel: nobody can enter it`);
		this.voice?.room.occupants.delete(this.id);
		this.voice = {
			...(this.voice ?? { selfMute: false, selfDeaf: false, mute: false, deaf: false }),
			sessionId: this.voice?.sessionId ?? randomBytes(16).toString("hex"),
			room,
			suppress: room.kind === "stage" && !speaker,
			requestToSpeakAt: null,
		};
		room.occupants.set(this.id, this);
		this.server.inVoice.set(this.id, this);
	}

	#exit(): void {
		this.lastSessionId = this.voice?.sessionId ?? this.lastSessionId;
		this.voice?.room.occupants.delete(this.id);
		this.server.inVoice.delete(this.id);
		this.voice = null;
	}

	#change(change: Partial<VoiceState>): Promise<void> {
		if (!this.voice) throw new Error(`${this.displayName} is in no room`);
		Object.assign(this.voice, change);
		return this.#tell();
	}

	#tell(withoutMember = false): Promise<void> {
		this.#lastPacket = voiceStatePayload(this, { withMember: !withoutMember, withServer: true });
		return this.server.dispatch("VOICE_STATE_UPDATE", this.#lastPacket);
	}
}
