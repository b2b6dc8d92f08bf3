/** What `/greeting` is, asks, shows and answers. */
export const greeting = {
	command: {
		about: "For hosts: the words your guests are greeted with",
		which: "Which text",
		whose: "Whose text: yours, or the one for all hosts who have none of their own",
		mine: "Me",
		everyones: "The whole server (needs Manage Server)",
		edit: "Change a text, in up to ten wordings",
		borrow: "Wordings to start from: choose some, and they open in the form to be changed",
		preview: "See what your guests would hear now",
		as: "Who is greeted; you, unless you choose somebody",
		reset: "Go back to the server's or Byname's text",
	},
	needsManager:
		"The server's texts need the permission *Manage Server*. You can change your own: leave out `for`, or choose “Me”.",
	form: {
		title: "{scope, select, server {{text} (whole server)} other {{text}}}",
		wordings: "One wording a line, up to {most, number}",
		oneIsSaid:
			"One is said each time. Leave it empty to go back to {whose, select, server {the server's text} other {Byname's own text}}.",
		required: "Each wording needs {placeholders}. You can write:",
		optional: "You can write:",
		leaveOut: "To leave this text out altogether, write just a dash: `-`",
		borrow: "-# Wordings to start from: `/greeting borrow`",
		endings: "Added at the end, where there is one",
		ending: {
			next: "The date of the next session",
			recap: "Your recap: the link for those who come after",
		},
	},
	/** What stands around texts as they would be said. */
	shown: {
		from: "{text, select, thanks {From the next end of a session on:} other {From the next arrival on:}}",
		othersKeep: "-# Hosts who have set this text for themselves keep theirs.",
		nth: "{number, number} of {count, number}",
		oneOfMany: "{what} (one of {count, number} wordings)",
		leftOut: "{what} (left out)",
		nobody: "Left out: nobody hears it",
		bare: "while there is no recap and no next date",
		mentionVain:
			"-# Ping is off, so '{mention}' writes the plain name. {scope, select, server {`/server set defaults`} other {`/host set`}} can change that.",
		session: "-# Title, start and note are those of the session in your room; what it lacks is made up.",
		example: "-# Title, times and note are examples: no session is on in a room you are in.",
		rest: "Show the rest",
	},
	/** A session to speak of while none is on, and what it may lack. Said within the texts themselves. */
	example: {
		title: "Growing Tomatoes",
		note: "slide 12; questions come at the end.",
	},
	/** All texts, to choose one of. */
	choose: {
		head: "### What I say in your sessions\n{texts}\nPress one to write your own: it opens a form with what is said now.",
		line: "**{text}** · *{source, select, host {yours} server {the server's} other {Byname's own}}*: {when}",
	},
	save: {
		saved: "**Saved.**",
		emptied:
			"**Saved.** You left the form empty, so I go back to {whose, select, server {the server's text} other {Byname's own text}}.",
		same: "**Saved.** That is {whose, select, server {the server's text} other {Byname's own text}} word for word, so I keep to it, also when it changes.",
	},
	/** What was typed is refused, and given back. */
	refused: {
		intro: "Not saved yet, and nothing has changed. Please mend this:",
		lines: "{count, plural, one {Line {lines}:} other {Lines {lines}:}}",
		others: "… and {count, number} more, in the file {file}",
		joinable:
			"Each line is a wording of its own, and one of them is said each time. If one greeting stands on several lines, press **Join the lines**.",
		typed: "This is what you typed:",
		inFile: "What you typed is in the file {file}, just as you typed it.",
		again: "Edit again",
		join: "Join the lines",
		fileGone:
			"I could not get at the file just now. Please try again, or use `/greeting edit` and copy your text over from {file}; it is still above.",
		fileTooLong:
			"{file} is longer than a form can hold ({most, number} characters). Please use `/greeting edit` and copy over what you need of it.",
	},
	borrow: {
		head: "Wordings for *{text}* to start from. Choose some below: they open in the form, and you can change them before you save.",
		choose: "Choose what to start from",
		own: "Byname's own",
		more: "Another, in English",
		gone: "There are no such wordings any more. Please use `/greeting borrow` again.",
		full: "The form cannot hold these as well. Take something out of it first with `/greeting edit`, or choose fewer.",
		button: "Borrow a wording",
	},
	reset: {
		nothingSet:
			"{scope, select, server {The server has} other {You have}} set no text for *{text}*: {whose, select, server {the server's text} other {Byname's own text}} is said already.",
		question:
			"Shall I go back to {whose, select, server {the server's text} other {Byname's own text}} for *{text}*? What {scope, select, server {the server's text} other {your text}} says now is lost then.",
		now: "Now",
		afterwards: "Then: {whose, select, server {the server's text} other {Byname's own text}}",
		goBack: "Go back",
		keep: "Keep it",
		kept: "Nothing has changed.",
		done: "**Done.** I go back to {whose, select, server {the server's text} other {Byname's own text}}.",
	},
	preview: {
		toYourself: "What you would hear from yourself:",
		toGuest: "What **{name}** would hear from you:",
		occasion: {
			early: "Before the start",
			onTime: "In time",
			late: "Late",
			note: "Late, and you have set a note",
			returning: "Been here before",
			expected: "Marked Interested in the event",
			missed: "I was away when they came",
			afterHours: "No session is on",
			lookBack: "No session is on, and they were at the last",
			oneByOne: "Three people, one after another",
			together: "Five people at once",
			thanks: "The session ends",
		},
		/** The occasion without what a text makes something of. */
		bare: "{occasion}, and there is no recap and no next date",
		guestUnknown:
			"Discord does not tell me just now who that is. Please try again in a minute; `/greeting preview` without `as` shows what you would hear yourself.",
		guestGone: "They are not on this server any more. Use `/greeting preview` again, and choose somebody who is.",
	},
	/** A sample of a greeting, posted where the greetings of a room go. */
	sample: {
		button: "Say it in the room",
		/** Below the greeting, for all to read. */
		label: "-# A sample that {host} asked for.",
		said: "Said in {channel}: {link}",
		noRoom: "In which room? Go into one and press again, or use `/greeting preview` in its chat. Nothing was said.",
		trouble: "I could not say it in {channel}. {trouble}",
		held: "Not said yet: I posted in {channel} just now, and at your pace the next post can leave {when}. Please press again then.",
		limited: "Not said yet: Discord lets me post in {channel} again {when}. Please press again then.",
		busy: "Not said yet: guests wait to be greeted in {channel}, and they come first. Please press again in a moment.",
		wordsRefused:
			"Discord does not take these words in {channel}; perhaps a rule of AutoMod minds them. You can change them with `/greeting edit`.",
		unclear: "Discord has not said whether the sample was posted. Look into {channel} before you press again.",
	},
} as const;
