import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

const MONDAY = "2026-11-23T18:00:00.000000+00:00";
const TUESDAY = "2026-11-24T18:00:00.000000+00:00";
const NEXT_MONDAY = "2026-11-30T18:00:00.000000+00:00";
/** Of that Monday at six. */
const MONDAY_ID = "1574484679065600000";

/** An event that comes round each Monday, and a bot that has logged in. */
async function weekly() {
	const { server, stage, logIn } = await openAcme();
	const event = server.schedule({ name: "Weekly", room: stage, startsAt: Date.parse(MONDAY), recurring: true });
	return { server, event, logIn, bot: await logIn() };
}

describe("a date of an event that recurs", () => {
	it("is moved, while the event still shows when it was to start", async () => {
		const { server, event, bot, logIn } = await weekly();
		const moved = bot.packet("GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE");
		await event.movesDate(Date.parse(TUESDAY));
		const exception = {
			event_id: event.id,
			event_exception_id: MONDAY_ID,
			scheduled_start_time: TUESDAY,
			scheduled_end_time: null,
			is_canceled: false,
		};
		expect((await moved).d).toEqual(exception);

		const newcomer = await logIn();
		expect(newcomer.packets.find(({ t }) => t === "GUILD_CREATE")?.d).toMatchObject({
			id: server.id,
			guild_scheduled_events: [{ scheduled_start_time: MONDAY, guild_scheduled_event_exceptions: [exception] }],
		});
	});

	it("is moved again, cancelled, and as it was", async () => {
		const { event, bot } = await weekly();
		await event.movesDate(Date.parse(TUESDAY));
		const changed = bot.packet("GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE");
		await event.cancelsDate();
		expect((await changed).d).toMatchObject({
			event_exception_id: MONDAY_ID,
			scheduled_start_time: null,
			is_canceled: true,
		});
		const deleted = bot.packet("GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE");
		await event.keepsDate();
		expect((await deleted).d).toMatchObject({ event_id: event.id, event_exception_id: MONDAY_ID });
		expect(event.exceptions.size).toBe(0);
	});

	it("is as the rule has it when all dates are, also because the event itself is moved", async () => {
		const { server, event, bot } = await weekly();
		for (const reset of [() => event.keepsEveryDate(), () => event.changes({ startsAt: Date.parse(TUESDAY) })]) {
			await event.cancelsDate();
			const reverted = bot.packet("GUILD_SCHEDULED_EVENT_EXCEPTIONS_DELETE");
			await reset();
			expect((await reverted).d).toEqual({ guild_id: server.id, event_id: event.id });
			expect(event.exceptions.size).toBe(0);
		}
	});

	it("gives way to the next one when it goes by without the event", async () => {
		const { event, bot } = await weekly();
		const updated = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.comesRound();
		expect((await updated).d).toMatchObject({ status: 1, scheduled_start_time: NEXT_MONDAY });
	});
});
