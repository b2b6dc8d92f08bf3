import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, NOT_FOUND } from "./errors.ts";
import type { RequestFault } from "./faults.ts";
import { type BucketAnswer, LeakyBucket, SlidingWindow } from "./limits.ts";
import type { SimFile } from "./message.ts";
import type { Call, RestReply, Route } from "./routes/route.ts";
import { routeFor } from "./routes.ts";
import type { SimWorld } from "./world.ts";

/** One request to the REST side, and how it was answered. */
export interface RecordedRequest {
	method: string;
	/** Without `/api/v10`, without the query. */
	path: string;
	query: URLSearchParams;
	body: unknown;
	/** 0 while there is no answer, and for good where none was given. */
	status: number;
	/** As `performance.now()` counts. */
	receivedAt: number;
	/** The simulator's clock at the same moment. */
	clockTime: number;
}

const MB = 1024 * 1024;
const FLOOD_BYTES = 64 * 1024;
/** `DiscordBot ($url, $versionNumber)`, then anything (reference, "User Agent"). */
const USER_AGENT = /^DiscordBot \(\S+, \S+\)/;
const BUCKET_SWEEP_SIZE = 10_000;

/** Discord's HTTP side: the checks every request goes through, in Discord's order, then the route. */
export class Rest {
	readonly requests: RecordedRequest[] = [];
	/** Requests that wait for an answer that will never come. */
	readonly waitingInVain = new Set<IncomingMessage>();
	/** How many were answered with 429. */
	rateLimited = 0;
	/** 401, 403 and 429: ten thousand in ten minutes and Discord bans the address (topics/rate-limits). */
	invalid = 0;
	readonly #world: SimWorld;
	readonly #latencyMs: number;
	readonly #stopped: AbortSignal;
	readonly #global: SlidingWindow;
	readonly #buckets = new Map<string, LeakyBucket>();

	constructor(world: SimWorld, latencyMs: number, stopped: AbortSignal) {
		this.#world = world;
		this.#latencyMs = latencyMs;
		this.#stopped = stopped;
		this.#global = new SlidingWindow(world.limits.globalPerSecond, 1000);
	}

	/** Answers one request, or does not, where a fault says so. */
	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", "http://simulator");
		const raw = await read(request);
		const path = url.pathname.replace(/^\/api(\/v\d+)?/, "");
		const recorded: RecordedRequest = {
			method: request.method ?? "GET",
			path,
			query: url.searchParams,
			body: undefined,
			status: 0,
			receivedAt: performance.now(),
			clockTime: this.#world.clock.now(),
		};
		this.requests.push(recorded);
		const body = parseBody(request.headers["content-type"], raw);
		recorded.body = await body.then(
			(parsed) => parsed.body,
			() => String(raw),
		);
		if (this.#latencyMs > 0) await this.#sleep(this.#latencyMs / 2);

		const fault = this.#world.faults.forRequest(recorded.method, path);
		if (fault?.kind === "drop" && !fault.accept) return void request.socket.destroy();
		const process = () => this.#process(request, url, body, recorded).catch(replyFor);
		const reply = fault?.kind === "answer" ? await answerInstead(fault, process) : await process();
		if (fault?.kind === "drop") return void request.socket.destroy();
		if (fault?.kind === "stall") {
			if (fault.answerAfterMs === null) {
				this.waitingInVain.add(request);
				request.socket.once("close", () => this.waitingInVain.delete(request));
				return;
			}
			await this.#sleep(fault.answerAfterMs);
		}
		if (this.#latencyMs > 0) await this.#sleep(this.#latencyMs / 2);
		if (fault?.kind === "endless") return this.#sendWithoutEnd(response, reply, fault.everyMs);
		this.#count(reply);
		recorded.status = reply.status;
		send(response, reply);
	}

	async #process(
		request: IncomingMessage,
		url: URL,
		body: Promise<Pick<Call, "body" | "files">>,
		recorded: RecordedRequest,
	): Promise<RestReply> {
		if (!USER_AGENT.test(request.headers["user-agent"] ?? "")) throw new ApiError(40333);
		const version = /^\/api\/v(\d+)\//.exec(url.pathname)?.[1];
		if (version !== undefined && version !== "9" && version !== "10") throw new ApiError(50041);

		const found = routeFor(recorded.method, recorded.path.replaceAll("%40", "@"));
		if (!found) return NOT_FOUND;
		const { route, params } = found;
		const authorized = request.headers.authorization === `Bot ${this.#world.token}`;
		if (!route.withoutToken && !authorized) throw new ApiError(0);

		if (!route.exemptFromGlobal) {
			const waitMs = this.#global.take(this.#world.clock.now());
			if (waitMs > 0) return tooMany(waitMs, "global");
		}
		const key = bucketKey(route, params);
		const granted = this.#bucket(route, key).take(this.#world.clock.now());
		const headers = limitHeaders(granted, bucketName(route), this.#world.clock.now());
		if (!granted.allowed) return withHeaders(tooMany(granted.retryAfterMs, "user"), headers);

		const call: Call = { world: this.#world, params, query: url.searchParams, ...(await body) };
		try {
			return withHeaders(await route.run(call), headers);
		} catch (error) {
			return withHeaders(replyFor(error), headers);
		}
	}

	async #sendWithoutEnd(response: ServerResponse, { status, headers }: RestReply, everyMs: number): Promise<void> {
		const cut = new AbortController();
		response.once("close", () => cut.abort());
		response.writeHead(status, { "Content-Type": "application/json", ...headers });
		const bytes = " ".repeat(everyMs > 0 ? 1 : FLOOD_BYTES); // JSON may begin with any number of spaces
		while (!cut.signal.aborted && !this.#stopped.aborted) {
			const hasRoom = response.write(bytes);
			if (everyMs > 0) await this.#world.clock.sleep(everyMs, AbortSignal.any([cut.signal, this.#stopped]));
			else if (!hasRoom) await once(response, "drain", { signal: cut.signal }).catch(() => undefined);
		}
	}

	#bucket(route: Route, key: string): LeakyBucket {
		const known = this.#buckets.get(key);
		if (known) return known;
		if (this.#buckets.size > BUCKET_SWEEP_SIZE) this.#buckets.clear();
		const { channelBurst, channelWindowMs, routeBurst } = this.#world.limits;
		const made =
			route.bucket === "messages" ? new LeakyBucket(channelBurst, channelWindowMs) : new LeakyBucket(routeBurst, 1000);
		this.#buckets.set(key, made);
		return made;
	}

	#count({ status, headers }: RestReply): void {
		if (status === 429) this.rateLimited++;
		const isInvalid = status === 401 || status === 403 || status === 429;
		if (isInvalid && headers?.["X-RateLimit-Scope"] !== "shared") this.invalid++;
	}

