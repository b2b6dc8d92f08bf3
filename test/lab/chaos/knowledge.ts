import { type Epoch, TOLERANCE_MS, visitOf } from "./epoch.ts";
import type { Cast } from "./plan.ts";
import type { Trouble } from "./trouble.ts";
import type { View } from "./views.ts";

/** Who is there at the opening is taken for a guest or the panel only after two seconds. */
const OPENING_MS = 2_500;
/** Until what could not be stored is tried again. */
const STORE_AGAIN_MS = 35_000;

/** What the bot cannot but know, and have stored, of the openings and of those who came to them. */
export class Knowledge {
	readonly #cast: Cast;
	readonly #trouble: Trouble;
	readonly #epochs: readonly Epoch[];
	#storeSureFrom = Number.NEGATIVE_INFINITY;
	#clockSureFrom = Number.NEGATIVE_INFINITY;
	/** Since the bot last was in doubt about anything: killed, cut off. */
	#steadySince = Number.NEGATIVE_INFINITY;
	/** Since when the line has been cut off or silent, and how steady the bot was before; null while it holds. */
	#down: { since: number; steadySince: number } | null = null;

	constructor(cast: Cast, trouble: Trouble, epochs: readonly Epoch[]) {
		this.#cast = cast;
		this.#trouble = trouble;
		this.#epochs = epochs;
	}

	/** Nothing can be stored, or everything again. */
	fillDisk(full: boolean, at: number): void {
		this.#storeSureFrom = full ? Number.POSITIVE_INFINITY : at + STORE_AGAIN_MS;
	}

	/** The bot's clock is set. */
	setClock(wrong: boolean, at: number): void {
		this.#clockSureFrom = wrong ? Number.POSITIVE_INFINITY : at + STORE_AGAIN_MS;
	}

	/** The bot's first process sees everything from now on. */
	begin(at: number): void {
		this.#steadySince = at;
	}

	/** The line is cut off, or silent. */
	cutOff(at: number): void {
		this.#down ??= { since: at, steadySince: this.#steadySince };
		this.#steadySince = Number.POSITIVE_INFINITY;
	}

	/** The line is back, and its session goes on: it has missed nothing, it was only told late. */
	goOn(at: number): void {
		this.#steadySince = this.#down?.steadySince ?? at;
		if (this.#down) this.#trouble.tellLate(this.#down.since, at);
		this.#down = null;
	}

	/** What nobody is sure the bot has stored, it may have to learn again. `isGone`: no process is left. */
	doubt(at: number, isGone: boolean): void {
		this.#down = null;
		this.#steadySince = at;
		for (const epoch of this.#epochs) {
			if (isGone) epoch.shownAt = null;
			for (const visit of epoch.guests.values()) visit.tentative = false;
		}
	}

	/** Those in a session, as a process now believes, are due once it is certain to have stored them. */
	learn(views: readonly View[], how: "packet" | "snapshot", at: number, who?: string): void {
		for (const { places, epoch } of views) {
			if (!epoch) continue;
			epoch.shownAt ??= at;
			for (const [name, place] of places) {
				if (place !== "room" || (who !== undefined && who !== name) || !this.#isGuest(name, epoch)) continue;
				const visit = visitOf(epoch, name, at);
				if (visit.must || visit.tentative || at < epoch.openedAt) continue;
				const again = visit.learntAt > 0;
				Object.assign(visit, { tentative: true, how: again ? "unsure" : how, learntAt: at });
			}
		}
	}

	/** Everything so far has been taken in and, unless the disk is full, stored. */
	settle(views: readonly View[], at: number): void {
		if (views.length === 0) return;
		const steady = at >= this.#storeSureFrom;
		for (const epoch of this.#epochs) {
			const opening = this.#trouble.openingOf(epoch, this.#cast.kind, at);
			if (steady && views.some((view) => view.epoch === epoch)) epoch.storedOpening ??= opening;
			const grown = at >= opening + OPENING_MS;
			if (steady) this.#makeSure(epoch, views, grown);
			for (const [who, visit] of epoch.guests) {
				if (epoch.sure && (epoch.onStage.has(who) || epoch.host === who)) visit.exempt = true;
				if (!visit.tentative || !steady) continue;
				// Who was there at the opening, or when the bot came back, and went at once was never looked at.
				const looked = visit.how === "packet" && visit.from > epoch.openedAt + TOLERANCE_MS;
				const stays = views.some((view) => view.epoch === epoch && view.places.get(who) === "room");
				if (!looked && !(stays && grown && at >= this.#clockSureFrom)) continue;
				visit.must = true;
				visit.tentative = false;
				visit.knownBy = at;
			}
		}
	}

	/** Who was shown, but goes before it is certain that anybody looked, may be noticed only when they come again. */
	leaveOpenWhether(who: string): void {
		for (const { guests } of this.#epochs) {
			const visit = guests.get(who);
			if (visit?.tentative && visit.how === "snapshot") visit.how = "unsure";
		}
	}

	/** Who could not be stored yet may be stored first by a process that begins now and has not seen them come. */
	leaveOpenHow(at: number): void {
		if (at >= this.#storeSureFrom) return;
		for (const { guests } of this.#epochs) {
			for (const visit of guests.values()) if (visit.tentative) visit.how = "unsure";
		}
	}

	/** The bot is sure of an opening, or of its end, that it has seen without a break. */
	#makeSure(epoch: Epoch, views: readonly View[], grown: boolean): void {
		const isLast = this.#epochs.at(-1) === epoch;
		const seen = this.#steadySince <= epoch.openedAt && views.every((view) => view.epoch === epoch);
		const hosted = this.#cast.kind !== "stage" || epoch.onStage.has(epoch.host);
		if (isLast && epoch.closedAt === null && grown && seen && hosted) epoch.sure = true;
		if (epoch.closedAt === null || this.#steadySince > epoch.closedAt) return;
		epoch.closeSure ||= isLast && views.every((view) => view.epoch !== epoch);
	}

	#isGuest(who: string, epoch: Epoch): boolean {
		const { bots, hosts, panel } = this.#cast;
		return !bots.includes(who) && !hosts.includes(who) && !panel.includes(who) && epoch.host !== who;
	}
}
