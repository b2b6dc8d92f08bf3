import { DefaultRestOptions, Events } from "discord.js";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { startSimulator } from "../../rehearsal/simulator/simulator.ts";
import { systemClock } from "../../src/clock.ts";
import { createClient } from "../../src/discord/client.ts";
import { askForPeople, type People } from "../../src/discord/people.ts";
import { watchGateway } from "../../src/discord/watch.ts";
import type { Sighting } from "../../src/rooms/sighting.ts";
import type { Person } from "../../src/rooms/view.ts";
import { until } from "../journeys/journey.ts";

/** A watch over packets that the test hands it, with a Discord to ask for names; `seen` is what it makes of them. */
async function watch(instead?: Pick<People, "whoIs" | "askAgain">) {
	const discord = await startSimulator();
	onTestFinished(() => discord.stop());
	const client = createClient(discord.url, DefaultRestOptions.makeRequest);
	client.rest.setToken(discord.token);
	onTestFinished(() => client.destroy());
	const log = pino({ level: "silent" });
	const people = askForPeople({ client, clock: systemClock, log });
	onTestFinished(people.stop);
	const seen: string[] = [];
	const tell = (sighting: Sighting) => (sighting.kind === "voice" ? sighting.person.name : sighting.kind);
	watchGateway({
		client,
		clock: systemClock,
		log,
		people: instead ?? people,
		notice: (sighting) => void seen.push(tell(sighting)),
		onInterest: () => undefined,
		onPermissions: () => undefined,
	});
	const server = discord.addServer({ name: "Acme" });
	const hears = (t: string, d: object) => client.emit(Events.Raw, { op: 0, s: 1, t, d } as never, 0);
	return {
		...{ seen, server },
		sees: (member: SimMember, who: { user: object } | null = null) =>
			hears("VOICE_STATE_UPDATE", {
				guild_id: server.id,
				channel_id: "2",
				user_id: member.id,
				...(who && { member: who }),
			}),
		leaves: ({ id }: SimMember) => hears("VOICE_STATE_UPDATE", { guild_id: server.id, channel_id: null, user_id: id }),
		losesServer: () => hears("GUILD_DELETE", { id: server.id }),
	};
}

describe("a server that Byname has been removed from", () => {
	it("is forgotten with the names of those who were in its rooms", async () => {
		const { seen, server, sees, losesServer } = await watch();
		const maya = server.addMember("Maya");
		sees(maya, { user: { id: maya.id, username: "mia" } });
		losesServer();
		sees(maya);
		expect(seen).toEqual(["mia", "serverGone"]); // who that is now, Discord has to say
		await until(() => seen.length === 3);
		expect(seen.at(-1)).toBe("Maya");
	});

	it("does not come back because somebody's name is known at last", async () => {
		const { seen, server, sees, losesServer } = await watch();
		const [maya, sunil] = [server.addMember("Maya"), server.addMember("Sunil")];
		sees(maya);
		losesServer();
		sees(sunil); // asked for after Maya, so answered after her
		await until(() => seen.includes("Sunil"));
		expect(seen).toEqual(["serverGone", "Sunil"]);
	});
});

describe("somebody whom nobody can name", () => {
	/** Discord does not say who anybody is before the test does. */
	function namedLater() {
		const named = Promise.withResolvers<Person | null>();
		const asking: (() => boolean)[] = [];
		const people = {
			whoIs: async (_serverId: string, id: string) => ({ id, name: "", bot: false }),
			askAgain(_serverId: string, _id: string, isWanted: () => boolean) {
				asking.push(isWanted);
				return named.promise;
			},
		};
		return { people, asking, answers: named.resolve };
	}

	it("is shown all the same, and with their name once it can be had", async () => {
		const { people, answers } = namedLater();
		const { seen, server, sees } = await watch(people);
		const maya = server.addMember("Maya");
		sees(maya);
		await until(() => seen.length === 1);
		answers({ id: maya.id, name: "Maya", bot: false });
		await until(() => seen.length === 2);
		sees(maya);
		expect(seen).toEqual(["", "Maya", "Maya"]);
	});

	it("is asked for again for as long as they are there and a packet does not say it", async () => {
		const { people, asking } = namedLater();
		const { seen, server, sees, leaves } = await watch(people);
		const [maya, sunil] = [server.addMember("Maya"), server.addMember("Sunil")];
		for (const one of [maya, sunil]) sees(one);
		await until(() => asking.length === 2);
		sees(maya);
		expect(asking.map((isWanted) => isWanted())).toEqual([true, true]);
		leaves(maya);
		sees(sunil, { user: { id: sunil.id, username: "sunil" } });
		expect(asking.map((isWanted) => isWanted())).toEqual([false, false]);
		expect(seen).toEqual(["", "", "", "", "sunil"]);
	});

	it("is asked for again by one asker alone, however often they come and go", async () => {
		const { people, asking } = namedLater();
		const { seen, server, sees, leaves } = await watch(people);
		const maya = server.addMember("Maya");
		for (const visit of [1, 2, 3]) {
			sees(maya);
			await until(() => asking.length === visit);
			if (visit < 3) leaves(maya);
		}
		expect(asking.map((isWanted) => isWanted())).toEqual([false, false, true]);
		expect(seen).toEqual(["", "", "", "", ""]);
	});

	it("is named once, though each of their visits is answered", async () => {
		const { people, asking, answers } = namedLater();
		const { seen, server, sees, leaves } = await watch(people);
		const maya = server.addMember("Maya");
		for (const visit of [1, 2]) {
			sees(maya);
			await until(() => asking.length === visit);
			if (visit < 2) leaves(maya);
		}
		answers({ id: maya.id, name: "Maya", bot: false });
		await until(() => seen.includes("Maya"));
		await new Promise(setImmediate);
		expect(seen).toEqual(["", "", "", "Maya"]);
	});
});
