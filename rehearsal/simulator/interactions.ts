import { randomBytes } from "node:crypto";
import { ComponentType, InteractionType, MessageFlags } from "discord-api-types/v10";
import { type Component, flatten } from "./components.ts";
import { type FieldValues, filledIn } from "./filled-in-modal.ts";
import { interactionPayload, isDirect } from "./interaction-payload.ts";
import { ItemQueue } from "./item-queue.ts";
import type { SimMessage } from "./message.ts";
import type { Modal } from "./modal.ts";
import type { OfferedChoice } from "./registered-command.ts";
import { isPickable, type Pickable, resolve } from "./resolved.ts";
import type { HeldInteraction, HeldMember, HeldRoom } from "./world.ts";

/** A message that answers an interaction. */
export interface SimReply {
	message: SimMessage;
	content: string;
	/** Only the person who asked sees it. */
	ephemeral: boolean;
}

/** What a person does with the bot, and where. */
export interface InteractionDraft {
	type: InteractionType;
	data: object;
	member: HeldMember;
	room: HeldRoom;
	/** What the person did, for complaints. */
	title: string;
	/** The message whose component was used. */
	source?: SimMessage | null;
}

/** What can be forged, by the component's type; a form is none. */
const FORGED = {
	button: ComponentType.Button,
	menu: ComponentType.StringSelect,
	"menu of roles": ComponentType.RoleSelect,
	form: null,
} as const;

/** Somebody clicks a button of a message that the bot posted by itself, or picks values from a menu of it. */
export async function clickOn(
	message: SimMessage,
	customId: string,
	by: HeldMember,
	values: readonly string[] = [],
): Promise<SimInteraction> {
	const room = by.server.world.rooms.get(message.channelId);
	const used = flatten(message.components as Component[]).find(({ custom_id }) => custom_id === customId);
	if (!used || !room) throw new Error(`There is no "${customId}" under "${message.content}"`);
	const picked = used.type === ComponentType.Button ? {} : { values };
	const clicked = new SimInteraction({
		type: InteractionType.MessageComponent,
		data: { component_type: used.type, custom_id: customId, ...picked },
		member: by,
		room,
		title: `the click on ${customId}`,
		source: message,
	});
	await clicked.send();
	return clicked;
}

/** Something a person did with the bot: a command, a click, a filled-in form; and what came of it. */
export class SimInteraction implements HeldInteraction {
	readonly id: string;
	readonly token = randomBytes(64).toString("base64url");
	readonly type: InteractionType;
	readonly member: HeldMember;
	readonly room: HeldRoom;
	readonly source: SimMessage | null;
	readonly createdAt: number;
	readonly createdRealMs = performance.now();
	/** The bot gave its first answer. */
	acknowledged = false;
	/** The first answer's message, or the one an update changes. */
	original: SimMessage | null = null;
	/** Everything the bot showed, in order, with later edits in place. */
	readonly messages: SimMessage[] = [];
	/** The form the bot opened. */
	openModal: Modal | null = null;
	readonly #draft: InteractionDraft;
	readonly #replies = new ItemQueue<SimMessage>();
	readonly #choices = new ItemQueue<OfferedChoice[]>();
	readonly #modals = new ItemQueue<Modal>();

	constructor(draft: InteractionDraft) {
		const { world } = draft.member.server;
		this.#draft = draft;
		this.id = world.ids.next();
		this.type = draft.type;
		this.member = draft.member;
		this.room = draft.room;
		this.source = draft.source ?? null;
		this.createdAt = world.clock.now();
		world.interactions.set(this.id, this);
		world.interactions.set(this.token, this);
	}

