import { BlindSpots } from "./blind-spots.ts";
import { Callers } from "./callers.ts";
import { companyIn, type Places } from "./company.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { type Epoch, TOLERANCE_MS, visitOf } from "./epoch.ts";
import { Knowledge, type Sight } from "./knowledge.ts";
import { openEpoch } from "./opening.ts";
import { type Action, type Cast, isOpenedByHand } from "./plan.ts";
import { Schedule } from "./schedule.ts";
import { Vacancies } from "./vacancies.ts";
import { type View, Views } from "./views.ts";

/** What has come to pass in a room, and what a bot has been told of it. */
export class Chronicle {
	readonly epochs: Epoch[] = [];
	readonly blindSpots = new BlindSpots();
	readonly callers = new Callers(this.blindSpots);
	readonly schedule: Schedule;
	/** When the room was deleted, and by when every process had heard of it; null while that has not come. */
	deletedAt: number | null = null;
	deletionHeardAt: number | null = null;
	readonly #cast: Cast;
	readonly #places: Places = new Map();
	readonly #views = new Views();
	readonly #knowledge: Knowledge;
	/** Who has moved while the wire was cut: the bot may have been back sooner than we saw, and have heard of it. */
	readonly #movedUnheard = new Set<string>();
	#isCut = false;
	readonly #vacancies: Vacancies;

