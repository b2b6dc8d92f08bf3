import { onTestFinished } from "vitest";
import type { SpeedLimits } from "../../../rehearsal/simulator/limits.ts";
import { startSimulator } from "../../../rehearsal/simulator/simulator.ts";
import { ask, TestClient } from "./client.ts";
import { standingClock } from "./standing-clock.ts";

type ClientOptions = ConstructorParameters<typeof TestClient>[1];

/** A Discord with one server, Acme, which has a stage and Maya for a member. Everything ends with the test. */
export async function openAcme({ locale, limits }: { locale?: string; limits?: Partial<SpeedLimits> } = {}) {
	const clock = standingClock();
	const simulator = await startSimulator({ clock, limits });
	onTestFinished(() => simulator.stop());
	const server = simulator.addServer({ name: "Acme", locale });
	const stage = server.addStage("Webinars");
	const maya = server.addMember("Maya");

	/** A client that has not logged in. */
	function addClient(options?: ClientOptions): TestClient {
		const bot = new TestClient(simulator, options);
		onTestFinished(() => bot.client.destroy());
		return bot;
	}

	return {
		clock,
		simulator,
		server,
		stage,
		maya,
		addClient,
		/** A client that has logged in and knows its servers. */
		async logIn(options?: ClientOptions): Promise<TestClient> {
			const bot = addClient(options);
			await bot.login(simulator.token);
			return bot;
		},
		/** Asks to post a message, and shows the answer. */
		post: (body: unknown, room: { id: string } = stage) =>
			ask(simulator, "POST", `/channels/${room.id}/messages`, body),
	};
}