	/** Sends it to the bot, whatever the gateway shows of the server: people go on using it in an outage. */
	send(): Promise<void> {
		const { server } = this.member;
		const shard = isDirect(this.room) ? "0" : server.id;
		return server.world.sessions.dispatch(shard, "INTERACTION_CREATE", interactionPayload(this, this.#draft.data));
	}

	/** The next message that answers: the reply (a deferred one once it is filled), then follow-ups and edits in order. */
	async reply(timeoutMs = 5000): Promise<SimReply> {
		const message = await this.#replies.next(timeoutMs, () => this.#noAnswer("a message", timeoutMs));
		const ephemeral = (message.flags & MessageFlags.Ephemeral) !== 0;
		return { message, content: message.content, ephemeral };
	}

	/** The words of the next answer. */
	async replyText(timeoutMs?: number): Promise<string> {
		return (await this.reply(timeoutMs)).content;
	}

	/** What the bot proposes for the option that is being typed. */
	choices(timeoutMs = 5000): Promise<OfferedChoice[]> {
		return this.#choices.next(timeoutMs, () => this.#noAnswer("choices", timeoutMs));
	}

	/** The form the bot opens. */
	modal(timeoutMs = 5000): Promise<Modal> {
		if (this.openModal) return Promise.resolve(this.openModal);
		return this.#modals.next(timeoutMs, () => this.#noAnswer("a form", timeoutMs));
	}

	/** Clicks a button of the latest answer. Others may click where everybody sees it. */
	clicks(customId: string, by: HeldMember = this.member): Promise<SimInteraction> {
		const { message, component } = this.#component(customId, by);
		if (component.type !== ComponentType.Button) throw new Error(`"${customId}" is no button`);
		return this.#use(message, { component_type: component.type, custom_id: customId }, by);
	}

	/** Sends what a tampered app would: the use of a button, a menu or a form that the bot has not made. */
	async forges(
		customId: string,
		{ as = "button", values = [] }: { as?: keyof typeof FORGED; values?: readonly string[] } = {},
	): Promise<SimInteraction> {
		const source = this.messages.at(-1);
		if (!source) throw new Error("There is no message to click on yet");
		const component_type = FORGED[as];
		if (component_type !== null) {
			const chosen = component_type === ComponentType.Button ? {} : { values };
			return this.#use(source, { component_type, custom_id: customId, ...chosen }, this.member);
		}
		const [type, data] = [InteractionType.ModalSubmit, { custom_id: customId, components: [] }];
		const title = `the forged form ${JSON.stringify(customId)}`;
		const forged = new SimInteraction({ type, data, member: this.member, room: this.room, title, source });
		await forged.send();
		return forged;
	}

	/** Picks from a menu of the latest answer: values of its options, or rooms, members and roles. */
	selects(customId: string, ...picked: (string | Pickable)[]): Promise<SimInteraction> {
		const { message, component } = this.#component(customId, this.member);
		const values = picked.map((one) => (isPickable(one) ? one.id : one));
		const unknown = values.find(
			(value) => component.options && !component.options.some((option) => option.value === value),
		);
		if (unknown !== undefined) throw new Error(`"${customId}" does not offer "${unknown}"`);
		const [least, most] = [component.min_values ?? 1, component.max_values ?? 1];
		if (values.length < least || values.length > most)
			throw new Error(`"${customId}" takes ${least} to ${most} values`);
		const entities = picked.filter(isPickable);
		const resolved = entities.length > 0 ? { resolved: resolve(entities, this.member) } : {};
		return this.#use(
			message,
			{ component_type: component.type, custom_id: customId, values, ...resolved },
			this.member,
		);
	}

	/** Fills in the form the bot opened, by custom id, and sends it. */
	async submits(fields: FieldValues): Promise<SimInteraction> {
		const modal = await this.modal();
		const submitted = new SimInteraction({
			type: InteractionType.ModalSubmit,
			data: { custom_id: modal.custom_id, ...filledIn(modal, fields, this.member) },
			member: this.member,
			room: this.room,
			title: `the form "${modal.title}"`,
			source: this.source,
		});
		await submitted.send();
		return submitted;
	}

	/** The bot showed or changed a message; `loading` ones are not offered to `reply` yet. */
	show(message: SimMessage): void {
		if (!this.messages.includes(message)) this.messages.push(message);
		if (!(message.flags & MessageFlags.Loading)) this.#replies.put(message);
	}

	/** The bot proposed choices. */
	propose(choices: OfferedChoice[]): void {
		this.#choices.put(choices);
	}

	/** The bot opened a form. */
	open(modal: Modal): void {
		this.openModal = modal;
		this.#modals.put(modal);
	}

	#component(customId: string, by: HeldMember): { message: SimMessage; component: Component & { disabled?: boolean } } {
		const message = this.messages.findLast(({ deleted, components }) => !deleted && components.length > 0);
		const all = flatten((message?.components ?? []) as Component[]);
		const component: (Component & { disabled?: boolean }) | undefined = all.find(
			({ custom_id }) => custom_id === customId,
		);
		if (!message || !component) {
			const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
			throw new Error(
				`There is no "${customId}" under the answer to ${this.#draft.title}; there is: ${ids.join(", ")}`,
			);
		}
		if (component.disabled) throw new Error(`"${customId}" is disabled`);
		if (by !== this.member && message.flags & MessageFlags.Ephemeral)
			throw new Error(`${by.displayName} does not see it`);
		return { message, component };
	}

	async #use(source: SimMessage, data: object, member: HeldMember): Promise<SimInteraction> {
		const title = `the click on ${JSON.stringify(data)}`;
		const type = InteractionType.MessageComponent;
		const used = new SimInteraction({ type, data, member, room: this.room, title, source });
		await used.send();
		return used;
	}

	#noAnswer(what: string, timeoutMs: number): string {
		const shown = this.messages.map(({ content }) => `\n- ${content}`).join("");
		const state = this.acknowledged ? "It did acknowledge it." : "It did not even acknowledge it.";
		return `The bot did not answer ${this.#draft.title} with ${what} within ${timeoutMs} ms. ${state}${shown}`;
	}
}
