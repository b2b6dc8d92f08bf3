import type { BlindSpots } from "./blind-spots.ts";
import { inRoom } from "./company.ts";
import { type Epoch, isAtOpening, type Visit, visitOf } from "./epoch.ts";
import type { Cast } from "./plan.ts";
import type { View } from "./views.ts";

/** Who is there at the opening is taken for a guest or the panel only after two seconds. */
const OPENING_MS = 2_500;
/** Until what could not be stored is tried again. */
const STORE_AGAIN_MS = 35_000;

/** How a process comes to know something: `second snapshot`, while another one has watched all along. */
export type Sight = "packet" | "snapshot" | "second snapshot";

/** What keeps a database from storing anything. */
export type Obstacle = "disk" | "lock";

/** What the bot cannot but know, and have stored, of the openings and of those who came to them. */
export class Knowledge {
	readonly #cast: Cast;
	readonly #blindSpots: BlindSpots;
	readonly #epochs: readonly Epoch[];
	/** When people asked to be forgotten. */
	readonly #forgottenAt = new Map<string, number>();
	/** What keeps anything from being stored. */
	readonly #obstacles = new Set<Obstacle>();
	#storeSureFrom = Number.NEGATIVE_INFINITY;
	#clockSureFrom = Number.NEGATIVE_INFINITY;
	/** Since the bot last was in doubt about anything: killed, cut off. */
	#steadySince = Number.NEGATIVE_INFINITY;
	#settledAt = Number.NEGATIVE_INFINITY;
	/** Since when the wire has been cut off or silent, and how steady the bot was before; null while it holds. */
	#down: { since: number; steadySince: number } | null = null;
	/** When it last watched before the outage it comes back from; null for never. */
	#watchedUntil: number | null = null;

	constructor(cast: Cast, blindSpots: BlindSpots, epochs: readonly Epoch[]) {
		this.#cast = cast;
		this.#blindSpots = blindSpots;
		this.#epochs = epochs;
	}

	/** Nothing can be stored for a reason, or that reason is gone. */
	hinder(obstacle: Obstacle, isThere: boolean, at: number): void {
		if (isThere) this.#obstacles.add(obstacle);
		else this.#obstacles.delete(obstacle);
		this.#storeSureFrom = this.#obstacles.size > 0 ? Number.POSITIVE_INFINITY : at + STORE_AGAIN_MS;
	}

	/** The bot's clock is set. */
	setClock(wrong: boolean, at: number): void {
		this.#clockSureFrom = wrong ? Number.POSITIVE_INFINITY : at + STORE_AGAIN_MS;
	}

	/** The bot's first process sees everything from now on. */
	begin(at: number): void {
		this.#steadySince = at;
	}

	/** The wire is cut off, or silent. */
	cutOff(at: number): void {
		this.#down ??= { since: at, steadySince: this.#steadySince };
		this.#steadySince = Number.POSITIVE_INFINITY;
	}

