import type { TextKey } from "../greetings/texts.ts";
import type { Ping } from "../greetings/voice.ts";

/** The tables, one interface each. Ids are text, times integer milliseconds since the epoch, flags 0 or 1. */
export interface Schema {
	session: SessionTable;
	attendance: AttendanceTable;
	invitation: InvitationTable;
	off_panel: OffPanelTable;
	stay: StayTable;
	greeting: GreetingTable;
	message: MessageTable;
	server: ServerTable;
	host_role: HostRoleTable;
	room: RoomTable;
	profile: ProfileTable;
	co_host: CoHostTable;
	variant: VariantTable;
	registration: RegistrationTable;
	near_miss: NearMissTable;
	untold: UntoldTable;
	start: StartTable;
	probe: ProbeTable;
	owner: OwnerTable;
	person: PersonTable;
	forgotten: ForgottenTable;
	correction: CorrectionTable;
	revision: RevisionTable;
	late_recap: LateRecapTable;
	unused_name: UnusedNameTable;
}

/** One webinar in one room. At most one is open per room: a partial unique index says so, not memory. */
export interface SessionTable {
	id: string;
	server_id: string;
	room_id: string;
	/** The stage instance that keeps it open, if one does. */
	stage_id: string | null;
	/** The scheduled event that it is held for, if there is one, and which of its dates, by the original start. */
	event_id: string | null;
	occurrence_at: number | null;
	host_id: string | null;
	title: string;
	/** Who comes before is early, and lateness counts from here: the scheduled start or the opening, whichever is later. */
	starts_at: number;
	/** 1 when its host has said when it starts: no schedule changes that. */
	start_said: number | null;
	opened_at: number;
	/** When it opened last, if it has been opened again. */
	reopened_at: number | null;
	/** When it was found to have opened, where nobody saw it open and Discord does not say when it did. */
	found_at: number | null;
	/** Since when nobody is in the room; null while somebody is. */
	empty_since: number | null;
	closed_at: number | null;
	/** What is said in it is in this language; null: in its host's. */
	language: string | null;
	/** The host's line for latecomers. */
	note: string | null;
	/** A link for those who come after: slides, recording. */
	recap: string | null;
	/**
	 * 1 when its host ended it although its stage or event goes on: it does not open again by itself. 2 when its event had not
	 * begun: then it opens again with that.
	 */
	ended_by_host: number | null;
	/** 0 until it is known which of those who were there at its opening lead it. Null: an earlier Byname did not say. */
	settled: number | null;
	/** When a process that hears what happens there last saw who is in the room; null before. */
	seen_at: number | null;
	/** Where the host's cue stands, once it does. */
	cue_channel_id: string | null;
	cue_message_id: string | null;
	/** Whose the hashes in `forgotten` are can be told with it; null where there are none, and once the session is over. */
	forgotten_key: string | null;
}

/**
 * What part a person has in a session: once per person and session, whatever they do afterwards. So nobody is greeted as a
 * guest who was named for the panel before they came, whichever process sees them come.
 */
export interface AttendanceTable {
	session_id: string;
	user_id: string;
	/** `attendee`: they came. `panel`: a speaker who was on stage at the opening, or whoever was named, come or not: no guest. */
	role: "attendee" | "panel";
	/** When they came, or were named for the panel before. */
	arrived_at: number;
	/**
	 * What the host did whom the cue offered them to greet: they `said` hello in Byname's place, or `too`, as Byname was saying
	 * it, or `passed` on to the next. Null for nothing yet.
	 */
	hello: "said" | "too" | "passed" | null;
	/** 1 for one of the panel who leads the session with its host: a co-host, or who hosted it before. */
	leads: number | null;
	/** 1 for one of the panel who greets with the host. */
	greets: number | null;
	/** 1 for who hosts the session, or did, since it has had more than one host: of a host no stay is stored, though they came. */
	hosted: number | null;
}

/** That somebody has been asked to greet in a session with its host. It goes when they answer, or are taken off the panel. */
export interface InvitationTable {
	session_id: string;
	user_id: string;
}

/**
 * That somebody has been taken off a session's panel, come or not: being a regular co-host does not put them on it again. It
 * goes when somebody else does.
 */
export interface OffPanelTable {
	session_id: string;
	user_id: string;
}

/** One span from entering to leaving. */
export interface StayTable {
	id: string;
	session_id: string;
	user_id: string;
	entered_at: number;
	left_at: number | null;
	/** 1 when the entering or leaving was not seen but concluded from a snapshot. */
	inferred: number;
}

