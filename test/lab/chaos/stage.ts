import type { SimMember } from "../../../rehearsal/simulator/member.ts";
import type { SimRoom } from "../../../rehearsal/simulator/room.ts";
import type { SimServer } from "../../../rehearsal/simulator/server.ts";
import type { Simulator } from "../../../rehearsal/simulator/simulator.ts";
import { Calendar } from "./calendar.ts";
import { checkTrial, type SeenPost, type TrialVerdict } from "./check.ts";
import type { StoredHello, StoredReport } from "./database.ts";
import type { DiaryEntry, UndatedEntry } from "./diary-entry.ts";
import { expectedReports } from "./expected-reports.ts";
import type { Booked } from "./hellos.ts";
import { LeaderPresses, questionIn } from "./leader-presses.ts";
import { Model } from "./model.ts";
import { paceChoice } from "./pace-choice.ts";
import { type Action, type Cast, isOnStage, isOpenedByHand } from "./plan.ts";
import { Presses } from "./presses.ts";
import { checkReports, type ReportVerdict } from "./report-check.ts";
import { spoil } from "./spoil.ts";
import { isGreeting, readTrialPost, type TrialPost } from "./trial-post.ts";

/** One attempt to post, and what Discord answered: 0 for nothing. */
export interface Tried {
	at: number;
	nonce: string;
	content: string;
	status: number;
}

/** One webinar of a wave: its server, its people, and what it must have seen. */
export class Stage {
	readonly cast: Cast;
	readonly model: Model;
	/** What happened in it, to be shown. */
	readonly diary: DiaryEntry[] = [];
	readonly room: SimRoom;
	readonly #simulator: Simulator;
	readonly #server: SimServer;
	readonly #lobby: SimRoom;
	readonly #people = new Map<string, SimMember>();
	readonly #calendar: Calendar;
	readonly #presses: Presses;
	readonly #leaderPresses: LeaderPresses;
	/** Posts that have been read, by their words. */
	readonly #read = new Map<string, TrialPost>();
	#composedAt: ReadonlyMap<string, number> = new Map();
	/** What is stored of hellos. */
	booked: readonly Booked[] = [];
	#isDeleted = false;

