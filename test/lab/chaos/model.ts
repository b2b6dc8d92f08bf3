import { BlindSpots } from "./blind-spots.ts";
import type { DiaryEntry } from "./diary-entry.ts";
import { type Epoch, newEpoch, visitOf } from "./epoch.ts";
import { Knowledge } from "./knowledge.ts";
import type { Action, Cast, RoomOrLobby } from "./plan.ts";
import { type Link, sessionsOf } from "./sessions.ts";
import { type View, Views } from "./views.ts";
import { type Allowed, allowedWords, type PostTimes } from "./words.ts";

/** How often something may have been said to somebody. */
export interface Range {
	least: number;
	most: number;
}

const LATE_AFTER_DEFAULT = 5;
const DAY_MS = 24 * 60 * 60_000;

/**
 * What a room must have seen, from what happened alone. It knows nothing of the bot but what Discord told it: a person
 * is due once the bot cannot but have seen them during a session, and possible if anybody could say they were there.
 */
export class Model {
	readonly #cast: Cast;
	readonly #epochs: Epoch[] = [];
	readonly #places = new Map<string, RoomOrLobby>();
	readonly #views = new Views();
	readonly #blindSpots = new BlindSpots();
	readonly #knowledge: Knowledge;
	readonly #lateAfter = [LATE_AFTER_DEFAULT];
	readonly #afterHours = new Set<string>();
	readonly #days = new Set<number>();

	constructor(cast: Cast) {
		this.#cast = cast;
		this.#knowledge = new Knowledge(cast, this.#blindSpots, this.#epochs);
	}

	/** Takes note of what happened next. */
	take(entry: DiaryEntry): void {
		const { at } = entry;
		this.#days.add(Math.floor(at / DAY_MS));
		switch (entry.is) {
			case "action":
				this.#act(entry.action, at, entry.startsAt);
				break;
			case "killed":
				this.#views.clear();
				this.#doubt(at);
				this.#blindSpots.loseSight(at);
				break;
			case "up":
				this.#knowledge.leaveOpenHow(at);
				this.#views.add(this.#truth());
				this.#learn("snapshot", at);
				if (this.#views.all.length === 1) this.#knowledge.begin(at);
				break;
			case "ended":
				this.#views.remove(entry.first);
				if (entry.first) this.#doubt(at);
				this.#blindSpots.loseSight(at);
				break;
			case "refused":
				this.#blindSpots.loseSight(at);
				break;
			case "stalled":
				this.#views.hold();
				this.#knowledge.cutOff(at);
				break;
			case "dropped":
				this.#knowledge.cutOff(at);
				break;
			case "back":
				if (entry.fresh) this.#beginAnew(at);
				else this.#goOn(at);
				break;
			case "settled":
				this.#knowledge.settle(this.#views.all, at);
				break;
			case "disk":
				this.#knowledge.fillDisk(entry.full, at);
				break;
			case "clock":
				this.#blindSpots.setClock(entry.wrong, at);
				this.#knowledge.setClock(entry.wrong, at);
				for (const epoch of this.#epochs.slice(-1)) epoch.clockWrong = true;
		}
		this.#look(at);
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
		return { least: 0, most: this.#days.size + (this.#blindSpots.wasClockEverWrong ? 2 : 0) };
	}

	/** What somebody may hear in a post. */
	words(who: string, post: PostTimes): Allowed {
		const { kind } = this.#cast;
		return allowedWords(who, post, this.#epochs, { kind, lateAfter: this.#lateAfter, blindSpots: this.#blindSpots });
	}

	#act(action: Action, at: number, startsAt: number | null): void {
		const packet = "packet" in action ? action.packet : "sent";
		const tell = (change: (view: View, heardAt: number) => void) => {
			if (packet === "lost") return;
			this.#views.hear((heardAt) => this.#views.all.forEach((view) => void change(view, heardAt)), at);
		};
		const learn = (who?: string) => this.#views.hear((heardAt) => this.#learn("packet", heardAt, who), at);
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
				tell((view) => {
					view.epoch = null;
				});
				break;
			}
			case "late after":
				this.#lateAfter.push(action.minutes);
		}
	}

	#begin(host: string, openedAt: number, startsAt: number): Epoch {
		const inRoom = [...this.#places].filter(([, place]) => place === "room").map(([who]) => who);
		const onStage = new Set(inRoom.filter((who) => who === host || this.#cast.panel.includes(who)));
		const epoch = newEpoch({ openedAt, host, startsAt, onStage, clockWrong: this.#blindSpots.isClockWrong });
		this.#epochs.push(epoch);
		return epoch;
	}

	/** The wire is back, and Discord has shown everything anew. */
	#beginAnew(at: number): void {
		this.#doubt(at);
		this.#views.replace(() => this.#truth());
		this.#learn("snapshot", at);
	}

	/** The wire is back, and the session goes on. */
	#goOn(at: number): void {
		this.#knowledge.goOn(at);
		this.#views.release(at);
	}

	#learn(how: "packet" | "snapshot", at: number, who?: string): void {
		this.#knowledge.learn(this.#views.all, how, at, who);
	}

	#doubt(at: number): void {
		this.#knowledge.doubt(at, this.#views.all.length === 0);
	}

	/** Whoever could be taken for an attendee by anybody may be greeted, or be told that the room is closed. */
	#look(at: number): void {
		const beliefs: View[] = [{ places: this.#places, epoch: this.#open }, ...this.#views.all];
		const epochs = beliefs.flatMap(({ epoch }) => epoch ?? []);
		const inRoom = beliefs.flatMap(({ places }) => [...places].filter(([, place]) => place === "room"));
		const isPerson = (who: string) => !this.#cast.bots.includes(who);
		for (const [who] of inRoom) {
			if (isPerson(who)) for (const epoch of epochs) visitOf(epoch, who, at);
			if (this.#epochs.length > 0 && epochs.length < beliefs.length) this.#afterHours.add(who);
		}
		for (const epoch of this.#epochs) if (!epoch.sure) this.#leaveStage(epoch);
	}

	/** While nobody is sure of an opening, only who has stayed on stage counts as the panel. */
	#leaveStage({ onStage }: Epoch): void {
		for (const who of onStage) if (this.#places.get(who) !== "room") onStage.delete(who);
	}

	get #open(): Epoch | null {
		const last = this.#epochs.at(-1);
		return last?.closedAt === null ? last : null;
	}

	#truth(): View {
		return { places: new Map(this.#places), epoch: this.#open };
	}

	/** The openings that are one session, given how far a link is trusted. */
	#sessions(...joined: Link[]): Epoch[][] {
		return sessionsOf(this.#epochs, joined, this.#cast.kind, this.#blindSpots);
	}
}
