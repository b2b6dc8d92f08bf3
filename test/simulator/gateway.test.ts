import { ChannelFlags, DiscordAPIError, Events, GatewayIntentBits } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestClient } from "./client.ts";
import type { SimMember } from "./member.ts";
import type { SimRoom } from "./room.ts";
import type { SimServer } from "./server.ts";
import { type Simulator, startSimulator } from "./simulator.ts";
import { shardOf } from "./snowflake.ts";

let simulator: Simulator;
let server: SimServer;
let stage: SimRoom;
let maya: SimMember;
let clients: TestClient[];

beforeEach(async () => {
	simulator = await startSimulator();
	server = simulator.addServer({ name: "Acme", locale: "de" });
	stage = server.addStage("Webinars");
	maya = server.addMember({ globalName: "Maya", nick: "Maya from Acme" });
	clients = [];
});

afterEach(async () => {
	for (const { client } of clients) await client.destroy();
	await simulator.stop();
});

function connect(options?: ConstructorParameters<typeof TestClient>[1]): TestClient {
	const bot = new TestClient(simulator, options);
	clients.push(bot);
	return bot;
}

async function login(options?: ConstructorParameters<typeof TestClient>[1]): Promise<TestClient> {
	const bot = connect(options);
	await bot.login(simulator.token);
	return bot;
}

describe("identifying", () => {
	it("shows a new session its server with rooms, live stages, events and who is in a room", async () => {
		const event = server.schedule({ name: "Launch", room: stage, startsAt: Date.now(), creator: maya });
		await stage.opens({ event });
		await maya.joins(stage);
		const { client } = await login();
		const guild = client.guilds.cache.get(server.id);
		expect(guild?.preferredLocale).toBe("de");
		expect(guild?.channels.cache.get(stage.id)?.name).toBe("Webinars");
		expect(guild?.stageInstances.cache.first()?.guildScheduledEventId).toBe(event.id);
		expect(guild?.scheduledEvents.cache.get(event.id)?.isActive()).toBe(true);
		expect(guild?.voiceStates.cache.get(maya.id)?.channelId).toBe(stage.id);
		expect(guild?.members.cache.map((member) => member.displayName)).toEqual(["byname", "Maya from Acme"]);
	});

	it("leaves the member and the server's id out of the snapshot's voice states", async () => {
		await maya.joins(stage);
		const bot = await login();
		const snapshot = bot.packets.find(({ t }) => t === "GUILD_CREATE");
		expect(snapshot?.d.voice_states).toEqual([expect.not.objectContaining({ guild_id: server.id })]);
		expect(snapshot?.d.voice_states).toEqual([expect.not.objectContaining({ member: expect.anything() })]);
	});

	it("refuses a wrong token", async () => {
		const bot = connect();
		await expect(bot.client.login("MTIz.abc.def")).rejects.toThrow("invalid token");
	});

	it("refuses a privileged intent", async () => {
		const bot = connect({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
		await expect(bot.client.login(simulator.token)).rejects.toThrow("disallowed intents");
	});

	it("counts down the identifies that are left", async () => {
		await login();
		const bot = await login();
		const { session_start_limit } = (await bot.client.rest.get("/gateway/bot")) as {
			session_start_limit: { remaining: number };
		};
		expect(session_start_limit.remaining).toBe(998);
	});

	it("sends a server to its own shard alone", async () => {
		const shard = shardOf(server.id, 2);
		const [own, other] = [await login({ shards: [shard, 2] }), await login({ shards: [1 - shard, 2] })];
		const packet = own.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage);
		await packet;
		expect(own.client.guilds.cache.size).toBe(1);
		expect(other.client.guilds.cache.size).toBe(0);
		expect(other.names).not.toContain("VOICE_STATE_UPDATE");
	});
});

describe("joining a room", () => {
	it("carries the member's names, and silence for the audience of a stage", async () => {
		const bot = await login();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage);
		expect((await packet).d).toMatchObject({
			guild_id: server.id,
			channel_id: stage.id,
			user_id: maya.id,
			suppress: true,
			member: {
				nick: "Maya from Acme",
				joined_at: expect.any(String),
				user: { global_name: "Maya", username: "maya" },
			},
		});
		expect((await packet).d.member).not.toHaveProperty("user.bot");
	});

	it("carries no suppression for a speaker", async () => {
		const bot = await login();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage, { speaker: true });
		expect((await packet).d.suppress).toBe(false);
	});

	it("comes without a member when told so", async () => {
		const bot = await login();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		await maya.joins(stage, { withoutMember: true });
		expect((await packet).d).not.toHaveProperty("member");
	});

	it("carries a null joined_at for a guest, whom discord.js then does not know", async () => {
		const guest = server.addMember({ globalName: "Gus", guest: true });
		const bot = await login();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		const update = bot.next(Events.VoiceStateUpdate);
		await guest.joins(stage);
		expect((await packet).d.member).toMatchObject({ joined_at: null, user: { global_name: "Gus" } });
		expect((await update).guild.members.cache.has(guest.id)).toBe(false);
	});

	it("keeps the voice session when moving, and clears the channel when leaving", async () => {
		const lounge = server.addVoiceRoom("Lounge");
		const bot = await login();
		const left = new Promise((resolve) => {
			bot.client.on(Events.VoiceStateUpdate, (_, { channelId }) => channelId === null && resolve(channelId));
		});
		await maya.joins(stage);
		await maya.moves(lounge);
		await maya.leaves();
		await left;
		const states = bot.packets.filter(({ t }) => t === "VOICE_STATE_UPDATE").map(({ d }) => d);
		expect(states.map(({ channel_id }) => channel_id)).toEqual([stage.id, lounge.id, null]);
		expect(new Set(states.map(({ session_id }) => session_id)).size).toBe(1);
	});

	it("is not sent to a session without the intent", async () => {
		const bot = await login({ intents: [GatewayIntentBits.Guilds] });
		const topic = bot.packet("STAGE_INSTANCE_CREATE");
		await maya.joins(stage);
		await stage.opens();
		await topic;
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
	});

	it("answers a request for members by id, guests as not found", async () => {
		const guest = server.addMember({ globalName: "Gus", guest: true });
		const bot = await login();
		const chunk = bot.packet("GUILD_MEMBERS_CHUNK");
		bot.client.guilds.cache
			.get(server.id)
			?.shard.send({ op: 8, d: { guild_id: server.id, user_ids: [maya.id, guest.id], limit: 0 } });
		expect((await chunk).d).toMatchObject({ members: [{ nick: "Maya from Acme" }], not_found: [guest.id] });
	});
});

