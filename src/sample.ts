/** Words that a host wants to see in a channel once, as they would stand there. They are not stored, and nobody is greeted. */
export interface Sample {
	serverId: string;
	/** Whose words they are, and whose pace they keep to. */
	hostId: string;
	channelId: string;
	body: string;
}

/** What became of a sample. */
export type SampleOutcome =
	| { is: "posted"; discordId: string }
	/** The host's pace lets nothing out before this time of the wall clock. */
	| { is: "held"; until: number }
	/** Discord lets nothing through before this time of the wall clock. */
	| { is: "limited"; until: number }
	/** Guests wait to be greeted, and they come first. */
	| { is: "busy" }
	/** Discord will not have it: because of the words, or because of the channel. */
	| { is: "refused"; because: "words" | "channel" }
	/** It may stand there or not. */
	| { is: "unclear" };

/** Posts a sample once, within the channel's pace and behind those who wait. Never rejects. */
export type PostSample = (sample: Sample) => Promise<SampleOutcome>;
