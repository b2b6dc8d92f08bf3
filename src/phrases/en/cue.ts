/** The cue: what tells a host, for themselves, who is in their session. */
export const cue = {
	/** The session. One without a readable title is its room alone. */
	session: "{title} in {room}",
	nobodyYet: "{session}: nobody has come yet",
	counts: "{session}: {inside, number} in, {came, number} came",
	/** How many of those who marked Interested are in; a line of its own. `number`: it is only known how many they are. */
	expected: {
		inside: "{inside, number} of {count, number} expected {inside, plural, one {is} other {are}} in",
		number: "{count, number} expected",
		/** One of them, as a part of their line. */
		guest: "expected",
	},
	/** The numbers of its report follow. */
	over: "{session}: session over",
	afterHours: "After hours, {count, number} came by:",
	/** Whom to greet next, with what is said of them in their line; and the two buttons for that. */
	next: "Greet next: {guest}",
	said: "I said hello",
	pass: "Next",
	/** What is answered to a host who presses one of these, where there is something to say. */
	hello: {
		said: "Booked: you greeted them, so I don't.",
		too: "Noted. They hear it from me, too.",
		passed: "On to the next.",
		over: "That session is over, so there is nobody to greet. Nothing was changed.",
		unknown: "I know nothing of them in this session any more, so there was nothing to book.",
	},
	/** Asks about somebody who speaks early on; the two buttons for that; and what is answered, where there is something to say. */
	panelist: {
		question: "Is **{name}** on the panel? If nobody says so, I greet them as a guest {at}.",
		yes: "On the panel: {name}",
		no: "A guest: {name}",
		added: "They are on the panel: I neither greet nor thank them as a guest.",
		greeted: "They are on the panel from now on, but they have heard my greeting already, or are about to.",
		guest: "A guest, then: I greet them now.",
	},
	/** When a guest came, as a part of their line. */
	arrival: {
		early: "early",
		onTime: "on time",
		late: "{minutes, number} min late",
		missed: "came while I was away",
	},
	/** How often a guest has been here, as a part of their line. */
	visit: "{visits, plural, =1 {first visit} other {visit #}}",
	/** Who has chosen a name, how Discord shows them, and who is not to be named, as parts of their line. */
	chosen: "chosen name, {onDiscord}",
	onDiscord: "on Discord {name}",
	quiet: "quiet: please don't call them out",
	nameless: "Someone without a readable name",
	/** Those who do not fit; a line of its own. */
	others: "and {count, plural, one {# other} other {# others}}",
	namesRefused: "Discord refuses one of the names here, so I show none.",
	/** A button with one name that somebody has chosen (60 characters at most), and a menu of several. */
	notThisName: "Not this name: {name}",
	notOneOfThese: "Not this name …",
	/** What is answered to the host who presses one of them. */
	unused: {
		done: "From now on I call them as Discord shows them: **{name}** is not used on {where, select, direct {that} other {this}} server any more. Where I called them so in the last hour, I change it within seconds. That holds if they choose it again, too, or a name that looks like it. They can choose another one; `/me show` tells them.",
		/** A button. */
		useAgain: "Use it again",
		usedAgain:
			"That name may be used on {where, select, direct {that} other {this}} server again. If it is still what they have chosen, I call them so from now on.",
		changed:
			"They are not called that any more, so nothing was changed. The cue says what they are called now; press below it again if that is not a name either.",
		over: "That session is over, so this cannot be changed from here any more. Nothing was changed. If you would rather have nobody called by a name of their choice: `/server set chosen-names`.",
		notYours: "That is no session of yours, or it has another host by now. Nothing was changed.",
	},
} as const;
