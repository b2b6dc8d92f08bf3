import { type Component, flatten } from "../../../rehearsal/simulator/components.ts";
import { clickOn, type SimInteraction } from "../../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../../src/phrases/phrases.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { LeadAnswer, LeadPress } from "./lead.ts";
import type { Action } from "./plan.ts";

export type Leading = Extract<Action, { do: "hello" | "panel" | "hand over" | "ask to greet" }>;

/** So long, in real time, somebody waits for an answer. */
const PATIENCE_MS = 8_000;
/** So soon, in real time, it is looked whether there is an answer. */
const ANSWER_WITHIN_MS = 3;
const LOOK_AGAIN_MS = 50;
const MOST_LOOKS = 3;

const say = phrasesIn("en");
const [FAILED = ""] = say("frame.failed", { number: "#" }).split("#");

interface Equipment {
	room: SimRoom;
	person(name: string): SimMember;
	note(entry: UndatedEntry): void;
}

/** What those who lead one webinar press, as Discord's app lets them, and what they are answered. */
export class LeaderPresses {
	readonly #with: Equipment;
	/** What is under way, by who it is that does what about whom. */
	readonly #underWay = new Map<string, Promise<void>>();
	/** The session whose buttons were seen last: they may stay before a host. */
	#session: string | undefined;
	#count = 0;

	constructor(equipment: Equipment) {
		this.#with = equipment;
	}

	/** Somebody begins to do something, unless they are about to already; what comes of it is noted later. */
	begin(leading: Leading): void {
		const key = `${leading.by} ${leading.do} ${leading.who}`;
		if (this.#underWay.has(key)) return;
		const pressed = this.#press(leading)
			// Where Byname is not there, or gives no answer, nothing can be pressed, or nobody knows what came of it.
			.catch(() => undefined)
			.finally(() => this.#underWay.delete(key));
		this.#underWay.set(key, pressed);
	}

	/** Resolves when everybody has been answered, or has given up. */
	async end(): Promise<void> {
		await Promise.all(this.#underWay.values());
	}

	async #press(leading: Leading): Promise<void> {
		switch (leading.do) {
			case "hello":
				return this.#sayHello(leading);
			case "panel":
				for (const change of leading.changes) await this.#changePanel(leading, change);
				return;
			case "hand over":
				return this.#handOver(leading);
			case "ask to greet":
				return this.#askToGreet(leading);
		}
	}

	/** The host has the session's status before them, with its buttons, and presses one of these when it is time. */
	async #sayHello({ by, who, when, afterMs }: Extract<Leading, { do: "hello" }>): Promise<void> {
		const { room, person } = this.#with;
		const { clock } = room.server.world;
		const pressAt = clock.now() + afterMs;
		const status = await this.#lookAtStatus(person(by));
		const session = this.#session;
		if (session === undefined) return;
		await clock.sleep(pressAt - clock.now());
		await this.#await(
			{ what: "hello", who, session, when },
			() => status.forges(`session:hello:${session}:${person(who).id}`),
			helloAnswerOf,
		);
	}