/** Words due to one person. The row is the job: it waits until a message carries it. */
export interface GreetingTable {
	session_id: string;
	user_id: string;
	/**
	 * A person is greeted once on arrival, thanked once at the end, and greeted after hours once a day (`YYYY-MM-DD`), or,
	 * if they were at the session, once in all (`recap`).
	 */
	occasion: "arrival" | "farewell" | `after hours ${string}`;
	kind: "early" | "onTime" | "late" | "thanks" | "afterHours" | "lookBack";
	channel_id: string;
	/** As the person goes by, unescaped; erased once the greeting is posted. */
	name: string | null;
	minutes: number;
	visits: number;
	/** 1 when the person came in unseen: the greeting apologises, however soon it follows. */
	missed: number;
	arrived_at: number;
	/** Not before this: the host wants a little time to pass first. */
	due_at: number | null;
	/** Until then the host's pace keeps it waiting, unless others come meanwhile; null while it has not. */
	ripe_at: number | null;
	/** 1 once Discord has refused the name: the greeting uses a neutral word instead. */
	neutral: number;
	/** 1 when the message that carries it was written with their name, 0 when without; null while none does, and where nobody knows any more. */
	named: number | null;
	/** 1 when this is the first time that Byname greets the person on the server. */
	first: number | null;
	/** 1 when they had marked in Discord that they are interested in the session's event; null where that was not known. */
	expected: number | null;
	/** 1 when it waits, until it is due, for the host to say whether they are on the panel. */
	asked: number | null;
	message_id: string | null;
	posted_at: number | null;
}

/** One Discord post with its frozen body. What is sent again is sent with the same body and nonce. */
export interface MessageTable {
	id: string;
	server_id: string;
	channel_id: string;
	nonce: string;
	/** Frozen before the first attempt; erased once posted, because it contains names. */
	body: string | null;
	/** User ids the body may ping, separated by spaces. */
	mentions: string;
	/** 1 to highlight without a notification. */
	silent: number;
	/** What the button says with which those who are greeted see to how they are; null for a message without one. */
	button: string | null;
	/** The session whose guests it thanks; null for a message that thanks nobody. */
	thanked_session_id: string | null;
	/** What the button says with which anybody gets the recap of that session; null for a message without one. */
	recap_button: string | null;
	state: "frozen" | "posted" | "refused";
	attempts: number;
	frozen_at: number;
	/** When it was last tried, but for a first attempt right after it was frozen. */
	tried_at: number | null;
	posted_at: number | null;
	/** Discord's id of the post. */
	discord_id: string | null;
	/** Where people are called in it, without saying who or how (`layout.ts`); erased within hours. */
	layout: string | null;
}

/** What is set about a server, null being Byname's own way; and what is to be kept in mind of it. */
export interface ServerTable {
	id: string;
	/** The one channel greetings are posted to; null for each room's own chat. */
	post_to: string | null;
	/** How long attendance is kept. */
	retention_days: number | null;
	welcomed_at: number | null;
	/** When it was told that older attendance is erased, which begins a week later; null before. */
	retention_told_at: number | null;
	/** 1 when there was no place to tell it that in private: it is told with the answer to a command. */
	retention_untold: number | null;
	/** When somebody looked last whether anything of it is to be erased; null before. */
	looked_at: number | null;
	/** Since when Byname is known to have been removed from it; null while it has not. */
	removed_at: number | null;
	/** 0: people are called as Discord shows them, whatever they have chosen. */
	chosen_names: number | null;
	/** The codes in `unused_name` are made with it; null before there were any. */
	unused_key: string | null;
	/** 0: people are greeted in their host's language, whatever they have chosen. */
	guest_languages: number | null;
}

/** A role whose members may host. */
export interface HostRoleTable {
	server_id: string;
	role_id: string;
}

/** What is set about a room. */
export interface RoomTable {
	id: string;
	server_id: string;
	/** Who hosts here when nothing else tells. */
	regular_host_id: string | null;
	/** 1: no session is ever on here by itself. */
	ignored: number;
	/** Who is named in public here; null for everyone. */
	names: RoomNames | null;
}

/** Who is named in public in a room: only who has asked for it (by choosing a name, say), or nobody. */
export type RoomNames = "asked" | "nobody";

/**
 * How fast greetings follow each other: `calm`, a crowd at once and a trickle in company; `swift`, as fast as Discord lets
 * them; or one post each so many seconds.
 */
export type Pace = "calm" | "swift" | "15" | "30" | "60";

/** How a host speaks; with an empty `host_id`, how all hosts of the server speak who have set nothing else. */
export interface ProfileTable {
	server_id: string;
	host_id: string;
	time_zone: string | null;
	language: string | null;
	late_after_minutes: number | null;
	delay_seconds: number | null;
	/** For so long a latecomer is left to the host, in place of the delay. */
	first_seconds: number | null;
	pace: Pace | null;
	ping: Ping | null;
	/** Whether who comes while no session is on is spoken to. */
	after_hours: "off" | "on" | null;
	cue: "off" | "on" | null;
	/** A channel or thread for the cue, or `dm`; hosts only. */
	cue_to: string | null;
}

