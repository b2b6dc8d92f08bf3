import { type EventDraft, SimEvent } from "./event.ts";
import { eventPayload } from "./event-payload.ts";
import { intentOf } from "./gateway/intents.ts";
import type { SimRole } from "./grants.ts";
import { SimMember } from "./member.ts";
import { bareServerPayload, channelPayload, memberPayload, rolePayload, shownPayload } from "./payloads.ts";
import { bitsOf, may, type PermissionName } from "./permissions.ts";
import { SimRoom } from "./room.ts";
import { isWritten } from "./room-kind.ts";
import type { SimUser } from "./user.ts";
import type { HeldMember, HeldServer, SimWorld } from "./world.ts";

/** How a new server is. */
export interface ServerDraft {
	name: string;
	/** The server's language; `en-US` by default. */
	locale?: string;
	/** The owner's name. */
	owner?: string;
	/** The bot is added in an outage: until that is over, it is told only that there is such a server. */
	unavailable?: boolean;
}

/** How a new member is. */
export interface MemberDraft {
	username?: string;
	globalName?: string | null;
	nick?: string | null;
	bot?: boolean;
	/** Not a member of the server, only invited to a voice room. */
	guest?: boolean;
	roles?: SimRole[];
	/** Makes a role with these permissions for this member. */
	permissions?: PermissionName[];
	/** The language of their Discord. */
	locale?: string;
	/** The same person as on another server. */
	sameAs?: SimMember;
}

const EVERYONE: PermissionName[] = [
	"ViewChannel",
	"Connect",
	"Speak",
	"RequestToSpeak",
	"SendMessages",
	"ReadMessageHistory",
	"EmbedLinks",
	"AddReactions",
	"ChangeNickname",
	"UseApplicationCommands",
];
const BOT: PermissionName[] = ["ViewChannel", "Connect", "SendMessages", "ReadMessageHistory"];

/** A server the bot is on. */
export class SimServer implements HeldServer {
	readonly world: SimWorld;
	readonly id: string;
	readonly name: string;
	readonly locale: string;
	readonly owner: SimMember;
	/** The bot, as a member here. */
	readonly bot: SimMember;
	readonly everyone: SimRole;
	readonly botRole: SimRole;
	readonly roles = new Map<string, SimRole>();
	readonly rooms = new Map<string, SimRoom>();
	readonly members = new Map<string, SimMember>();
	readonly inVoice = new Map<string, HeldMember>();
	readonly events = new Map<string, SimEvent>();
	/** Words that AutoMod lets nobody say. */
	readonly blockedWords = new Set<string>();
	/** Where Discord itself posts who joined, and bots may introduce themselves. */
	systemChannel: SimRoom | null = null;
	/** Where a community keeps its rules, for all to read. */
	rulesChannel: SimRoom | null = null;
	/** Where Discord tells a community's moderators what concerns them. */
	updatesChannel: SimRoom | null = null;
	outage: HeldServer["outage"] = null;
	/** The fields that GUILD_CREATE leaves out, as a gateway in trouble does. */
	readonly leavesOut = new Set<string>();
	removed = false;

	constructor(world: SimWorld, { name, locale = "en-US", owner = "Olive", unavailable = false }: ServerDraft) {
		this.world = world;
		this.id = world.ids.next();
		this.name = name;
		this.locale = locale;
		if (unavailable) this.outage = "told";
		this.everyone = { id: this.id, name: "@everyone", permissions: bitsOf(...EVERYONE), managed: false };
		this.roles.set(this.id, this.everyone);
		this.botRole = { id: world.ids.next(), name: "Byname", permissions: bitsOf(...BOT), managed: true };
		this.roles.set(this.botRole.id, this.botRole);
		this.bot = this.#join(world.bot, { roles: [this.botRole] });
		this.owner = this.addMember(owner);
	}

	addStage(name: string): SimRoom {
		return this.#addRoom("stage", name);
	}

	addVoiceRoom(name: string): SimRoom {
		return this.#addRoom("voice", name);
	}

	addTextChannel(name: string): SimRoom {
		return this.#addRoom("text", name);
	}

	/** Adds a channel whose posts other servers can follow. */
	addAnnouncementChannel(name: string): SimRoom {
		return this.#addRoom("announcement", name);
	}

	/** Says which of its channels are for Discord's own news, for rules, and for what moderators are told. */
	assigns(channels: { system?: SimRoom | null; rules?: SimRoom; updates?: SimRoom }): Promise<void> {
		const { system = this.systemChannel, rules = this.rulesChannel, updates = this.updatesChannel } = channels;
		Object.assign(this, { systemChannel: system, rulesChannel: rules, updatesChannel: updates });
		return this.dispatch("GUILD_UPDATE", bareServerPayload(this));
	}

	/** Adds a role with these permissions. */
	addRole(name: string, ...permissions: PermissionName[]): SimRole {
		const role = { id: this.world.ids.next(), name, permissions: bitsOf(...permissions), managed: false };
		this.roles.set(role.id, role);
		void this.dispatch("GUILD_ROLE_CREATE", { guild_id: this.id, role: rolePayload(this, role) });
		return role;
	}

