/** What keeps Byname from its work in a channel or on a whole server, and how somebody mends it. */
export const trouble = {
	/** The permissions that Byname needs, as Discord's settings call them. */
	permission: {
		viewChannel: "*View Channel*",
		connect: "*Connect*",
		sendMessages: "*Send Messages*",
		sendMessagesInThreads: "*Send Messages in Threads*",
		readMessageHistory: "*Read Message History*",
	},
	/** What comes of it when one is missing: a sentence without its full stop. */
	without: {
		viewChannel: "I cannot see who comes in",
		connect: "Discord keeps the room and its chat from me",
		sendMessages: "I cannot greet",
		readMessageHistory: "after a broken connection I cannot look up whether a greeting went out",
	},
	/** Where to click; ends within a sentence. */
	mendAt: "Channel settings → Permissions → Byname, in {channel}",
	/** A channel that Discord does not show. */
	unseen: "I cannot see this channel. Give me *View Channel* there.",
	lacking: "I lack {permissions} ({mendAt}).",
	/** The server has silenced Byname. */
	timedOut:
		"I am timed out on this server until {until} ({away}), so I can post nowhere here. Then I go on by myself. Somebody with *Timeout Members* can end it sooner: right-click Byname → Remove Timeout.",
	quarantined:
		"AutoMod has put me in quarantine on this server because of my name, so I can post nowhere here. Somebody with *Manage Server* can end it: give me another nickname, or change the rule for member profiles in Server Settings → AutoMod.",
	/** Discord has refused a post although nothing seems to be missing. */
	refused: {
		gone: "Discord says that this channel is no more, though it still shows it to me. I try again within ten minutes; if you cannot open it either, choose another one.",
		noPlaceForWords: "Discord says that nothing can be written in this channel. Choose another one.",
		forbidden: "Discord turned my last post away. Check my permissions ({mendAt}).",
		other: "Discord turned my last post away, with its code {code}. Check my permissions first ({mendAt}).",
	},
	/** A channel is no place for a host's cue. */
	cue: {
		gone: "I cannot see {channel}; it may be gone.",
		public: "Everyone can read {channel}, and a cue says who came late and how often.",
		unreadable:
			"You cannot read {channel} yourself, and a cue is for your eyes. That takes *View Channel* and *Read Message History*; in a private thread, you have to be a member of it or have *Manage Threads*.",
		refused:
			"Discord turns my posts in {channel} away. Check that I have *View Channel*, *Send Messages* and *Read Message History* there.",
	},
} as const;