describe("losing the connection", () => {
	it("replays what was missed, in order, after a resume", async () => {
		const tom = server.addMember("Tom");
		const bot = await login();
		const resumed = bot.packet("RESUMED");
		simulator.fail.dropSockets();
		await maya.joins(stage);
		await tom.joins(stage);
		await resumed;
		expect(bot.packets.slice(-3).map(({ t, d }) => d.user_id ?? t)).toEqual([maya.id, tom.id, "RESUMED"]);
		expect(simulator.identifies).toBe(1);
	});

	it("resumes when told to reconnect", async () => {
		const bot = await login();
		const resumed = bot.packet("RESUMED");
		await simulator.fail.reconnect();
		await resumed;
		expect(simulator.resumes).toBe(1);
	});

	it("begins a new session with a new snapshot when the old one is invalid, replaying nothing", async () => {
		const bot = await login();
		const snapshot = bot.packet("GUILD_CREATE");
		await simulator.fail.invalidate();
		await maya.joins(stage);
		expect((await snapshot).d.voice_states).toMatchObject([{ user_id: maya.id }]);
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
	});

	it("forgets a session that the client closes with 1000", async () => {
		const bot = await login();
		await bot.client.destroy();
		await expect.poll(() => simulator.world.gateway.sessions.size).toBe(0);
	});

	it("refuses connections and takes them again", async () => {
		const bot = await login();
		await simulator.fail.refuse();
		await expect(bot.client.rest.get("/users/@me")).rejects.toThrow();
		await simulator.fail.accept();
		await expect(bot.client.rest.get("/users/@me")).resolves.toMatchObject({ id: simulator.bot.id });
	});
});

describe("packet faults", () => {
	it("loses a packet for good", async () => {
		const tom = server.addMember("Tom");
		const bot = await login();
		const packet = bot.packet("VOICE_STATE_UPDATE");
		simulator.fail.losePackets(1, "VOICE_STATE_UPDATE");
		await maya.joins(stage);
		await tom.joins(stage);
		expect((await packet).d.user_id).toBe(tom.id);
	});

	it("sends a packet twice", async () => {
		const bot = await login();
		simulator.fail.repeatPackets(1, "VOICE_STATE_UPDATE");
		const opened = bot.packet("STAGE_INSTANCE_CREATE");
		await maya.joins(stage);
		await stage.opens();
		await opened;
		expect(bot.names.filter((name) => name === "VOICE_STATE_UPDATE")).toHaveLength(2);
	});

	it("changes where somebody is without a packet", async () => {
		const bot = await login();
		const opened = bot.packet("STAGE_INSTANCE_CREATE");
		maya.joinsQuietly(stage);
		await stage.opens();
		await opened;
		expect(bot.names).not.toContain("VOICE_STATE_UPDATE");
		expect(stage.occupants.has(maya.id)).toBe(true);
	});

	it("sends a malformed packet", async () => {
		const bot = await login();
		const packet = bot.packet("ODD_EVENT");
		await simulator.sendRaw("ODD_EVENT", ["not", "an", "object"]);
		expect((await packet).d).toEqual(["not", "an", "object"]);
	});
});