	/** `startsAt`: when what comes first is scheduled. */
	constructor(cast: Cast, startsAt: number | null) {
		this.#cast = cast;
		this.schedule = new Schedule(cast, startsAt);
		this.#vacancies = new Vacancies(cast);
		this.#knowledge = new Knowledge(cast, this.blindSpots, this.epochs);
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		const { at } = entry;
		switch (entry.is) {
			case "action":
				this.#act(entry.action, at, entry.startsAt);
				break;
			case "pressed":
				if (entry.what.startsWith("forget")) this.#knowledge.forget(entry.who, at);
				break;
			case "killed":
				this.#views.clear();
				this.#isCut = false;
				this.#movedUnheard.clear();
				this.#doubt(at);
				this.blindSpots.loseSight(at);
				break;
			case "up":
				this.#beginWith(this.#views.all.length > 0 ? "second snapshot" : "snapshot", at);
				break;
			case "ended":
				this.#views.remove(entry.first);
				if (entry.first) this.#doubt(at);
				this.blindSpots.loseSight(at);
				break;
			case "refused":
				this.blindSpots.loseSight(at);
				break;
			case "stalled":
			case "dropped":
				this.#views.hold(); // it is told when the wire is back, or shown then
				this.#knowledge.cutOff(at);
				this.#isCut ||= entry.is === "dropped";
				break;
			case "back":
				if (entry.fresh) this.#beginAnew(at);
				else this.#goOn(at);
				this.#isCut = false;
				this.#movedUnheard.clear();
				break;
			case "settled":
				this.#knowledge.settle(this.#views.all, at);
				this.callers.settle(at, this.#isEndKnown);
				break;
			case "disk":
				this.#knowledge.hinder("disk", entry.full, at);
				break;
			case "lock":
				this.#knowledge.hinder("lock", entry.on, at);
				break;
			case "clock":
				this.blindSpots.setClock(entry.wrong, at);
				this.#knowledge.setClock(entry.wrong, at);
				for (const epoch of this.epochs.slice(-1)) epoch.clockWrong = true;
		}
		this.#look(at);
	}

	#act(action: Action, at: number, startsAt: number | null): void {
		const packet = "packet" in action ? action.packet : "sent";
		const tell = (change: (view: View, heardAt: number) => void) => {
			if (packet === "lost") return;
			this.#views.hear((heardAt) => this.#views.all.forEach((view) => void change(view, heardAt)), at);
		};
		const learn = (who?: string) => {
			if (who !== undefined && this.#isCut) this.#movedUnheard.add(who);
			this.#views.hear((heardAt) => this.#learn("packet", heardAt, who), at);
		};
		switch (action.do) {
			case "join":
				if (action.room !== "room") this.#knowledge.leaveOpenWhether(action.who);
				this.#places.set(action.who, action.room);
				tell((view) => view.places.set(action.who, action.room));
				learn(action.who);
				break;
			case "leave":
				this.#knowledge.leaveOpenWhether(action.who);
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
				const begun = this.#open(action.host, at, startsAt);
				tell((view, heardAt) => this.#tellOpening(view, begun, heardAt));
				learn();
				break;
			}
			case "close":
				// Of a stage that is held for an event the end of one may be told, though the other's is lost.
				if (packet === "lost") this.schedule.leaveOpenWhetherOver(at, this.#openEpoch);
				this.#close(at);
				tell((view) => Object.assign(view, { epoch: null }));
				break;
			case "move start":
			case "cancel date": {
				const start = this.schedule.set(startsAt, at, this.#openEpoch);
				tell((view) => Object.assign(view, { start }));
				break;
			}
			case "delete room":
				this.#close(at);
				this.#places.clear();
				this.deletedAt = at;
				tell((view) => Object.assign(view, { epoch: null, places: new Map(), isGone: true }));
		}
	}

	#open(first: string, at: number, startsAt: number | null): Epoch {
		if (!isOpenedByHand(this.#cast)) this.schedule.set(startsAt, at);
		const epoch = openEpoch(this.#cast, {
			at,
			first,
			beliefs: [this.#truth(), ...this.#views.all],
			clockWrong: this.blindSpots.isClockWrong,
		});
		this.epochs.push(epoch);
		return epoch;
	}

	/** A process hears of an opening. The packet of an event says when it was to start, too. */
	#tellOpening(view: View, begun: Epoch, heardAt: number): void {
		view.epoch = begun;
		if (!isOpenedByHand(this.#cast)) view.start = begun.starts[0]?.of ?? view.start;
		begun.shownAt = heardAt;
		begun.isSeen = true;
	}

	#close(at: number): void {
		const ended = this.#openEpoch;
		if (!ended) return;
		ended.closedAt = at;
		ended.atEnd = companyIn(this.#beliefs);
		ended.isEndAwaited = this.#knowledge.isUpToDate;
	}

	/** A process begins, and is shown everything. */
	#beginWith(sight: Sight, at: number): void {
		this.#knowledge.leaveOpenHow(at);
		this.#views.add(this.#truth());
		this.#learn(sight, at);
		if (sight === "snapshot") this.#knowledge.begin(at);
	}

	/** The wire is back, and Discord has shown everything anew. */
	#beginAnew(at: number): void {
		this.#doubt(at);
		this.#views.replace(() => this.#truth());
		this.#learn("snapshot", at);
		for (const who of this.#movedUnheard) this.#knowledge.leaveOpenHowSeen(who);
	}

	/** The wire is back, and the session goes on. */
	#goOn(at: number): void {
		this.#knowledge.goOn(at);
		this.#views.release(at);
	}

	#learn(how: Sight, at: number, who?: string): void {
		this.#knowledge.learn(this.#views.all, how, at, who);
	}

	#doubt(at: number): void {
		this.#knowledge.doubt(at, this.#views.all.length === 0);
	}

	/** Whoever could be taken for an attendee by anybody may be greeted, or be told that the room is closed. */
	#look(at: number): void {
		const beliefs = this.#beliefs;
		const epochs = beliefs.flatMap(({ epoch }) => epoch ?? []);
		for (const who of companyIn(beliefs).perhaps) {
			if (!this.#cast.bots.includes(who)) for (const epoch of epochs) visitOf(epoch, who, at);
		}
		const views = this.#views.all;
		const held = [[this, this.#truth()] as const, ...views.map((view) => [view, view] as const)];
		this.callers.look(held, this.epochs, at);
		this.schedule.look(views, this.epochs, at);
		this.#vacancies.look(held, at);
		for (const epoch of this.epochs) {
			if (!epoch.sure) this.#leaveStage(epoch);
			const shownAt = epoch.shownAt ?? at;
			if (at <= Math.max(epoch.openedAt, shownAt) + TOLERANCE_MS) this.#arriveAt(epoch);
		}
		const isHeard = views.length > 0 && views.every(({ isGone }) => isGone);
		if (this.deletedAt !== null && isHeard) this.deletionHeardAt ??= at;
	}

	/** While nobody is sure of an opening, only who has stayed on stage counts as the panel. */
	#leaveStage({ onStage }: Epoch): void {
		for (const who of onStage) if (this.#places.get(who) !== "room") onStage.delete(who);
	}

	/** Who comes or goes a moment after the opening may count among those who were there or not. */
	#arriveAt(epoch: Epoch): void {
		const { surely, perhaps } = companyIn(this.#beliefs);
		const { atOpening } = epoch;
		epoch.atOpening = {
			surely: atOpening.surely.intersection(surely),
			perhaps: atOpening.perhaps.union(perhaps),
		};
	}

	/** Whether the bot is certain to know of the last session, and of its end. */
	get #isEndKnown(): boolean {
		const last = this.epochs.at(-1);
		return last?.sure === true && last.closeSure;
	}

	get #openEpoch(): Epoch | null {
		const last = this.epochs.at(-1);
		return last?.closedAt === null ? last : null;
	}

	/** The truth first, then what each process takes for it. */
	get #beliefs(): View[] {
		return [this.#truth(), ...this.#views.all];
	}

	#truth(): View {
		const isGone = this.deletedAt !== null;
		return { places: new Map(this.#places), epoch: this.#openEpoch, start: this.schedule.now, isGone };
	}
}
