/** The texts that hosts can set: what they are called, when they are said, what may stand in them, and what is wrong with one. */
export const texts = {
	/** As they are called, in forms and sentences. */
	label: {
		early: "Early arrivals",
		onTime: "Arrivals in time",
		late: "Late arrivals",
		note: "Note for latecomers",
		returning: "Welcome back",
		expected: "Expected guests",
		missed: "Apology when greeted late",
		afterHours: "After hours",
		lookBack: "Recap for who was there",
		thanks: "Thanks at the end",
	},
	/** As they are offered by Discord, where nobody has read of them yet. */
	choice: {
		early: "Early arrivals",
		onTime: "Arrivals in time",
		late: "Late arrivals",
		note: "Note for latecomers: what goes around your /session note",
		returning: "Welcome back: for who came to your sessions before",
		expected: "Expected guests: for who has marked Interested in your event",
		missed: "Apology when greeted late: for who I greet late, through my fault",
		afterHours: "After hours: for who comes in while no session is on",
		lookBack: "Recap for who was there: after hours, for who was at the session",
		thanks: "Thanks at the end",
	},
	when: {
		early: "Said to people who come before the start.",
		onTime: "Said to people who come around the start.",
		late: "Said to people who come well after the start.",
		note: "Added for latecomers, once you have set a note with `/session note`.",
		returning:
			"Added for people who came to your sessions here before. With '{name}' in it, it is said in place of the usual greeting.",
		expected:
			"Added for people who have marked *Interested* in the event, and were not at your sessions here before. With '{name}' in it, it is said in place of the usual greeting.",
		missed: "Added when I greet somebody more than a minute late, because I was away or could not post.",
		afterHours:
			"Said once a day to people who come in while no session is on, within a day of the last or shortly before the next.",
		lookBack:
			"Said once, after hours, to people who were at the session, if you have left a recap with `/session recap`.",
		thanks: "Said to those who are still there when the session ends.",
	},
	/** What each placeholder stands for; ends a line that begins with it. */
	meaning: {
		greeting: "“Good evening”, by the time of day",
		name: "their name; when several hear the same, their names",
		mention: "the same, as a mention if `/host set ping` allows it",
		title: "what the session is called",
		host: "the host's name",
		server: "this server's name",
		minutes: "how many minutes late they come",
		visits: "which visit this is; 1 is the first",
		people: "how many hear the same words: '{people, plural, one {a chair} other {chairs}}'",
		start: "“in 5 minutes” or “25 minutes ago”, each reader in their own language",
		startTime: "the time of day when it starts, each reader in their own zone",
		note: "what you have set with `/session note`",
		recap: "your recap: the link for those who come after that you leave with `/session recap`",
		next: "when the next session is: weekday, date and time, as each reader has them",
	},
	/** What is wrong with what somebody typed into a form. */
	problem: {
		empty: "The text is empty. Write what I should say, for example: Hello, '{name}'!",
		tooLong: "The text has {characters, number} characters; {most, number} is the most.",
		couldGetTooLong:
			"With a long name and title this text could reach {length, number} characters; {most, number} is the most that fits. Shorten it by {excess, number}.",
		couldGetTooLongWithEndings:
			"With a long name, and with what you have ticked at its end, this text could reach {length, number} characters; {most, number} is the most that fits. Shorten it by {excess, number}, or tick less.",
		ping: "“{ping}” would not reach anyone: a greeting can only mention the person it greets. Leave it out, or write '{mention}'.",
		missing:
			"The text has to contain {wanted}{where, select, everyBranch {, in every branch} other {}}, for example: {text, select, note {Where we are: '{note}'} other {Hello, '{name}'!}}",
		unknown: "I don't know {typed}. The form lists what you can write in braces.",
		unknownButNear: "I don't know {typed}. Did you mean {near}?",
		dependsOnName: "Nobody's words may depend on their name: write {placeholder} by itself.",
		onlyWhether: "{placeholder} can only be asked whether it is there: write {example}.",
		noNumber: "{placeholder} is not a number: write just {placeholder}.",
		noDate: "{placeholder} is a number, not a date: write {placeholder} or {asNumber}.",
		unwritableNumber: "I cannot write {placeholder} that way: write {placeholder} or {asNumber}.",
		longNumber: "Written that way {placeholder} can get too long: write {placeholder} or {asNumber}.",
		unreadableNumber: "I cannot read how a number is to be written here: write '{minutes}' or '{minutes, number}'.",
		unsayable: "I cannot say this text. Use plain placeholders, for example: Hello, '{name}'!",
		andQuoted: "{problem} An apostrophe before a brace switches it off: write ’ instead.",
		/** What cannot be read at all. */
		syntax: {
			sentence: "{where, select, end {At the end} other {At “{words}”}} (character {position, number}): {what}.",
			unclosed: "a placeholder is opened with '{' but not closed: write '{name}'",
			empty: "there is nothing between the braces: write '{name}'",
			oneWord: "a placeholder is one word in braces: write '{name}'",
			onlyThese: "after the comma only plural, selectordinal, select or number can follow",
			oneOfThese: "after the comma, plural, selectordinal, select or number has to follow",
			noOther: "a plural or select needs a branch for everything else: add other '{…}'",
			noPluralBranches: "this needs branches: write '{visits, plural, one {once} other {# times}}'",
			noSelectBranches: "this needs branches: write '{recap, select, none {} other {Slides: {recap}}}'",
			other: "I cannot read this placeholder: write '{name}'",
		},
		tooMany: "These are {count, number} different wordings; {most, number} is the most. Take out {excess, number}.",
		tooLongTogether:
			"Together these wordings have {characters, number} characters, with all that is added to them; {most, number} is the most. Take out {excess, number}.",
		cannotBeLeftOut: "This text cannot be left out. Write what I should say, for example: Hello, '{name}'!",
		dashAmongOthers:
			"A dash says that nobody is greeted after hours, so it has to stand alone. Take it out, or the other lines.",
	},
} as const;