describe("permissions", () => {
	it("hides a channel the bot cannot view, and shows it once it can", async () => {
		await stage.deny("ViewChannel");
		const { client, ...bot } = await login();
		expect(client.channels.cache.get(stage.id)).toMatchObject({ name: "___hidden___" });
		expect(client.channels.cache.get(stage.id)?.flags?.has(ChannelFlags.ChannelObfuscated)).toBe(true);
		expect(bot.packets.some(({ d }) => JSON.stringify(d ?? {}).includes("Webinars"))).toBe(false);
		const update = new Promise((resolve) => client.once(Events.ChannelUpdate, (_, channel) => resolve(channel)));
		await stage.allow("ViewChannel");
		expect(await update).toMatchObject({ name: "Webinars" });
	});

	it("hides every channel when the bot loses the permission on the whole server", async () => {
		const bot = await login();
		const update = bot.packet("CHANNEL_UPDATE");
		await server.deny("ViewChannel");
		expect((await update).d.name).toBe("___hidden___");
	});
});

describe("stages and events", () => {
	it("makes the stage instance when the event of a stage starts, and removes it when it ends", async () => {
		const bot = await login();
		const event = server.schedule({ name: "Launch", room: stage, startsAt: Date.now() });
		const created = bot.packet("STAGE_INSTANCE_CREATE");
		const deleted = bot.packet("STAGE_INSTANCE_DELETE");
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		const instance = (await created).d;
		expect(instance).toMatchObject({ topic: "Launch", channel_id: stage.id, guild_scheduled_event_id: event.id });
		expect((await started).d).toMatchObject({ status: 2, entity_id: instance.id });
		const completed = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.ends();
		expect((await deleted).d.id).toBe(instance.id);
		expect((await completed).d).toMatchObject({ status: 3, entity_id: null });
	});

	it("ends the event when its stage closes", async () => {
		const event = server.schedule({ name: "Launch", room: stage, startsAt: Date.now() });
		const bot = await login();
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		await started;
		const completed = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await stage.closes();
		expect((await completed).d.status).toBe(3);
	});

	it("brings a recurring event back to scheduled a week later, under the same id", async () => {
		const room = server.addVoiceRoom("Weekly");
		const startsAt = Date.parse("2026-11-23T18:00:00Z");
		const event = server.schedule({ name: "Weekly", room, startsAt, recurring: true });
		const bot = await login();
		const started = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.starts();
		expect((await started).d.status).toBe(2);
		const ended = bot.packet("GUILD_SCHEDULED_EVENT_UPDATE");
		await event.ends();
		const { d } = await ended;
		expect(d).toMatchObject({ id: event.id, status: 1, recurrence_rule: { by_weekday: [0] } });
		expect(Date.parse(String(d.scheduled_start_time))).toBe(Date.parse("2026-11-30T18:00:00Z"));
	});

	it("tells a topic that changes", async () => {
		const bot = await login();
		const changed = bot.packet("STAGE_INSTANCE_UPDATE");
		await stage.opens({ topic: "Hello" });
		await stage.changesTopic("Questions");
		expect((await changed).d.topic).toBe("Questions");
	});
});

describe("servers", () => {
	it("tells apart an outage from being removed", async () => {
		const bot = await login();
		const gone = bot.next(Events.GuildUnavailable);
		await server.becomesUnavailable();
		expect((await gone).id).toBe(server.id);
		const back = bot.next(Events.GuildAvailable);
		await server.returns();
		await back;
		const removed = bot.next(Events.GuildDelete);
		await server.remove();
		expect((await removed).id).toBe(server.id);
	});

	it("tells a server that is added later", async () => {
		const bot = await login();
		const added = bot.next(Events.GuildCreate);
		simulator.addServer({ name: "New" });
		expect((await added).name).toBe("New");
	});
});

it("lets a join lead to a post", async () => {
	const { client } = await login();
	client.on(
		Events.VoiceStateUpdate,
		(_, { channel, member }) => void channel?.send(`Welcome, ${member?.displayName}!`),
	);
	await maya.joins(stage);
	expect(await stage.nextText()).toContain("Maya from Acme");
});

it("says what was posted when no further message comes", async () => {
	const { client } = await login();
	await client.rest.post(`/channels/${stage.id}/messages`, { body: { content: "One" } });
	await stage.nextMessage();
	await expect(stage.nextMessage(1)).rejects.toThrow(/No further message in Webinars within 1 ms.*\n- One/);
});

it("throws Discord's own errors in discord.js", async () => {
	const { client } = await login();
	await stage.deny("SendMessages");
	const sent = client.rest.post(`/channels/${stage.id}/messages`, { body: { content: "Hi" } });
	await expect(sent).rejects.toBeInstanceOf(DiscordAPIError);
	await expect(sent).rejects.toMatchObject({ status: 403, code: 50013 });
});