	async #sleep(ms: number): Promise<void> {
		await this.#world.clock.sleep(ms, this.#stopped);
	}
}

/** The answer that a fault gives in place of Discord's own. */
async function answerInstead(
	{ done, ...answer }: Extract<RequestFault, { kind: "answer" }>,
	process: () => Promise<RestReply>,
): Promise<RestReply> {
	if (done) await process();
	return answer;
}

/** A refusal for asking too much. The header is in whole seconds, as documented; the body is exact. */
export function tooMany(retryAfterMs: number, scope: "user" | "global" | "shared" | null): RestReply {
	return {
		status: 429,
		headers: {
			"Retry-After": String(Math.ceil(retryAfterMs / 1000)),
			...(scope && { "X-RateLimit-Scope": scope }),
			...(scope === "global" && { "X-RateLimit-Global": "true" }),
		},
		body: {
			message: "You are being rate limited.",
			retry_after: Math.ceil(retryAfterMs) / 1000,
			global: scope === "global",
		},
	};
}

function limitHeaders(granted: BucketAnswer, bucket: string, now: number): Record<string, string> {
	return {
		"X-RateLimit-Limit": String(granted.limit),
		"X-RateLimit-Remaining": String(granted.remaining),
		"X-RateLimit-Reset": ((now + granted.resetAfterMs) / 1000).toFixed(3),
		"X-RateLimit-Reset-After": (Math.ceil(granted.resetAfterMs) / 1000).toFixed(3),
		"X-RateLimit-Bucket": bucket,
	};
}

function withHeaders(reply: RestReply, headers: Record<string, string>): RestReply {
	return { ...reply, headers: { ...headers, ...reply.headers } };
}

/** One bucket per route and top-level resource (topics/rate-limits). */
function bucketKey(route: Route, params: Record<string, string>): string {
	const major = params.channel ?? params.guild ?? params.token ?? params.application ?? "";
	return `${bucketName(route)}:${major}`;
}

function bucketName(route: Route): string {
	return Buffer.from(`${route.method}${route.path}`).toString("hex").slice(-32);
}

function replyFor(error: unknown): RestReply {
	if (error instanceof ApiError) return { status: error.status, body: error.body };
	throw error;
}

async function read(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += (chunk as Buffer).length;
		if (size <= 25 * MB) chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

async function parseBody(type: string | undefined, raw: Buffer): Promise<Pick<Call, "body" | "files">> {
	if (raw.length === 0) return { body: undefined, files: [] };
	try {
		if (!type?.startsWith("multipart/form-data")) return { body: JSON.parse(String(raw)), files: [] };
		const form = await new Response(new Uint8Array(raw), { headers: { "Content-Type": type } }).formData();
		const files: SimFile[] = [];
		for (const value of form.values()) {
			if (typeof value === "string") continue;
			files.push({ name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
		}
		return { body: JSON.parse(String(form.get("payload_json") ?? "{}")), files };
	} catch {
		throw new ApiError(50109);
	}
}

function send(response: ServerResponse, { status, body, text, headers = {} }: RestReply): void {
	const sent = text ?? (body === undefined ? "" : JSON.stringify(body));
	const type = text === undefined ? "application/json" : "text/html";
	response.writeHead(status, { ...(sent !== "" && { "Content-Type": type }), ...headers });
	response.end(sent);
}
