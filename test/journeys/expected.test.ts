import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/greetings/languages.ts";
import { shownBy } from "../commands/shown.ts";
import { heard } from "../greetings/heard.ts";
import { type Journey, setOut, skipUntil, until } from "./journey.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 7 * 24 * HOUR;

/** A server with a stage and its host, and what is asked about who is interested in events there. */
async function acme() {
	const journey = await setOut();
	const server = journey.discord.addServer({ name: "Acme" });
	const [stage, host] = [server.addStage("Main stage"), server.addMember("Henry")];
	return { ...journey, journey, server, stage, host, asked: () => askedIn(journey), known: knownIn(journey) };
}

function askedIn({ discord }: Pick<Journey, "discord">): string[] {
	return discord.requests
		.filter(({ path, status }) => path.includes("/scheduled-events/") && status > 0)
		.map(({ path }) => path.split("/scheduled-events/")[1]?.replace(/\d+/g, "…") ?? "");
}

/** Resolves once so many requests about events were answered. */
function knownIn({ discord }: Pick<Journey, "discord">): (requests: number) => Promise<void> {
	return (requests) => until(() => askedIn({ discord }).length >= requests);
}

describe("who marked themselves interested in an event", () => {
	it("is known from a quarter of an hour before, is told that they were expected, and nobody else is", async () => {
		const { server, clock, stage, host, journey, asked } = await acme();
		const [maya, tom, sunil] = [server.addMember("Maya"), server.addMember("Tom"), server.addMember("Sunil")];
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now() + HOUR, creator: host });
		event.interested.set(maya.id, maya);
		event.interested.set(tom.id, tom);
		clock.skip(44 * MINUTE);
		await event.gains(sunil);
		expect(asked()).toEqual([]);
		await skipUntil(journey, () => asked().length === 1, 1_000);
		await event.loses(tom);
		clock.skip(16 * MINUTE);
		await event.starts();
		clock.skip(3_000);
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya + expected");
		await tom.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Tom");
		clock.skip(20 * MINUTE);
		await sunil.joins(stage);
		expect(heard(await stage.nextText())).toBe("late: Sunil + expected");
		expect(asked()).toEqual(["…/users"]);
	});

	it("is known for one date of a series, which others are asked about anew", async () => {
		const { server, clock, stage, host, known, asked } = await acme();
		const [maya, tom, ada] = [server.addMember("Maya"), server.addMember("Tom"), server.addMember("Ada")];
		const event = server.schedule({
			...{ name: "Weekly", room: stage, startsAt: clock.now() + 5 * MINUTE },
			...{ creator: host, recurring: true },
		});
		event.interested.set(maya.id, maya);
		await event.isAnswered(maya, false);
		await event.isAnswered(tom, true);
		await event.movesDate(clock.now() + 10 * MINUTE);
		await known(2);
		clock.skip(10 * MINUTE);
		await event.starts();
		clock.skip(3_000);
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await tom.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Tom + expected");
		await event.isAnswered(ada, true); // as she comes
		await ada.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Ada + expected");
		expect(asked()).toEqual(["…/users", "…/…/users"]);
		await Promise.all([maya, tom, ada].map((guest) => guest.leaves()));
		await event.ends();
		clock.skip(WEEK - 10 * MINUTE);
		await known(4);
	});

	it("is asked anew after a restart; who comes before it is known is greeted without a word of it", async () => {
		const { server, clock, stage, host, journey, discord, known } = await acme();
		const [maya, tom] = [server.addMember("Maya"), server.addMember("Tom")];
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host });
		for (const guest of [maya, tom]) event.interested.set(guest.id, guest);
		await known(1);
		await event.starts();
		clock.skip(3_000);
		await journey.stop();
		discord.fail.answer(503, { path: /scheduled-events/, times: 1 });
		await journey.start();
		await known(2);
		await maya.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Maya");
		await skipUntil(journey, () => askedIn(journey).length === 3, 1_000);
		await tom.joins(stage);
		expect(heard(await stage.nextText())).toBe("onTime: Tom + expected");
	});

	/** An event that Maya is interested in has begun, and Byname knows that she is. */
	async function expectingMaya() {
		const held = await acme();
		const { server, clock, stage, host, known } = held;
		const maya = server.addMember("Maya");
		const event = server.schedule({ name: "Pottery", room: stage, startsAt: clock.now(), creator: host });
		event.interested.set(maya.id, maya);
		await known(1);
		await event.starts();
		clock.skip(3_000);
		return { ...held, maya, event };
	}

	it("is told nothing of it who wants to be quiet", async () => {
		const { stage, maya, discord } = await expectingMaya();
		await until(() => discord.commands.length > 0);
		await shownBy(await maya.runs("me quiet"));
		await maya.joins(stage);
		const text = await stage.nextText();
		expect(text).toContain("dear guest");
		expect(languageOf("en").texts.expected.some((words) => text.includes(words))).toBe(false);
	});

	it("hears of it nowhere who does not come", async () => {
		const { server, stage, event, discord } = await expectingMaya();
		const tom = server.addMember("Tom");
		await tom.joins(stage);
		await stage.nextText();
		await event.ends();
		expect(await stage.nextText()).toContain("Tom");
		expect(stage.messages.some(({ content }) => content.includes("Maya"))).toBe(false);
		expect(discord.requests.some(({ path }) => path === "/users/@me/channels")).toBe(false);
	});
});