	constructor(simulator: Simulator, cast: Cast) {
		this.cast = cast;
		this.#simulator = simulator;
		this.#server = simulator.addServer({ name: `Trial ${cast.trial}` });
		this.room = isOnStage(cast) ? this.#server.addStage("Webinar") : this.#server.addVoiceRoom("Webinar");
		this.#lobby = this.#server.addVoiceRoom("Lobby");
		for (const name of cast.hosts) {
			this.#people.set(name, this.#server.addMember({ globalName: name, permissions: ["ManageEvents"] }));
		}
		for (const name of cast.guests) this.#people.set(name, this.#server.addMember(name));
		for (const name of cast.bots) this.#people.set(name, this.#server.addMember({ globalName: name, bot: true }));
		this.#calendar = new Calendar(this.#server, this.room, cast, this.#people.get(cast.maker));
		this.model = new Model(cast, this.#calendar.startsAt);
		const note = (entry: UndatedEntry) => this.note({ ...entry, at: simulator.world.clock.now() } as DiaryEntry);
		this.#presses = new Presses(note);
		this.#leaderPresses = new LeaderPresses({ room: this.room, person: (name) => this.#person(name), note });
	}

	/** The owner says for how long latecomers are left to the hosts, and a host with whom they regularly lead. */
	async chooseLeading(): Promise<void> {
		const { leading, hosts } = this.cast;
		if (!leading) return;
		const { firstSeconds: first, waitsForAll, lateAfterMinutes, coHosts } = leading;
		const settings = { first, delay: waitsForAll ? first : 0, "late-after": lateAfterMinutes };
		await (await this.#server.owner.runs("server set defaults", settings)).reply();
		if (coHosts.length === 0) return;
		const menu = await this.#person(hosts[0] ?? "").runs("host co-hosts");
		await menu.reply();
		const chosen = coHosts.map((name) => this.#person(name));
		await (await menu.selects("host:co-hosts-chosen", ...chosen)).reply();
	}

	/** The owner chooses how fast the room is posted to; a bot that offers no choice goes on as it does. */
	async choosePace(): Promise<void> {
		const { pace } = this.cast;
		const choice = paceChoice(this.#simulator.commands, pace);
		if (pace === "calm" || choice === undefined) return;
		await (await this.#server.owner.runs("server set defaults", { pace: choice })).reply();
		this.note({ is: "pace", pace, at: this.#simulator.world.clock.now() });
	}

	/** Lets something happen in this webinar; resolves when every packet about it is written. */
	async act(action: Action): Promise<void> {
		const at = this.#simulator.world.clock.now();
		await this.#perform(action);
		this.note({ is: "action", action, startsAt: this.#calendar.startsAt, at });
	}

	/** Takes note of something that happened to all webinars. */
	note(entry: DiaryEntry): void {
		this.diary.push(entry);
		this.model.take(entry);
	}

	/** Resolves when whoever has pressed something has been answered, or has given up. */
	hearAnswers(): Promise<void> {
		return this.#presses.end();
	}

	/** Resolves when whoever leads has been answered, or has given up. */
	hearLeaders(): Promise<void> {
		return this.#leaderPresses.end();
	}

	/** Takes away what keeps the bot from posting here. */
	async heal(): Promise<void> {
		if (this.#server.bot.timedOutUntil !== null) await this.#server.bot.isForgiven();
		if (!this.#isDeleted) await this.room.allow("SendMessages", this.#server.everyone);
	}

	/** Learns when posts were composed, by their nonces. */
	learnComposed(composedAt: ReadonlyMap<string, number>): void {
		this.#composedAt = composedAt;
	}

	/** Learns what is stored of hellos on any server: in which session, and by whose id. */
	learnHellos(hellos: readonly StoredHello[]): void {
		const names = new Map([...this.#people].map(([name, { id }]) => [id, name]));
		this.booked = hellos.flatMap(({ session, userId, hello }) => {
			const who = names.get(userId);
			return who === undefined ? [] : { session, who, hello };
		});
		this.model.hellos.learn(this.booked);
	}

	/** Every post of the bot in this server that says something to guests. */
	posts(): SeenPost[] {
		const first = new Map<string, number>();
		for (const { nonce, at } of this.tried()) if (!first.has(nonce)) first.set(nonce, at);
		return [...new Set([this.room, ...this.#server.rooms.values()])]
			.flatMap((room) => room.messages)
			.filter(({ author, deleted }) => author === this.#simulator.world.bot && !deleted)
			.filter((message) => questionIn(message) === undefined)
			.map(({ content, contents: [posted, ...changes], nonce, acceptedAt, mentions, mentionsEveryone }) => ({
				content: posted?.content ?? content,
				changes,
				acceptedAt,
				triedAt: first.get(String(nonce)) ?? acceptedAt,
				composedAt: this.#composedAt.get(String(nonce)) ?? null,
				pings: mentions.length + (mentionsEveryone ? 1 : 0),
			}));
	}

	/** What the room has seen so far, against what it must have seen. */
	verdict(): TrialVerdict {
		return checkTrial(this.cast, this.model, this.posts(), this.tried());
	}

	/** What the reports of its sessions say, against what they may say. */
	reportVerdict(reports: readonly StoredReport[]): ReportVerdict {
		const own = reports.filter(({ roomId }) => roomId === this.room.id);
		return checkReports(own, expectedReports(this.model, this.diary, this.posts()));
	}

	/** Whether the room has seen everybody greeted who is due, and also those nobody is sure of yet. */
	isEverybodyGreeted(): boolean {
		return [...this.cast.guests, ...this.cast.hosts].every((who) => {
			const { least } = this.model.greetings(who, { tentatively: true });
			if (least === 0 || this.model.wishes.hasAsked(who)) return true;
			return this.room.messages.filter((post) => !post.deleted && this.#greets(post.content, who)).length >= least;
		});
	}

	#greets(content: string, who: string): boolean {
		if (!content.includes(who)) return false;
		const read = this.#read.get(content) ?? readTrialPost(content);
		this.#read.set(content, read);
		return read.said.some((said) => said.who === who && isGreeting(said));
	}

	/** Every attempt of the bot to post in the room. */
	tried(): Tried[] {
		return this.#simulator.requests
			.filter(({ method, path }) => method === "POST" && path.includes(this.room.id))
			.map(({ body, clockTime, status }) => ({ at: clockTime, status, ...wordsOf(body) }));
	}

	async #perform(action: Action): Promise<void> {
		const { fail } = this.#simulator;
		if ("packet" in action && action.packet !== "sent") {
			if (action.packet === "lost") fail.losePackets(1);
			else fail.repeatPackets(1);
		}
		switch (action.do) {
			case "join": {
				const room = action.room === "room" ? this.room : this.#lobby;
				return this.#person(action.who).joins(room, { speaker: action.speaker });
			}
			case "leave":
				return this.#person(action.who).leaves();
			case "mute":
				return this.#person(action.who).mutes();
			case "open":
				return this.#open();
			case "close":
				return this.#close();
			case "move start":
				return this.#calendar.move(action.inMinutes);
			case "cancel date":
				return this.#calendar.cancel();
			case "delete room":
				this.#isDeleted = true;
				return this.room.remove({ channelFirst: action.channelFirst });
			case "late after":
				return this.#setLateAfter(action.minutes);
			case "post fault":
			case "odd answer":
			case "limit":
				return spoil(action, this.room.id, fail);
			case "time out":
				return this.#server.bot.isTimedOut(action.forMs);
			case "forgive":
				return this.#server.bot.isForgiven();
			case "press":
				return this.#presses.begin(this.#person(action.who), action);
			case "hello":
			case "panel":
			case "hand over":
			case "ask to greet":
				return this.#leaderPresses.begin(action);
			case "deny":
				return this.room.deny("SendMessages", this.#server.everyone);
			case "allow":
				return this.room.allow("SendMessages", this.#server.everyone);
		}
	}

	#open(): Promise<void> {
		return isOpenedByHand(this.cast) ? this.room.opens({ topic: "Webinar" }) : this.#calendar.begin();
	}

	#close(): Promise<void> {
		return isOpenedByHand(this.cast) ? this.room.closes() : this.#calendar.end();
	}

	/** The owner changes a setting; whether the bot hears of it before a blow, nobody can tell. */
	async #setLateAfter(minutes: number): Promise<void> {
		await this.#server.owner.runs("server set defaults", { "late-after": minutes }).catch(() => undefined);
	}

	#person(name: string): SimMember {
		const person = this.#people.get(name);
		if (!person) throw new Error(`nobody is called ${name}`);
		return person;
	}
}

function wordsOf(body: unknown): { nonce: string; content: string } {
	const { nonce = "", content = "" } = (body ?? {}) as { nonce?: string; content?: string };
	return { nonce, content };
}
