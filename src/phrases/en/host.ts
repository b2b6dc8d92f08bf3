/** What `/host` is, asks and answers. */
export const host = {
	command: {
		about: "For hosts: how I greet in your sessions",
	},
	show: {
		about: "Your settings, and where each comes from",
		all: "### How I greet in your sessions\n{settings}\nChange it with `/host set`.",
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
		/** For the button below the welcome. */
		howToSetZone:
			"Use `/host set` with `time-zone` and your city, for example `/host set time-zone: Berlin`. For all hosts of this server at once, somebody with *Manage Server* can use `/server set defaults time-zone: Berlin`.",
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
