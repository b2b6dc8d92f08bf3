/** The cue: what tells a host, for themselves, who is in their session. */
export const cue = {
	/** The session. One without a readable title is its room alone. */
	session: "{title} in {room}",
	nobodyYet: "{session}: nobody has come yet",
	counts: "{session}: {inside, number} in, {came, number} came",
	over: "{session}: session over, {came, plural, =0 {nobody} other {#}} came",
	afterHours: "After hours, {count, number} came by:",
	/** When a guest came, as a part of their line. */
	arrival: {
		early: "early",
		onTime: "on time",
		late: "{minutes, number} min late",
		missed: "came while I was away",
	},
	/** How often a guest has been here, as a part of their line. */
	visit: "{visits, plural, =1 {first visit} other {visit #}}",
	/** Who has chosen a name, how it is said, and who is not to be named, as parts of their line. */
	chosen: "on Discord {name}",
	quiet: "quiet: please don't call them out",
	nameless: "Someone without a readable name",
	/** Those who do not fit; a line of its own. */
	others: "and {count, plural, one {# other} other {# others}}",
	namesRefused: "Discord refuses one of the names here, so I show none.",
} as const;
