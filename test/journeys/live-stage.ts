import type { Journey } from "./journey.ts";

/** A live stage whose opening is over, so that arrivals count as such. */
export async function liveStage({ discord, clock }: Pick<Journey, "discord" | "clock">) {
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	await stage.opens({ topic: "Town hall" });
	clock.skip(3_000);
	return { server, stage };
}
