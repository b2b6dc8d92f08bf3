import { randomBytes } from "node:crypto";
import type { GuildScheduledEventStatus, InteractionType } from "discord-api-types/v10";
import type { Clock } from "../../src/clock.ts";
import { Faults } from "./faults.ts";
import { GatewaySessions } from "./gateway/gateway-sessions.ts";
import type { Overwrite, SimRole } from "./grants.ts";
import type { SpeedLimits } from "./limits.ts";
import type { MessageDraft, SimMessage } from "./message.ts";
import type { Modal } from "./modal.ts";
import type { OfferedChoice, SimCommand } from "./registered-command.ts";
import type { RoomKind } from "./room-kind.ts";
import { Snowflakes } from "./snowflake.ts";
import type { SimUser } from "./user.ts";

/** Everything that exists on this Discord, and what its parts share. */
export class SimWorld {
	readonly clock: Clock;
	readonly token: string;
	readonly limits: SpeedLimits;
	readonly ids: Snowflakes;
	readonly bot: SimUser;
	readonly faults = new Faults();
	readonly users = new Map<string, SimUser>();
	readonly servers = new Map<string, HeldServer>();
	readonly rooms = new Map<string, HeldRoom>();
	readonly events = new Map<string, HeldEvent>();
	/** The gateway sessions, and the way packets take to them. */
	readonly sessions: GatewaySessions;
	/** Every request for members over the gateway so far, the oldest first. */
	readonly memberRequests: MemberRequest[] = [];
	/** Every message that came with files, by id. */
	readonly withFiles = new Map<string, SimMessage>();
	/** The bot's last message with each nonce, wherever it is. */
	readonly nonces = new Map<string, SimMessage>();
	/** Interactions by id and by token. */
	readonly interactions = new Map<string, HeldInteraction>();
	/** Private channels that were opened. */
	readonly directChannels = new Set<string>();
	/** Where people who take private messages from the bot get them, by user id. */
	readonly directRooms = new Map<string, HeldRoom>();
	/** Where a client connects; set once the port is known. */
	gatewayUrl = "";
	readonly #commands = new Map<string | undefined, SimCommand[]>();
	readonly #usernames = new Set<string>();

	constructor(clock: Clock, limits: SpeedLimits, token?: string) {
		this.clock = clock;
		this.limits = limits;
		this.ids = new Snowflakes(clock);
		this.bot = this.addUser({ username: "byname", globalName: null, bot: true });
		this.token = token ?? tokenFor(this.bot.id);
		this.sessions = new GatewaySessions(clock, limits, this.faults);
	}

	/** Where files of messages are to be had; Discord has a server of their own for them. */
	get filesUrl(): string {
		return `${this.gatewayUrl.replace("ws:", "http:")}/attachments`;
	}

