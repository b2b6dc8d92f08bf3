import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { type Asked, type Came, keepBarriers } from "../../src/discord/barriers.ts";
import { askedBy } from "../../src/discord/exchange.ts";
import { STANDING_STILL } from "../journeys/journey.ts";

const API = "https://discord.com/api/v10";
const posting = askedBy(`${API}/channels/1/messages`, "POST");
const elsewhere = askedBy(`${API}/channels/2/messages`, "POST");
const editing = askedBy(`${API}/channels/1/messages/3`, "PATCH");
const answering = askedBy(`${API}/interactions/4/token/callback`, "POST");

const MINUTE = 60_000;

function came(status: number, headers: Record<string, string> = {}, isJson = true): Came {
	return { status, headers: new Headers(headers), isJson };
}

function barriers() {
	const clock = new ScaledClock({ speed: STANDING_STILL });
	const said: { limited: string; until: string }[] = [];
	const log = pino({ level: "info" }, { write: (line) => void said.push(JSON.parse(line)) });
	const kept = keepBarriers({ clock, log });
	/** Makes a request; returns what takes its answer. */
	function pass(asked: Asked): (came: Came) => number {
		const entrance = kept.enter(asked);
		if (entrance.is === "barred") throw new Error("it has to wait");
		return entrance.end;
	}
	/** How many seconds a request has to wait; 0 when it passes. */
	function waits(asked: Asked): number {
		const entrance = kept.enter(asked);
		return entrance.is === "barred" ? Math.round(entrance.ms / 1_000) : 0;
	}
	return { clock, said, refusals: kept.refusals, pass, waits };
}

describe("what shares limits", () => {
	it.each([
		["POST", "/channels/1/messages", "POST /channels/1", false],
		["GET", "/channels/1/messages?limit=100", "GET /channels/1", false],
		["GET", "/guilds/1/members/2", "GET /guilds/1", false],
		["GET", "/users/2", "GET /users", false],
		["GET", "/gateway/bot", "GET /gateway", false],
		["PUT", "/applications/1/commands", "PUT /applications", false],
		["POST", "/interactions/1/secret/callback", "POST /interactions", true],
		["PATCH", "/webhooks/1/secret/messages/@original", "PATCH /webhooks", true],
	])("%s %s", (method, path, kind, isInteraction) => {
		expect(askedBy(API + path, method)).toEqual({ kind, isInteraction });
	});
});

describe("a 429", () => {
	it.each<[title: string, limit: Came, here: number, elsewhere: number]>([
		["of a channel", came(429, { "X-RateLimit-Scope": "user", "Retry-After": "7" }), 7, 0],
		["that others have caused", came(429, { "X-RateLimit-Scope": "shared", "Retry-After": "7" }), 7, 0],
		["of a channel, without a time", came(429, { "X-RateLimit-Scope": "user" }), 60, 0],
		["of a channel, with a time that is none", came(429, { "X-RateLimit-Scope": "user", "Retry-After": "-1" }), 60, 0],
		["of all", came(429, { "X-RateLimit-Scope": "global", "Retry-After": "7" }), 7, 7],
		["of all, by the older header", came(429, { "X-RateLimit-Global": "true", "Retry-After": "7" }), 7, 7],
		["of all, without a time", came(429, { "X-RateLimit-Scope": "global" }), 60, 60],
		["without a scope", came(429, { "Retry-After": "7" }), 7, 7],
		["with a new scope", came(429, { "X-RateLimit-Scope": "moon", "Retry-After": "7" }), 7, 7],
		["of Cloudflare", came(429, {}, false), 60, 60],
		["of Cloudflare, with a short time", came(429, { "Retry-After": "30" }, false), 60, 60],
		["of Cloudflare, with a long time", came(429, { "Retry-After": "300" }, false), 300, 300],
	])("%s keeps back whom it concerns", (_title, limit, here, others) => {
		const { pass, waits } = barriers();
		const waitMs = pass(posting)(limit);
		expect([waits(posting), waits(elsewhere), waits(answering)]).toEqual([here, others, 0]);
		expect(Math.round(waitMs / 1_000)).toBe(here);
	});

	it("of a channel's posts keeps nothing else of it back", () => {
		const { pass, waits } = barriers();
		pass(posting)(came(429, { "X-RateLimit-Scope": "user" }));
		expect(waits(editing)).toBe(0);
	});

	it("is said once for each closing, with until when, however many answers come", () => {
		const { clock, said, pass } = barriers();
		const ends = [posting, elsewhere, editing].map(pass);
		clock.skip(1);
		for (const end of ends) end(came(429, { "X-RateLimit-Scope": "global" }));
		expect(said).toHaveLength(1);
		expect(said[0]?.limited).toBe("all requests");
		expect(Math.round((Date.parse(said[0]?.until ?? "") - clock.now()) / MINUTE)).toBe(1);
	});

	it("is followed by one request alone, and by all once that is answered", () => {
		const { clock, pass, waits } = barriers();
		pass(posting)(came(429, { "X-RateLimit-Scope": "global" }));
		clock.skip(MINUTE);
		const end = pass(posting);
		expect(waits(elsewhere)).toBe(1);
		end(came(200));
		expect(waits(elsewhere)).toBe(0);
	});

	it("again and again keeps all back longer each time, up to ten minutes", () => {
		const { clock, pass, waits } = barriers();
		const waited: number[] = [];
		for (let times = 0; times < 6; times++) {
			pass(posting)(came(429));
			waited.push(waits(posting) / 60);
			clock.skip(waits(posting) * 1_000 + 1_000);
		}
		expect(waited).toEqual([1, 2, 4, 8, 10, 10]);
	});
});

describe("answers 401, 403 and 429", () => {
	it("are counted, but not a limit that others have caused", () => {
		const { pass, refusals } = barriers();
		pass(elsewhere)(came(429, { "X-RateLimit-Scope": "shared" }));
		for (const status of [200, 400, 401, 403, 404, 500, 429]) pass(posting)(came(status));
		expect(refusals()).toBe(3);
	});

	it("keep all back for a minute each, from a thousand within ten minutes on", () => {
		const { clock, said, pass, refusals, waits } = barriers();
		for (let times = 0; times < 999; times++) pass(posting)(came(403));
		expect([waits(posting), said]).toEqual([0, []]);
		pass(posting)(came(403));
		expect([waits(elsewhere), said.length]).toEqual([60, 1]);
		clock.skip(11 * MINUTE);
		pass(posting)(came(403));
		expect([waits(posting), refusals()]).toEqual([0, 1]);
	});
});
