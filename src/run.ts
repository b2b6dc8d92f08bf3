import type { Logger } from "pino";
import { commands } from "../commands/index.ts";
import about from "../package.json" with { type: "json" };
import { keepCsvFiles } from "./after/attendance-csv/csv-files.ts";
import { botIdOf } from "./bot-id.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { Cues } from "./cues/cues.ts";
import { startDelivery } from "./delivery/delivery.ts";
import { createParking } from "./delivery/parking.ts";
import type { Begun } from "./discord/ahead.ts";
import { alertThrough } from "./discord/alert.ts";
import { announceThrough } from "./discord/announce.ts";
import { askMemberThrough } from "./discord/ask-member.ts";
import { keepBarriers } from "./discord/barriers.ts";
import { checkCuePlaces } from "./discord/check-cue-place.ts";
import { createClient } from "./discord/client.ts";
import { connect, disconnect, Rejected, TOKEN_REFUSED } from "./discord/connect.ts";
import { boardThrough } from "./discord/cue-board.ts";
import { exchangeThrough } from "./discord/exchange.ts";
import { findThrough } from "./discord/find.ts";
import { hearsOf, shardsOf } from "./discord/gateway.ts";
import { interestedThrough } from "./discord/interested.ts";
import { listen } from "./discord/listening.ts";
import { sendThrough } from "./discord/send.ts";
import { followServers } from "./discord/servers.ts";
import { guardShards } from "./discord/shards.ts";
import { standingPostsThrough } from "./discord/standing-posts.ts";
import { troubleWith } from "./discord/trouble.ts";
import { LONGEST_STOP_MS } from "./ending.ts";
import { createPicks } from "./greetings/pick.ts";
import { namingFrom } from "./guests/calling.ts";
import { keepCorrections } from "./guests/corrections.ts";
import { keepWishes, wishesIn } from "./guests/wishes.ts";
import { keepHealth } from "./health/health.ts";
import { limitIdentifies } from "./health/identify-limit.ts";
import { createProfiles } from "./profiles/profiles.ts";
import { keepExpectations } from "./rooms/expectations.ts";
import { closeRemoved } from "./rooms/removed.ts";
import { keepRooms } from "./rooms/rooms.ts";
import { sceneryOf } from "./rooms/scenery.ts";
import { createWorld } from "./rooms/world.ts";
import { eraseInTime } from "./store/erasing.ts";
import { followFiles } from "./store/file.ts";
import { engineOf, openStore } from "./store/store.ts";
import { keepUp } from "./store/upkeep.ts";

const { version } = about;

/** What Byname takes from the outside; the rest of the code gets it from here. */
export interface Surroundings {
	config: Config;
	/** What Discord was asked already; nothing otherwise. */
	begun?: Begun;
	clock: Clock;
	log: Logger;
	/** Numbers from 0 up to 1, for choosing among variants of a text. */
	random(): number;
	/** How many lines of the log could not be written so far. */
	linesLost(): number;
	/** Ends Byname when it aborts. */
	signal: AbortSignal;
}