	/** Adds an account; a taken or impossible username is changed as little as needed. */
	addUser({ username, globalName, bot }: Omit<SimUser, "id">): SimUser {
		const plain = username.toLowerCase().replaceAll(/[^a-z0-9_.]/g, "");
		const base = plain.length < 2 ? `user${this.users.size}` : plain.slice(0, 26);
		let free = base;
		for (let n = 2; this.#usernames.has(free); n++) free = `${base}${n}`;
		this.#usernames.add(free);
		const user = { id: this.ids.next(), username: free, globalName, bot };
		this.users.set(user.id, user);
		return user;
	}

	/** The registered commands of the application, or of one server. The list is the stored one. */
	commandsOf(serverId?: string): SimCommand[] {
		const list = this.#commands.get(serverId) ?? [];
		this.#commands.set(serverId, list);
		return list;
	}
}

/** A request for members that a client has sent, as far as tests look at it. */
export interface MemberRequest {
	serverId: string;
	userIds: string[];
	nonce: string | undefined;
}

/** A server as the other parts of the simulator see it; the whole of it is `SimServer`. */
export interface HeldServer {
	readonly world: SimWorld;
	readonly id: string;
	readonly name: string;
	readonly locale: string;
	readonly owner: HeldMember;
	/** The bot, as a member here. */
	readonly bot: HeldMember;
	readonly everyone: SimRole;
	readonly botRole: SimRole;
	readonly roles: ReadonlyMap<string, SimRole>;
	readonly rooms: Forgettable<HeldRoom>;
	readonly members: ReadonlyMap<string, HeldMember>;
	/** Who is in a voice or stage room. */
	readonly inVoice: Map<string, HeldMember>;
	readonly events: Forgettable<HeldEvent>;
	/** Words that AutoMod lets nobody say. */
	readonly blockedWords: ReadonlySet<string>;
	readonly systemChannel: HeldRoom | null;
	readonly rulesChannel: HeldRoom | null;
	readonly updatesChannel: HeldRoom | null;
	/** Whether the server is gone for a while, and whether sessions are told so. */
	readonly outage: "told" | "untold" | null;
	/** The fields that GUILD_CREATE leaves out. */
	readonly leavesOut: ReadonlySet<string>;
	readonly removed: boolean;
	dispatch(eventName: string, data: unknown): Promise<void>;
	memberChanged(member: HeldMember): Promise<void>;
}

/** Things by id that may go, but are added by whoever makes them alone. */
type Forgettable<Thing> = ReadonlyMap<string, Thing> & { delete(id: string): boolean };

/** A room as the other parts of the simulator see it; the whole of it is `SimRoom`. */
export interface HeldRoom {
	readonly server: HeldServer;
	readonly id: string;
	readonly kind: RoomKind;
	readonly name: string;
	readonly instance: StageInstance | null;
	readonly occupants: Map<string, HeldMember>;
	readonly overwrites: Map<string, Overwrite>;
	/** All posts so far, the oldest first. */
	readonly messages: readonly SimMessage[];
	makeInstance(topic: string, event: HeldEvent | null): Promise<void>;
	removeInstance(): Promise<void>;
	addMessage(draft: MessageDraft): SimMessage;
	makeMessage(draft: MessageDraft): SimMessage;
	removeMessage(message: SimMessage): Promise<void>;
}

/** What a stage instance is while it lives. */
export interface StageInstance {
	id: string;
	topic: string;
	event: HeldEvent | null;
}

/** A scheduled event as the other parts of the simulator see it; the whole of it is `SimEvent`. */
export interface HeldEvent {
	readonly server: HeldServer;
	readonly id: string;
	readonly room: HeldRoom;
	readonly creator: HeldMember | null;
	readonly showsCreator: boolean;
	readonly recurring: boolean;
	readonly exceptions: ReadonlyMap<number, EventException>;
	/** Who is interested in it, by user id. */
	readonly interested: ReadonlyMap<string, HeldMember>;
	/** Who has said otherwise, or the same, of one date alone: by when that was to start, and by user id. */
	readonly answers: ReadonlyMap<number, ReadonlyMap<string, DateAnswer>>;
	readonly description: string | null;
	readonly name: string;
	readonly startsAt: number;
	readonly status: GuildScheduledEventStatus;
	starts(options: { topic?: string }): Promise<void>;
	ends(): Promise<void>;
}

/** A date of an event that recurs, moved or cancelled; times in milliseconds since the Unix epoch. */
export interface EventException {
	/** When it was to start. */
	originally: number;
	/** When it starts; null when that has not changed. */
	startsAt: number | null;
	isCanceled: boolean;
}

/** What somebody has said of an event. */
export interface DateAnswer {
	member: HeldMember;
	isInterested: boolean;
}

/** A member as the other parts of the simulator see them; the whole of it is `SimMember`. */
export interface HeldMember {
	readonly server: HeldServer;
	readonly user: SimUser;
	readonly id: string;
	/** The name Discord shows. */
	readonly displayName: string;
	readonly nick: string | null;
	readonly joinedAt: number;
	readonly guest: boolean;
	/** Until when they may neither write nor speak; null unless they have been timed out. It may be over. */
	readonly timedOutUntil: number | null;
	/** AutoMod takes their name for one that is not allowed, and they may neither write nor speak. */
	readonly isQuarantined: boolean;
	readonly roles: readonly SimRole[];
	readonly leftOut: boolean;
	readonly locale: string;
	readonly voice: VoiceState | null;
	readonly lastSessionId: string;
	joins(room: HeldRoom, options: { speaker?: boolean }): Promise<void>;
	leaves(): Promise<void>;
	becomesSpeaker(): Promise<void>;
}

/** Where a member is and how they can be heard there. */
export interface VoiceState {
	room: HeldRoom;
	sessionId: string;
	suppress: boolean;
	requestToSpeakAt: number | null;
	selfMute: boolean;
	selfDeaf: boolean;
	mute: boolean;
	deaf: boolean;
}

/** An interaction as the bot's answers find it; the whole of it is `SimInteraction`. */
export interface HeldInteraction {
	readonly id: string;
	readonly token: string;
	readonly type: InteractionType;
	readonly member: HeldMember;
	readonly room: HeldRoom;
	/** The message whose component was used. */
	readonly source: SimMessage | null;
	readonly createdAt: number;
	/** The same as `performance.now()` counts. */
	readonly createdRealMs: number;
	/** The bot gave its first answer. */
	acknowledged: boolean;
	/** The first answer's message, or the one an update changes. */
	original: SimMessage | null;
	readonly messages: readonly SimMessage[];
	show(message: SimMessage): void;
	propose(choices: OfferedChoice[]): void;
	open(modal: Modal): void;
}

/** A token of Discord's shape: the application's id, a time, a signature. */
function tokenFor(botId: string): string {
	const id = Buffer.from(botId).toString("base64url");
	return `${id}.${randomBytes(4).toString("base64url")}.${randomBytes(28).toString("base64url")}`;
}
