import { drawCast } from "./cast.ts";
import { Dice } from "./dice.ts";
import { drawLeading, Leaders } from "./leaders.ts";
import { Mishaps } from "./mishaps.ts";
import { type Action, type Cast, isOpenedByHand, type PacketFate, type PostFault, type RoomOrLobby } from "./plan.ts";
import { Pressers } from "./pressers.ts";

const MINUTE_MS = 60_000;
/** A session opens again at once or after so long, so that no trial hangs on the last second of the five minutes. */
const SOON_MS = 3.5 * MINUTE_MS;
const LONG_MS = 6.5 * MINUTE_MS;
/** So long a room may stay empty while something is on. */
const EMPTY_MS = 10 * MINUTE_MS;
const FAULTS: readonly PostFault[] = ["500", "502", "429", "dropped", "dropped", "unheard", "slow"];

/** Whose turn it is in a wave that has a rhythm: of hosts who open or close, or nobody's; else hosts are free. */
export type Turn = "open" | "close" | "nobody's" | "free";

/** What the people of all webinars go by. */
interface Circumstances {
	/** The villain is to take its time. */
	slow: boolean;
	/** How much time passes next. */
	passMs: number;
	turn: Turn;
}

/** The people of one webinar, who do what people do. */
export class Troupe {
	readonly cast: Cast;
	readonly #dice: Dice;
	readonly #mishaps: Mishaps;
	readonly #pressers: Pressers;
	readonly #leaders: Leaders;
	readonly #places = new Map<string, RoomOrLobby>();
	readonly #calm: boolean;
	/** Its hosts stay while it is on, and open and close it when it is their turn. */
	readonly #orderly: boolean;
	#host: string | null = null;
	#closedAt = Number.NEGATIVE_INFINITY;
	#openings = 0;
	#denied = false;
	/** When what comes next was to start, it may have been cancelled. */
	#isCancelled = false;
	#isDeleted = false;

