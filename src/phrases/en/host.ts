/** What `/host` is, asks and answers. */
export const host = {
	command: {
		about: "For hosts: how I greet in your sessions",
	},
	show: {
		about: "Your settings, and where each comes from",
		all: "### How I greet in your sessions\n{settings}\n{texts}\nPress what you want to change.",
		texts:
			"**Texts**: {own, plural, =0 {none of your own} other {# of your own}}{servers, plural, =0 {} other {, # of the server's}}; the rest are Byname's own",
		giveBack: "Give some of yours back to the server",
	},
	set: {
		about: "Change your settings; what you leave out stays",
		cueIn: "A private channel or thread for your cue",
		saved: "Saved.\n{settings}",
		nothingNamed: "Say what to change, for example `/host set time-zone: Berlin`. `/host show` lists it all.",
		twoPlaces: "A cue goes to one place: leave out `cue-in`, or choose *{on}* for `cue`. Nothing was changed.",
		noPlace:
			"Where do you want your cue? Add `cue-in` with a private channel or thread, for example `/host set cue-in: #backstage`, or choose *{byDirectMessage}* for `cue`.",
	},
	/** Below those settings: buttons, the forms that they open, and what comes of it. */
	mySettings: {
		texts: "Texts",
		preview: "Hear it",
		coHosts: "Co-hosts",
		saved: "**Saved:** {setting}.",
		again: "Try again",
		chooseBelow: "Choose it below, or try again.",
		didYouMean: "Did you mean …?",
		fromTo: "A number from {least, number} to {most, number}",
		zone: {
			label: "Which city are you in?",
			how: "A city or country in your own language, or an offset such as UTC+2",
			example: "Berlin",
			unsure: "I am not sure which time zone “{typed}” is, so I left it as it was.",
			otherwise:
				"Try again with a large city in it, for example `Berlin` or `New York`, or its offset, such as `UTC+2`.",
		},
		language: {
			how: "What I greet in; texts of your own stay as you wrote them",
			another: "Or another",
			type: "Its name in English or as its speakers write it",
			example: "Türkçe",
			unknown: "I do not know the language “{typed}”, so I left it as it was.",
			otherwise: "Try again: there is a list in the form.",
			nothing: "Nothing was chosen, so I left the language as it was.",
		},
		cue: {
			what: "A private list of who came in, how late, and how often they have been here",
			inThis: "on, in the channel below",
			channel: "Channel or thread",
			private: "One that you can read and your guests cannot",
			twoPlaces:
				"You have chosen a channel, too. If your cue is to go there, choose *{inThis}*; else leave the channel empty. Nothing was changed.",
			whichChannel:
				"Where do you want your cue? Choose a private channel or thread that I can see. Nothing was changed.",
		},
	},
	coHosts: {
		about: "Whom you regularly lead with: they are no guests of your sessions",
		choose: "Choose up to ten co-hosts",
		are: "{count, plural, =0 {You have no regular co-hosts yet.} other {Your regular co-hosts: {members}.}} They are on the panel of each of your sessions on this server: neither greeted nor thanked as guests. Choose all of them here, and I take over who is chosen.",
		saved:
			"{count, plural, =0 {Saved. You have no regular co-hosts any more.} other {Saved. Your regular co-hosts: {members}. From now on they are neither greeted nor thanked as guests in your sessions.}} Whoever is on the panel of a session that is on stays there: `/session panel remove` takes them off it.",
		noBot: "Bots are never greeted, and cannot lead. Choose people. Nothing was changed.",
		notHere: "{members} cannot be found on this server. Choose people who are here. Nothing was changed.",
	},
	reset: {
		about: "Give a setting back: what the server has set holds again",
		which: "Which one",
		done: "Given back. From now on this holds in your sessions:\n{settings}",
	},
} as const;
