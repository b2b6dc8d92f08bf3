import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ItemQueue } from "../../../rehearsal/simulator/item-queue.ts";
import { type Simulator, startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { type StandingClock, standingClock } from "./standing-clock.ts";

interface Packet {
	op: number;
	t: string | null;
	s: number | null;
	d: unknown;
}

let clock: StandingClock;
let simulator: Simulator;
let sockets: WebSocket[];

beforeEach(async () => {
	clock = standingClock();
	sockets = [];
	simulator = await startSimulator({ clock, limits: { maxConcurrency: 1 } });
});

afterEach(async () => {
	for (const socket of sockets) socket.terminate();
	await simulator.stop();
});

/** A bare socket after its HELLO. */
async function connect() {
	const socket = new WebSocket(`${simulator.world.gatewayUrl}?v=10&encoding=json`);
	sockets.push(socket);
	const inbox = new ItemQueue<Packet>();
	const heard: Packet[] = [];
	socket.on("message", (data) => {
		const packet: Packet = JSON.parse(String(data));
		heard.push(packet);
		inbox.put(packet);
	});
	const next = () => inbox.next(2000, () => "no packet came");
	expect(await next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
	return { socket, next, heard, send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })) };
}

const identity = () => ({ token: simulator.token, intents: 129, properties: {} });

async function identified() {
	const connection = await connect();
	connection.send(2, identity());
	const ready = await connection.next();
	expect(ready).toMatchObject({ t: "READY", s: 1 });
	return { ...connection, sessionId: (ready.d as { session_id: string }).session_id };
}

describe("heartbeats", () => {
	it("are acknowledged", async () => {
		const { send, next } = await connect();
		send(1, null);
		expect(await next()).toMatchObject({ op: 11 });
	});

	it("are swallowed while it is silent", async () => {
		const { send, next } = await identified();
		simulator.fail.goSilent();
		send(1, 1);
		send(8, { guild_id: simulator.addServer({ name: "Acme" }).id, user_ids: ["1"] });
		expect(await next()).toMatchObject({ t: "GUILD_CREATE" });
		expect(await next()).toMatchObject({ t: "GUILD_MEMBERS_CHUNK" });
		simulator.fail.speak();
		send(1, 3);
		expect(await next()).toMatchObject({ op: 11 });
	});
});

describe("a stalled socket", () => {
	it("hears nothing, then everything in order", async () => {
		const stalled = await identified();
		const before = stalled.heard.length;
		simulator.fail.stallSockets();
		stalled.send(1, 1);
		simulator.addServer({ name: "Acme" });
		simulator.addServer({ name: "Umbrella" });
		await simulator.sendText(JSON.stringify({ op: 7, d: null, s: null, t: null }));
		clock.skip(5_000);
		const other = await identified();
		expect(await other.next()).toMatchObject({ d: { name: "Acme" } });
		expect(stalled.heard).toHaveLength(before);
		expect(stalled.socket.readyState).toBe(WebSocket.OPEN);
		simulator.fail.freeSockets();
		await expect.poll(() => stalled.heard.length, { timeout: 10_000 }).toBe(before + 4);
		const heard = stalled.heard.slice(before);
		expect(heard.filter(({ op }) => op === 11)).toHaveLength(1);
		expect(heard.filter(({ op }) => op !== 11)).toMatchObject([
			{ s: 2, d: { name: "Acme" } },
			{ s: 3, d: { name: "Umbrella" } },
			{ op: 7 },
		]);
	});

	it("does not answer a close either", async () => {
		const { socket } = await identified();
		simulator.fail.stallSockets();
		expect(simulator.trustedInVain).toBe(1);
		socket.close(4000);
		await expect.poll(() => simulator.trustedInVain, { timeout: 10_000 }).toBe(0);
		expect(socket.readyState).toBe(WebSocket.CLOSING);
		simulator.fail.freeSockets();
		expect((await once(socket, "close"))[0]).toBe(4000);
	});
});

