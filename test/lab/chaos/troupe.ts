import { Dice } from "./dice.ts";
import type { Action, Cast, PacketFate, PostFault, RoomOrLobby } from "./plan.ts";

const MINUTE_MS = 60_000;
/** A session opens again at once or after so long, so that no trial hangs on the last second of the five minutes. */
const SOON_MS = 3.5 * MINUTE_MS;
const LONG_MS = 6.5 * MINUTE_MS;
const FAULTS: readonly PostFault[] = ["500", "502", "429", "dropped", "dropped", "unheard", "slow"];

/** The people of one webinar, who do what people do. */
export class Troupe {
	readonly cast: Cast;
	readonly #dice: Dice;
	readonly #places = new Map<string, RoomOrLobby>();
	readonly #calm: boolean;
	#host: string | null = null;
	#closedAt = Number.NEGATIVE_INFINITY;
	#openings = 0;
	#denied = false;

	constructor(seed: number, trial: number) {
		this.#dice = new Dice(seed, trial, 1);
		const dice = this.#dice;
		const names = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${trial}x${n + 1}`);
		const guests = names("Guest", dice.between(3, 7));
		const kind = dice.pick(["stage", "stage", "event", "stage event"] as const);
		this.cast = {
			trial,
			kind,
			startsInMinutes: Array.from({ length: 6 }, () => dice.pick([-7, -1, 0, 2, 12])),
			hosts: names("Host", 2),
			guests,
			panel: kind === "event" ? [] : guests.filter(() => dice.chance(0.12)),
			bots: names("Jukebox", 1),
		};
		this.#calm = dice.chance(0.25);
	}

	/** What happens in this webinar now. */
	act(at: number, slow: boolean): Action[] {
		const dice = this.#dice;
		const actions: Action[] = [];
		if (this.#openings === 0 || dice.chance(0.12)) actions.push(...this.#openOrClose(at));
		for (let n = dice.between(0, 3); n > 0; n--) actions.push(this.#walk());
		if (!this.#calm && dice.chance(0.2)) actions.push(this.#mischief(slow));
		return actions;
	}

	#openOrClose(at: number): Action[] {
		const dice = this.#dice;
		if (this.#host !== null) {
			if (dice.chance(0.3)) return [];
			this.#host = null;
			this.#closedAt = at;
			return [{ do: "close", packet: this.#packet(0.05) }];
		}
		if (this.#openings === 0 && dice.chance(0.3)) return [];
		if (this.#openings === this.cast.startsInMinutes.length) return [];
		const closedFor = at - this.#closedAt;
		if (closedFor > SOON_MS && closedFor < LONG_MS) return [];
		return this.#openAgain();
	}

	#openAgain(): Action[] {
		const dice = this.#dice;
		const [first = "", second = ""] = this.cast.hosts;
		const host = this.#openings > 0 && dice.chance(0.3) ? second : first;
		const other = host === first ? second : first;
		const before: Action[] = [];
		// Whoever hosts comes first: who is on stage first is taken for the host.
		for (const [who, place] of this.#places) {
			if (place === "room" && (who === other || this.cast.panel.includes(who))) before.push(this.#leave(who, "sent"));
		}
		if (this.#places.get(host) !== "room") before.push(this.#join(host, "room", "sent"));
		for (const who of this.cast.panel) if (dice.chance(0.6)) before.push(this.#join(who, "room", "sent"));
		this.#host = host;
		this.#openings++;
		return [...before, { do: "open", host, packet: this.#packet(0.05) }];
	}

	#walk(): Action {
		const dice = this.#dice;
		const { hosts, guests, bots } = this.cast;
		const who = dice.chance(0.85) ? dice.pick(guests) : dice.pick([...bots, ...hosts.slice(0, 1)]);
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
