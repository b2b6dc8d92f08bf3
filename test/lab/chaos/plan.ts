/** What the villain may do to one request that posts a message. */
export type PostFault = "500" | "502" | "429" | "dropped" | "unheard" | "slow" | "silent";

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
	| { do: "deny" }
	| { do: "allow" };

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
	| { blow: "clock wrong"; ms: number }
	| { blow: "clock right" };

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
