/** The settings that hosts have, and that servers have for all their hosts: what they are, what holds, what is refused. */
export const settings = {
	/** What each is called; the last two are a server's alone. */
	names: {
		"time-zone": "Time zone",
		language: "Language",
		"late-after": "Late after",
		delay: "Delay",
		first: "First",
		pace: "Pace",
		ping: "Ping",
		"after-hours": "After hours",
		cue: "Cue",
		"post-in": "Post in",
		retention: "Retention",
		"chosen-names": "Chosen names",
		"guest-languages": "Guests' languages",
		all: "All of them",
	},
	options: {
		"time-zone": "A city, such as Berlin: decides between good morning and good evening",
		language: "The language of the greetings, such as Deutsch",
		"late-after": "From how many minutes after the start somebody is late",
		delay: "How many seconds to wait before greeting",
		first: "How many seconds you have to greet a latecomer yourself before I do",
		pace: "How fast greetings follow each other when many people come",
		ping: "Whether '{mention}' in a text mentions people",
		"after-hours": "Whether I speak to who comes while no session is on",
		cue: "Cue: a private list for the host of who came in, how late, and how often they have been here",
	},
	paces: {
		calm: "calm: at once; while people keep coming one by one, together every 20 seconds",
		swift: "swift: as fast as Discord lets me",
		"15": "one message each 15 seconds",
		"30": "one message each 30 seconds",
		"60": "one message each 60 seconds",
	},
	pings: {
		off: "off: '{mention}' writes the plain name",
		quiet: "quiet: '{mention}' highlights, without a notification",
		on: "on: '{mention}' notifies",
	},
	afterHours: {
		on: "on: within a day of the session, or in an empty room shortly before a date",
		off: "off: I say nothing while no session is on",
	},
	cues: {
		off: "off",
		byDirectMessage: "on, by direct message",
		inThatChannel: "on, in the channel you name with cue-in",
		whereEachSays: "on, for each host who says where",
		in: "on, in {channel}",
		nowhereYet: "on, for each host who says where: *Cue* in `/host show`",
	},
	/** What holds, and who has set it. */
	line: "**{setting}**: {value} · *{source, select, host {yours} server {the server's} other {Byname's own}}*",
	pingVain:
		"{whose, select, host {None of your texts} other {No text of the server}} has '{mention}', so nobody is mentioned. Put it into a text in place of '{name}' with `/greeting edit`{whose, select, host {} other {, for *The whole server*}}.",
	notSet: "not set",
	minutes: "{count, plural, one {# minute} other {# minutes}}",
	seconds: "{count, plural, =0 {none} one {# second} other {# seconds}}",
	greetingNow:
		"`'{greeting}'` is now “{words}”{zone, select, known {.} other {: without a time zone I greet the same at any hour.}}",
	refused: {
		"time-zone":
			"I am not sure which time zone “{typed}” is.{found, plural, =0 {} other { Did you mean {zones}?}} Type a large city in it, for example `Berlin` or `New York`, or its offset, such as `UTC+2`, and choose from the list.",
		language:
			"I do not know the language “{typed}”. Type its name in English or as its speakers do, for example `German` or `Deutsch`, and choose from the list. I speak {languages}.",
		"late-after": "*Late after* is a number of minutes from {least, number} to {most, number}, for example `5`.",
		delay: "*Delay* is a number of seconds from {least, number} to {most, number}, for example `3`.",
		first: "*First* is a number of seconds from {least, number} to {most, number}, for example `30`.",
		pace: "*Pace* is `calm`, `swift`, or one message each `15`, `30` or `60` seconds, for example `30`.",
		ping: "*Ping* is `off`, `quiet` or `on`.",
		"after-hours": "*After hours* is `on` or `off`.",
		cue: "*Cue* is `off` or `on`.",
		retention: "*Retention* is a number of days from {least, number} to {most, number}, for example `90`.",
	},
	/** A channel, thread or room that was named. */
	place: {
		roomGone: "That room is not on this server any more. Nothing was changed.",
		outsideThread: "I am not in the thread {thread}. Write @Byname there to let me in, then set this again.",
		cannotPost:
			"I cannot post in {channel} yet, so I left everything as it was. I lack {permissions}: please give me that ({where}), then set this again.",
		readersUnknown:
			"Discord does not tell me at the moment who can read {channel}. Please set this again in a minute. Nothing was changed.",
		unfitForCue:
			"{fault} Choose a private channel or thread that you can read, or have it by direct message: `/host set` with `cue`. Nothing was changed.",
	},
} as const;
