import { expect, it } from "vitest";
import { setOut, skipUntil, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { attemptsIn, POSTS } from "./posts.ts";

it("greets once though the answer to a post pours in and never ends", async () => {
	const journey = await setOut();
	const { server, stage } = await liveStage(journey);
	journey.discord.fail.answerWithoutEnd(0, POSTS);
	await server.addMember("Maya").joins(stage);
	await until(() => attemptsIn(stage, journey).length === 2);
	await server.addMember("Sunil").joins(stage);
	await skipUntil(journey, () => stage.messages.length === 2);
	expect(stage.messages.map(({ content }) => content)).toEqual([
		expect.stringContaining("Maya"),
		expect.stringContaining("Sunil"),
	]);
});
