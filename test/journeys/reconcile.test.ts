import { expect, it, onTestFinished } from "vitest";
import type { SimServer } from "../../rehearsal/simulator/server.ts";
import { insertStays } from "../../src/store/stays.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { departureOf, hasLeft } from "../rooms/room.ts";
import { stayOf } from "../store/rows.ts";
import { type Journey, STANDING_STILL, setOut, skipUntil, timesLogged, until } from "./journey.ts";

const MINUTE = 60_000;

/** Byname on a server, and another look at what it stores. */
async function onServer(engine: Engine) {
	const databaseUrl = await engine.databaseUrl();
	const journey = await setOut({ databaseUrl, speed: STANDING_STILL });
	const store = await openStore(databaseUrl, () => undefined);
	onTestFinished(() => store.destroy());
	const server = journey.discord.addServer({ name: "Acme" });
	return { journey, server, store, maya: server.addMember("Maya"), sunil: server.addMember("Sunil") };
}

/** How Byname may come to miss what happens, told what happens meanwhile, and how it comes back. */
const ABSENCES: [
	title: string,
	absence: (journey: Journey, server: SimServer, meanwhile: () => void) => Promise<void>,
][] = [
	[
		"Byname was stopped",
		async (journey, _server, meanwhile) => {
			await journey.stop();
			meanwhile();
			await journey.start();
		},
	],
	[
		"Discord had forgotten the gateway session",
		async (journey, _server, meanwhile) => {
			journey.discord.fail.dropSockets({ forget: true });
			meanwhile();
			await skipUntil(journey, () => journey.discord.identifies === 2);
		},
	],
	[
		"Discord had an outage",
		async (_journey, server, meanwhile) => {
			await server.becomesUnavailable();
			meanwhile();
			await server.returns();
		},
	],
];

describeOnBoth("who came and who left", (engine) => {
	it.each(ABSENCES)("while %s is greeted with the apology, or has their stay end", async (_title, absence) => {
		const { journey, server, store, maya, sunil } = await onServer(engine);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await absence(journey, server, () => {
			maya.leavesQuietly();
			sunil.joinsQuietly(stage);
			journey.clock.skip(2 * MINUTE);
		});
		expect(heard(await stage.nextText())).toBe("onTime: Sunil + sorry");
		await until(() => hasLeft(store, maya.id));
		expect(await departureOf(store, maya.id)).toMatchObject({ inferred: 1 });
		expect(stage.messages).toHaveLength(2);
	});
});

describeOnBoth("who came while the line was down, as Discord tells when the gateway session is resumed", (engine) => {
	/** What Sunil hears, who came while the line was down for so long. */
	async function heardAfter(seconds: number, clockIsSetBy = 0) {
		const { journey, server, sunil } = await onServer(engine);
		const { discord, clock } = journey;
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		clock.skip(3_000);
		await server.addMember("Maya").joins(stage);
		await until(() => timesLogged(journey, /^posted$/) === 1);
		await stage.nextText();
		void discord.fail.refuse();
		discord.fail.dropSockets();
		await until(() => timesLogged(journey, /gateway connection is lost/) === 1);
		const told = sunil.joins(stage);
		clock.skip(seconds * 1_000);
		journey.fastByMs = clockIsSetBy;
		await discord.fail.accept();
		await told;
		const text = await stage.nextText();
		expect(discord.resumes).toBe(1);
		return text;
	}

	it("is greeted with the apology after more than a minute", async () => {
		expect(heard(await heardAfter(80))).toBe("onTime: Sunil + sorry");
	});

	it("is greeted as everybody is after less", async () => {
		expect(heard(await heardAfter(30))).toBe("onTime: Sunil");
	});

	it("is not taken for somebody who waited because the clock was set meanwhile", async () => {
		expect(heard(await heardAfter(5, 10 * MINUTE))).toBe("late: Sunil");
	});
});

describeOnBoth("a guest whom Discord shows without saying who they are", (engine) => {
	it.each(ABSENCES)("after %s, is asked for, and greeted once and by name", async (_title, absence) => {
		const { journey, server, maya, sunil } = await onServer(engine);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		for (const guest of [maya, sunil]) guest.leftOut = true;
		await absence(journey, server, () => sunil.joinsQuietly(stage));
		await skipUntil(journey, () => stage.messages.length === 2, 5);
		expect(heard(await stage.nextText())).toBe("onTime: Sunil");
		expect(stage.messages).toHaveLength(2);
	});
});

describeOnBoth("a stay that nobody was seen to end", (engine) => {
	/** A live stage, and Tom's stay there: another process has seen him come, and nobody has seen him leave. */
	async function stayOfTom() {
		const { journey, server, store, maya } = await onServer(engine);
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		journey.clock.skip(3_000);
		await maya.joins(stage);
		expect(await stage.nextText()).toContain("Maya");
		const { id } = await store.selectFrom("session").select("id").executeTakeFirstOrThrow();
		const tom = server.addMember("Tom");
		await insertStays(store, [stayOf(id, tom.id)]);
		return { journey, server, store, tom };
	}

	it("ends as soon as the gateway session has been resumed", async () => {
		const { journey, store, tom } = await stayOfTom();
		journey.discord.fail.dropSockets();
		await until(() => hasLeft(store, tom.id));
		expect(journey.discord.resumes).toBe(1);
		expect(await departureOf(store, tom.id)).toMatchObject({ inferred: 1 });
	});

	it("ends as soon as a permission comes back", async () => {
		const { server, store, tom } = await stayOfTom();
		await server.deny("SendMessages");
		await server.allow("SendMessages");
		await until(() => hasLeft(store, tom.id));
		expect(await departureOf(store, tom.id)).toMatchObject({ inferred: 1 });
	});
});
