import { ApplicationCommandType } from "discord-api-types/v10";
import { commandErrors } from "../command-rules.ts";
import { ApiError, refuse } from "../errors.ts";
import type { CommandBody, SimCommand } from "../registered-command.ts";
import { type Call, ok, type RestReply, type Route } from "./route.ts";

/** Registration, for the application and for one server. */
export const commandRoutes: Route[] = [
	"/applications/:application",
	"/applications/:application/guilds/:guild",
].flatMap((base): Route[] => [
	{ method: "GET", path: `${base}/commands`, run: (call) => ok(scope(call)) },
	{ method: "PUT", path: `${base}/commands`, run: replaceAll },
	{ method: "POST", path: `${base}/commands`, run: upsert },
	{ method: "GET", path: `${base}/commands/:command`, run: (call) => ok(known(call)) },
	{ method: "PATCH", path: `${base}/commands/:command`, run: change },
	{ method: "DELETE", path: `${base}/commands/:command`, run: remove },
]);

const MAX_CHAT_COMMANDS = 100;

/** The commands of the application, or of the server that is named in the path. */
function scope({ world, params }: Call): SimCommand[] {
	if (params.application !== world.bot.id) throw new ApiError(20012);
	if (params.guild !== undefined && !world.servers.has(params.guild)) throw new ApiError(50001);
	return world.commandsOf(params.guild);
}

function known(call: Call): SimCommand {
	const command = scope(call).find(({ id }) => id === call.params.command);
	if (!command) throw new ApiError(10063);
	return command;
}

function replaceAll(call: Call): RestReply {
	const list = scope(call);
	if (!Array.isArray(call.body)) {
		throw new ApiError(50035, [
			{ path: [], code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListField" },
		]);
	}
	refuse(call.body.flatMap((body, index) => commandErrors(body, [index])));
	const bodies = call.body as CommandBody[];
	if (bodies.length > MAX_CHAT_COMMANDS) throw new ApiError(30032);
	if (new Set(bodies.map(({ name, type }) => `${type ?? 1}:${name}`)).size < bodies.length) {
		const message = "Application command names must be unique";
		throw new ApiError(50035, [{ path: [], code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message }]);
	}
	const made = bodies.map((body) => register(call, body, sameName(list, body)));
	list.splice(0, list.length, ...made);
	return ok(list);
}

/** An existing command of the same name is overwritten (interactions/application-commands). */
function upsert(call: Call): RestReply {
	const list = scope(call);
	refuse(commandErrors(call.body, []));
	const body = call.body as CommandBody;
	const earlier = sameName(list, body);
	if (!earlier && list.length >= MAX_CHAT_COMMANDS) throw new ApiError(30032);
	const command = register(call, body, earlier);
	if (earlier) list.splice(list.indexOf(earlier), 1, command);
	else list.push(command);
	return { status: earlier ? 200 : 201, body: command };
}

function change(call: Call): RestReply {
	const earlier = known(call);
	const body = { ...earlier, ...(call.body as object) };
	refuse(commandErrors(body, []));
	const command = register(call, body, earlier);
	const list = scope(call);
	list.splice(list.indexOf(earlier), 1, command);
	return ok(command);
}

function remove(call: Call): RestReply {
	const list = scope(call);
	list.splice(list.indexOf(known(call)), 1);
	return { status: 204 };
}

function sameName(list: SimCommand[], body: CommandBody): SimCommand | undefined {
	return list.find(({ name, type }) => name === body.name && type === (body.type ?? 1));
}

function register({ world, params }: Call, body: CommandBody, earlier?: SimCommand): SimCommand {
	const permissions = body.default_member_permissions;
	return {
		nsfw: false,
		contexts: params.guild === undefined ? null : undefined,
		integration_types: params.guild === undefined ? [0] : undefined,
		...body,
		description: body.description ?? "",
		default_member_permissions: permissions === null || permissions === undefined ? null : String(permissions),
		type: body.type ?? ApplicationCommandType.ChatInput,
		id: earlier?.id ?? world.ids.next(),
		application_id: world.bot.id,
		version: world.ids.next(),
		...(params.guild !== undefined && { guild_id: params.guild }),
	};
}
