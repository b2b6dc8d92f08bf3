import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from "discord-api-spec/zod";
import { MessageFlags } from "discord-api-types/v10";
import { charactersIn } from "../characters.ts";
import { componentErrors } from "../components.ts";
import { ApiError, type FieldError, refuse } from "../errors.ts";
import type { AllowedMentions, SimMessage } from "../message.ts";
import { mentionedIn } from "../message.ts";
import { messagePayload } from "../message-payload.ts";
import { channelPayload, directPayload } from "../payloads.ts";
import { may } from "../permissions.ts";
import { isWritten } from "../room-kind.ts";
import { checkSchema } from "../schemas.ts";
import type { HeldRoom, SimWorld } from "../world.ts";
import { type Call, ok, type RestReply, type Route } from "./route.ts";

/** "The past few minutes" in which `enforce_nonce` looks for the same nonce; Discord does not say how many. */
const NONCE_WINDOW_MS = 3 * 60 * 1000;
const MAX_CONTENT = 2000;
const SETTABLE_FLAGS =
	MessageFlags.SuppressEmbeds |
	MessageFlags.SuppressNotifications |
	MessageFlags.IsComponentsV2 |
	MessageFlags.IsVoiceMessage;

/** A message as a bot sends it; only what is looked at. */
export interface MessageBody {
	content?: string | null;
	nonce?: string | number | null;
	enforce_nonce?: boolean | null;
	allowed_mentions?: AllowedMentions | null;
	flags?: number | null;
	embeds?: unknown[] | null;
	components?: unknown[] | null;
	sticker_ids?: string[] | null;
	poll?: unknown;
	attachments?: unknown[] | null;
}

/** Channels and their messages. */
export const channelRoutes: Route[] = [
	{
		method: "GET",
		path: "/channels/:channel",
		run: (call) => ok(directPayloadOf(call) ?? channelPayload(visibleRoom(call), { withServer: true })),
	},
	{ method: "POST", path: "/channels/:channel/messages", bucket: "messages", run: createMessage },
	{ method: "GET", path: "/channels/:channel/messages", run: listMessages },
	{
		method: "GET",
		path: "/channels/:channel/messages/:message",
		run(call) {
			const room = readableRoom(call);
			return ok(messagePayload(knownMessage(room, call)));
		},
	},
	{ method: "PATCH", path: "/channels/:channel/messages/:message", bucket: "messages", run: editMessage },
	{ method: "DELETE", path: "/channels/:channel/messages/:message", run: deleteMessage },
	{ method: "POST", path: "/channels/:channel/typing", run: showTyping },
];

/** Direct messages, as Discord shows them; null when the channel is none. */
function directPayloadOf({ world, params }: Call) {
	const userId = [...world.directRooms].find(([, room]) => room.id === params.channel)?.[0];
	const user = world.users.get(userId ?? "");
	return user ? directPayload(params.channel ?? "", user) : null;
}

function knownRoom({ world, params }: Call): HeldRoom {
	const room = world.rooms.get(params.channel ?? "");
	if (!room) throw new ApiError(world.directChannels.has(params.channel ?? "") ? 50007 : 10003);
	if (room.server.removed || room.server.outage) throw new ApiError(50001);
	return room;
}

function visibleRoom(call: Call): HeldRoom {
	const room = knownRoom(call);
	if (!may(room, room.server.bot, "ViewChannel")) throw new ApiError(50001);
	return room;
}

/** Reading and writing in a voice or stage room also needs Connect (topics/permissions; discord-api-docs#5111). */
function enterableRoom(call: Call): HeldRoom {
	const room = visibleRoom(call);
	if (!isWritten(room) && !may(room, room.server.bot, "Connect")) throw new ApiError(50001);
	return room;
}

function writableRoom(call: Call): HeldRoom {
	const room = enterableRoom(call);
	if (!may(room, room.server.bot, "SendMessages")) throw new ApiError(50013);
	return room;
}

function readableRoom(call: Call): HeldRoom {
	const room = enterableRoom(call);
	if (!may(room, room.server.bot, "ReadMessageHistory")) throw new ApiError(50013);
	return room;
}

function knownMessage(room: HeldRoom, { params }: Call): SimMessage {
	const message = room.messages.find(({ id }) => id === params.message);
	if (!message || message.deleted) throw new ApiError(10008);
	return message;
}

function showTyping(call: Call): RestReply {
	writableRoom(call);
	return { status: 204 };
}

function createMessage(call: Call): RestReply {
	const room = writableRoom(call);
	checkSchema(MessageCreateRequestSchema, call.body ?? {});
	refuse(messageErrors(call.body ?? {}));
	const body = (call.body ?? {}) as MessageBody;
	const content = body.content?.trim() ?? "";
	if (isEmpty(body, content)) throw new ApiError(50006);
	for (const word of room.server.blockedWords) if (content.includes(word)) throw new ApiError(200000);
	const twin = body.enforce_nonce ? sameNonce(call.world, body.nonce) : undefined;
	if (twin?.deleted) throw new ApiError(10008);
	if (twin) return created(twin);
	const message = room.addMessage({
		content,
		author: call.world.bot,
		nonce: body.nonce,
		allowedMentions: body.allowed_mentions,
		flags: (body.flags ?? 0) & SETTABLE_FLAGS,
		embeds: body.embeds ?? [],
		components: body.components ?? [],
	});
	if (message.nonce !== null) call.world.nonces.set(String(message.nonce), message);
	return created(message);
}

