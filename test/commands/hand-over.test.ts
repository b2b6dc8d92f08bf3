import { expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import type { Store } from "../../src/store/queryable.ts";
import { saveProfile, saveVariants } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, until } from "../journeys/journey.ts";
import { seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

describeOnBoth("a session that is handed over", (engine) => {
	it("is hosted by the other from then on: their texts and their cue; who hosted it before is on the panel", async () => {
		const { server, room, host, ana, maya, store, journey, opens } = await seminar(engine);
		const backstage = server.addTextChannel("backstage");
		await backstage.isOnlyFor(host, ana);
		await saveProfile(store, server.id, ana.id, { cue: "on", cue_to: backstage.id });
		await saveVariants(store, {
			...{ serverId: server.id, hostId: ana.id, key: "onTime" },
			sources: ["Ana greets {name}."],
		});
		await opens();
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
		expect(await shownBy(await host.runs("session hand-over", { member: ana }))).toBe(
			say("session.handOver.done", { member: ana.mention, room: `<#${room.id}>`, before: host.mention }),
		);
		await host.joins(room);
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 1);
		expect(room.messages.map(({ content }) => content)[1]).toBe("Ana greets Maya.");
		await skipUntil(journey, () => backstage.messages.some(({ content }) => content.includes("Maya")));
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length > 2);
		expect(heard(room.messages[2]?.content ?? "")).toBe("thanks: Maya");
	});

	it("leaves no cue where the other host wants none, and none comes after a restart", async () => {
		const { server, room, host, ana, maya, store, journey, opens } = await seminar(engine);
		const backstage = server.addTextChannel("backstage");
		await backstage.isOnlyFor(host);
		await saveProfile(store, server.id, host.id, { cue: "on", cue_to: backstage.id });
		const cues = () =>
			backstage.messages.filter(({ deleted, content }) => !deleted && /nobody has come yet|\d came/.test(content));
		await opens();
		await skipUntil(journey, () => cues().length === 1);
		await shownBy(await host.runs("session hand-over", { member: ana }));
		await skipUntil(journey, () => cues().length === 0);
		await journey.stop();
		await journey.start();
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(cues()).toEqual([]);
	});

	it("goes on so after a restart, also handed back", async () => {
		const { room, host, ana, maya, store, journey, opens, said } = await seminar(engine);
		await opens();
		await shownBy(await host.runs("session hand-over", { member: ana }));
		await journey.stop();
		await journey.start();
		await ana.joins(room);
		await host.joins(room);
		await shownBy(await host.runs("session hand-over", { room, member: host }));
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length > 0);
		expect(said()).toBe("onTime: Maya");
		expect(await store.selectFrom("session").select("host_id").execute()).toEqual([{ host_id: host.id }]);
	});

	it("is not refused because one is on, which is what starting another is told, with the way out", async () => {
		const { room, host, ana, opens } = await seminar(engine);
		await opens();
		expect(await shownBy(await host.runs("session start", { room, host: ana }))).toContain("`/session hand-over`");
		expect(await shownBy(await host.runs("session hand-over", { room, member: ana }))).toContain("from now on");
	});

	it("is asked about first where it is somebody else's, and nothing changes before the answer", async () => {
		const { server, room, host, ana, store, opens } = await seminar(engine);
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		await opens();
		const hosts = () => store.selectFrom("session").select(["id", "host_id"]).executeTakeFirstOrThrow();
		const asked = await olga.runs("session hand-over", { room, member: ana });
		expect(await shownBy(asked)).toBe(
			say("session.handOver.question", { room: `<#${room.id}>`, host: host.mention, member: ana.mention }),
		);
		const { id, host_id } = await hosts();
		expect(host_id).toBe(host.id);
		await shownBy(await asked.clicks(`session:hand-over:${id}:${ana.id}`));
		expect((await hosts()).host_id).toBe(ana.id);
		expect(await shownBy(await olga.runs("session hand-over", { room, member: ana }))).toMatch(/not yours/);
	});

	it("is not taken by somebody who asked to be forgotten in it", async () => {
		const { room, host, ana, store, opens } = await seminar(engine);
		await opens();
		await ana.joins(room);
		expect(heard(await room.nextText())).toBe("onTime: Ana");
		const asked = await ana.runs("me forget");
		await shownBy(asked);
		await shownBy(await asked.clicks("me:erase:named"));
		expect(await shownBy(await host.runs("session hand-over", { room, member: ana }))).toBe(
			say("session.handOver.notTaken", { member: ana.mention, room: `<#${room.id}>` }),
		);
		await shownBy(await host.runs("session panel add", { room, member: ana }));
		expect(await store.selectFrom("attendance").select("user_id").execute()).toEqual([]);
	});
});

describeOnBoth("a session that is handed over and ends too soon", (engine) => {
	it("goes on when who hosted it before opens it again: nobody is greeted a second time", async () => {
		const { room, host, ana, maya, journey, store, opens, said } = await seminar(engine);
		await opens();
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length === 1);
		await shownBy(await host.runs("session hand-over", { member: ana }));
		await maya.leaves();
		await shownBy(await host.runs("session end", { room }));
		await shownBy(await host.runs("session start", { room }));
		await maya.joins(room);
		await ana.joins(room);
		await until(async () => (await stays(store, maya.id)) === 2 && (await stays(store, ana.id)) === 1);
		expect(said()).toBe("onTime: Maya");
		expect(await store.selectFrom("session").select("host_id").execute()).toEqual([{ host_id: host.id }]);
	});
});

/** How often somebody has come in. */
async function stays(store: Store, userId: string): Promise<number> {
	return (await store.selectFrom("stay").select("id").where("user_id", "=", userId).execute()).length;
}

describeOnBoth("a session that another host takes up again", (engine) => {
	it("has who hosted it before on its panel", async () => {
		const { server, room, host, maya, journey, clock, opens, said } = await seminar(engine);
		const olga = server.addMember({ globalName: "Olga", permissions: ["ManageEvents"] });
		await opens();
		await maya.joins(room);
		await skipUntil(journey, () => room.messages.length === 1);
		await shownBy(await host.runs("session end", { room }));
		await skipUntil(journey, () => room.messages.length === 2);
		await shownBy(await olga.runs("session start", { room }));
		clock.skip(3_000);
		await host.joins(room);
		await server.addMember("Sunil").joins(room);
		await skipUntil(journey, () => room.messages.length === 3);
		expect(said()).toBe("onTime: Maya\nthanks: Maya\nonTime: Sunil");
	});
});
