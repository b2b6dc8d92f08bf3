import { describe, expect, it } from "vitest";
import { codeToGoBy, judgeFrame } from "../../src/discord/frames.ts";

const READY = {
	session_id: "s",
	resume_gateway_url: "wss://gateway.discord.gg",
	user: { id: "1" },
	application: { id: "1" },
	guilds: [{ id: "2", unavailable: true }],
};

describe("judgeFrame", () => {
	it.each([
		["nothing", null, "take"],
		["a number", 5, "take"],
		["a frame of no kind", { op: "one" }, "take"],
		["an acknowledgement", { op: 11, d: null }, "take"],
		["a call to reconnect", { op: 7, d: null }, "take"],
		["HELLO", { op: 10, d: { heartbeat_interval: 41_250 } }, "take"],
		["HELLO without data", { op: 10, t: null, d: null }, "reconnect"],
		["HELLO without anything", { op: 10 }, "reconnect"],
		["HELLO with words for a number", { op: 10, d: { heartbeat_interval: "soon" } }, "reconnect"],
		["HELLO that wants no pause between heartbeats", { op: 10, d: { heartbeat_interval: 0 } }, "reconnect"],
		["a session that can be resumed", { op: 9, d: true }, "take"],
		["a session that cannot", { op: 9, d: false }, "begin anew"],
		["a session of which nothing is said", { op: 9, d: null }, "begin anew"],
		["READY", { op: 0, t: "READY", d: READY }, "take"],
		["READY without data", { op: 0, t: "READY", d: null }, "begin anew"],
		["READY without the bot", { op: 0, t: "READY", d: { ...READY, user: null } }, "begin anew"],
		["READY with nothing for a server", { op: 0, t: "READY", d: { ...READY, guilds: [null] } }, "begin anew"],
		["READY without a way to resume", { op: 0, t: "READY", d: { ...READY, resume_gateway_url: "" } }, "begin anew"],
		["a server", { op: 0, t: "GUILD_CREATE", d: { id: "2" } }, "take"],
		["a server without data", { op: 0, t: "GUILD_CREATE", d: null }, "begin anew"],
		["a server that is gone, without data", { op: 0, t: "GUILD_DELETE", d: null }, "begin anew"],
		["a session that was resumed", { op: 0, t: "RESUMED", d: null }, "take"],
		["another packet, which is read with a schema", { op: 0, t: "VOICE_STATE_UPDATE", d: null }, "take"],
	] as const)("says of %s: %j is to %s", (_title, payload, verdict) => {
		expect(judgeFrame(payload)).toBe(verdict);
	});
});

describe("codeToGoBy", () => {
	it.each([
		[4014, true, 4014],
		[4014, false, 4000],
		[4010, false, 4000],
		[4004, false, 4004],
		[4008, false, 4008],
		[1006, false, 1006],
	])("for %d, identifying: %j, is %d", (code, isIdentifying, toGoBy) => {
		expect(codeToGoBy(code, isIdentifying)).toBe(toGoBy);
	});
});
