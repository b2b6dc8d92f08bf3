import type { Overwrite, SimRole } from "./grants.ts";
import { ItemQueue } from "./item-queue.ts";
import { type MessageDraft, mentionedIn, type SimMessage } from "./message.ts";
import { messagePayload } from "./message-payload.ts";
import { channelPayload, stagePayload } from "./payloads.ts";
import { bitsOf, may, overwriteOf, type PermissionName } from "./permissions.ts";
import type { RoomKind } from "./room-kind.ts";
import type { HeldEvent, HeldMember, HeldRoom, HeldServer, StageInstance } from "./world.ts";

/** A stage, voice room or text channel of a server. */
export class SimRoom implements HeldRoom {
	readonly server: HeldServer;
	readonly id: string;
	readonly kind: RoomKind;
	name: string;
	/** The stage instance, while the stage is live. */
	instance: StageInstance | null = null;
	readonly occupants = new Map<string, HeldMember>();
	readonly overwrites = new Map<string, Overwrite>();
	/** All posts so far, the oldest first. */
	readonly messages: SimMessage[] = [];
	readonly #posts = new ItemQueue<SimMessage>();

	constructor(server: HeldServer, kind: RoomKind, name: string) {
		this.server = server;
		this.kind = kind;
		this.name = name;
		this.id = server.world.ids.next();
	}

	/**
	 * Goes live: a stage instance is made. With `event` that event starts; `by` is there as a speaker then.
	 */
	async opens({ topic, event, by }: { topic?: string; event?: HeldEvent; by?: HeldMember } = {}): Promise<void> {
		if (this.kind !== "stage") throw new Error(`${this.name} is no stage: only stages open`);
		if (by && by.voice?.room !== this) await by.joins(this, { speaker: true });
		if (by?.voice?.suppress) await by.becomesSpeaker();
		if (event) return event.starts({ topic });
		await this.makeInstance(topic ?? this.name, null);
	}

	/** The stage gets another topic. */
	async changesTopic(topic: string): Promise<void> {
		if (!this.instance) throw new Error(`${this.name} is not live`);
		this.instance.topic = topic;
		await this.server.dispatch("STAGE_INSTANCE_UPDATE", stagePayload(this, this.instance));
	}

	/** The stage ends, and with it the event it was opened for. */
	async closes(): Promise<void> {
		if (!this.instance) throw new Error(`${this.name} is not live`);
		const { event } = this.instance;
		if (event) return event.ends();
		await this.removeInstance();
	}

	/** Makes the stage instance, for `opens` and for an event that starts. */
	async makeInstance(topic: string, event: HeldEvent | null): Promise<void> {
		if (this.instance) throw new Error(`${this.name} is live already`);
		this.instance = { id: this.server.world.ids.next(), topic, event };
		await this.server.dispatch("STAGE_INSTANCE_CREATE", stagePayload(this, this.instance));
	}

	/** Removes the stage instance, for `closes` and for an event that ends. */
	async removeInstance(): Promise<void> {
		const { instance } = this;
		if (!instance) return;
		this.instance = null;
		await this.server.dispatch("STAGE_INSTANCE_DELETE", stagePayload(this, instance));
	}

