import { expect, it } from "vitest";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { saveProfile, saveRoom, saveVariants } from "../../src/store/settings.ts";
import { describeOnBoth } from "../engines.ts";
import { seminar } from "./seminar.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");
const SLIDES = "https://example.com/slides";

type Held = Awaited<ReturnType<typeof seminar>>;

/** What keeps Byname from telling anybody that a session is over. */
const SILENCES: [title: string, set: (held: Held) => Promise<unknown>][] = [
	["after hours is off", ({ store, server, host }) => saveProfile(store, server.id, host.id, { after_hours: "off" })],
	[
		"their text is left out",
		({ store, server, host }) =>
			saveVariants(store, { serverId: server.id, hostId: host.id, key: "afterHours", sources: [""] }),
	],
	[
		"their room is left alone",
		({ store, server, room }) => saveRoom(store, { id: room.id, serverId: server.id }, { ignored: 1 }),
	],
];

describeOnBoth("whoever ends a session", (engine) => {
	it.each(SILENCES)("is told that nobody hears of it where %s", async (_title, set) => {
		const held = await seminar(engine);
		const { room, host, opens } = held;
		await set(held);
		await opens();
		const there = `<#${room.id}>`;
		const ended = await shownBy(await host.runs("session end", { room }));
		expect(ended).toBe(say("session.end.ended", { room: there, closed: "unsaid", thanked: 0 }));
		expect(ended).not.toContain("closed");
		const left = await shownBy(await host.runs("session end", { room, recap: SLIDES }));
		expect(left).toBe(say("session.recap.left", { room: there, closed: "unsaid", recap: SLIDES, thanks: "none" }));
		expect(left).not.toContain("finds");
	});
});
