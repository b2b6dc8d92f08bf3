import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Journey, setOut } from "../journeys/journey.ts";
import { ask, FREE_PORT, portOf } from "./questions.ts";

/** A bare connection to Byname's health, and what has come over it so far. */
async function connection(journey: Journey): Promise<{ socket: Socket; heard(): string; closed: Promise<unknown> }> {
	const socket = connect(await portOf(journey), "127.0.0.1");
	onTestFinished(() => void socket.destroy());
	let heard = "";
	socket.on("data", (data) => {
		heard += data;
	});
	socket.on("error", () => undefined); // being cut off is one
	const closed = new Promise((resolve) => socket.once("close", resolve));
	await once(socket, "connect");
	return { socket, heard: () => heard, closed };
}

const QUESTION = "GET /metrics HTTP/1.1\r\nHost: byname\r\n\r\n";

describe("health, flooded with", () => {
	it.each([
		["62 KiB", 62],
		["3.9 MiB", 3.9 * 1_024],
	])("%s of questions on one connection, answers one of them at most, and others as ever", async (_title, kib) => {
		const journey = await setOut({ health: FREE_PORT });
		const { socket, heard, closed } = await connection(journey);
		socket.write(QUESTION.repeat(Math.floor((kib * 1_024) / QUESTION.length)));
		await closed;
		expect(heard().match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThanOrEqual(1);
		expect(await ask(journey, "/healthz")).toEqual({ status: 200, body: "alive\n" });
	});

	it("connections that say nothing, lets in whoever comes, and cuts off who came first", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const first = await connection(journey);
		for (let n = 1; n < 64; n++) await connection(journey);
		expect(await ask(journey, "/healthz")).toMatchObject({ status: 200 });
		await first.closed;
		expect(first.heard()).toBe("");
	});

	it("headers without an end, cuts them off", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { socket, heard, closed } = await connection(journey);
		socket.write(`GET /healthz HTTP/1.1\r\nHost: ${"x".repeat(100_000)}`);
		await closed;
		expect(heard()).toMatch(/^HTTP\/1\.1 431 /);
	});
});

describe("a connection to health", () => {
	it("ends with its answer, so that nobody keeps it", async () => {
		const journey = await setOut({ health: FREE_PORT });
		const { socket, heard, closed } = await connection(journey);
		socket.write("GET /healthz HTTP/1.1\r\nHost: byname\r\nConnection: keep-alive\r\n\r\n");
		await closed;
		expect(heard()).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
		expect(heard()).toContain("\r\nConnection: close\r\n");
		expect(heard()).toContain("alive\n");
	});
});
