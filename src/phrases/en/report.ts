/** How a session went: what `/report` is, tells and answers, and what the cue says once the session is over. */
export const report = {
	command: {
		about: "For hosts: how a session went, and who came",
		session: "How a session went, or goes so far: the numbers, and who came for how long",
		which: "Which one; the one that is on unless you say, else your last",
		sessions: "Your last sessions, to open one",
	},
	/** A button: the file of who came. */
	csv: "CSV",
	/** The session; one without a readable title is its room alone. */
	titled: "**{title}** in {room}",
	over: "{session}: {start} – {end}, {lasted}",
	on: "{session}: still on, since {start}. This is how it goes so far.",
	nobody: "Nobody came.",
	/** How many came; where it is known also how many were there at once and for how long. */
	came: "**{came, number}** came.",
	cameOnce: "**1** came and stayed for {stay}.",
	cameAndStayed:
		"**{came, number}** came, {most, number} at the same time at most. Half of them stayed for {stay} or longer.",
	/** Where the one in the middle stayed for less than a minute. */
	cameAndLeft:
		"**{came, number}** came, {most, number} at the same time at most. More than half of them stayed for less than a minute.",
	moments:
		"{early, number} early, {onTime, number} on time, {late, number} late. {returning, plural, =0 {Nobody} other {#}} had been here before.",
	heard:
		"{heard, plural, =0 {Nobody} other {#}} heard their name{byHand, plural, =0 {} other {, # of them from a person}}.",
	unnamed: "{count, plural, one {# was} other {# were}} greeted without a name.",
	ungreeted: "{count, plural, one {# was} other {# were}} not greeted.",
	waiting: "{count, plural, one {# waits} other {# wait}} to be greeted.",
	expected: "{count, number} of them had marked *Interested*.",
	/** How long. */
	hoursAndMinutes: "{hours, number} h {minutes, number} min",
	hours: "{hours, number} h",
	minutes: "{minutes, number} min",
	moment: "less than a minute",
	/** What nearly went wrong; a line each follows. */
	slips: "What nearly went wrong, and what I did about it:",
	noSlips: "Nothing went wrong that I know of.",
	/** Below those who were not greeted, or wait for it. */
	noOtherSlips: "Nothing else went wrong that I know of.",
	moreSlips: "… and {count, number} more.",
	/** Who came, a line each: who, for how long, and that they are quiet. */
	list: "Who came, and for how long:",
	quiet: "quiet",
	moreAttendees: "and {count, number} more: **CSV** has them all.",
	/** Which session is meant. */
	which: {
		gone: "That session is not stored any more: it has been erased. `/report sessions` shows those that are.",
		notYours:
			"That session is not yours: its report is for its host, for who led it with them, and for people with *Manage Server*.",
		none: "No session of yours is stored, so there is nothing to report. Once one is on, `/report session` tells how it goes.",
		notFound:
			"I find no session of yours with “{said}” in its title. Choose one from the list that opens as you type, or see `/report sessions`.",
	},
	/** `/report sessions`: a line for each, and a menu of them. */
	sessions: {
		heading: "The last sessions, the latest first:",
		line: "{start} · {session} · {came, plural, =0 {nobody} other {#}} came",
		lineOn: "{start} · {session} · still on, {came, plural, =0 {nobody} other {#}} came so far",
		more: "… and {count, number} more; the menu has them.",
		open: "Open a report",
		untitled: "Session",
	},
	/** A button, below the cue and the report. */
	button: "Report",
	erase: {
		/** A button. */
		button: "Erase this session",
		question: "Shall I erase this session for good? {session}, {start}",
		/** What would go, and what would stay; the parts are joined to a list. */
		goes: "That would go: {parts}; the numbers of this report, what went wrong, the note and the recap.",
		nobody: "that nobody came",
		attendances: "that {count, plural, one {# person} other {# people}} came or led",
		stays: "{count, plural, one {# stay} other {# stays}}",
		greetings: "{count, plural, one {# greeting} other {# greetings}}",
		keeps:
			"What stands in Discord's channels stays there, and so does what people have set for themselves. Who came to no other session is greeted as somebody new.",
		now: "Erase it",
		keep: "Keep it",
		kept: "Nothing was erased.",
		done: "The session is erased: {parts}; its numbers, what went wrong, the note and the recap.",
		partly: "Part of the session is erased, but not all. Please press **Erase it** again.",
		isOn: "That session is on, so nothing was erased. End it first: `/session end`.",
		hardlyOver:
			"That session is hardly over: it may still open again, or somebody is about to be thanked. Nothing was erased. Please try again in five minutes.",
		goesOn:
			"The stage or event of that session still goes on: erased, it would open anew, and everybody there would be greeted again. Nothing was erased. Close that first.",
	},
} as const;