	constructor(seed: number, trial: number) {
		this.#dice = new Dice(seed, trial, 1);
		this.#mishaps = new Mishaps(seed, trial);
		const cast = drawCast(this.#dice, trial);
		this.cast = { ...cast, leading: drawLeading(seed, cast) };
		this.#pressers = new Pressers(seed, this.cast);
		this.#leaders = new Leaders(seed, this.cast);
		this.#orderly = isOpenedByHand(this.cast) && this.#dice.chance(0.6);
		this.#calm = this.#dice.chance(this.#orderly ? 0.6 : 0.25);
	}

	/** What happens in this webinar now. */
	act(at: number, { slow, passMs, turn }: Circumstances): Action[] {
		const dice = this.#dice;
		if (this.#isDeleted) return [];
		const actions: Action[] = [];
		if (dice.chance(0.12)) actions.push(...this.#reschedule());
		actions.push(...this.#turn(at, turn));
		for (let n = dice.between(0, 3); n > 0; n--) actions.push(this.#walk());
		if (!this.#calm && dice.chance(0.2)) actions.push(this.#mischief(slow));
		if (passMs > EMPTY_MS && dice.chance(0.6)) {
			for (const who of [...this.#places.keys()]) actions.push(this.#leave(who, this.#packet(0.02)));
		}
		actions.push(...this.#mishaps.befall(at));
		if (this.#openings > 0 && dice.chance(0.006)) actions.push(this.#delete());
		return this.#leaders.weave(this.#pressers.weave(actions));
	}

	/** A host opens or closes when it is time, or at any time. */
	#turn(at: number, turn: Turn): Action[] {
		if (this.#orderly && turn !== "free") {
			if (turn === "nobody's" || (turn === "open") !== (this.#host === null)) return [];
			return this.#openOrClose(at);
		}
		return this.#openings === 0 || this.#dice.chance(0.12) ? this.#openOrClose(at) : [];
	}

	/** A host moves what is on or comes next, or calls off a date. */
	#reschedule(): Action[] {
		const { kind } = this.cast;
		if (kind === "stage" || (this.#isCancelled && !(kind === "weekly" || this.cast.recurs))) return [];
		const mayCancel = kind === "ahead" || (kind === "weekly" && this.#host === null);
		if (mayCancel && !this.#isCancelled && this.#dice.chance(0.3)) {
			this.#isCancelled = true;
			return [{ do: "cancel date", packet: this.#packet(0.05) }];
		}
		return [this.#move()];
	}

	#move(): Action {
		this.#isCancelled = false;
		return { do: "move start", inMinutes: this.#dice.pick([1, 3, 8, 20]), packet: this.#packet(0.05) };
	}

	#openOrClose(at: number): Action[] {
		const dice = this.#dice;
		if (this.#host !== null) {
			if (dice.chance(0.3)) return [];
			this.#host = null;
			this.#closedAt = at;
			return [{ do: "close", packet: this.#turnPacket() }];
		}
		if (this.#openings === 0 && dice.chance(0.3)) return [];
		if (this.#openings === this.cast.startsInMinutes.length) return [];
		const closedFor = at - this.#closedAt;
		if (closedFor > SOON_MS && closedFor < LONG_MS) return [];
		return [...this.#settleDate(), ...this.#openAgain()];
	}

	/** The date of a weekly event that is to begin is moved to today, unless its host is a day early. */
	#settleDate(): Action[] {
		const isWeekly = this.cast.kind === "weekly";
		return isWeekly && (this.#isCancelled || this.#dice.chance(0.8)) ? [this.#move()] : [];
	}

	#openAgain(): Action[] {
		const dice = this.#dice;
		const [first = "", second = ""] = this.cast.hosts;
		const host = this.#openings > 0 && dice.chance(0.4) ? second : first;
		const other = host === first ? second : first;
		const before: Action[] = host === first ? [] : this.#thinOut();
		// Whoever hosts comes first: who is on stage first is taken for the host.
		for (const [who, place] of this.#places) {
			if (place === "room" && (who === other || this.cast.panel.includes(who))) before.push(this.#leave(who, "sent"));
		}
		if (this.#places.get(host) !== "room") before.push(this.#join(host, "room", "sent"));
		for (const who of this.cast.panel) if (dice.chance(0.6)) before.push(this.#join(who, "room", "sent"));
		this.#host = host;
		this.#openings++;
		return [...before, { do: "open", host, packet: this.#turnPacket() }];
	}

	/** A co-host takes over a stage with its audience, with about half of it, or with nobody. */
	#thinOut(): Action[] {
		const dice = this.#dice;
		if (!isOpenedByHand(this.cast)) return [];
		const leaving = dice.pick([0, 0.5, 1]);
		const audience = this.cast.guests.filter((who) => this.#places.get(who) === "room");
		return audience.filter(() => dice.chance(leaving)).map((who) => this.#leave(who, this.#packet(0.02)));
	}

	#walk(): Action {
		const dice = this.#dice;
		const { hosts, guests, bots } = this.cast;
		const others = this.#orderly ? bots : [...bots, ...hosts.slice(0, 1)];
		const who = dice.chance(0.85) ? dice.pick(guests) : dice.pick(others);
		const place = this.#places.get(who);
		if (place === undefined) return this.#join(who, dice.chance(0.85) ? "room" : "lobby", this.#packet(0.04));
		const wish = dice.between(1, 10);
		if (wish <= 4) return this.#leave(who, this.#packet(0.04));
		if (wish <= 7) return { do: "mute", who };
		return this.#join(who, place === "room" ? "lobby" : "room", this.#packet(0.04));
	}

	#mischief(slow: boolean): Action {
		const dice = this.#dice;
		if (this.#denied || dice.chance(0.2)) {
			this.#denied = !this.#denied;
			return { do: this.#denied ? "deny" : "allow" };
		}
		if (dice.chance(0.1)) return { do: "late after", minutes: dice.pick([1, 5, 10]) };
		const fault = slow && dice.chance(0.2) ? "silent" : dice.pick(FAULTS);
		return { do: "post fault", fault, times: fault === "silent" ? 1 : dice.between(1, 3) };
	}

	/** The room is deleted, and with it ends the trial. */
	#delete(): Action {
		this.#isDeleted = true;
		return { do: "delete room", channelFirst: this.#dice.chance(0.5) };
	}

	#turnPacket(): PacketFate {
		return this.#orderly ? "sent" : this.#packet(0.05);
	}

	#packet(lost: number): PacketFate {
		if (this.#calm) return "sent";
		if (this.#dice.chance(lost)) return "lost";
		return this.#dice.chance(0.08) ? "repeated" : "sent";
	}

	#join(who: string, room: RoomOrLobby, packet: PacketFate): Action {
		this.#places.set(who, room);
		const speaker = this.cast.hosts.includes(who) || this.cast.panel.includes(who);
		return { do: "join", who, room, speaker, packet };
	}

	#leave(who: string, packet: PacketFate): Action {
		this.#places.delete(who);
		return { do: "leave", who, packet };
	}
}
