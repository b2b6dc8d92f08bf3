import { describe, expect, it } from "vitest";
import type { AnswerPlan } from "../../rehearsal/simulator/faults.ts";
import { type Journey, setOut, skipUntil, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";
import { moderatorsOf } from "./moderators.ts";
import { POSTS } from "./posts.ts";

const PROXY: AnswerPlan = { text: "<html><body>Please sign in</body></html>" };

/** Ways to have Byname ask something of Discord that is answered with 401. Each starts Byname. */
const ASKING: [title: string, ask: (journey: Journey, answer: AnswerPlan) => Promise<unknown>][] = [
	[
		"the registration of commands",
		async (journey, answer) => {
			journey.discord.fail.answer(401, { ...answer, method: "PUT", path: "/commands" });
			await journey.start();
		},
	],
	[
		"a post",
		async (journey, answer) => {
			await journey.start();
			const { server, stage } = await liveStage(journey);
			journey.discord.fail.answer(401, { ...answer, ...POSTS });
			await server.addMember("Sunil").joins(stage);
		},
	],
	[
		"the look-up of a member",
		async (journey, answer) => {
			await journey.start();
			const { server, stage } = await liveStage(journey);
			journey.discord.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
			journey.discord.fail.answer(401, { ...answer, method: "GET", path: "/members/" });
			await server.addMember("Sunil").joins(stage, { withoutMember: true });
			await until(() => journey.discord.memberRequests.length > 0);
			journey.clock.skip(3_000);
		},
	],
	[
		"a welcome",
		async (journey, answer) => {
			await journey.start();
			await until(() => timesLogged(journey, /^Byname is ready/) === 1);
			journey.discord.fail.answer(401, { ...answer, ...POSTS });
			journey.discord.addServer({ name: "New" }, (server) => server.addTextChannel("chat"));
		},
	],
	[
		"an alert",
		async (journey, answer) => {
			await journey.start();
			const { server, stage } = await liveStage(journey);
			const moderators = await moderatorsOf(server);
			await stage.deny("SendMessages");
			journey.discord.fail.answer(401, { ...answer, method: "POST", path: moderators.id });
			await server.addMember("Sunil").joins(stage);
		},
	],
];

describe("a 401 of Discord's own", () => {
	it.each(ASKING)("to %s ends Byname with a sentence that says what to do", async (_title, ask) => {
		const journey = await setOut({ started: false });
		await ask(journey, {}).catch(() => undefined); // it may end while it starts
		await expect(journey.running).rejects.toThrow(/Reset Token/);
	});
});

describe("a 401 of a proxy's", () => {
	it.each(ASKING)("to %s is no reason to forget the token: people are greeted after it", async (_title, ask) => {
		const journey = await setOut({ started: false });
		await ask(journey, PROXY);
		await until(() => journey.discord.requests.some(({ status }) => status === 401));
		const { server, stage } = await liveStage(journey);
		await server.addMember("Maya").joins(stage);
		await skipUntil(journey, () => stage.messages.length === 1);
		expect(stage.messages[0]?.content).toContain("Maya");
	});
});

describe("a 401 to an interaction's own token", () => {
	it("loses only that answer", async () => {
		const journey = await setOut();
		await until(() => journey.discord.commands.length > 0);
		const { server, stage } = await liveStage(journey);
		const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
		const body = { message: "Invalid Webhook Token", code: 50027 };
		journey.discord.fail.answer(401, { method: "POST", path: "/callback", body });
		await henry.runs("host show");
		await until(() => timesLogged(journey, /answer to a command could not be sent/) === 1);
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		expect((await (await henry.runs("host show")).reply()).ephemeral).toBe(true);
	});
});