	/** Gives a permission to everyone, or to one role or member. */
	allow(permission: PermissionName, target: SimRole | HeldMember = this.server.everyone): Promise<void> {
		return this.#overwrite(
			target,
			(overwrite, bit) => {
				overwrite.allow |= bit;
				overwrite.deny &= ~bit;
			},
			permission,
		);
	}

	/** Takes a permission from everyone, or from one role or member. */
	deny(permission: PermissionName, target: SimRole | HeldMember = this.server.everyone): Promise<void> {
		return this.#overwrite(
			target,
			(overwrite, bit) => {
				overwrite.deny |= bit;
				overwrite.allow &= ~bit;
			},
			permission,
		);
	}

	/** Nobody sees it any more but these, the bot and administrators. */
	async isOnlyFor(...targets: (SimRole | HeldMember)[]): Promise<void> {
		for (const target of [this.server.botRole, ...targets]) await this.allow("ViewChannel", target);
		await this.deny("ViewChannel");
	}

	/** Gets another name. */
	rename(name: string): Promise<void> {
		this.name = name;
		return this.server.dispatch("CHANNEL_UPDATE", channelPayload(this, { withServer: true }));
	}

	/**
	 * The channel is deleted, and whoever is in it leaves. What was scheduled in it goes without a packet of its own
	 * (discord-api-docs#4581). Discord promises no order: with `channelFirst` the people are told about after the
	 * channel, and its stage not at all.
	 */
	async remove({ channelFirst = false }: { channelFirst?: boolean } = {}): Promise<void> {
		const { server } = this;
		const packet = channelPayload(this, { withServer: true });
		for (const event of [...server.events.values()].filter(({ room }) => room === this)) {
			server.events.delete(event.id);
			server.world.events.delete(event.id);
		}
		server.rooms.delete(this.id);
		server.world.rooms.delete(this.id);
		if (channelFirst) {
			this.instance = null;
			await server.dispatch("CHANNEL_DELETE", packet);
		}
		await Promise.all([...this.occupants.values()].map((member) => member.leaves()));
		if (channelFirst) return;
		await this.removeInstance();
		await server.dispatch("CHANNEL_DELETE", packet);
	}

	/** Somebody writes in the room. */
	says(author: HeldMember, content: string): Promise<void> {
		this.addMessage({ content, author: author.user });
		return this.server.world.sessions.settled();
	}

	/** Puts a message in the room. Posts of the bot go to whoever awaits `nextMessage`, answers to commands do not. */
	addMessage(draft: MessageDraft): SimMessage {
		const message = this.makeMessage(draft);
		this.messages.push(message);
		if (this.server.world.sessions.wants("MESSAGE_CREATE")) {
			void this.server.dispatch("MESSAGE_CREATE", { ...messagePayload(message), guild_id: this.server.id });
		}
		if (draft.author === this.server.world.bot && !draft.isAnswer) this.#posts.put(message);
		return message;
	}

	/** Makes a message without putting it in the room, as an ephemeral one. */
	makeMessage(draft: MessageDraft): SimMessage {
		const { world } = this.server;
		const allowedMentions = draft.allowedMentions ?? null;
		const everyone = /@(everyone|here)/.test(draft.content);
		const author = this.server.members.get(draft.author.id);
		const id = world.ids.next();
		const acceptedAt = world.clock.now();
		return {
			id,
			channelId: this.id,
			content: draft.content,
			contents: [{ content: draft.content, at: acceptedAt }],
			nonce: draft.nonce ?? null,
			allowedMentions,
			flags: draft.flags ?? 0,
			embeds: draft.embeds ?? [],
			components: draft.components ?? [],
			files: draft.files ?? [],
			filesUrl: `${world.filesUrl}/${id}`,
			mentions: mentionedIn(this.server.members, draft.content, allowedMentions),
			mentionsEveryone:
				everyone &&
				(!allowedMentions || allowedMentions.parse?.includes("everyone") === true) &&
				author !== undefined &&
				may(this, author, "MentionEveryone"),
			acceptedAt,
			acceptedRealMs: performance.now(),
			editedAt: null,
			author: draft.author,
			deleted: false,
		};
	}

	/** Deletes a message, as a moderator would. */
	async removeMessage(message: SimMessage): Promise<void> {
		message.deleted = true;
		const packet = { id: message.id, channel_id: this.id, guild_id: this.server.id };
		await this.server.dispatch("MESSAGE_DELETE", packet);
	}

	/**
	 * The next post of the bot that was not taken yet, in order.
	 * Rejects after `timeoutMs` (real time) with a sentence that says what was posted.
	 */
	nextMessage(timeoutMs = 5000): Promise<SimMessage> {
		return this.#posts.next(timeoutMs, () => this.#nothingCame(timeoutMs));
	}

	/** The words of the next post. */
	async nextText(timeoutMs?: number): Promise<string> {
		return (await this.nextMessage(timeoutMs)).content;
	}

	#nothingCame(timeoutMs: number): string {
		const posts = this.messages.filter((message) => message.author === this.server.world.bot);
		const list = posts.slice(-10).map((message) => `\n- ${message.content}`);
		const earlier =
			posts.length === 0 ? "Nothing was posted there." : `Posted there so far (${posts.length}), all taken:`;
		return `No further message in ${this.name} within ${timeoutMs} ms. ${earlier}${list.join("")}`;
	}

	async #overwrite(
		target: SimRole | HeldMember,
		change: (overwrite: Overwrite, bit: bigint) => void,
		permission: PermissionName,
	): Promise<void> {
		change(overwriteOf(this, target), bitsOf(permission));
		await this.server.dispatch("CHANNEL_UPDATE", channelPayload(this, { withServer: true }));
	}
}
