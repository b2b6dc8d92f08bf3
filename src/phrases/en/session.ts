/** What `/session` is, asks and answers. */
export const session = {
	command: {
		about: "For hosts: open and end a session, leave a note, see how it goes",
		which: "Which one; yours unless you say, else the one where you are",
	},
	/** A session's room, where its host matters. */
	hosted: "{room} (hosted by {host})",
	/** Which session is meant is not clear. */
	which: {
		noneThere: "No session is on in {room}. Open one with `/session start`.",
		none: "No session is on. Open a stage, start an event, or use `/session start`.",
		several: "Several sessions are on: {rooms}. Say which with `room`.",
		notYours:
			"That session is not yours to lead, so nothing was changed. Name the room of yours with `room`, or ask its host.",
	},
	start: {
		about: "Open a session; who is in the room is greeted",
		room: "Where; the room you are in unless you say",
		title: "What it is about",
		host: "Who hosts it; you unless you say",
		starts: "When it starts, e.g. 15:30 or in 10 minutes; now unless you say",
		language: "The language of this session alone, such as Deutsch; yours unless you say",
		whichRoom: "Which room? Go into it first, or name it: `/session start room:` and choose one.",
		noBot: "A bot cannot host. Leave `host` out to host it yourself, or choose a person.",
		isOn: "A session is on in {room} already. See `/session status`, have somebody else host it with `/session hand-over`, or end it with `/session end`.",
		opened: "The session in {room} is open. Who is there, and who comes, is greeted by name.",
		startsAt: "It starts {start}; who comes before is early.",
		beganAt: "It began {start}; lateness counts from then.",
		spoken: "In this session I speak {language}. Texts of your own stay as you wrote them.",
		unheard: "⚠️ But nobody hears me yet: {trouble}",
		zoneTip: "Tip: *Time zone* in `/host show` lets me say “Good evening” when it is evening.",
		/** What was given for `starts` is no start, or not just one. */
		time: {
			ambiguous: "“{said}” can be more than one time. Write for example `15:30`, `in 10 minutes` or `10 minutes ago`.",
			unread:
				"I do not understand “{said}” as a start. Write for example `15:30`, `in 10 minutes` or `10 minutes ago`; for another day, make a scheduled event in Discord.",
			none: "That is no time of day. Write for example `15:30`, `in 10 minutes` or `10 minutes ago`.",
			tooFar:
				"That start is {far, select, days {days} other {hours}} away. A session that opens now starts today; for a later one, make a scheduled event in Discord.",
			noZone:
				"I do not know your time zone yet, so I cannot tell when that is. Set it with `/host set time-zone: Berlin`, or say `in 10 minutes`.",
			unknownZone:
				"Your time zone is set to one that I do not know here, so I cannot tell when that is. Choose a large city near you with `/host set time-zone: Berlin`, or say `in 10 minutes`.",
		},
	},
	end: {
		about: "End the session; who is there is thanked",
		recap: "Your recap: a link for those who come after, such as slides or the recording",
		noLink:
			"A recap is a link, and that is none, so I left everything as it was. Write the whole address, for example `https://example.com/slides`.",
		question:
			"This session is not yours: {session}. {host} hosts it. {does, select, leave {Shall I leave your recap there?} other {Shall I end it?}}",
		/** Below the question. The recap stands last, for it is read there again. */
		recapGiven: "Recap: {recap}",
		/** Buttons. */
		doEnd: "End it",
		doLeave: "Leave it there",
		keep: "Leave it as it is",
		nothingChanged: "Nothing has changed.",
		ended:
			"The session in {room} is over. {thanked, plural, =0 {There was nobody to thank.} one {I thank the guest who is there.} other {I thank the # guests who are there.}} Who comes now {closed, select, said {hears that we have closed} other {hears nothing from me}}. When you have a recap, leave it with `/session recap`{thanked, plural, =0 {.} other {: for two hours from now I put it into the thanks; later, the button below them gives it.}}",
		endedWithRecap:
			"The session in {room} is over. {thanked, plural, =0 {There was nobody to thank.} one {I thank the guest who is there, with your recap.} other {I thank the # guests who are there, with your recap.}} Who comes now {closed, select, said {hears that we have closed, and finds your recap} other {hears nothing from me. This is your recap}}: {recap}",
		overAlready: "The session in {room} is over already.",
		noneOn: "No session is on in {room} any more.",
		unknown: "I do not know that session any more. Please use `/session end` again.",
	},
	recap: {
		about: "Leave a link for your guests, such as slides or the recording; also when the session is over",
		link: "Your recap, for example https://example.com/slides",
		room: "The session's room; unless you say, that of yours that is on or was over last",
		which: "Which session, where its room has had others since; begin to type its title",
		kept: "Saved. The guests of the session in {room} find your recap below their thanks when it is over: {recap}",
		left: "Saved. {thanks, select, stand {I put it into the thanks, where everybody finds it.} old {The thanks are too old for me to change; the button below them gives it to whoever presses it.} other {Nobody was thanked, so it stands nowhere in the chat.}} {closed, select, said {Who comes to {room} now finds your recap} unsaid {Who comes to {room} now hears nothing from me. This is your recap} other {This is your recap of {session}, {start}}}: {recap}",
		/** The session has gone while its recap was on its way. */
		erased: "That session has been erased meanwhile, so your recap is not saved: {recap}",
		whichRoom:
			"No session is on, and none of yours was over in the last 24 hours, so I saved nothing. Use `/session recap` again and name its room with `room`. This is your recap: {recap}",
		notFound:
			"I find no session of yours with “{said}” in its title, so I saved nothing. Choose one from the list that opens as you type. This is your recap: {recap}",
		/** A button below thanks. */
		button: "Get the recap",
		here: "The recap of **{title}**: {recap}",
		notYet:
			"There is no recap of **{title}** yet. Once its host leaves one, it comes into the thanks above, if they are still fresh, and this button gives it to you at any time.",
		unknown: "I do not know that session any more, so I have no recap of it. Please ask its host.",
	},
	status: {
		about: "Who is in, who was greeted, what went wrong",
		openSince: "**{title}** in {room}, open since {since}",
		overSince: "**{title}** in {room}, over since {since}",
		soFar:
			"Guests in the room now: {inside, number}. Came so far: {came, number}. Greeted: {greeted, number}{byHand, plural, =0 {} other {, and # by a person}}.",
		inAll: "Came: {came, number}. Greeted: {greeted, number}{byHand, plural, =0 {} other {, and # by a person}}.",
		delays: "Greeted within {worst} of coming in, half of them within {median}.",
		waiting: "Waiting to be greeted: {waiting, number}, the first for {since}.",
		unheard: "⚠️ I cannot post: {trouble} Everybody waiting is greeted as soon as I can.",
		cue: "⚠️ {trouble}",
		note: "Note for latecomers: {note}",
		/** Near misses for which there is no room. */
		more: "… and {count, number} more.",
		seconds: "{seconds, number} s",
		minutes: "{minutes, number} min",
	},
	panel: {
		about: "Who is on the panel: neither greeted nor thanked as a guest",
		add: "Put somebody on the panel of a session that is on",
		remove: "Take somebody off the panel of a session that is on",
		whom: "Whom",
		added:
			"{member} is on the panel of the session in {room}: I neither greet nor thank them as a guest.{greeted, select, yes { They may have heard my greeting already, which I cannot take back.} other {}}",
		removed:
			"{member} is not on the panel of the session in {room} any more, but a guest like all others.{came, select, yes { They have been in, so I do not greet them after the fact; at the end I thank them.} other { I greet them when they come.}}",
		hostsIt: "{member} hosts the session in {room}, so I neither greet nor thank them as a guest anyway.",
		hostStays: "{member} hosts the session in {room}. Hand it to somebody else first: `/session hand-over`.",
		notOnIt: "{member} is not on the panel of the session in {room}. Nothing was changed.",
		noBot: "Bots are never greeted, and cannot lead. Choose a person.",
		notHere: "{member} is not on this server, so nothing was changed. Choose somebody who is.",
	},
	greeter: {
		about: "Ask somebody in the room's chat to greet with the host",
		whom: "Whom to ask",
		/** Posted in the room's chat, with a button. */
		question:
			"{member}, {known, select, yes {{asker} asks} other {you are asked}}: would you greet the guests of this session by name?",
		yes: "I'll greet",
		asked:
			"I have asked {member} in {room}. Once they press the button there, they are on the panel, and `/session status` shows them who is in.",
		notAsked: "I could not ask in {room} just now. Nothing was changed: please try again.",
		greetsAlready: "{member} greets in the session in {room} already.",
		quiet:
			"{member} does not want to be named in public, so I do not ask them there. Ask them yourself; `/session panel add` puts them on the panel.",
		unnamedRoom:
			"Not everyone is named in public in {room}, so I ask nobody there. Ask {member} yourself; `/session panel add` puts them on the panel.",
		notYou: "This question is for {member}.",
		over: "That session is over, so there is nobody to greet any more.",
		answered: "You have answered this already, or were taken off the panel since. To greet, have a host ask you again.",
		forgotten:
			"You asked me to forget you while this session is on, so I keep nothing of you in it, not even that you greet.",
		thanks:
			"Thank you! You are on the panel of the session in {room} now. `/session status` shows you who is in, and how each name is said.",
	},
	handOver: {
		about: "Have somebody else host a session that is on",
		toWhom: "Who hosts it from now on",
		question: "The session in {room} is not yours: {host} hosts it. Shall I hand it to {member}?",
		/** A button. */
		do: "Hand it over",
		done: "{member} hosts the session in {room} from now on: their settings and texts hold, and the cue goes to them if they want one. {before} stays on the panel.",
		taken:
			"{member} hosts the session in {room} from now on: their settings and texts hold, and the cue goes to them if they want one.",
		hostsAlready: "{member} hosts the session in {room} already.",
		notTaken: "{member} cannot host the session in {room}. Nothing was changed: choose somebody else.",
		over: "That session is over. Nothing was changed.",
	},
	note: {
		about: "The line latecomers get from now on; without text it is cleared",
		text: "For example: slide 12; questions come at the end",
		saved: "Saved. Who comes late to {room} from now on also hears:\n> {note}",
		cleared: "Cleared. Latecomers in {room} hear no note any more.",
	},
} as const;
