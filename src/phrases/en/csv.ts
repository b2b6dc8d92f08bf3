/** What is said around the file of who came to a session, in the shape of Zoom's report. */
export const csv = {
	/** Who was expected is known: with them, or without? */
	question:
		"Some of those who marked *Interested* may not have come. Shall the file list them, too? Nobody else sees it.",
	/** Buttons. */
	onlyCame: "Only who came",
	withAbsent: "With who did not come",
	progress:
		"I am making the file, and ask Discord what people are called: {named, number} of {all, number} names so far. It comes here when it is done.",
	tooLong:
		"This takes longer than Discord lets an answer wait. I go on making the file: press *CSV* again in a few minutes, and it is there.",
	erased: "That session has been erased meanwhile, so there is no file of it.",
	noNames:
		"Discord does not tell me what people are called at the moment, so I have made no file. Please try again in a few minutes.",
	tooBig:
		"The file is larger than Discord takes here, even packed, so I cannot hand it to you. Whoever runs Byname can take the session from the database.",
	done: "Who came to **{title}**: {came, plural, one {# person} other {# people}}, a row for each stay, in the shape of Zoom's attendee report.",
	soFar:
		"Who has come to **{title}** so far: {came, plural, one {# person} other {# people}}, a row for each stay, in the shape of Zoom's attendee report. It is still on.",
	away: "{away, plural, =0 {Nobody who was expected stayed away.} one {# person who was expected and did not come is in the file.} other {# people who were expected and did not come are in the file.}}",
	/** Why nobody is listed who did not come. */
	awayUnknown:
		"Who was expected and did not come is not in it: I know that only for some hours after the event, not if I was started anew since, and not for each.",
	times: "Times are those of {zone}.",
	utc: "Times are in UTC, for its host has set no time zone: `/host set time-zone: Berlin`.",
	quiet:
		"⚠️ {quiet, plural, one {# of them wants} other {# of them want}} to be named nowhere in public: see the column *Quiet*.",
	left: "{left, plural, one {# person has left the server and stands} other {# people have left the server and stand}} there by ID.",
	untold: "Of {untold, plural, one {# person} other {# people}} Discord did not tell the name; they stand there by ID.",
	packed: "It is large, so it is packed as a ZIP: open that to find the CSV.",
	keep: "The names are not stored by me. Whoever gets this file from you has them.",
} as const;
