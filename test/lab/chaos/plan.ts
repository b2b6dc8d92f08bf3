/** What the villain may do to one request that posts a message. */
export type PostFault = "500" | "502" | "429" | "dropped" | "unheard" | "slow" | "silent";

/** What somebody does in one webinar, or the villain does to it alone. */
export type Action =
	| { do: "join"; who: string; room: RoomOrLobby; speaker: boolean; packet: PacketFate }
	| { do: "leave"; who: string; packet: PacketFate }
	| { do: "mute"; who: string }
	| { do: "open"; host: string; packet: PacketFate }
	| { do: "close"; packet: PacketFate }
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

/** One webinar, as it begins. */
export interface Cast {
	trial: number;
	kind: "stage" | "event" | "stage event";
	/** For events: minutes from the beginning of the wave to their scheduled start, for each opening. */
	startsInMinutes: number[];
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