	/** Shows somebody the status, once more where nobody has come yet whom they could greet: then there are no buttons. */
	async #lookAtStatus(member: SimMember): Promise<SimInteraction> {
		const { room } = this.#with;
		for (let looks = 1; ; looks++) {
			const status = await member.runs("session status", { room });
			const { message } = await status.reply(PATIENCE_MS);
			const [, , session] = idBelow(message, "session:hello:")?.split(":") ?? [];
			this.#session = session ?? this.#session;
			if (session !== undefined || looks === MOST_LOOKS) return status;
			await room.server.world.clock.sleep(LOOK_AGAIN_MS);
		}
	}

	async #changePanel({ by, who }: Extract<Leading, { do: "panel" }>, what: "add" | "remove"): Promise<void> {
		const { room, person } = this.#with;
		const values = { member: person(who).mention, room: `<#${room.id}>` };
		const words =
			what === "add"
				? [say("session.panel.added", { ...values, greeted: "no" })]
				: (["yes", "no"] as const).map((came) => say("session.panel.removed", { ...values, came }));
		await this.#await(
			{ what, who },
			() => person(by).runs(`session panel ${what}`, { room, member: person(who) }),
			(pressed) => answerTo(pressed, words),
		);
	}

	/** Who does not lead the session is asked back first, and says yes. */
	async #handOver({ by, who }: Extract<Leading, { do: "hand over" }>): Promise<void> {
		const { room, person } = this.#with;
		const words = [say("session.handOver.taken", { member: person(who).mention, room: `<#${room.id}>` })];
		await this.#await(
			{ what: "hand over", who },
			() => person(by).runs("session hand-over", { room, member: person(who) }),
			async (pressed) => {
				const { message, content } = await pressed.reply(PATIENCE_MS);
				const yes = idBelow(message, "session:hand-over:");
				if (yes !== undefined) return answerTo(await pressed.clicks(yes), words);
				return answerIn(content, words);
			},
		);
	}

	async #askToGreet({ by, who, yesAfterMs }: Extract<Leading, { do: "ask to greet" }>): Promise<void> {
		const { room, person } = this.#with;
		const asking = await person(by).runs("session greeter", { room, member: person(who) });
		await asking.reply(PATIENCE_MS);
		const question = room.messages.findLast((message) => questionIn(message) !== undefined);
		const yes = question && questionIn(question);
		if (!question || !yes?.endsWith(`:${person(who).id}`) || yesAfterMs === null) return;
		await room.server.world.clock.sleep(yesAfterMs);
		await this.#await(
			{ what: "greets", who },
			() => clickOn(question, yes, person(who)),
			(pressed) => answerTo(pressed, [say("session.greeter.thanks", { room: `<#${room.id}>` })]),
		);
	}

	async #await(
		press: Pick<LeadPress, "what" | "who"> & Partial<LeadPress>,
		send: () => Promise<SimInteraction>,
		answer: (pressed: SimInteraction) => Promise<LeadAnswer | "failed">,
	): Promise<void> {
		const sending = send(); // what cannot be sent fails before that
		const number = ++this.#count;
		this.#with.note({ is: "leads", session: null, when: null, ...press, number });
		const answered = await answer(await sending);
		if (answered !== "failed") this.#with.note({ is: "led", number, answer: answered });
	}
}

/** The button below a message that asks somebody to greet; undefined below any other. */
export function questionIn(message: { components: readonly unknown[] }): string | undefined {
	return idBelow(message, "session:greet:");
}

function idBelow({ components }: { components: readonly unknown[] }, prefix: string): string | undefined {
	const ids = flatten(components as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
	return ids.find((id) => id.startsWith(prefix));
}

async function answerTo(pressed: SimInteraction, words: readonly string[]): Promise<LeadAnswer | "failed"> {
	return answerIn((await pressed.reply(PATIENCE_MS)).content, words);
}

/** Something that failed may be done all the same. */
function answerIn(content: string, words: readonly string[]): LeadAnswer | "failed" {
	if (content.includes(FAILED)) return "failed";
	const written = content.replace(/<(\/[\w -]+):\d+>/g, "`$1`"); // commands to click, as phrases write them
	return words.some((one) => written.includes(one)) ? "done" : "other";
}

/** A hello is answered with words only where that takes a while, or where nothing was booked. */
async function helloAnswerOf(pressed: SimInteraction): Promise<LeadAnswer | "failed"> {
	const patience = performance.now() + PATIENCE_MS;
	while (!pressed.acknowledged && performance.now() < patience) {
		await new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS));
	}
	if (pressed.acknowledged && pressed.original === pressed.source) return "quietly";
	const { content } = await pressed.reply(PATIENCE_MS);
	if (content === say("cue.hello.said")) return "said";
	return content === say("cue.hello.too") ? "too" : answerIn(content, []);
}
