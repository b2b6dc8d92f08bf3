import { PermissionsBitField } from "discord.js";
import { expect, it } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { Answerable } from "../../src/command.ts";
import type { CuePlaceFinding } from "../../src/cue-place.ts";
import { tellUntold } from "../../src/discord/untold.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { keepParking, mendParking } from "../../src/store/near-misses.ts";
import { moveWaiting } from "../../src/store/post-to.ts";
import type { Store } from "../../src/store/queryable.ts";
import { insertSession } from "../../src/store/sessions.ts";
import { saveServer, serverSettings } from "../../src/store/settings.ts";
import { keepUntold, type UntoldRow, untoldOn } from "../../src/store/untold.ts";
import { describeOnBoth, type Engine, openTestStore } from "../engines.ts";
import { sessionRow } from "../store/rows.ts";

const PARKED: UntoldRow = { session_id: "pottery", channel_id: "stage", kind: "parked" };
const CUE: UntoldRow = { session_id: "pottery", channel_id: "office", kind: "cue" };

/** Henry's session at Acme, which is over, and what is still to be told of it. */
async function untoldAtAcme(engine: Engine, ...untold: UntoldRow[]): Promise<Store> {
	const store = await openTestStore(engine);
	await insertSession(
		store,
		sessionRow({ id: "pottery", server_id: "acme", room_id: "stage", host_id: "henry", closed_at: 5 }),
	);
	for (const row of untold) {
		if (row.kind === "parked") await keepParking(store, { sessionId: "pottery", channelId: row.channel_id }, 3, 1);
		await keepUntold(store, row);
	}
	return store;
}

/** Henry uses a command, in his language. Returns what he is told besides the answer, and what is still to be told. */
async function asksFor(
	store: Store,
	{ office = { kind: "fits" } as CuePlaceFinding, followUp = async () => undefined as unknown, locale = "en-US" } = {},
) {
	const said: string[] = [];
	const interaction = {
		guildId: "acme",
		user: { id: "henry" },
		member: { permissions: new PermissionsBitField("ManageEvents") },
		memberPermissions: new PermissionsBitField("ManageEvents"),
		followUp: async ({ content }: { content: string }) => {
			await followUp();
			said.push(content);
		},
	};
	const tell = tellUntold({ store, clock: systemClock, troubleIn: () => null, checkCuePlace: async () => office });
	const failure = await tell(interaction as unknown as Answerable, phrasesIn(locale)).then(
		() => null,
		(error: unknown) => error,
	);
	return { said, failure, left: await untoldOn(store, "acme", "henry") };
}

describeOnBoth("what a host is still to be told", (engine) => {
	it.each<CuePlaceFinding>([
		{ kind: "unknown", reason: "502" },
		{ kind: "limited", retryAfterMs: 1_000, global: false },
	])("of their cue waits while Discord does not say how it is there: $kind", async (office) => {
		const store = await untoldAtAcme(engine, CUE, PARKED);
		const { said, left } = await asksFor(store, { office });
		expect(said).toEqual([expect.stringContaining("<#stage>")]);
		expect(left).toEqual([CUE]);
		const later = await asksFor(store, { office: { kind: "unfit", fault: "public" } });
		expect(later).toMatchObject({ said: [expect.stringContaining("Everyone can read <#office>")], left: [] });
	});

	it("is told in their language", async () => {
		const store = await untoldAtAcme(engine, CUE, PARKED);
		const { said } = await asksFor(store, { office: { kind: "unfit", fault: "public" }, locale: "de" });
		const say = phrasesIn("de");
		const values = { channel: "<#stage>", trouble: say("alert.turnedAway") };
		expect(said).toEqual([
			say("alert.cue", { fault: say("trouble.cue.public", { channel: "<#office>" }) }),
			say("alert.parked.over", values),
		]);
	});

	it("is stored until they have been told", async () => {
		const store = await untoldAtAcme(engine, PARKED);
		let storedMeanwhile: UntoldRow[] = [];
		const followUp = async () => {
			storedMeanwhile = await untoldOn(store, "acme", "henry");
		};
		expect(await asksFor(store, { followUp })).toMatchObject({ failure: null, left: [] });
		expect(storedMeanwhile).toEqual([PARKED]);
	});

	it("waits when Discord does not take it", async () => {
		const store = await untoldAtAcme(engine, PARKED);
		const lost = new Error("the connection was lost");
		const followUp = () => Promise.reject(lost);
		expect(await asksFor(store, { followUp })).toEqual({ said: [], failure: lost, left: [PARKED] });
	});

	it("is forgotten unsaid once their cue may stand there", async () => {
		const store = await untoldAtAcme(engine, CUE);
		expect(await asksFor(store)).toEqual({ said: [], failure: null, left: [] });
	});

	it("of a room is forgotten once it has let Byname in, also in a later session", async () => {
		const store = await untoldAtAcme(engine, PARKED, { ...PARKED, channel_id: "lounge" });
		await insertSession(store, sessionRow({ id: "drawing", server_id: "acme", room_id: "stage", opened_at: 10 }));
		await mendParking(store, { sessionId: "drawing", channelId: "stage" }, 20);
		expect(await asksFor(store)).toMatchObject({ said: [expect.stringContaining("<#lounge>")], left: [] });
	});

	it("of a room is forgotten once greetings are posted elsewhere", async () => {
		const store = await untoldAtAcme(engine, PARKED, { ...PARKED, channel_id: "lounge" }, CUE);
		await moveWaiting(store, "acme", "lounge", 20);
		const { said, left } = await asksFor(store, { office: { kind: "unfit", fault: "gone" } });
		expect(said).toEqual([expect.stringContaining("<#lounge>"), expect.stringContaining("<#office>")]);
		expect(left).toEqual([]);
	});

	it("of what is erased is told once to whoever leads, with the date of a week from then", async () => {
		const store = await untoldAtAcme(engine);
		await saveServer(store, "acme", { retention_untold: 1 });
		const from = Math.floor((systemClock.now() + 7 * 24 * 60 * 60_000) / 1_000);
		const { said } = await asksFor(store);
		expect(said).toEqual([expect.stringMatching(/^From <t:\d+:D> on I erase, once a day/)]);
		expect(Number(said[0]?.match(/\d+/)?.[0]) - from).toBeLessThan(600);
		expect((await serverSettings(store, "acme"))?.retention_told_at).toBeGreaterThan((from - 605_000) * 1_000);
		expect((await asksFor(store)).said).toEqual([]);
	});

	it("of what is erased waits when Discord does not take it", async () => {
		const store = await untoldAtAcme(engine);
		await saveServer(store, "acme", { retention_untold: 1 });
		const followUp = () => Promise.reject(new Error("the connection was lost"));
		expect((await asksFor(store, { followUp })).said).toEqual([]);
		expect(await serverSettings(store, "acme")).toMatchObject({ retention_told_at: null, retention_untold: 1 });
	});

	it("of a room on another server stays", async () => {
		const store = await untoldAtAcme(engine, PARKED);
		await moveWaiting(store, "elsewhere", "lounge", 20);
		expect(await asksFor(store)).toMatchObject({ said: [expect.stringContaining("<#stage>")] });
	});
});