describe("closing", () => {
	it.each([
		["something before identifying", { op: 3, d: {} }, 4003],
		["an unknown opcode", { op: 99, d: {} }, 4003],
		["a packet without an opcode", {}, 4002],
		["a shard out of range", { op: 2, d: { token: "x", intents: 1, properties: {}, shard: [1, 1] } }, 4010],
		["unknown intents", { op: 2, d: { token: "x", intents: 2 ** 30, properties: {} } }, 4013],
	])("answers %s", async (_, packet, code) => {
		const { socket } = await connect();
		const withToken = JSON.stringify(packet).replace('"x"', JSON.stringify(simulator.token));
		socket.send(withToken);
		expect((await once(socket, "close"))[0]).toBe(code);
	});

	it("answers a second identify", async () => {
		const { socket, send } = await identified();
		send(2, identity());
		expect((await once(socket, "close"))[0]).toBe(4005);
	});

	it("answers a packet that is too long", async () => {
		const { socket, send } = await connect();
		send(1, "x".repeat(4_096));
		expect((await once(socket, "close"))[0]).toBe(4002);
	});

	it("answers more than 120 packets in a minute", async () => {
		const { socket, send } = await connect();
		for (let n = 0; n < 121; n++) send(1, null);
		expect((await once(socket, "close"))[0]).toBe(4008);
	});

	it.each([
		["for nobody", { user_ids: [] }, 4014],
		["for everybody", { query: "", limit: 0 }, 4014],
		["for some of everybody", { query: "", limit: 10 }, 4014],
		["that does not say for whom", {}, 4001],
		["that cannot be read", { user_ids: [1] }, 4001],
	])("answers a request for members %s", async (_, request, code) => {
		const { socket, send } = await identified();
		send(8, { guild_id: simulator.addServer({ name: "Acme" }).id, ...request });
		expect((await once(socket, "close"))[0]).toBe(code);
	});
});

describe("identifying", () => {
	it("is refused when it comes sooner than the concurrency allows", async () => {
		await identified();
		const { send, next } = await connect();
		send(2, identity());
		expect(await next()).toMatchObject({ op: 9, d: false });
		clock.skip(5_000);
		send(2, identity());
		expect(await next()).toMatchObject({ t: "READY" });
	});
});

describe("what goes wrong on purpose", () => {
	it("is an identify that is called invalid, or answered with a close; both count", async () => {
		simulator.fail.refuseIdentifies("invalid");
		simulator.fail.refuseIdentifies(4000);
		const { socket, send, next } = await connect();
		send(2, identity());
		expect(await next()).toMatchObject({ op: 9, d: false });
		send(2, identity());
		expect((await once(socket, "close"))[0]).toBe(4000);
		expect([simulator.identifyAttempts, simulator.identifies]).toEqual([2, 0]);
	});

	it("is a packet without its data, HELLO and READY too", async () => {
		for (const name of ["HELLO", "READY", "GUILD_CREATE"]) simulator.fail.emptyPackets(name);
		const socket = new WebSocket(simulator.world.gatewayUrl);
		sockets.push(socket);
		expect(JSON.parse(String((await once(socket, "message"))[0]))).toMatchObject({ op: 10, d: null });
		socket.send(JSON.stringify({ op: 2, d: identity() }));
		expect(JSON.parse(String((await once(socket, "message"))[0]))).toMatchObject({ t: "READY", d: null });
		simulator.addServer({ name: "Acme" });
		expect(JSON.parse(String((await once(socket, "message"))[0]))).toMatchObject({ t: "GUILD_CREATE", d: null });
	});
});

describe("resuming", () => {
	it("goes on where the client was, and knows what it had seen", async () => {
		const { socket, sessionId } = await identified();
		simulator.addServer({ name: "Seen" });
		socket.terminate();
		simulator.addServer({ name: "Missed" });
		const { send, next } = await connect();
		send(6, { token: simulator.token, session_id: sessionId, seq: 2 });
		expect(await next()).toMatchObject({ t: "GUILD_CREATE", s: 3, d: { name: "Missed" } });
		expect(await next()).toMatchObject({ t: "RESUMED", s: 4 });
	});

	it("is refused for a session that nobody knows", async () => {
		const { send, next } = await connect();
		send(6, { token: simulator.token, session_id: "0", seq: 1 });
		expect(await next()).toMatchObject({ op: 9, d: false });
	});

	it("is refused after too long", async () => {
		const { sessionId } = await identified();
		simulator.fail.dropSockets();
		clock.skip(90_001);
		const { send, next } = await connect();
		send(6, { token: simulator.token, session_id: sessionId, seq: 1 });
		expect(await next()).toMatchObject({ op: 9, d: false });
	});

	it("is refused after the client closed with 1000, but not after another code", async () => {
		for (const [code, op] of [
			[4000, 0],
			[1000, 9],
		] as const) {
			clock.skip(5_000);
			const { socket, sessionId } = await identified();
			socket.close(code);
			await once(socket, "close");
			const { send, next } = await connect();
			send(6, { token: simulator.token, session_id: sessionId, seq: 1 });
			expect(await next()).toMatchObject({ op });
		}
	});
});
