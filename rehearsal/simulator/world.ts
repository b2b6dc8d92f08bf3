import { randomBytes } from "node:crypto";
import type { Clock } from "../../src/clock.ts";
import type { SimEvent } from "./event.ts";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway.ts";
import type { SimInteraction } from "./interactions.ts";
import type { Limits } from "./limits.ts";
import type { SimMessage } from "./message.ts";
import type { SimRoom } from "./room.ts";
import type { SimCommand } from "./routes/commands.ts";
import type { SimServer } from "./server.ts";
import { Snowflakes } from "./snowflake.ts";

/** A Discord account, the same on every server. */
export interface SimUser {
	id: string;
	username: string;
	globalName: string | null;
	bot: boolean;
}

/** Everything that exists on this Discord, and what its parts share. */
export class World {
	readonly clock: Clock;
	readonly token: string;
	readonly limits: Limits;
	readonly ids: Snowflakes;
	readonly bot: SimUser;
	readonly faults = new Faults();
	readonly users = new Map<string, SimUser>();
	readonly servers = new Map<string, SimServer>();
	readonly rooms = new Map<string, SimRoom>();
	readonly events = new Map<string, SimEvent>();
	readonly gateway: Gateway;
	/** Every message that came with files, by id. */
	readonly withFiles = new Map<string, SimMessage>();
	/** The bot's last message with each nonce, wherever it is. */
	readonly nonces = new Map<string, SimMessage>();
	/** Interactions by id and by token. */
	readonly interactions = new Map<string, SimInteraction>();
	/** Private channels that were opened. */
	readonly directChannels = new Set<string>();
	/** Where people who take private messages from the bot get them, by user id. */
	readonly directRooms = new Map<string, SimRoom>();
	readonly #commands = new Map<string | undefined, SimCommand[]>();
	readonly #usernames = new Set<string>();

	constructor(clock: Clock, limits: Limits, token?: string) {
		this.clock = clock;
		this.limits = limits;
		this.ids = new Snowflakes(clock);
		this.bot = this.addUser({ username: "byname", globalName: null, bot: true });
		this.token = token ?? tokenFor(this.bot.id);
		this.gateway = new Gateway(this);
	}

	/** Where files of messages are to be had; Discord has a server of their own for them. */
	get filesUrl(): string {
		return `${this.gateway.url.replace("ws:", "http:")}/attachments`;
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

	/** The clock's time as Discord writes it. */
	timestamp(ms = this.clock.now()): string {
		return new Date(ms).toISOString().replace("Z", "000+00:00");
	}
}

/** A token of Discord's shape: the application's id, a time, a signature. */
function tokenFor(botId: string): string {
	const id = Buffer.from(botId).toString("base64url");
	return `${id}.${randomBytes(4).toString("base64url")}.${randomBytes(28).toString("base64url")}`;
}