function created(message: SimMessage): RestReply {
	return ok({ ...messagePayload(message), ...(message.nonce !== null && { nonce: message.nonce }) });
}

/** The bot's recent message with this nonce, deleted ones included (resources/message, "Create Message"). */
function sameNonce(world: SimWorld, nonce: string | number | null | undefined): SimMessage | undefined {
	const message = world.nonces.get(String(nonce));
	return message && message.acceptedAt >= world.clock.now() - NONCE_WINDOW_MS ? message : undefined;
}

function listMessages(call: Call): RestReply {
	const room = enterableRoom(call);
	const limit = Number(call.query.get("limit") ?? 50);
	if (!(limit >= 1 && limit <= 100)) {
		const message = "Value should be between 1 and 100.";
		throw new ApiError(50035, [{ path: ["limit"], code: "NUMBER_TYPE_RANGE", message }]);
	}
	// Without the permission the list is empty, not refused (resources/message, "Get Channel Messages").
	if (!may(room, room.server.bot, "ReadMessageHistory")) return ok([]);
	const before = call.query.get("before");
	const after = call.query.get("after");
	const found = room.messages.filter(
		({ id, deleted }) => !deleted && (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)),
	);
	const page = after ? found.slice(0, limit) : found.slice(-limit);
	return ok(page.reverse().map((message) => messagePayload(message)));
}

function editMessage(call: Call): RestReply {
	const room = enterableRoom(call);
	checkSchema(MessageEditRequestPartialSchema, call.body ?? {});
	const message = knownMessage(room, call);
	if (message.author !== call.world.bot) throw new ApiError(50005);
	const body = (call.body ?? {}) as MessageBody;
	checkChange(message, body);
	message.content = body.content === undefined ? message.content : (body.content?.trim() ?? "");
	message.embeds = body.embeds === undefined ? message.embeds : (body.embeds ?? []);
	message.components = body.components === undefined ? message.components : (body.components ?? []);
	message.allowedMentions = body.allowed_mentions ?? null;
	message.mentions = mentionedIn(room.server.members, message.content, message.allowedMentions);
	message.flags |= (body.flags ?? 0) & MessageFlags.IsComponentsV2;
	message.editedAt = call.world.clock.now();
	message.contents.push({ content: message.content, at: message.editedAt });
	void room.server.dispatch("MESSAGE_UPDATE", { ...messagePayload(message), guild_id: room.server.id });
	return ok(messagePayload(message));
}

async function deleteMessage(call: Call): Promise<RestReply> {
	const room = enterableRoom(call);
	const message = knownMessage(room, call);
	const isOwn = message.author === call.world.bot;
	if (!isOwn && !may(room, room.server.bot, "ManageMessages")) throw new ApiError(50013);
	await room.removeMessage(message);
	return { status: 204 };
}

/** Whether there is nothing to show. */
export function isEmpty(body: MessageBody, content: string): boolean {
	const lists = [body.embeds, body.components, body.sticker_ids, body.attachments];
	return content === "" && !body.poll && lists.every((list) => !list?.length);
}

/**
 * Refuses a change after which a message would not be one that Discord takes: what the change leaves out stays, and what is
 * made of components alone (V2) remains so. `path` is where the change sits in the request.
 */
export function checkChange(message: SimMessage, body: MessageBody, path: PropertyKey[] = []): void {
	const after: MessageBody = {
		...body,
		content: body.content === undefined ? message.content : body.content,
		embeds: body.embeds === undefined ? message.embeds : body.embeds,
		components: body.components === undefined ? message.components : body.components,
		attachments: body.attachments === undefined ? message.files : body.attachments,
		flags: (body.flags ?? 0) | (message.flags & MessageFlags.IsComponentsV2),
	};
	refuse(messageErrors(after).map((error) => ({ ...error, path: [...path, ...error.path] })));
	if (isEmpty(after, after.content?.trim() ?? "")) throw new ApiError(50006);
}

/** What Discord refuses although its schema lets it pass. */
export function messageErrors(body: MessageBody): FieldError[] {
	const errors = componentErrors(body);
	if (charactersIn(body.content ?? "") > MAX_CONTENT) {
		const message = `Must be ${MAX_CONTENT} or fewer in length.`;
		errors.push({ path: ["content"], code: "BASE_TYPE_MAX_LENGTH", message });
	}
	for (const kind of ["users", "roles"] as const) {
		const listed = body.allowed_mentions?.[kind] ?? [];
		if (listed.length > 0 && body.allowed_mentions?.parse?.includes(kind)) {
			const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
			errors.push({ path: ["allowed_mentions"], code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message });
		}
	}
	return errors;
}
