import { onTestFinished } from "vitest";
import type { SimMessage } from "../../rehearsal/simulator/message.ts";
import type { Store } from "../../src/store/queryable.ts";
import { markWelcomed, saveProfile } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import type { Engine } from "../engines.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "../journeys/journey.ts";

/** A host with a running event on their stage, who wants their cue backstage, by direct message or not at all yet. */
export async function webinar(engine: Engine, { cueTo = "channel" }: { cueTo?: "channel" | "dm" | "nowhere" } = {}) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl });
	const { discord, clock } = journey;
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const backstage = server.addTextChannel("backstage");
	await markWelcomed(store, server.id, clock.now()); // so that there is nothing backstage but the cue
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	await backstage.isOnlyFor(host);
	const place = cueTo === "dm" ? host.takesDirectMessages() : backstage;
	const cue_to = cueTo === "dm" ? "dm" : backstage.id;
	const asksForCue = () => saveProfile(store, server.id, host.id, { cue: "on", cue_to });
	if (cueTo !== "nowhere") await asksForCue();
	const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host });
	await stage.opens({ event });
	clock.skip(3_000);
	return { journey, clock, store, server, stage, backstage, place, host, event, asksForCue };
}

/** Resolves when the cue says so; time passes meanwhile. */
export function says(cue: SimMessage, journey: Journey, words: string | RegExp): Promise<void> {
	const holds = () => (typeof words === "string" ? cue.content.includes(words) : words.test(cue.content));
	return skipUntil(journey, holds, 500);
}

/** Every edit of a message so far, the oldest first. */
export function editsOf({ discord }: Journey) {
	return discord.requests.filter(({ method }) => method === "PATCH");
}

/** How often Byname has logged that no cue can be shown where the host wants it. */
export function timesGivenUp(journey: Journey): number {
	return timesLogged(journey, /cannot be shown where they want it/);
}

/** Resolves when this message is stored as the cue of its session. */
export function isStored(cue: SimMessage, store: Store): Promise<void> {
	return until(async () => {
		const rows = await store.selectFrom("session").select("cue_message_id").execute();
		return rows.some(({ cue_message_id }) => cue_message_id === cue.id);
	});
}