	/** The wire is back, and its session goes on: it has missed nothing, it was only told late. */
	goOn(at: number): void {
		this.#steadySince = this.#down?.steadySince ?? at;
		if (this.#down) this.#blindSpots.tellLate(this.#down.since, at);
		this.#down = null;
	}

	/** Whether the bot has taken in all that it was shown when it was last in doubt. */
	get isUpToDate(): boolean {
		return this.#settledAt > this.#steadySince;
	}

	/** What nobody is sure the bot has stored, it may have to learn again. `isGone`: no process is left. */
	doubt(at: number, isGone: boolean): void {
		const watchedUntil = this.#down?.since ?? at;
		if (isGone || this.#down) this.#watchedUntil = watchedUntil;
		this.#down = null;
		this.#steadySince = at;
		for (const epoch of this.#epochs) {
			if (isGone) epoch.shownAt = null;
			for (const visit of epoch.guests.values()) visit.tentative = false;
		}
	}

	/** Those in a session, as a process now believes, are due once it is certain to have stored them. */
	learn(views: readonly View[], how: Sight, at: number, who?: string): void {
		for (const { places, epoch } of views) {
			if (!epoch) continue;
			epoch.shownAt ??= at;
			const seen = [...inRoom(places)].filter((name) => (who ?? name) === name && this.#isGuest(name, epoch));
			for (const name of seen) this.#learnOf(visitOf(epoch, name, at), epoch, how, at);
		}
	}

	/** Somebody asks to be forgotten; nobody says from when on they are again due what all are due. */
	forget(who: string, at: number): void {
		if (!this.#forgottenAt.has(who)) this.#forgottenAt.set(who, at);
		this.#markForgotten();
	}

	/** Everything so far has been taken in and, unless the disk is full, stored. */
	settle(views: readonly View[], at: number): void {
		if (views.length === 0) return;
		this.#settledAt = at;
		this.#markForgotten();
		const steady = at >= this.#storeSureFrom;
		for (const epoch of this.#epochs) {
			const opening = this.#blindSpots.openingOf(epoch, this.#cast, at);
			if (steady && views.some((view) => view.epoch === epoch)) epoch.storedOpening ??= opening;
			const grown = at >= opening + OPENING_MS;
			if (steady) this.#makeSure(epoch, views, grown, at);
			exemptLeaders(epoch);
			const isLookedOver = grown && at >= newlyOpenUntil(epoch) && at >= this.#clockSureFrom;
			if (steady) oweGreetings(epoch, views, isLookedOver, at);
			if (steady && epoch.closeSure && epoch.isEndAwaited) oweThanks(epoch);
		}
	}

	/**
	 * Who was shown, or there at the opening, but goes before it is certain that anybody looked, may be noticed only when they
	 * come again.
	 */
	leaveOpenWhether(who: string): void {
		for (const epoch of this.#epochs) {
			const visit = epoch.guests.get(who);
			const isLookedAtLater = visit?.how === "snapshot" || (visit && isAtOpening(epoch, visit.from));
			if (visit?.tentative && isLookedAtLater) visit.how = "unsure";
		}
	}

	/**
	 * Who could not be stored yet may be stored first by a process that begins now and has not seen them come: because nothing
	 * can be stored, or because nobody knows yet who of those at the opening leads.
	 */
	leaveOpenHow(at: number): void {
		for (const epoch of this.#epochs) {
			const isStored = at >= Math.max(this.#storeSureFrom, newlyOpenUntil(epoch));
			if (!isStored) for (const visit of epoch.guests.values()) if (visit.tentative) visit.how = "unsure";
		}
	}

	/** Whether somebody was seen to come or was shown is not known. */
	leaveOpenHowSeen(who: string): void {
		for (const { guests } of this.#epochs) {
			const visit = guests.get(who);
			if (visit?.tentative) visit.how = "unsure";
		}
	}

	#markForgotten(): void {
		for (const [who, at] of this.#forgottenAt) {
			for (const { guests } of this.#epochs) {
				const visit = guests.get(who);
				if (visit) visit.forgottenAt ??= at;
			}
		}
	}

	/** The bot is sure of an opening, or of its end, that it has seen without a break. */
	#makeSure(epoch: Epoch, views: readonly View[], grown: boolean, at: number): void {
		const isLast = this.#epochs.at(-1) === epoch;
		const seen = this.#steadySince <= epoch.openedAt && views.every((view) => view.epoch === epoch);
		const hosted = !epoch.isHostUnclear && (!epoch.isHostOnStage || epoch.onStage.has(epoch.host));
		if (isLast && epoch.closedAt === null && grown && seen && hosted) {
			epoch.sure = true;
			epoch.sureAt ??= at;
		}
		if (epoch.closedAt === null || this.#steadySince > epoch.closedAt) return;
		epoch.closeSure ||= isLast && views.every((view) => view.epoch !== epoch);
	}

	/** A process has been told of somebody in the room; what it has stored of them is not certain yet. */
	#learnOf(visit: Visit, { openedAt }: Epoch, how: Sight, at: number): void {
		if (visit.must || visit.tentative || at < openedAt) return;
		visit.tentative = true;
		if (visit.learntAt > 0) visit.how = "unsure";
		else visit.how = how === "packet" ? how : "snapshot";
		visit.learntAt = at;
		visit.watchedUntil = how === "second snapshot" ? "throughout" : this.#watchedUntil;
	}

	#isGuest(who: string, epoch: Epoch): boolean {
		const { bots, hosts, panel } = this.#cast;
		return !bots.includes(who) && !hosts.includes(who) && !panel.includes(who) && epoch.host !== who;
	}
}

/** Until when nobody knows who of those at the opening leads, or of those with whom it may have opened anew. */
function newlyOpenUntil({ openedAt, revivedAt }: Epoch): number {
	return Math.max(openedAt, revivedAt ?? openedAt) + OPENING_MS;
}

/** Once the host of an opening is known, neither the host nor who is on stage is owed anything. */
function exemptLeaders({ sure, host, onStage, guests }: Epoch): void {
	if (!sure) return;
	for (const [who, visit] of guests) if (onStage.has(who) || host === who) visit.exempt = true;
}

/** Who was certainly looked at is owed a greeting from now on; `isLookedOver`: so is everybody in the room. */
function oweGreetings(epoch: Epoch, views: readonly View[], isLookedOver: boolean, at: number): void {
	for (const [who, visit] of epoch.guests) {
		if (!visit.tentative) continue;
		// Who was there at the opening, or when the bot came back, and went at once was never looked at.
		const looked = visit.how === "packet" && !isAtOpening(epoch, visit.from);
		const stays = views.some((view) => view.epoch === epoch && view.places.get(who) === "room");
		if (looked || (stays && isLookedOver)) Object.assign(visit, { must: true, tentative: false, knownBy: at });
	}
}

/** Who was there at the end and is certain to have been known before it is thanked. */
function oweThanks({ guests, atEnd, closedAt, thanked }: Epoch): void {
	for (const who of atEnd.surely) {
		const visit = guests.get(who);
		if (visit?.must && !visit.exempt && visit.knownBy !== null && visit.knownBy <= (closedAt ?? 0)) thanked.add(who);
	}
}
