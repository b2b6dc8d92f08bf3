import { describe, expect, it } from "vitest";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import { shownBy } from "../commands/shown.ts";
import { setOut, skipUntil, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

/** What somebody is called without their name, alone and among others. */
const NEUTRAL = new RegExp(`${languageOf("en").neutralName}|${languageOf("en").neutralAmong}`);

function saidIn({ messages }: SimRoom): string {
	return messages.map(({ content }) => content).join("\n");
}

describe("a name that Discord refuses", () => {
	it("is found by halving the message; that person gets a neutral word, all others their name", async () => {
		const journey = await setOut();
		const { server, stage } = await liveStage(journey);
		server.blockedWords.add("Voldemort");
		const names = ["Ann", "Bob", "Cid", "Voldemort", "Eve", "Fay", "Gus", "Hal"];
		await Promise.all(names.map((name) => server.addMember(name).joins(stage)));
		const called = names.map((name) => (name === "Voldemort" ? NEUTRAL : new RegExp(name)));
		await skipUntil(journey, () => called.every((name) => name.test(saidIn(stage))));
		expect(saidIn(stage)).not.toContain("Voldemort");
		for (const name of names) expect(saidIn(stage).split(name).length).toBeLessThanOrEqual(2);
	});
});

describe("a host's text that Discord refuses", () => {
	it("gives way to Byname's own words, for everybody in the room", async () => {
		const journey = await setOut({ started: false });
		const server = journey.discord.addServer({ name: "Acme" });
		const stage = server.addStage("Voldemort's stage");
		await journey.start();
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		const host = server.addMember({ globalName: "Henry", permissions: ["ManageGuild"] });
		await until(() => journey.discord.commands.length > 0);
		const edit = await host.runs("greeting edit", { which: "onTime", for: "server" });
		await shownBy(await edit.submits({ texts: "Hello, {name}, from Voldemort." }));
		server.blockedWords.add("Voldemort");
		await Promise.all(["Ann", "Bob", "Cid", "Eve"].map((name) => server.addMember(name).joins(stage)));
		const greeted = () => saidIn(stage).match(new RegExp(`Ann|Bob|Cid|Eve|${NEUTRAL.source}`, "g")) ?? [];
		await skipUntil(journey, () => greeted().length === 4);
		expect(saidIn(stage)).not.toContain("Voldemort");
		expect(greeted().filter((name) => NEUTRAL.test(name)).length).toBeLessThanOrEqual(1);
	});
});
