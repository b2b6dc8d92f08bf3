/** What `/session` is, asks and answers. */
export const session = {
	command: {
		about: "For hosts: open and end a session, leave a note, see how it goes",
		which: "Which one; the one where you are unless you say",
	},
	start: {
		about: "Open a session; who is in the room is greeted",
		room: "Where; the room you are in unless you say",
		title: "What it is about",
		host: "Who hosts it; you unless you say",
		starts: "When it starts, e.g. 15:30 or in 10 minutes; now unless you say",
	},
	end: {
		about: "End the session; who is there is thanked",
		recap: "Your recap: a link for those who come after, such as slides or the recording",
	},
	status: {
		about: "Who is in, who was greeted, what went wrong",
	},
	note: {
		about: "The line latecomers get from now on; without text it is cleared",
		text: "For example: slide 12; questions come at the end",
	},
} as const;
