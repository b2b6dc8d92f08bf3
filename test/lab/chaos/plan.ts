/** What the villain may do to one request that posts a message. */
export type PostFault = "500" | "502" | "429" | "dropped" | "unheard" | "slow" | "silent";

/** An answer that tells nothing of a post, from what stands before Discord on a bad day. */
export type OddAnswer =
	| "204"
	| "empty 200"
	| "{}"
	| "[]"
	| "a sentence"
	| "a number for an id"
	| "a page"
	| "302"
	| "403 page"
	| "404 page"
	| "404 without a code";

/** What a 429 says of when to come again: nothing that can be used. */
export type LimitWords = "nothing" | "less than nothing" | "a date";
/** What a 429 is about that keeps all requests back: a page of Cloudflare's, Discord's global limit, or it does not say. */
export type WideLimit = "page" | "global" | "no scope";
/** What is limited. */
export type Limited = "posts" | "look-ups";

/** What somebody does in one webinar, or the villain does to it alone. */
export type Action =
	| { do: "join"; who: string; room: RoomOrLobby; speaker: boolean; packet: PacketFate }
	| { do: "leave"; who: string; packet: PacketFate }
	| { do: "mute"; who: string }
	| { do: "open"; host: string; packet: PacketFate }
	| { do: "close"; packet: PacketFate }
	/** What is scheduled next, or is on, is to start so many minutes from now; of what recurs, only this date. */
	| { do: "move start"; inMinutes: number; packet: PacketFate }
	/** What is scheduled next is cancelled; of what recurs, only this date. */
	| { do: "cancel date"; packet: PacketFate }
	/** The room is deleted; `channelFirst`: the people in it are told about after it. */
	| { do: "delete room"; channelFirst: boolean }
	| { do: "late after"; minutes: number }
	| { do: "post fault"; fault: PostFault; times: number }
	/** `done`: the post stands there all the same. */
	| { do: "odd answer"; answer: OddAnswer; done: boolean; times: number }
	| { do: "limit"; of: Limited; says: LimitWords; times: number }
	/** The bot is timed out in this server, until it is forgiven or so much time has passed. */
	| { do: "time out"; forMs: number }
	| { do: "forgive" }
	| { do: "deny" }
	| { do: "allow" }
	/** A guest says something of themselves, for this server or for all. */
	| ({ do: "press"; who: string; everywhere: boolean } & Press)
	/** Who may lead the session says, so long after this, that they have greeted somebody. */
	| { do: "hello"; by: string; who: string; when: HelloTime; afterMs: number }
	/** Who may lead the session puts somebody on its panel, takes them off it, or does one after the other. */
	| { do: "panel"; by: string; who: string; changes: readonly ("add" | "remove")[] }
	/** Who may lead the session has somebody else host it. */
	| { do: "hand over"; by: string; who: string }
	/** Who may lead the session asks somebody in the room's chat to greet, who says so long after that that they do; null: never. */
	| { do: "ask to greet"; by: string; who: string; yesAfterMs: number | null };

/** When a host says hello, as seen from the end of the time for which a latecomer is left to them. */
export type HelloTime = "before" | "at" | "after";

/** What a guest may want: to be quiet, or no more, to be called something, or to be forgotten. */
export interface Press {
	what: "quiet" | "named" | "name" | "forget" | "forget, stay quiet";
	/** What they want to be called; "" for any other wish. */
	called: string;
}

/** The room of the webinar, or another one. */
export type RoomOrLobby = "room" | "lobby";
/** What becomes of the packet that tells the bot. */
export type PacketFate = "sent" | "lost" | "repeated";

/** What the villain does to the bot, and so to every webinar that is running. */
export type Blow =
	| { blow: "kill" }
	| { blow: "start" }
	| { blow: "drop sockets"; forget: boolean }
	| { blow: "reconnect" }
	| { blow: "stall sockets"; ending: StallEnding }
	| { blow: "refuse"; forMs: number }
	| { blow: "second process" }
	| { blow: "end first process" }
	| { blow: "end second process" }
	| { blow: "fill disk" }
	| { blow: "free disk" }
	| { blow: "break connections" }
	/** Another program locks the database; `patiently`: for longer than the bot waits for that in one go. */
	| { blow: "lock store"; patiently: boolean }
	| { blow: "unlock store" }
	/** Its session is over, perhaps `byDrop` of the wire, and so many of its next logins are turned down. */
	| { blow: "end session"; byDrop: boolean; how: TurnDown; times: number }
	/** All of the bot's requests are to wait. */
	| { blow: "limit all"; of: Limited; how: WideLimit; times: number }
	| { blow: "clock wrong"; ms: number }
	| { blow: "clock right" };

/** How a login is turned down: its session is called invalid, or the connection is closed with a code. */
export type TurnDown = "invalid" | 4000 | 4008;

/** A stalled socket goes on, and all it held back arrives late; or it is cut, perhaps only once the bot has noticed. */
export type StallEnding = "goes on" | "cut" | "noticed";

/**
 * How a webinar is held: on a stage that is opened by hand, with nothing scheduled or `ahead` of an event that never
 * begins; as an event in a voice room or on a stage; or as the dates of one `weekly` event in a voice room.
 */
export type WebinarKind = "stage" | "ahead" | "event" | "stage event" | "weekly";

/** How fast a room is posted to: as a host may choose, in seconds from one post to the next where it is a number. */
export type Pace = "calm" | "swift" | 15 | 30 | 60;

/** One webinar, as it begins. */
export interface Cast {
	trial: number;
	kind: WebinarKind;
	/** For what is scheduled: minutes from the beginning of the wave to its start, for each opening. */
	startsInMinutes: number[];
	/** Whoever made the events: a host, or a bot, which leads nothing. */
	maker: string;
	/** Discord shows who made an event, rather than only their id. */
	showsMaker: boolean;
	/** What is scheduled ahead of a stage is one date of many. */
	recurs: boolean;
	pace: Pace;
	hosts: string[];
	guests: string[];
	/** Guests who come as speakers. */
	panel: string[];
	bots: string[];
	/** How its hosts lead it; null where they leave everything to Byname. */
	leading: Leading | null;
}

/** What hosts have set who say hello themselves and change the panel while a session is on. */
export interface Leading {
	/** For so many seconds latecomers are left to them. */
	firstSeconds: number;
	/** Byname waits as long before it greets whoever is not late. */
	waitsForAll: boolean;
	lateAfterMinutes: number;
	/** Guests who regularly lead with the first host. */
	coHosts: string[];
}

/** What happens at one moment; then so much time passes. */
export interface Beat {
	actions: { trial: number; action: Action }[];
	blow: Blow | null;
	/** Wait until the bot has taken in everything. */
	settle: boolean;
	passMs: number;
}

/** Everything that will happen to one bot and the webinars before it. */
export interface WavePlan {
	wave: number;
	casts: Cast[];
	beats: Beat[];
}

/** Whether its room is a stage. */
export function isOnStage({ kind }: Pick<Cast, "kind">): boolean {
	return kind !== "event" && kind !== "weekly";
}

/** Whether it is on because a host has opened the stage, and no event has begun. */
export function isOpenedByHand({ kind }: Pick<Cast, "kind">): boolean {
	return kind === "stage" || kind === "ahead";
}
