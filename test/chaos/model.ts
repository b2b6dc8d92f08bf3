import type { Action, Cast, Place } from "./plan.ts";

/** What has come to pass, in order; `at` is Discord's time. Of what people do, only what concerns one webinar. */
export type Entry = { at: number } & (
	| { is: "action"; action: Action; startsAt: number | null }
	/** No process is left. */
	| { is: "killed" }
	/** A process has been shown everything: the only one, or a second one. */
	| { is: "up" }
	/** Of two processes the first or the second has ended. */
	| { is: "ended"; first: boolean }
	/** The line to Discord is cut. */
	| { is: "dropped" }
	/** The line to Discord is silent: nothing is told before it is back. */
	| { is: "stalled" }
	/** It is back: the old session goes on, or Discord has shown everything anew. */
	| { is: "back"; fresh: boolean }
	/** The bot has taken in everything so far. */
	| { is: "settled" }
	/** Discord takes no connections for a while: what is tried then is tried unseen. */
	| { is: "refused" }
	| { is: "disk"; full: boolean }
	| { is: "clock"; wrong: boolean }
);

/** How often something may have been said to somebody. */
export interface Range {
	least: number;
	most: number;
}

/** What somebody may hear on arrival. */
export interface Allowed {
	kinds: Set<Kind>;
	apology: "must" | "may" | "never";
}

/** The kinds of greetings for those who come to a session. */
export type Kind = "early" | "onTime" | "late";

/** One opening of the room. */
interface Epoch {
	openedAt: number;
	closedAt: number | null;
	host: string;
	startsAt: number;
	/** The bot has seen the opening and, two seconds later, the host: it knows who hosts. */
	sure: boolean;
	/** When a bot first saw it, that has lived on since or stored it; null while none did. */
	shownAt: number | null;
	/** When it opened, as it is certain to be stored; null while it is not. */
	storedOpening: number | null;
	/** The bot has seen the end, before the next opening. */
	closeSure: boolean;
	/** The bot's clock was wrong between this opening and the next. */
	clockWrong: boolean;
	/** The host and the panel, as far as they were on stage when it opened and have stayed there. */
	onStage: Set<string>;
	guests: Map<string, Visit>;
}

/** What is known about a person and an opening. */
interface Visit {
	/** The first moment at which anybody could take them for an attendee. */
	from: number;
	/** They are owed a greeting. */
	must: boolean;
	/** When, at the latest, the bot knew; null while it may not. */
	knownBy: number | null;
	/** How the bot learnt of them, where that is certain. */
	how: "packet" | "snapshot" | "unsure";
	learntAt: number;
	tentative: boolean;
	/** On the stage's panel, as everybody could see. */
	exempt: boolean;
}

/** What one process believes. */
interface View {
	places: Map<string, Place>;
	epoch: Epoch | null;
}

const LATE_AFTER_DEFAULT = 5;
const MINUTE_MS = 60_000;
/** Who is there at the opening is taken for a guest or the panel only after two seconds. */
const OPENING_MS = 2_500;
const REOPEN_WITHIN_MS = 5 * MINUTE_MS;
/** Until what could not be stored is tried again. */
const STORE_AGAIN_MS = 35_000;
/** Moments so close to a boundary may fall on either side. */
const TOLERANCE_MS = 3_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * What a room must have seen, from what happened alone. It knows nothing of the bot but what Discord told it: a person
 * is due once the bot cannot but have seen them during a session, and possible if anybody could say they were there.
 */
export class Model {
	readonly epochs: Epoch[] = [];
	readonly #cast: Cast;
	readonly #places = new Map<string, Place>();
	#open: Epoch | null = null;
	#views: View[] = [];
	#lateAfter = [LATE_AFTER_DEFAULT];
	#storeSureFrom = Number.NEGATIVE_INFINITY;
	#clockSureFrom = Number.NEGATIVE_INFINITY;
	/** Since the bot last was in doubt about anything: killed, cut off. */
	#steadySince = Number.NEGATIVE_INFINITY;
	/** Since when the line has been cut off or silent, and how steady the bot was before; null while it holds. */
	#down: { since: number; steadySince: number } | null = null;
	/** What a silent line holds back, in order; null while it speaks. */
	#held: ((heardAt: number) => void)[] | null = null;
	/** When the line was down and then told all that had happened, which was heard at the end of it at the latest. */
	#late: { from: number; to: number }[] = [];
	#clockWrong: { from: number; to: number | null }[] = [];
	/** When posts may have been tried, or written, without a trace. */
	#unseen: number[] = [];
	#afterHours = new Set<string>();
	#days = new Set<number>();

