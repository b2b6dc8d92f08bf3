import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";
import { ask as askOf } from "./client.ts";

const MONDAY = Date.parse("2026-11-23T18:00:00Z");
/** Of that Monday at six. */
const MONDAY_ID = "1574484679065600000";

/** An event that comes round each Monday, and how to ask about it. */
async function weekly({ recurring = true } = {}) {
	const { simulator, server, stage, logIn, maya } = await openAcme();
	const ask = (method: string, asked: string) => askOf(simulator, method, asked);
	const event = server.schedule({ name: "Weekly", room: stage, startsAt: MONDAY, recurring });
	const path = `/guilds/${server.id}/scheduled-events/${event.id}`;
	const idsAt = async (rest: string) => {
		const { body } = await ask("GET", `${path}${rest}`);
		return (body as unknown as { user_id: string; response: number }[]).map((one) => [one.user_id, one.response]);
	};
	return { server, stage, event, maya, logIn, ask, path, idsAt };
}

describe("who is interested in an event", () => {
	it("is listed by a hundred, smallest ids first", async () => {
		const { server, event, idsAt } = await weekly();
		const members = Array.from({ length: 250 }, (_, index) => server.addMember(`Guest ${index}`));
		for (const member of members.toReversed()) event.interested.set(member.id, member);
		const ids = members.map(({ id }) => [id, 1]);
		expect(await idsAt("/users")).toEqual(ids.slice(0, 100));
		expect(await idsAt(`/users?limit=100&after=${ids[99]?.[0]}`)).toEqual(ids.slice(100, 200));
		expect(await idsAt(`/users?after=${ids[199]?.[0]}`)).toEqual(ids.slice(200));
		expect(await idsAt(`/users?limit=2&before=${ids[199]?.[0]}&after=${ids[0]?.[0]}`)).toEqual(ids.slice(197, 199));
	});

	it("comes with who they are, and as members where that is asked for", async () => {
		const { event, maya, ask, path } = await weekly();
		event.interested.set(maya.id, maya);
		const who = { guild_scheduled_event_id: event.id, user_id: maya.id, user: { id: maya.id }, response: 1 };
		expect((await ask("GET", `${path}/users`)).body).toMatchObject([who]);
		expect((await ask("GET", `${path}/users?with_member=true`)).body).toMatchObject([
			{ ...who, member: { user: { id: maya.id } } },
		]);
	});

	it("is told as it changes", async () => {
		const { server, event, maya, logIn, idsAt } = await weekly();
		const bot = await logIn();
		const answer = { guild_id: server.id, guild_scheduled_event_id: event.id, user_id: maya.id, response: 1 };
		const added = bot.packet("GUILD_SCHEDULED_EVENT_USER_ADD");
		await event.gains(maya);
		expect((await added).d).toEqual(answer);
		const removed = bot.packet("GUILD_SCHEDULED_EVENT_USER_REMOVE");
		await event.loses(maya);
		expect((await removed).d).toEqual(answer);
		expect(await idsAt("/users")).toEqual([]);
	});
});

describe("what is said of one date alone", () => {
	it("is listed by itself and counted with the others, and told as it changes", async () => {
		const { server, event, maya, logIn, ask, path, idsAt } = await weekly();
		const sunil = server.addMember("Sunil");
		const bot = await logIn();
		event.interested.set(maya.id, maya);
		const added = bot.packet("GUILD_SCHEDULED_EVENT_USER_ADD");
		await event.isAnswered(maya, false);
		expect((await added).d).toMatchObject({ guild_scheduled_event_exception_id: MONDAY_ID, response: 0 });
		await event.isAnswered(sunil, true);
		expect(await idsAt("/users")).toEqual([[maya.id, 1]]);
		expect(await idsAt(`/${MONDAY_ID}/users`)).toEqual([
			[maya.id, 0],
			[sunil.id, 1],
		]);
		const counts = await ask("GET", `${path}/users/counts?guild_scheduled_event_exception_ids=${MONDAY_ID}`);
		expect(counts.body).toEqual({
			guild_scheduled_event_count: 1,
			guild_scheduled_event_exception_counts: { [MONDAY_ID]: 1 },
		});
		const removed = bot.packet("GUILD_SCHEDULED_EVENT_USER_REMOVE");
		await event.isUnanswered(maya);
		expect((await removed).d).toMatchObject({ guild_scheduled_event_exception_id: MONDAY_ID, response: 0 });
		expect(await idsAt(`/${MONDAY_ID}/users`)).toEqual([[sunil.id, 1]]);
	});
});

describe("a request that cannot be answered", () => {
	it.each([
		["asks for too many", "/users?limit=101", 400, 50035],
		["asks for a date by what is no id", "/monday/users", 400, 50035],
	])("%s", async (_, rest, status, code) => {
		const { ask, path } = await weekly();
		expect(await ask("GET", `${path}${rest}`)).toMatchObject({ status, body: { code } });
	});

	it("asks for a date of an event that is held once", async () => {
		const { ask, path } = await weekly({ recurring: false });
		expect(await ask("GET", `${path}/${MONDAY_ID}/users`)).toMatchObject({ status: 400 });
	});

	it("asks for an event that is no more, or that the bot may not see", async () => {
		const { event, stage, ask, path } = await weekly();
		await stage.deny("ViewChannel");
		expect(await ask("GET", `${path}/users`)).toMatchObject({ status: 403, body: { code: 50001 } });
		await event.remove();
		expect(await ask("GET", `${path}/users`)).toMatchObject({ status: 404, body: { code: 10070 } });
	});
});
