import type { SimInteraction } from "../../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import { phrasesIn } from "../../../src/phrases/phrases.ts";
import type { UndatedEntry } from "./diary-entry.ts";
import type { Action } from "./plan.ts";

export type Pressing = Extract<Action, { do: "press" }>;

/** So long, in real time, somebody waits for an answer. */
const PATIENCE_MS = 8_000;

const say = phrasesIn("en");

/** What guests of one webinar press, as Discord's app lets them, and what they are answered. */
export class Presses {
	readonly #note: (entry: UndatedEntry) => void;
	/** What is under way, by who it is that presses. */
	readonly #underWay = new Map<string, Promise<void>>();

	constructor(note: (entry: UndatedEntry) => void) {
		this.#note = note;
	}

	/** Somebody begins to say something of themselves, unless they are about to already; what comes of it is noted later. */
	begin(member: SimMember, pressing: Pressing): void {
		const { who } = pressing;
		if (this.#underWay.has(who)) return;
		const pressed = this.#press(member, pressing)
			// Where Byname is not there, or gives no answer, nothing can be pressed, or nobody knows what came of it.
			.catch(() => undefined)
			.finally(() => this.#underWay.delete(who));
		this.#underWay.set(who, pressed);
	}

	/** Resolves when everybody has been answered, or has given up. */
	async end(): Promise<void> {
		await Promise.all(this.#underWay.values());
	}

	async #press(member: SimMember, { who, what, called, everywhere }: Pressing): Promise<void> {
		const where = everywhere ? "everywhere" : "here";
		const told = (send: () => Promise<SimInteraction>, isDone: (answer: string) => boolean) =>
			this.#await({ who, what, called }, send, isDone);
		switch (what) {
			case "quiet":
				return told(
					() => member.runs("me quiet", { where }),
					(answer) => answer.includes(say("me.quiet.on", { where })),
				);
			case "named": {
				const panel = await member.runs("me show");
				await panel.reply(PATIENCE_MS);
				return told(
					() => panel.clicks(`me:named:${where}`),
					(answer) => answer.includes(say("me.quiet.off", { where })),
				);
			}
			case "name": {
				const asked = await member.runs("me name");
				await asked.modal(PATIENCE_MS);
				return told(
					() => asked.submits({ called, sound: "", where: everywhere ? ["everywhere"] : [] }),
					(answer) => answer.includes(say("me.name.saved", { name: called })),
				);
			}
			default: {
				const asked = await member.runs("me forget");
				await asked.reply(PATIENCE_MS);
				const server = member.server.name;
				return told(
					() => asked.clicks(what === "forget" ? "me:erase:named" : "me:erase:quiet"),
					(answer) => answer.includes(say("me.forget.done", { where: "here", server })),
				);
			}
		}
	}

	async #await(
		pressed: Omit<Extract<UndatedEntry, { is: "pressed" }>, "is">,
		send: () => Promise<SimInteraction>,
		isDone: (answer: string) => boolean,
	): Promise<void> {
		const sending = send(); // what cannot be sent fails before that
		this.#note({ is: "pressed", ...pressed });
		const { content } = await (await sending).reply(PATIENCE_MS);
		this.#note({ is: "answered", who: pressed.who, isDone: isDone(content) });
	}
}