	constructor(cast: Cast) {
		this.#cast = cast;
	}

	/** Takes note of what happened next. */
	take(entry: Entry): void {
		this.#days.add(Math.floor(entry.at / DAY_MS));
		switch (entry.is) {
			case "action":
				this.#act(entry.action, entry.at, entry.startsAt);
				break;
			case "killed":
				this.#views = [];
				this.#down = null;
				this.#held = null;
				this.#doubt(entry.at);
				this.#unseen.push(entry.at);
				break;
			case "up":
				if (entry.at < this.#storeSureFrom) this.#leaveOpenHow();
				this.#views.push(this.#truth());
				this.#learn("snapshot", entry.at);
				if (this.#views.length === 1) this.#steadySince = entry.at;
				break;
			case "ended":
				this.#views.splice(entry.first ? 0 : 1, 1);
				if (entry.first) this.#doubt(entry.at);
				this.#unseen.push(entry.at);
				break;
			case "refused":
				this.#unseen.push(entry.at);
				break;
			case "dropped":
			case "stalled":
				if (entry.is === "stalled") this.#held ??= [];
				this.#down ??= { since: entry.at, steadySince: this.#steadySince };
				this.#steadySince = Number.POSITIVE_INFINITY;
				break;
			case "back":
				this.#goOn(entry);
				break;
			case "settled":
				this.#settle(entry.at);
				break;
			case "disk":
				this.#storeSureFrom = entry.full ? Number.POSITIVE_INFINITY : entry.at + STORE_AGAIN_MS;
				break;
			case "clock":
				if (entry.wrong) this.#clockWrong.push({ from: entry.at, to: null });
				else for (const span of this.#clockWrong) span.to ??= entry.at;
				this.#clockSureFrom = entry.wrong ? Number.POSITIVE_INFINITY : entry.at + STORE_AGAIN_MS;
				for (const epoch of this.epochs.slice(-1)) epoch.clockWrong = true;
		}
		this.#look(entry.at);
	}

	/** Whether people can still be learnt of without a doubt, so that waiting for their greetings makes sense. */
	get isListening(): boolean {
		return this.#views.length > 0;
	}

	/** How often somebody is to have been greeted on arrival so far. `tentatively`: also those nobody is sure of yet. */
	greetings(who: string, { tentatively = false } = {}): Range {
		const must = (epoch: Epoch) => {
			const visit = epoch.guests.get(who);
			return visit !== undefined && (visit.must || (tentatively && visit.tentative));
		};
		const may = (epoch: Epoch) => {
			const visit = epoch.guests.get(who);
			return visit !== undefined && !visit.exempt;
		};
		return {
			least: this.#sessions("same", "either").filter((session) => session.some(must)).length,
			most: this.#sessions("same").filter((session) => session.some(may)).length,
		};
	}

	/** How often somebody may have been thanked at the end. */
	thanks(who: string): Range {
		const sessions = this.#sessions("same").filter((session) => session.some((epoch) => epoch.guests.has(who)));
		return { least: 0, most: sessions.length };
	}

	/** How often somebody may have been told that the room is closed: once a day. */
	afterHours(who: string): Range {
		if (!this.#afterHours.has(who)) return { least: 0, most: 0 };
		return { least: 0, most: this.#days.size + (this.#clockWrong.length > 0 ? 2 : 0) };
	}

	/** What somebody may hear in a post that was first tried and finally accepted at these times. */
	words(who: string, post: { triedAt: number; acceptedAt: number }): Allowed {
		const kinds = new Set<Kind>();
		const apologies = new Set<Allowed["apology"]>();
		for (const epoch of this.epochs) {
			const visit = epoch.guests.get(who);
			if (!visit || epoch.openedAt > post.acceptedAt) continue;
			const from = Math.max(visit.from, epoch.openedAt);
			if (this.#clockWrong.some((span) => span.from <= post.acceptedAt && (span.to ?? Infinity) >= from)) {
				return { kinds: new Set(["early", "onTime", "late"]), apology: "may" };
			}
			const witnessed = visit.how === "packet" && visit.knownBy !== null && this.#isSteady(from, post.acceptedAt);
			const until = witnessed ? (visit.knownBy ?? post.acceptedAt) : post.acceptedAt;
			for (const kind of this.#moments(epoch, from, until)) kinds.add(kind);
			if (!witnessed) kinds.add("onTime");
			if (kinds.has("early") && post.acceptedAt >= epoch.startsAt - TOLERANCE_MS) kinds.add("onTime");
			apologies.add(this.#apology(epoch, visit, from, post));
		}
		const [only, ...others] = apologies;
		return { kinds, apology: only === undefined || others.length > 0 ? "may" : only };
	}

	#apology(
		epoch: Epoch,
		visit: Visit,
		from: number,
		{ triedAt, acceptedAt }: { triedAt: number; acceptedAt: number },
	): Allowed["apology"] {
		if (visit.how === "unsure" || visit.knownBy === null || !this.#isSteady(from, acceptedAt)) return "may";
		if (triedAt < visit.learntAt) return "may"; // the bot knew before it had to, in whichever way
		const missed = visit.how === "snapshot" ? visit.learntAt - this.#opening(epoch, visit.learntAt) : 0;
		if (visit.how === "snapshot" && missed > MINUTE_MS + TOLERANCE_MS) return "must";
		if (triedAt - visit.knownBy > MINUTE_MS + TOLERANCE_MS) return "must";
		// Who is shown a running event can only guess that it began as scheduled.
		const perhaps = visit.how === "snapshot" ? visit.learntAt - Math.min(epoch.openedAt, epoch.startsAt) : 0;
		return perhaps < MINUTE_MS - TOLERANCE_MS && acceptedAt - from < MINUTE_MS - TOLERANCE_MS ? "never" : "may";
	}

	/**
	 * When a session opened, as far as somebody can tell who is shown it. Discord says it of stages; who did not see an
	 * event begin takes it to have begun as scheduled, or just now.
	 */
	#opening({ openedAt, startsAt, shownAt, storedOpening }: Epoch, at: number): number {
		if (this.#cast.kind !== "event") return openedAt;
		return storedOpening ?? Math.max(this.#heardBy(openedAt), Math.min(startsAt, shownAt ?? at));
	}

	/** When the bot had heard, at the latest, of what a packet told it. */
	#heardBy(at: number): number {
		return this.#late.find(({ from, to }) => from <= at && at <= to)?.to ?? at;
	}

	/** Whether between two moments no process was killed and no line cut off: what was seen then was seen once. */
	#isSteady(from: number, to: number): boolean {
		return !this.#unseen.some((at) => at >= from - TOLERANCE_MS && at <= to);
	}

	#moments({ startsAt }: Epoch, from: number, until: number): Kind[] {
		const kinds: Kind[] = [];
		const [soonest, latest] = [Math.min(...this.#lateAfter), Math.max(...this.#lateAfter)];
		if (from - TOLERANCE_MS < startsAt) kinds.push("early");
		if (until + TOLERANCE_MS >= startsAt && from - TOLERANCE_MS <= startsAt + latest * MINUTE_MS) kinds.push("onTime");
		if (until + TOLERANCE_MS > startsAt + soonest * MINUTE_MS) kinds.push("late");
		return kinds;
	}

	#act(action: Action, at: number, startsAt: number | null): void {
		const packet = "packet" in action ? action.packet : "sent";
		const hear = (effect: (heardAt: number) => void) => {
			if (this.#held) this.#held.push(effect);
			else effect(at);
		};
		const tell = (change: (view: View, heardAt: number) => void) => {
			if (packet !== "lost") hear((heardAt) => this.#views.forEach((view) => void change(view, heardAt)));
		};
		const learn = (who?: string) => hear((heardAt) => this.#learn("packet", heardAt, who));
		switch (action.do) {
			case "join":
				if (action.room !== "room") this.#leaveOpenWhether(action.who);
				this.#places.set(action.who, action.room);
				tell((view) => view.places.set(action.who, action.room));
				learn(action.who);
				break;
			case "leave":
				this.#leaveOpenWhether(action.who);
				this.#places.delete(action.who);
				tell((view) => view.places.delete(action.who));
				break;
			case "mute": {
				const place = this.#places.get(action.who);
				if (place) tell((view) => view.places.set(action.who, place));
				learn(action.who);
				break;
			}
			case "open": {
				// Whoever made an event hosts it, whoever is there.
				const host = this.#cast.kind === "stage" ? action.host : (this.#cast.hosts[0] ?? "");
				const begun = this.#begin(host, at, startsAt ?? at);
				tell((view, heardAt) => {
					view.epoch = begun;
					begun.shownAt = heardAt;
				});
				learn();
				break;
			}
			case "close": {
				const ended = this.#open;
				if (!ended) break;
				ended.closedAt = at;
				this.#open = null;
				tell((view) => {
					view.epoch = null;
				});
				break;
			}
			case "late after":
				this.#lateAfter.push(action.minutes);
		}
	}

	#begin(host: string, at: number, startsAt: number): Epoch {
		const inRoom = [...this.#places].filter(([, place]) => place === "room").map(([who]) => who);
		const epoch: Epoch = {
			openedAt: at,
			closedAt: null,
			host,
			startsAt,
			sure: false,
			shownAt: null,
			storedOpening: null,
			closeSure: false,
			clockWrong: this.#clockWrong.some(({ to }) => to === null),
			onStage: new Set(inRoom.filter((who) => who === host || this.#cast.panel.includes(who))),
			guests: new Map(),
		};
		this.#open = epoch;
		this.epochs.push(epoch);
		return epoch;
	}

	/** The line is back. A session that goes on has missed nothing, it was only told late. */
	#goOn({ at, fresh }: { at: number; fresh: boolean }): void {
		const [down, held] = [this.#down, this.#held ?? []];
		this.#down = null;
		this.#held = null;
		if (fresh) {
			this.#doubt(at);
			this.#views = this.#views.map(() => this.#truth());
			this.#learn("snapshot", at);
			return;
		}
		this.#steadySince = down?.steadySince ?? at;
		if (down) this.#late.push({ from: down.since, to: at });
		for (const hear of held) hear(at);
	}

	/** Those in a session, as a process now believes, are due once it is certain to have stored them. */
	#learn(how: "packet" | "snapshot", at: number, who?: string): void {
		for (const { places, epoch } of this.#views) {
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

	/** Whoever could be taken for an attendee by anybody may be greeted. */
	#look(at: number): void {
		const beliefs = [{ places: this.#places, epoch: this.#open }, ...this.#views];
		for (const { epoch } of beliefs) {
			if (!epoch) continue;
			for (const { places } of beliefs) {
				for (const [who, place] of places) if (place === "room" && !this.#isBot(who)) visitOf(epoch, who, at);
			}
		}
		if (this.epochs.length > 0 && beliefs.some(({ epoch }) => !epoch)) {
			for (const { places } of beliefs) {
				for (const [who, place] of places) if (place === "room") this.#afterHours.add(who);
			}
		}
		for (const epoch of this.epochs) {
			for (const who of epoch.onStage) if (!epoch.sure && this.#places.get(who) !== "room") epoch.onStage.delete(who);
		}
	}

	/** Everything so far has been taken in and, unless the disk is full, stored. */
	#settle(at: number): void {
		if (this.#views.length === 0) return;
		const steady = at >= this.#storeSureFrom;
		for (const epoch of this.epochs) {
			const grown = at >= this.#opening(epoch, at) + OPENING_MS;
			const seen = this.#steadySince <= epoch.openedAt && this.#views.every((view) => view.epoch === epoch);
			const hosted = this.#cast.kind !== "stage" || epoch.onStage.has(epoch.host);
			if (steady && this.#views.some((view) => view.epoch === epoch)) epoch.storedOpening ??= this.#opening(epoch, at);
			if (epoch === this.#open && grown && seen && steady && hosted) epoch.sure = true;
			if (epoch.closedAt !== null && this.#steadySince <= epoch.closedAt && steady) {
				epoch.closeSure ||= this.#views.every((view) => view.epoch !== epoch) && this.epochs.at(-1) === epoch;
			}
			for (const [who, visit] of epoch.guests) {
				if (epoch.sure && (epoch.onStage.has(who) || epoch.host === who)) visit.exempt = true;
				if (!visit.tentative || !steady) continue;
				// Who was there at the opening, or when the bot came back, and went at once was never looked at.
				const looked = visit.how === "packet" && visit.from > epoch.openedAt + TOLERANCE_MS;
				const stays = this.#views.some((view) => view.epoch === epoch && view.places.get(who) === "room");
				const grownForIt = at >= this.#opening(epoch, at) + OPENING_MS;
				if (!looked && !(stays && grownForIt && at >= this.#clockSureFrom)) continue;
				visit.must = true;
				visit.tentative = false;
				visit.knownBy = at;
			}
		}
	}

	/** What nobody is sure the bot has stored, it may have to learn again. */
	#doubt(at: number): void {
		this.#steadySince = at;
		for (const epoch of this.epochs) {
			if (this.#views.length === 0) epoch.shownAt = null;
			for (const visit of epoch.guests.values()) visit.tentative = false;
		}
	}

	/** Who was shown, but goes before it is certain that anybody looked, may be noticed only when they come again. */
	#leaveOpenWhether(who: string): void {
		for (const { guests } of this.epochs) {
			const visit = guests.get(who);
			if (visit?.tentative && visit.how === "snapshot") visit.how = "unsure";
		}
	}

	/** Who could not be stored yet may be stored first by a process that has not seen them come. */
	#leaveOpenHow(): void {
		for (const epoch of this.epochs) {
			for (const visit of epoch.guests.values()) if (visit.tentative) visit.how = "unsure";
		}
	}

	#truth(): View {
		return { places: new Map(this.#places), epoch: this.#open };
	}

	#isBot(who: string): boolean {
		return this.#cast.bots.includes(who);
	}

	#isGuest(who: string, epoch: Epoch): boolean {
		const { bots, hosts, panel } = this.#cast;
		return !bots.includes(who) && !hosts.includes(who) && !panel.includes(who) && epoch.host !== who;
	}

	/** The openings that are one session, given how far a link is trusted. */
	#sessions(...joined: Link[]): Epoch[][] {
		const sessions: Epoch[][] = [];
		for (const [index, epoch] of this.epochs.entries()) {
			const before = this.epochs[index - 1];
			const last = sessions.at(-1);
			if (before && last && joined.includes(this.#linkOf(before, epoch))) last.push(epoch);
			else sessions.push([epoch]);
		}
		return sessions;
	}

	/** Whether an opening continues the session before it. */
	#linkOf(before: Epoch, epoch: Epoch): Link {
		if (this.#cast.kind !== "stage") return "new";
		if (!before.sure || !before.closeSure || before.clockWrong || !epoch.sure) return "either";
		if (before.host !== epoch.host) return "new";
		const { openedAt } = epoch;
		const closedAt = before.closedAt ?? openedAt;
		// The bot counts from when it heard of the end to when it heard of the opening, by the clock it had then.
		if (this.#clockWrong.some(({ from, to }) => from <= this.#heardBy(openedAt) && (to ?? openedAt) >= openedAt))
			return "either";
		if (this.#heardBy(openedAt) - closedAt <= REOPEN_WITHIN_MS) return "same";
		return openedAt - this.#heardBy(closedAt) > REOPEN_WITHIN_MS ? "new" : "either";
	}
}

/** Whether two openings are one session; `either`: nobody could tell. */
type Link = "same" | "new" | "either";

function visitOf(epoch: Epoch, who: string, at: number): Visit {
	let visit = epoch.guests.get(who);
	if (!visit) {
		visit = {
			from: at,
			must: false,
			knownBy: null,
			how: "unsure",
			learntAt: 0,
			tentative: false,
			exempt: epoch.host === who && epoch.sure,
		};
		epoch.guests.set(who, visit);
	}
	return visit;
}
