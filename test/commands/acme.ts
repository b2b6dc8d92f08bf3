import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { type Journey, setOut, timesLogged, until } from "../journeys/journey.ts";

const HOUR = 3_600_000;

/** A Byname whose commands are there, on a server with a stage and Henry, who may host. */
export async function atAcme(databaseUrl?: string) {
	const journey = await setOut({ databaseUrl });
	await until(() => journey.discord.commands.length > 0);
	const server = journey.discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	return { ...journey, server, stage, henry };
}

/** Closes a stage; resolves when its session has been over for an hour. */
export async function closeForAnHour(stage: SimRoom, journey: Pick<Journey, "clock" | "log">): Promise<void> {
	const before = timesLogged(journey, /^session closed$/);
	await stage.closes();
	await until(() => timesLogged(journey, /^session closed$/) > before);
	journey.clock.skip(HOUR);
}