/** Runs Byname until `signal` aborts, then finishes what is under way. Rejects with an `Ending` when it cannot run (any more). */
export async function run({ config, begun, clock, log, linesLost, random, signal }: Surroundings): Promise<void> {
	if (signal.aborted) return;
	const end = Promise.withResolvers<void>();
	const engine = engineOf(config.databaseUrl);
	log.info({ version, engine, node: process.versions.node }, "Byname starts");
	signal.addEventListener("abort", () => end.resolve(), { once: true });
	const onTokenRefused = () => end.reject(new Rejected(TOKEN_REFUSED));

	// The store, what is kept in memory, and health, which everything below reports to.
	const store = await openStore(config.databaseUrl, (err) => log.warn({ err }, "a database connection broke"), {
		botId: botIdOf(config.token),
	});
	const fileState = followFiles(config.databaseUrl);
	const barriers = keepBarriers({ clock, log });
	const identifies = limitIdentifies({ store, clock, log });
	const client = createClient(
		config.apiUrl,
		exchangeThrough({ clock, barriers, onTokenRefused, begun }),
		guardShards({ log, awaitIdentify: identifies.awaitIdentify }),
	);
	const servers = followServers(client);
	const world = createWorld();
	const parking = createParking(clock);
	const profiles = createProfiles(store, clock);
	const wishes = keepWishes({ store, clock, log });
	const health = await keepHealth({
		...{ store, clock, log, linesLost, fileState, address: config.health },
		shards: () => shardsOf(client, identifies.isWaiting),
		servers: servers.count,
		isParked: parking.isParked,
		refusals: barriers.refusals,
		sees: (serverId) => world.server(serverId) !== undefined,
		onStalled: end.reject,
	}).catch(async (error: unknown) => {
		await wishes.stop();
		await store.destroy();
		throw error;
	});
	const { observe } = health;
	const expectations = keepExpectations({ clock, log, world, ask: interestedThrough(client.rest, { clock, signal }) });
	const upkeep = keepUp({ store, clock, log, fileState });
	const troubleIn = troubleWith(client, { parking, clock });
	const checkCuePlace = checkCuePlaces(client, clock);
	const naming = { namesIn: profiles.namesIn, peopleIn: world.peopleIn };
	const telling = { client, clock, log, profiles, signal, checkCuePlace };
	const alerts = alertThrough({ ...telling, store, troubleIn });

	// From the post back to the arrival: each of these is given to the one after it.
	const delivery = startDelivery({
		...{ store, clock, log, parking, profiles, wishes, observe },
		namingIn: namingFrom({ ...naming, wishes }),
		send: sendThrough(client.rest),
		find: findThrough(client, signal),
		picks: createPicks(random),
		sceneOf: sceneryOf(world),
		hasLeft: world.hasLeft,
		isGone: (serverId, channelId) => world.lacks(serverId, channelId) && !client.channels.cache.has(channelId),
		onParked: alerts.parked,
		onUnsaid: alerts.unsaid,
	});
	const corrections = keepCorrections({
		...{ store, clock, log, turn: delivery.turn },
		// As it is stored: another process may have been told only now, and a correction that has been made is not made again.
		namingIn: namingFrom({ ...naming, wishes: { of: (serverId, userIds) => wishesIn(store, serverId, userIds) } }),
		posts: standingPostsThrough(client.rest),
		shownOn: world.nameOf,
	});
	const cues = new Cues({
		...{ store, clock, log, profiles },
		board: boardThrough(client.rest, checkCuePlace),
		onKept: alerts.keptCue,
		presentIn: (serverId, roomId) => world.server(serverId)?.rooms.get(roomId)?.present,
		expectedAt: expectations.at,
	});
	const rooms = keepRooms({
		...{ store, clock, log, world, profiles, observe, expectations },
		...{ admit: delivery.admit, look: delivery.look, cue: cues.wake },
		hears: (serverId) => hearsOf(client, serverId),
	});
	const removed = closeRemoved({
		...{ store, clock, log, profiles, cue: cues.wake },
		isRemoved: (serverId) => servers.membership(serverId) === "removed",
	});
	const { membership } = servers;
	const erasing = eraseInTime({ store, clock, log, membership, announce: announceThrough(telling) });

	const people = listen(client, {
		...{
			store,
			clock,
			log,
			signal,
			world,
			profiles,
			wishes,
			corrections,
			observe,
			delivery,
			cues,
			rooms,
			expectations,
			checkCuePlace,
			troubleIn,
		},
		askMember: askMemberThrough(client.rest, delivery.turn),
		csvFiles: keepCsvFiles({ store, clock, profiles, wishes }),
		...{ commands, about: { version, engine } },
		onFatal: end.reject,
	});

	async function stop(): Promise<void> {
		const roomsStopped = rooms.stop(); // first, so that they do not notice whom `people` then leaves without a name
		people.stop();
		expectations.stop();
		await Promise.all([roomsStopped, removed.stop(), erasing.stop()]);
		await Promise.all([cues.stop(), corrections.stop(), delivery.stop()]);
		await disconnect(client, clock);
		await Promise.all([health.stop(), upkeep.stop(), wishes.stop()]);
		await store.destroy();
	}

	try {
		const connecting = connect(client, { token: config.token, clock, log, signal });
		await Promise.race([connecting, end.promise]);
		await end.promise;
	} catch (error) {
		const stopped = stop().catch((err: unknown) => log.error({ err }, "not everything could be stopped"));
		await Promise.race([stopped, clock.sleep(LONGEST_STOP_MS)]); // what has stalled may never stop
		throw error;
	}
	await stop();
}
