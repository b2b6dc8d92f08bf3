import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { temporaryFile } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, until } from "./journey.ts";

const MINUTE = 60_000;

/** Henry's webinar, with a note for latecomers; it has begun, and Byname has looked at it for so long. */
async function webinar({ watchedForMs }: { watchedForMs: number }) {
	const databaseUrl = temporaryFile();
	const journey = await setOut({ databaseUrl });
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const { discord, clock } = journey;
	const server = discord.addServer({ name: "Acme" });
	const room = server.addVoiceRoom("Seminar");
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	await until(() => discord.commands.some((command) => command.name === "session"));
	await host.joins(room);
	await (await host.runs("session start", { room })).reply();
	await (await host.runs("session note", { room, text: "We are on slide 12." })).reply();
	clock.skip(watchedForMs);
	const then = clock.now();
	await until(async () => {
		clock.skip(1_000);
		const session = await store.selectFrom("session").select("seen_at").executeTakeFirst();
		return (session?.seen_at ?? 0) > then;
	});
	return { journey, clock, server, room };
}

describe("who comes while Byname is away", () => {
	it("hears the host's note when the session has been on for long, and is not called late for all that is known", async () => {
		const { journey, clock, server, room } = await webinar({ watchedForMs: MINUTE });
		await journey.stop();
		await server.addMember("Sunil").joins(room);
		clock.skip(20 * MINUTE);
		await journey.start();
		const text = await room.nextText();
		expect(heard(text)).toBe("onTime: Sunil + sorry + note");
		expect(text).toContain("slide 12");
	});

	it("hears no note when found early in the session", async () => {
		const { journey, clock, server, room } = await webinar({ watchedForMs: 0 });
		await journey.stop();
		await server.addMember("Sunil").joins(room);
		clock.skip(2 * MINUTE);
		await journey.start();
		expect(heard(await room.nextText())).toBe("onTime: Sunil + sorry");
	});

	it("is late when it was late already as Byname went", async () => {
		const { journey, clock, server, room } = await webinar({ watchedForMs: 10 * MINUTE });
		await journey.stop();
		await server.addMember("Sunil").joins(room);
		clock.skip(2 * MINUTE);
		await journey.start();
		expect(heard(await room.nextText())).toBe("late: Sunil + sorry + note");
	});
});
