import { onTestFinished } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { openStore } from "../../src/store/store.ts";
import type { Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { setOut, until } from "../journeys/journey.ts";
import { shownBy } from "./shown.ts";

/** A number of milliseconds that is more than any greeting takes to leave. */
export const AWHILE = 5_000;

/** Acme with a voice room, Henry, who may host, and Ana and Maya, who are in no room yet. */
export async function seminar(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl });
	const server = journey.discord.addServer({ name: "Acme" });
	const room = server.addVoiceRoom("Seminar");
	const host = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	const [ana, maya] = [server.addMember("Ana"), server.addMember("Maya")];
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	await until(() => journey.discord.commands.some((command) => command.name === "session"));

	/** Henry opens a session, and two seconds later it is known who leads it. */
	async function opens(): Promise<void> {
		await shownBy(await host.runs("session start", { room }));
		journey.clock.skip(3_000);
		await until(async () => (await store.selectFrom("session").select("settled").executeTakeFirst())?.settled === 1);
	}

	async function chooses(...coHosts: SimMember[]): Promise<string> {
		const menu = await host.runs("host co-hosts");
		await shownBy(menu);
		return shownBy(await menu.selects("host:co-hosts-chosen", ...coHosts));
	}

	/** What all that was said in the room makes of it. */
	const said = () => room.messages.map(({ content }) => heard(content)).join("\n");
	return { ...journey, journey, server, room, host, ana, maya, store, opens, chooses, said };
}

/** The custom ids below the last answer. */
export function buttonsOf({ messages }: SimInteraction): string[] {
	return flatten((messages.at(-1)?.components ?? []) as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
}
