/** What `/server` is, asks and answers. */
export const server = {
	command: {
		about: "For server managers: how I greet here, who may host, and whether I can",
	},
	show: {
		about: "All that is set on this server",
		all: "### For all hosts who have not said otherwise\n{defaults}\n### For the server\n{roles}\n{postIn}\n{regularHosts}\n{leftAlone}\n{nameless}\n{names}\n{languages}\n{retention}\nChange it with `/server set`.",
		roles:
			"**Host roles**: {count, plural, =0 {none} other {{roles}}} · besides everybody with *Manage Events* or *Manage Server*",
		ownChats: "**Post in**: each room's own chat · *Byname's own*",
		oneChannel: "**Post in**: {channel} · *the server's*",
		channelGone:
			"**Post in**: a channel that is gone, so nobody is greeted! Choose another with `/server set post-in`, or give it back with `/server reset`.",
		regularHosts: "**Regular hosts**: {count, plural, =0 {none} other {{hosts}}}",
		leftAlone:
			"**Left alone**: {count, plural, =0 {none} other {{rooms}; there I greet only in sessions that a host starts by hand}}",
		nameless: "**Named in public**: everyone{count, plural, =0 {} other {, but in {rooms}}}",
		namelessRoom: "{room} {names, select, asked {only who asked for it} other {nobody}}",
		chosenNames:
			"**Chosen names**: {are, select, off {off; people are called as Discord shows them · *the server's*} other {on; people are called what they chose with `/me name` · *Byname's own*}}",
		guestLanguages:
			"**Guests' languages**: {are, select, off {off; everybody is greeted in the host's language · *the server's*} other {on; who has chosen a language with `/me language` is greeted in it · *Byname's own*}}",
		chooseRoles: "Choose host roles",
		checkRooms: "Check the rooms",
	},
	retention:
		"**Retention**: {days, plural, one {# day} other {# days}} · *{source, select, server {the server's} other {Byname's own}}*. {erasing, select, untold {Older attendance is to be erased; I tell you a week before I begin.} announced {From {from} on I erase older attendance.} other {I erase older attendance once a day.}}",
	set: {
		about: "Change what holds on this server",
		nothingNamed:
			"Say what to change, for example `/server set defaults time-zone: Berlin`. `/server show` lists it all.",
		defaults: {
			about: "How all hosts greet who have not said otherwise",
			saved: "Saved for all hosts who have not said otherwise.\n{settings}",
		},
		postIn: {
			about: "Post all greetings in one channel instead of each room's own chat",
			channel: "Where to",
			saved:
				"Saved. Greetings from all rooms go to {channel}. `/server reset` sends them to each room's own chat again.",
		},
		retention: {
			about: "How long attendance is kept: who was in which session, and when",
			days: "After so many days attendance is erased",
			saved: "Saved. {retention}",
		},
		chosenNames: {
			about: "Whether I call people by names that they have chosen for themselves",
			which: "What I call people here",
			onChoice: "What they have chosen with /me name",
			offChoice: "Their name on Discord, whatever they have chosen",
			saved: "Saved.\n{names}",
		},
		guestLanguages: {
			about: "Whether I greet people in a language that they have chosen for themselves",
			which: "In which language I greet people here",
			onChoice: "The one they have chosen with /me language",
			offChoice: "The host's, whatever they have chosen",
			saved: "Saved.\n{languages}",
		},
	},
	roles: {
		about: "Which roles may host",
		hosts:
			"Hosts are everybody with *Manage Events* or *Manage Server*{count, plural, =0 {; there is no host role} other {, and who has {roles}}}.",
		choose: "{hosts}\nChoose all roles that may host; take one out, or all, and it may no longer.",
		saved: "Saved. {hosts}",
		none: "No host role",
		everyone: "With *@everyone* every attendee would be a host. Choose other roles; the host roles are as they were.",
		unknown: "One of those roles is not on this server. Choose again; the host roles are as they were.",
	},
	room: {
		about: "A room's regular host, who is named there, or a room to leave alone",
		which: "Which room",
		regularHost: "Who hosts here when neither an event nor /session start says who does",
		leaveAlone: "Greet here only in sessions that a host starts by hand, with /session start",
		names: {
			which: "Who is named in public here",
			everyoneChoice: "Everyone",
			askedChoice: "Only who has asked for it",
			nobodyChoice: "Nobody, as in a self-help group",
			everyone: "**Named in public**: everyone who is not quiet.",
			asked:
				"**Named in public**: only who has asked for it, by choosing a name with `/me name` for example. All others are greeted without a name.",
			nobody: "**Named in public**: nobody. Everybody is greeted without a name.",
		},
		all: "In {room}:\n{host}\n{names}\n{alone}",
		hosted: "**Regular host**: {host} hosts when neither an event nor `/session start` says who does.",
		hostedInVain:
			"**Regular host**: {host}. While I leave the room alone that has no effect: who starts a session by hand hosts it.",
		unhosted: "**Regular host**: none. The event's creator or the speaker on stage hosts.",
		leftAlone: "**Leave alone**: yes. I greet here only in sessions that a host starts with `/session start`.",
		notLeftAlone: "**Leave alone**: no. I greet here whenever a stage is live or an event is on.",
		noRegularHost: "No regular host",
		bot: "{host} is a bot and cannot host. Choose a person; nothing was changed.",
		stranger: "{host} is not on this server. Choose one of its members; nothing was changed.",
	},
	reset: {
		about: "Give a setting back: my own way holds again",
		which: "Which one",
		done: "Given back. From now on this holds:\n{settings}",
		ask: "### Shall I give all of this back?\n{settings}\nThen I greet here in my own way, and in English. What hosts have set for themselves stays, and so do the texts; `/greeting reset` gives those back.",
		nothingSet: "There is nothing to give back: nothing is set on this server. Texts go back with `/greeting reset`.",
		giveBack: "Give it all back",
		keep: "Leave it as it is",
		kept: "Nothing has changed.",
		allDone: "Given back: all of it.\n{overview}",
	},
	check: {
		about: "Can I see, connect, send and read in each room? What to mend, and where",
		again: "Check again",
		silenced: "### I may not speak\n{silence}",
		attention: "### Needs attention: {count, number}",
		fine: "### {silenced, select, yes {Otherwise fine} other {Fine}}: {count, number}\n{rooms}",
		lacking: "{channels}: I lack {permissions}, so {consequences}. To mend it: {where}.",
		thatChannel: "that channel",
		eachOfThem: "each of them",
		troubled: "{channels}: {trouble}",
		others: "… and {count, number} more with other trouble. Mend these and check again.",
		everywhere:
			"My role lacks {permissions} on the whole server. Give it that once: Server Settings → Roles → Byname → Permissions.",
		noRooms: "There is no voice or stage room here that I would greet in.",
		channelGone:
			"this channel is gone. Choose another with `/server set post-in`, or give it back with `/server reset`.",
		ownChats: "Greetings go to each room's own chat.",
		oneChannel:
			"Greetings go to {channel}{can, select, yes {, where I can post} lacking {; what I lack there is above} other {}}.",
		leftAlone: "Left alone: {count, number}. See `/server show`.",
	},
} as const;
