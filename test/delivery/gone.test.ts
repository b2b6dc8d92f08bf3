import { expect, it } from "vitest";
import { savePostTo, serverSettings } from "../../src/store/settings.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { until } from "../journeys/journey.ts";
import { stillClock } from "../rooms/room.ts";
import { channelsOver, comes, GONE, NO_ANSWER, sessionIn } from "./by-hand.ts";

/** The lobby, where the server's greetings are posted, and Maya, who has come to a stage and waits there to be greeted. */
async function mayaInLobby(engine: Engine) {
	const [store, clock] = [await openTestStore(engine), stillClock()];
	await sessionIn(store, "stage");
	await savePostTo(store, "server", "lobby", clock.now());
	const { channels, ...discord } = channelsOver(store, clock);
	await comes(store, clock, "Maya", "stage", "lobby");
	channels.look("lobby");
	return { store, clock, channels, ...discord, first: await discord.post(1) };
}

describeOnBoth("a channel that is no more", (engine) => {
	it("gives those who waited in it to their room, when the server had posted there", async () => {
		const { store, first, post } = await mayaInLobby(engine);
		first.answer(GONE);
		expect((await post(2)).post.channelId).toBe("stage");
		expect((await serverSettings(store, "server"))?.post_to).toBeNull();
	});

	it.each([
		[null, "stage"],
		["lounge", "lounge"],
	])("gives them to where the server posts by then: set to %s, to the %s", async (postTo, place) => {
		const { store, clock, first, post } = await mayaInLobby(engine);
		await savePostTo(store, "server", postTo, clock.now()); // her message is frozen, and stays in the lobby
		first.answer(GONE);
		expect((await post(2)).post.channelId).toBe(place);
		expect((await serverSettings(store, "server"))?.post_to ?? null).toBe(postTo);
	});

	it("gives them back also when it is not known at first whether they have been greeted", async () => {
		const { store, clock, first, posts, post } = await mayaInLobby(engine);
		await savePostTo(store, "server", null, clock.now());
		first.answer(NO_ANSWER);
		await until(() => {
			clock.skip(100);
			return posts.length === 2;
		});
		posts[1]?.answer(GONE);
		expect((await post(3)).post.channelId).toBe("stage");
	});

	it("has them greeted there at once, and counts them", async () => {
		const { store, clock, first, post, facts, logged } = await mayaInLobby(engine);
		await comes(store, clock, "Sunil", "stage", "lobby");
		first.answer(GONE);
		const { post: inStage } = await post(2);
		expect(inStage).toMatchObject({ channelId: "stage", body: expect.stringMatching(/Maya.*Sunil/) });
		expect(facts).toContainEqual({ kind: "due", channelId: "stage" });
		expect(logged).toContainEqual(expect.objectContaining({ channel: "lobby", moved: 2 }));
	});

	it("drops what was to be said in it to its own people", async () => {
		const { store, clock, channels, post } = await mayaInLobby(engine);
		await sessionIn(store, "room");
		await comes(store, clock, "Sunil", "room");
		channels.look("room");
		(await post(2)).answer(GONE);
		await until(async () => (await store.selectFrom("greeting").selectAll().execute()).length === 1);
		expect((await serverSettings(store, "server"))?.post_to).toBe("lobby");
	});
});

describeOnBoth("a channel of which one answer says that it is no more", (engine) => {
	/** The lobby is shown still when Maya's post there is answered so. */
	async function doubtedLobby() {
		const lobby = await mayaInLobby(engine);
		lobby.stage.isGone = false;
		lobby.first.answer(GONE);
		await until(() => lobby.parking.isParked("lobby"));
		return lobby;
	}

	it("is tried again after ten minutes, and told of, and the server goes on posting there", async () => {
		const { store, clock, channels, parked, post } = await doubtedLobby();
		expect(parked).toEqual(["stage"]);
		expect((await serverSettings(store, "server"))?.post_to).toBe("lobby");
		clock.skip(10 * 60_000);
		channels.look("lobby");
		expect((await post(2)).post).toMatchObject({ channelId: "lobby", body: expect.stringContaining("Maya") });
	});

	it("is left once it is known to be gone", async () => {
		const { stage, channels, parking, post } = await doubtedLobby();
		stage.isGone = true;
		parking.unpark("server");
		channels.look("lobby");
		(await post(2)).answer(GONE);
		expect((await post(3)).post.channelId).toBe("stage");
	});
});