	/** Adds somebody: by display name alone, or in detail. Sent only to sessions with the GuildMembers intent. */
	addMember(who: string | MemberDraft): SimMember {
		const draft = typeof who === "string" ? { globalName: who } : who;
		const roles = [...(draft.roles ?? [])];
		const globalName = draft.globalName ?? null;
		const user =
			draft.sameAs?.user ??
			this.world.addUser({ username: draft.username ?? globalName ?? "", globalName, bot: draft.bot ?? false });
		if (draft.permissions) roles.push(this.addRole(`${user.username}'s role`, ...draft.permissions));
		const member = this.#join(user, { ...draft, roles });
		member.locale = draft.locale ?? draft.sameAs?.locale ?? "en-US";
		if (!member.guest && this.world.sessions.wants("GUILD_MEMBER_ADD")) {
			void this.dispatch("GUILD_MEMBER_ADD", { guild_id: this.id, ...memberPayload(member) });
		}
		return member;
	}

	/** Puts an event in the server's calendar. */
	schedule(draft: EventDraft): SimEvent {
		if (isWritten(draft.room))
			throw new Error(`${draft.room.name} is a text channel: events need a voice or stage room`);
		const event = new SimEvent(this, draft);
		this.events.set(event.id, event);
		this.world.events.set(event.id, event);
		void this.dispatch("GUILD_SCHEDULED_EVENT_CREATE", eventPayload(event));
		return event;
	}

	/** Gives the bot a permission on the whole server. */
	async allow(permission: PermissionName): Promise<void> {
		await this.#setBotPermissions(this.botRole.permissions | bitsOf(permission), this.everyone.permissions);
	}

	/** Takes a permission from the bot (and everyone) on the whole server. */
	async deny(permission: PermissionName): Promise<void> {
		const without = ~bitsOf(permission);
		await this.#setBotPermissions(this.botRole.permissions & without, this.everyone.permissions & without);
	}

	/** The bot is removed from the server. */
	async remove(): Promise<void> {
		await this.dispatch("GUILD_DELETE", { id: this.id });
		this.removed = true;
		this.world.servers.delete(this.id);
	}

	/** Somebody adds the bot again. */
	async invitesAgain(): Promise<void> {
		this.bot.joinedAt = this.world.clock.now();
		await this.isJoined();
	}

	/** The bot is told of the server that it is on from now on. */
	async isJoined(): Promise<void> {
		this.removed = false;
		this.world.servers.set(this.id, this);
		const shown = this.outage ? { id: this.id, unavailable: true } : shownPayload(this);
		await this.world.sessions.dispatch(this.id, "GUILD_CREATE", shown);
	}

	/**
	 * An outage at Discord: the server is gone for a while, and so are its packets. `told` is false where Discord says
	 * nothing of that: new sessions hear that there is such a server, and then no more of it.
	 */
	async becomesUnavailable({ told = true } = {}): Promise<void> {
		if (told) await this.dispatch("GUILD_DELETE", { id: this.id, unavailable: true });
		this.outage = told ? "told" : "untold";
	}

	/** The outage is over. */
	async returns(): Promise<void> {
		this.outage = null;
		await this.dispatch("GUILD_CREATE", shownPayload(this));
	}

	/** Sends a packet to every session of this server's shard that has the `intent` for it; resolves when it is written. */
	dispatch(eventName: string, data: unknown, intent = intentOf(eventName)): Promise<void> {
		if (this.outage || this.removed) return Promise.resolve();
		return this.world.sessions.dispatch(this.id, eventName, data, intent);
	}

	/** Tells about what has changed about a member. A bot hears of itself without the GuildMembers intent. */
	async memberChanged(member: HeldMember): Promise<void> {
		const packet = { guild_id: this.id, ...memberPayload(member) };
		await this.dispatch("GUILD_MEMBER_UPDATE", packet, member === this.bot ? 0 : undefined);
	}

	async #setBotPermissions(botRole: bigint, everyone: bigint): Promise<void> {
		const seen = new Map([...this.rooms.values()].map((room) => [room, may(room, this.bot, "ViewChannel")]));
		this.botRole.permissions = botRole;
		this.everyone.permissions = everyone;
		for (const role of [this.everyone, this.botRole]) {
			await this.dispatch("GUILD_ROLE_UPDATE", { guild_id: this.id, role: rolePayload(this, role) });
		}
		for (const [room, before] of seen) {
			if (may(room, this.bot, "ViewChannel") !== before) {
				await this.dispatch("CHANNEL_UPDATE", channelPayload(room, { withServer: true }));
			}
		}
	}

	#addRoom(kind: SimRoom["kind"], name: string): SimRoom {
		const room = new SimRoom(this, kind, name);
		this.rooms.set(room.id, room);
		this.world.rooms.set(room.id, room);
		void this.dispatch("CHANNEL_CREATE", channelPayload(room, { withServer: true }));
		return room;
	}

	#join(user: SimUser, { nick = null, guest = false, roles = [] }: MemberDraft): SimMember {
		const member = new SimMember(this, user, { nick, guest, roles });
		this.members.set(user.id, member);
		return member;
	}
}
