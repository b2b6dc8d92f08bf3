import { describe, expect, it } from "vitest";
import { atAcme } from "../commands/acme.ts";
import { shownBy } from "../commands/shown.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Byname is timed out for twenty minutes, and Maya has come to a live stage. */
async function mayaWaits() {
	const journey = await setOut({ speed: 0.05 });
	const { server, stage } = await liveStage(journey);
	await server.bot.isTimedOut(20 * MINUTE);
	const until20 = journey.clock.now() + 20 * MINUTE;
	await server.addMember("Maya").joins(stage);
	await until(() => timesLogged(journey, /takes no posts from Byname/) > 0);
	return { journey, server, stage, until20 };
}

describe("a time-out of Byname itself", () => {
	it("is over within seconds of its end, which no packet tells", async () => {
		const { journey, stage, until20 } = await mayaWaits();
		journey.clock.skip(19 * MINUTE);
		expect(stage.messages).toEqual([]);
		await skipUntil(journey, () => stage.messages.length > 0, 500);
		expect(heard(stage.messages[0]?.content ?? "")).toBe("onTime: Maya + sorry");
		expect((stage.messages[0]?.acceptedAt ?? 0) - until20).toBeLessThan(5 * SECOND);
	});

	it("is over at once when somebody ends it", async () => {
		const { server, stage } = await mayaWaits();
		await server.bot.isForgiven();
		expect(await stage.nextText()).toContain("Maya");
	});

	it("is over soon after its end, too, for a Byname that began meanwhile, and whose clock is fast", async () => {
		const { journey, stage, until20 } = await mayaWaits();
		await journey.stop();
		journey.fastByMs = 5 * SECOND;
		await journey.start();
		await skipUntil(journey, () => stage.messages.length > 0, 500);
		expect((stage.messages[0]?.acceptedAt ?? 0) - until20).toBeLessThan(15 * SECOND);
	});
});

describe("what silences Byname on a whole server", () => {
	it.each([
		["timed out", /I am timed out on this server until <t:\d+:F> \(<t:\d+:R>\).*\*Timeout Members\*.*Remove Timeout/],
		["quarantined", /AutoMod has put me in quarantine.*\*Manage Server\*.*Server Settings → AutoMod/],
	] as const)("is told in plain words by /server check, /session start and /session status: %s", async (how, words) => {
		const { server, stage, henry, log } = await atAcme();
		const anna = server.addMember({ globalName: "Anna", permissions: ["ManageGuild"] });
		if (how === "timed out") await server.bot.isTimedOut(20 * MINUTE);
		else await server.bot.isQuarantinedByAutoMod(true);
		const check = await anna.runs("server check");
		const checked = await shownBy(check);
		expect(checked).toMatch(words);
		expect(checked).toContain(`### Otherwise fine: 1\n<#${stage.id}>`);
		expect(await shownBy(await henry.runs("session start", { room: stage }))).toMatch(words);
		await until(() => log.some(({ msg }) => msg === "session opened"));
		expect(await shownBy(await henry.runs("session status", { room: stage }))).toMatch(words);
		if (how === "timed out") await server.bot.isForgiven();
		else await server.bot.isQuarantinedByAutoMod(false);
		expect(await shownBy(await check.clicks("server:check"))).not.toMatch(words);
	});
});