/** Whom a host regularly leads with: they are on the panel of each of the host's sessions on the server. */
export interface CoHostTable {
	server_id: string;
	host_id: string;
	co_host_id: string;
}

/** One of up to ten variants of a text; with an empty `host_id`, the server's. */
export interface VariantTable {
	server_id: string;
	host_id: string;
	key: TextKey;
	position: number;
	source: string;
	/** 1 while an apology still comes first, or a welcome back is added, as when it was saved. Whoever edits it sees what is so now. */
	old_order: number | null;
}

/** Which commands an application has registered, as a hash of their definition. */
export interface RegistrationTable {
	application_id: string;
	hash: string;
}

/** That a process was about to identify with Discord; kept for a day. */
export interface StartTable {
	id: string;
	started_at: number;
}

/** One row that is written now and then, only to see that the store can be written. */
export interface ProbeTable {
	id: "probe";
	probed_at: number;
}

/** One row that says which bot the database belongs to, by its user id on Discord. */
export interface OwnerTable {
	id: "owner";
	bot_id: string;
}

/** Something that nearly went wrong in a session, as often as it did; without saying to whom. */
export interface NearMissTable {
	session_id: string;
	channel_id: string;
	/** Greeted late; sent again; refused by Discord; turned away by the channel; not greeted at all. */
	kind: "late" | "retried" | "refused" | "parked" | "unsaid";
	/**
	 * Late: we were `away`, the channel was `parked`, we were `behind`, or as for retried. Retried: there was `no answer`,
	 * an `error` of Discord's, we were `limited`, or `stopped` in the middle; or a post in doubt was looked for and `found`,
	 * or `lost`, or sent again `unseen`. Refused: the `name`, the host's `words`, or the greeting `altogether`. Parked for
	 * want of `permissions`; unsaid because `overdue`.
	 */
	cause:
		| "away"
		| "parked"
		| "behind"
		| "no answer"
		| "error"
		| "limited"
		| "stopped"
		| "found"
		| "lost"
		| "unseen"
		| "name"
		| "words"
		| "altogether"
		| "permissions"
		| "overdue";
	times: number;
	/** How many greetings it concerned. */
	people: number;
	first_at: number;
	last_at: number;
	/** When a channel that turned us away let us in again. */
	mended_at: number | null;
}

/** Something that a host is still to be told, as there was no place for it that not everyone can read. */
export interface UntoldTable {
	session_id: string;
	channel_id: string;
	/**
	 * The channel takes no posts (`parked`), is no place for the host's `cue`, or does not take it (`shut`; `dm` for direct
	 * messages), or people were never greeted there (`unsaid`).
	 */
	kind: "parked" | "cue" | "shut" | "unsaid";
}

/** What somebody says of themselves on a server; with an empty `server_id`, wherever they have said nothing else. */
export interface PersonTable {
	user_id: string;
	server_id: string;
	/** What they are called, unescaped; null: as Discord shows them. */
	called: string | null;
	/** How that is said, in letters; for hosts alone. */
	sound: string | null;
	/** 1 to be named nowhere in public. */
	quiet: number | null;
	/** The tag of the language that they want to be greeted in, or `host` for the host's; null: nothing said. */
	language: string | null;
	/** On which day (`YYYY-MM-DD`, UTC) they last chose a name, and how often on it. */
	renamed_on: string | null;
	renamed_times: number;
	changed_at: number;
}

/** That somebody asked to be forgotten while a session is on that they have come to, so that they are not greeted in it again. */
export interface ForgottenTable {
	session_id: string;
	/** Of their user id, with the session's key. */
	hash: string;
}

/** That somebody is to be called otherwise where a greeting names them. A row is the job: it goes when that is done. */
export interface CorrectionTable {
	session_id: string;
	user_id: string;
	occasion: GreetingTable["occasion"];
	/** Where the greeting stands, or is going to. */
	channel_id: string;
	/** 1 when the name that stands there is wrong, so that an apology is due with the right one. */
	sorry: number;
	/** 1 when what stands there is to go also where no other name is known. */
	must_go: number;
	asked_at: number;
}

/** That a process is changing a message that stands in its channel: no other does meanwhile. */
export interface RevisionTable {
	message_id: string;
	/** The process's own. */
	token: string;
	/** Where people are called in the message as it is going to be; null before that is known. */
	layout: string | null;
}

/** That the recap of a session is to stand in a message that thanks its guests. A row is the job: it goes when that is done. */
export interface LateRecapTable {
	message_id: string;
	/** Where the message stands, or is going to. */
	channel_id: string;
	/** Later each time that it is asked for. */
	asked_at: number;
}

/**
 * A name that somebody has chosen and a host has put out of use on the server. It outlives what is stored of whoever chose
 * it, so it says neither who that is nor the name.
 */
export interface UnusedNameTable {
	server_id: string;
	/** Of their user id, with the server's key. */
	user_code: string;
	/** Of their user id and of how the name looks, likewise. */
	name_code: string;
}
