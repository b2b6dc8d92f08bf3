import type { DiaryEntry } from "./diary-entry.ts";
import type { Epoch } from "./epoch.ts";
import { mayConcern, type Pressed } from "./lead.ts";
import type { Range } from "./range.ts";

/** What the bot has stored of hellos that somebody was said to have heard from a person. */
export interface Booked {
	session: string;
	who: string;
	hello: "said" | "too";
}

interface Hello extends Pressed {
	number: number;
	who: string;
	session: string;
	/** What it was answered, where that was to be seen. */
	answer: "said" | "too" | null;
	/** It was answered that nothing was booked. */
	isRefused: boolean;
}

/** Who was greeted by a person, as hosts have said: in place of Byname, which is silent then, or beside it. */
export class Hellos {
	readonly #all: Hello[] = [];
	/** By session and person; null before anybody has looked. */
	#booked: Map<string, Booked> | null = null;
	/** Of whom nothing may be stored any more. */
	readonly #forgotten = new Set<string>();

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		if (entry.is === "pressed" && entry.what.startsWith("forget")) this.#forgotten.add(entry.who);
		if (entry.is === "leads" && entry.what === "hello") {
			const { number, who, session, at } = entry;
			const open = { doneAt: null, answer: null, isRefused: false };
			this.#all.push({ number, who, session: session ?? "", sentAt: at, ...open });
		}
		const hello = entry.is === "led" && this.#all.find(({ number }) => number === entry.number);
		if (!hello) return;
		if (entry.answer === "other") hello.isRefused = true;
		else hello.doneAt = entry.at;
		if (entry.answer === "said" || entry.answer === "too") hello.answer = entry.answer;
	}

	/** Learns what is stored by now. */
	learn(booked: readonly Booked[]): void {
		this.#booked = new Map(booked.map((one) => [keyOf(one), one]));
	}

	/** Whether somebody may have been greeted by a person in place of Byname, in a session of these openings. */
	maySayInstead(who: string, openings: readonly Epoch[]): boolean {
		return this.#of(who).some((hello) => this.#outcomeOf(hello) !== "too" && concerns(hello, openings));
	}

	/** The hellos beside Byname's own greeting of somebody, in a session of these openings, or in any. */
	besideByname(who: string, openings?: readonly Epoch[]): readonly Pressed[] {
		const beside = this.#of(who).filter((hello) => this.#outcomeOf(hello) === "too");
		return openings ? beside.filter((hello) => concerns(hello, openings)) : beside;
	}

	/** In how many sessions somebody was certainly greeted by a person in place of Byname. */
	timesInstead(who: string): number {
		const said = this.#of(who).filter((hello) => this.#outcomeOf(hello) === "said");
		return new Set(said.map(({ session }) => session)).size;
	}

	/** Whether a person has greeted somebody in a session, as far as hosts were told. */
	byHand(who: string, session: string): Range {
		const all = this.#all.filter((hello) => hello.who === who && hello.session === session && !hello.isRefused);
		const isCertain = all.some(({ doneAt }) => doneAt !== null) && !this.#forgotten.has(who);
		return { least: isCertain ? 1 : 0, most: all.length > 0 ? 1 : 0 };
	}

	/** Says where hosts were told otherwise than is stored. */
	*disagreements(): Generator<string> {
		for (const same of Map.groupBy(this.#all, keyOf).values()) {
			const [hello, ...more] = same;
			const booked = hello && this.#booked?.get(keyOf(hello));
			if (!booked || !hello.answer || more.length > 0 || booked.hello === hello.answer) continue;
			yield `a host was told "${hello.answer}" of ${hello.who}, of whom "${booked.hello}" is stored`;
		}
	}

	#of(who: string): Hello[] {
		return this.#all.filter((hello) => hello.who === who && this.#outcomeOf(hello) !== "nothing");
	}

	/** What came of a hello; null where nobody knows (yet). */
	#outcomeOf(hello: Hello): "said" | "too" | "nothing" | null {
		const booked = this.#booked?.get(keyOf(hello));
		if (booked) return booked.hello;
		if (hello.isRefused) return "nothing";
		if (this.#forgotten.has(hello.who)) return hello.answer;
		return this.#booked ? "nothing" : hello.answer;
	}
}

function keyOf({ session, who }: Pick<Booked, "session" | "who">): string {
	return `${session} ${who}`;
}

function concerns(hello: Hello, openings: readonly Epoch[]): boolean {
	return openings.some((epoch) => mayConcern(epoch, hello));
}
