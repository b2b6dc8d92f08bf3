import { describe, expect, it } from "vitest";
import type { Fail } from "../../rehearsal/simulator/fail.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";
import { setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { attemptsIn, POSTS } from "./posts.ts";

describe("a post", () => {
	it.each<[title: string, strike: (fail: Fail) => void]>([
		["is answered with 502", (fail) => fail.answer(502, { ...POSTS, times: 3 })],
		["is dropped before Discord has heard it", (fail) => fail.dropUnheard({ ...POSTS, times: 3 })],
		["is accepted but the line drops", (fail) => fail.drop({ ...POSTS, times: 3 })],
		["meets a shared limit", (fail) => fail.rateLimit("shared", 1_000, { ...POSTS, times: 2 })],
		["meets the global limit", (fail) => fail.rateLimit("global", 1_000, POSTS)],
	])("that %s is made again with the same words and nonce, and stands there once", async (_title, strike) => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		strike(journey.discord.fail);
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => timesLogged(journey, /^posted$/) > 0);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Maya"]);
		const attempts = attemptsIn(stage, journey);
		expect(attempts.length).toBeGreaterThan(1);
		expect(new Set(attempts.map(({ body }) => JSON.stringify(body))).size).toBe(1);
	});

	it("left unposted by a process that ended is made by the next one, in the same words", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.drop(POSTS);
		await server.addMember("Maya").joins(stage);
		await until(() => stage.messages.length === 1);
		await journey.stop();
		await journey.start();
		await server.addMember("Sunil").joins(stage);
		await skipUntil(journey, () => stage.messages.length === 2);
		expect(stage.messages.map(({ content }) => heard(content))).toEqual(["onTime: Maya", "onTime: Sunil"]);
	});
});

describe("a greeting that another process has left", () => {
	it("is taken up also in a room where this one has had nothing to say", async () => {
		const databaseUrl = temporaryFile();
		const journey = await setOut({ databaseUrl });
		const room = journey.discord.addServer({ name: "Acme" }).addVoiceRoom("Seminar");
		const other = await openStore(databaseUrl, (error) => {
			throw error;
		});
		await insertSession(other, sessionRow({ id: "s", room_id: room.id, closed_at: null }));
		const waiting = { session_id: "s", user_id: "maya", name: "Maya", channel_id: room.id };
		await insertGreetings(other, [greetingRow({ ...waiting, arrived_at: journey.clock.now() })]);
		await other.destroy();
		await skipUntil(journey, () => room.messages.length === 1);
		expect(room.messages[0]?.content).toContain("Maya");
	});
});

describe("a token that Discord refuses", () => {
	it("ends Byname with a sentence that says what to do", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		journey.discord.fail.answer(401, POSTS);
		await server.addMember("Maya").joins(stage);
		await expect(journey.running).rejects.toThrow(/Reset Token/);
	});
});
