import {
	ApplicationCommandAutocompleteCallbackRequestSchema,
	CreateMessageInteractionCallbackRequestSchema,
	IncomingWebhookRequestPartialSchema,
	IncomingWebhookUpdateRequestPartialSchema,
	ModalInteractionCallbackRequestSchema,
	UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { InteractionResponseType, InteractionType, MessageFlags } from "discord-api-types/v10";
import { attachmentErrors } from "../components.ts";
import { ApiError, refuse } from "../errors.ts";
import { mentionedIn, type SimFile, type SimMessage } from "../message.ts";
import { messagePayload } from "../message-payload.ts";
import { type Modal, modalErrors } from "../modal.ts";
import type { OfferedChoice } from "../registered-command.ts";
import { checkSchema } from "../schemas.ts";
import type { HeldInteraction } from "../world.ts";
import { checkChange, isEmpty, type MessageBody, messageErrors } from "./channels.ts";
import { type Call, ok, type RestReply, type Route } from "./route.ts";

/** How long the token of an interaction is good for. */
const TOKEN_LIFE_MS = 15 * 60 * 1000;

/** Answers to interactions. The token in the path is enough, and the global limit does not count them. */
export const answerRoutes: Route[] = [
	open("POST", "/interactions/:interaction/:token/callback", answerFirst),
	open("POST", "/webhooks/:application/:token", followUp),
	open("GET", "/webhooks/:application/:token/messages/:message", (call) => ok(messagePayload(shown(call)))),
	open("PATCH", "/webhooks/:application/:token/messages/:message", edit),
	open("DELETE", "/webhooks/:application/:token/messages/:message", remove),
];

/** The first answers each kind of interaction may be given (interactions/receiving-and-responding, "Callback Type"). */
const ALLOWED: Partial<Record<InteractionType, InteractionResponseType[]>> = {
	[InteractionType.ApplicationCommand]: [4, 5, 9],
	[InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
	[InteractionType.ApplicationCommandAutocomplete]: [8],
	[InteractionType.ModalSubmit]: [4, 5, 6, 7],
};
/** Of what a bot may set on an answer, the rest is ignored. */
const SETTABLE_FLAGS =
	MessageFlags.Ephemeral |
	MessageFlags.SuppressEmbeds |
	MessageFlags.SuppressNotifications |
	MessageFlags.IsComponentsV2;

function open(method: Route["method"], path: string, run: Route["run"]): Route {
	return { method, path, run, withoutToken: true, exemptFromGlobal: true };
}

/** The first answer as the bot sends it, what Discord calls an interaction callback. */
interface Callback {
	type: InteractionResponseType;
	data?: MessageBody & { choices?: OfferedChoice[] } & Partial<Modal>;
}

function answerFirst(call: Call): RestReply {
	const interaction = call.world.interactions.get(call.params.interaction ?? "");
	if (!interaction || interaction.token !== call.params.token) throw new ApiError(10062);
	if (interaction.acknowledged) throw new ApiError(40060);
	if (performance.now() - interaction.createdRealMs > call.world.limits.answerWithinMs) throw new ApiError(10062);
	const { type, data = {} } = (call.body ?? {}) as Callback;
	const allowed = ALLOWED[interaction.type] ?? [];
	if (!allowed.includes(type) || ((type === 6 || type === 7) && !interaction.source)) {
		const message = `Value must be one of (${allowed.join(", ")}).`;
		throw new ApiError(50035, [{ path: ["type"], code: "BASE_TYPE_CHOICES", message }]);
	}
	checkAnswer(type, call.body, data, interaction.source);
	interaction.acknowledged = true;
	act(interaction, type, data, call.files);
	if (call.query.get("with_response") !== "true") return { status: 204 };
	return ok(callbackResponse(interaction, type));
}

function checkAnswer(
	type: InteractionResponseType,
	body: unknown,
	data: NonNullable<Callback["data"]>,
	source: SimMessage | null,
): void {
	const { ApplicationCommandAutocompleteResult, Modal: OpenModal, ChannelMessageWithSource } = InteractionResponseType;
	if (type === ApplicationCommandAutocompleteResult) {
		checkSchema(ApplicationCommandAutocompleteCallbackRequestSchema, body);
		return;
	}
	if (type === OpenModal) {
		checkSchema(ModalInteractionCallbackRequestSchema, body);
		refuse(modalErrors(data as Modal));
		return;
	}
	const isNew = type === ChannelMessageWithSource || type === InteractionResponseType.DeferredChannelMessageWithSource;
	checkSchema(
		isNew ? CreateMessageInteractionCallbackRequestSchema : UpdateMessageInteractionCallbackRequestSchema,
		body,
	);
	if (type === InteractionResponseType.UpdateMessage && source) checkChange(source, data, ["data"]);
	else refuse(messageErrors(data).map((error) => ({ ...error, path: ["data", ...error.path] })));
	if (type === ChannelMessageWithSource && isEmpty(data, data.content?.trim() ?? "")) throw new ApiError(50006);
}

function act(
	interaction: HeldInteraction,
	type: InteractionResponseType,
	data: NonNullable<Callback["data"]>,
	files: SimFile[],
): void {
	switch (type) {
		case InteractionResponseType.ApplicationCommandAutocompleteResult:
			interaction.propose(data.choices ?? []);
			break;
		case InteractionResponseType.Modal:
			interaction.open(data as Modal);
			break;
		case InteractionResponseType.DeferredMessageUpdate:
			interaction.original = interaction.source;
			break;
		case InteractionResponseType.UpdateMessage:
			interaction.original = interaction.source;
			if (interaction.source) change(interaction, interaction.source, data, files);
			break;
		case InteractionResponseType.DeferredChannelMessageWithSource:
			interaction.original = write(interaction, { flags: deferralFlags(data) }, []);
			break;
		default:
			interaction.original = write(interaction, data, files);
	}
}

/** A deferred answer has nothing to show, and may only say who is to see it (https://github.com/discord/discord-api-docs/pull/7386). */
function deferralFlags({ flags }: MessageBody): number {
	return ((flags ?? 0) & MessageFlags.Ephemeral) | MessageFlags.Loading;
}

/** Puts an answer in the room, or shows it to the one person alone. */
function write(interaction: HeldInteraction, body: MessageBody, files: SimFile[]): SimMessage {
	const flags = (body.flags ?? 0) & (SETTABLE_FLAGS | MessageFlags.Loading);
	refuse(attachmentErrors(body.components ?? [], files));
	const draft = {
		content: body.content?.trim() ?? "",
		author: interaction.member.server.world.bot,
		allowedMentions: body.allowed_mentions,
		flags,
		embeds: body.embeds ?? [],
		components: body.components ?? [],
		files,
		isAnswer: true,
	};
	const { room } = interaction;
	const message = flags & MessageFlags.Ephemeral ? room.makeMessage(draft) : room.addMessage(draft);
	if (files.length > 0) room.server.world.withFiles.set(message.id, message);
	interaction.show(message);
	return message;
}

function change(interaction: HeldInteraction, message: SimMessage, body: MessageBody, files: SimFile[]): void {
	refuse(attachmentErrors(body.components ?? [], [...message.files, ...files]));
	if (body.content !== undefined) message.content = body.content?.trim() ?? "";
	if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
	if (body.components !== undefined) message.components = body.components ?? [];
	if (files.length > 0) message.files = files;
	if (files.length > 0) interaction.member.server.world.withFiles.set(message.id, message);
	message.allowedMentions = body.allowed_mentions ?? null;
	message.mentions = mentionedIn(interaction.room.server.members, message.content, message.allowedMentions);
	message.flags = (message.flags & ~MessageFlags.Loading) | ((body.flags ?? 0) & MessageFlags.IsComponentsV2);
	message.editedAt = interaction.member.server.world.clock.now();
	message.contents.push({ content: message.content, at: message.editedAt });
	interaction.show(message);
}

/** The interaction a token belongs to, while it is good. Before the first answer there is nothing to edit or follow. */
function answered({ world, params }: Call): HeldInteraction {
	const interaction = world.interactions.get(params.token ?? "");
	if (!interaction?.acknowledged || params.application !== world.bot.id) throw new ApiError(10015);
	if (world.clock.now() - interaction.createdAt > TOKEN_LIFE_MS) throw new ApiError(50027);
	return interaction;
}

function shown(call: Call): SimMessage {
	const interaction = answered(call);
	const { message: id } = call.params;
	const message = id === "@original" ? interaction.original : interaction.messages.find((one) => one.id === id);
	if (!message || message.deleted) throw new ApiError(10008);
	return message;
}

/** After a deferred answer, the first follow-up takes its place, with its ephemeral flag. */
function followUp(call: Call): RestReply {
	const interaction = answered(call);
	const body = (call.body ?? {}) as MessageBody;
	checkSchema(IncomingWebhookRequestPartialSchema, body);
	refuse(messageErrors(body));
	if (isEmpty(body, body.content?.trim() ?? "")) throw new ApiError(50006);
	const { original } = interaction;
	if (!original || !(original.flags & MessageFlags.Loading))
		return ok(messagePayload(write(interaction, body, call.files)));
	change(interaction, original, body, call.files);
	return ok(messagePayload(original));
}

function edit(call: Call): RestReply {
	const message = shown(call);
	const body = (call.body ?? {}) as MessageBody;
	checkSchema(IncomingWebhookUpdateRequestPartialSchema, body);
	checkChange(message, body);
	change(answered(call), message, body, call.files);
	return ok(messagePayload(message));
}

function remove(call: Call): RestReply {
	shown(call).deleted = true;
	return { status: 204 };
}

function callbackResponse(interaction: HeldInteraction, type: InteractionResponseType) {
	const { original } = interaction;
	const isUpdate = type === InteractionResponseType.UpdateMessage;
	const showsMessage =
		isUpdate ||
		type === InteractionResponseType.ChannelMessageWithSource ||
		type === InteractionResponseType.DeferredChannelMessageWithSource;
	return {
		interaction: {
			id: interaction.id,
			type: interaction.type,
			...(original && {
				response_message_id: original.id,
				response_message_loading: (original.flags & MessageFlags.Loading) !== 0,
				response_message_ephemeral: (original.flags & MessageFlags.Ephemeral) !== 0,
			}),
		},
		resource: { type, ...(showsMessage && original && { message: messagePayload(original) }) },
	};
}
