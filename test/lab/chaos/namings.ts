import type { DiaryEntry } from "./diary-entry.ts";
import type { Epoch } from "./epoch.ts";
import { type LeadAnswer, type LeadPress, mayConcern, type Pressed } from "./lead.ts";
import type { Cast } from "./plan.ts";

/** Somebody is named for the panel of a session. */
interface Naming extends Pressed {
	number: number;
	/** They lead the session with its host. */
	leads: boolean;
	/** When somebody first wanted to take them off it, and when that was done; null while it was not. */
	endAskedAt: number | null;
	endedAt: number | null;
}

/** Somebody is taken off a panel. */
interface Removal extends Pressed {
	number: number;
	who: string;
}

/** Who is on the panel of sessions, as those who lead them have named people, and taken them off again. */
export class Namings {
	readonly #cast: Cast;
	readonly #named = new Map<string, Naming[]>();
	readonly #removals: Removal[] = [];
	#processes = 0;

	constructor(cast: Cast) {
		this.#cast = cast;
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		if (entry.is === "leads" && entry.what === "remove") this.#beginRemoval(entry, entry.at);
		else if (entry.is === "leads" && entry.what !== "hello") this.#beginNaming(entry, entry.at);
		else if (entry.is === "led" && this.#isAllThereIs(entry.answer))
			this.#end(entry.number, entry.answer === "done", entry.at);
		else if (entry.is === "up") this.#processes++;
		else if (entry.is === "ended") this.#processes--;
		else if (entry.is === "killed") this.#processes = 0;
	}

	/** Whether anybody may have named somebody, for any session. */
	hasAny(who: string): boolean {
		return this.#isCoHost(who) || this.#of(who).length > 0;
	}

	/** Whether anybody may have taken somebody off a panel, of any session. */
	wasTakenOff(who: string): boolean {
		return this.#removals.some((removal) => removal.who === who);
	}

	/** Those who certainly were named: when that was, as far as nobody wanted to take them off again. */
	certainOf(who: string): { sentAt: number; doneAt: number }[] {
		return this.#of(who).flatMap(({ sentAt, doneAt, endAskedAt }) =>
			doneAt !== null && endAskedAt === null ? { sentAt, doneAt } : [],
		);
	}

	/**
	 * When somebody may have been named for the session of these openings, as whoever comes at a time: not if they had been
	 * taken off by then.
	 */
	askedFor(who: string, openings: readonly Epoch[], cameAt: number): number[] {
		return this.#of(who)
			.filter((naming) => openings.some((epoch) => mayConcern(epoch, naming)))
			.filter(({ leads, endedAt }) => leads || endedAt === null || endedAt >= cameAt)
			.map(({ sentAt }) => sentAt);
	}

	/** Whether somebody may be on the panel of the session of these openings when it ends. */
	mayStayOn(who: string, openings: readonly Epoch[], closedAt: number): boolean {
		if (this.mayBeSeated(who, openings)) return true;
		const named = this.#of(who).filter((naming) => openings.some((epoch) => mayConcern(epoch, naming)));
		return named.some(({ endedAt }) => endedAt === null || endedAt > closedAt);
	}

	/** Whether somebody regularly leads with a host who may host the session of these openings. */
	mayBeSeated(who: string, openings: readonly Epoch[]): boolean {
		const [first] = this.#cast.hosts;
		return (
			this.#isCoHost(who) && openings.some((epoch) => epoch.host === first || !epoch.sure || this.hasChanged(epoch))
		);
	}

	/** Whether somebody is certain to be on the panel of the session of these openings, for they regularly lead with its host. */
	isSeated(who: string, openings: readonly Epoch[]): boolean {
		const [first] = this.#cast.hosts;
		const isFirsts = openings.every((epoch) => epoch.host === first && epoch.sure && !this.hasChanged(epoch));
		return this.#isCoHost(who) && isFirsts && !this.#removals.some((removal) => removal.who === who);
	}

	/** Whether anybody may have changed who leads the session of an opening, or who is on its panel. */
	hasChanged(epoch: Epoch): boolean {
		return [...this.#named.values(), this.#removals].flat().some((one) => mayConcern(epoch, one));
	}

	#beginNaming({ number, who, what }: LeadPress, at: number): void {
		// What was asked before and not answered yet may be done only after this.
		const isEndOpen = this.#removals.some((removal) => removal.who === who && removal.doneAt === null);
		const end = { endAskedAt: isEndOpen ? at : null, endedAt: null };
		const naming = { number, sentAt: at, doneAt: null, leads: what === "hand over", ...end };
		this.#named.set(who, [...this.#of(who), naming]);
	}

	#beginRemoval({ number, who }: LeadPress, at: number): void {
		this.#removals.push({ number, who, sentAt: at, doneAt: null });
		for (const naming of this.#of(who)) naming.endAskedAt ??= at;
	}

	/** Whether an answer tells what was done: what one of two processes refuses, the other may do all the same. */
	#isAllThereIs(answer: LeadAnswer): boolean {
		return answer === "done" || this.#processes < 2;
	}

	/** Something was answered: who was not named after all, is not; who was named before a removal was asked for, is no more. */
	#end(number: number, isDone: boolean, at: number): void {
		for (const [who, all] of this.#named) {
			const naming = all.find((one) => one.number === number);
			if (naming && isDone) naming.doneAt = at;
			else if (naming)
				this.#named.set(
					who,
					all.filter((one) => one !== naming),
				);
		}
		const removal = this.#removals.find((one) => one.number === number);
		if (!removal) return;
		if (isDone) removal.doneAt = at;
		else this.#removals.splice(this.#removals.indexOf(removal), 1);
		if (!isDone) return;
		for (const naming of this.#of(removal.who)) {
			if (naming.doneAt !== null && naming.doneAt < removal.sentAt) naming.endedAt ??= at;
		}
	}

	#of(who: string): readonly Naming[] {
		return this.#named.get(who) ?? [];
	}

	#isCoHost(who: string): boolean {
		return this.#cast.leading?.coHosts.includes(who) === true;
	}
}
