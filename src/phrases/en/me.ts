/** What `/me` is, asks, shows and answers: what people say of themselves. */
export const me = {
	/** The button below somebody's first greeting. Read by all, in the session's language. */
	button: "My greeting",
	command: {
		about: "How I greet you: your name, or without it",
		show: "How I greet you, and what you can change about it",
		name: "Choose what I call you, and say how it is said",
		quiet: "Be named nowhere in public, from now on",
		where: "Where; on this server unless you say",
		here: "On this server",
		everywhere: "Everywhere",
	},
	panel: {
		head: "### How I greet you{where, select, everywhere {} other { on {server}}}",
		called:
			"I call you **{name}**, {source, select, server {as you chose for this server} everywhere {as you chose} other {as Discord shows you here}}.",
		calledNothing: "I call you as Discord shows you on each server. You can choose a name that I use everywhere.",
		sound: "Hosts are told how that is said: **{sound}**.",
		unused: "This server has people called as Discord shows them, so the name that you chose is not used here.",
		named: "I greet you by name.",
		quiet:
			"You are quiet{where, select, everywhere {} other { here}}: I name you nowhere in public. Hosts see that you do not want to be called out.",
		/** Buttons. */
		change: "That's not my name",
		beQuiet: "Don't name me{where, select, everywhere { anywhere} other { here}}",
		beNamed: "Greet me by name again",
	},
	name: {
		title: "What I call you",
		called: "What you are called",
		calledHow: "Up to 32 characters. Leave it empty to be called as Discord shows you.",
		sound: "How that is said",
		soundHow: "In letters, for the host: SIV-awn for Siobhán. You can leave it out.",
		where: "Where",
		everywhere: "Everywhere, not only on this server",
		/** For languages that change a name when they address somebody. */
		vocative: "Write it as one says it to you: what you write is not changed.",
		saved: "Thank you. From now on I call you **{name}**.",
		givenBack: "From now on I call you as Discord shows you.",
		soundSaved: "Saved. Hosts are told how your name is said.",
		unreadable: "I cannot read a name in that. Write one with letters, up to 32 of them. Nothing has changed.",
		tooOften:
			"You have chosen a name {most, number} times today, and that is the most. Tomorrow you can choose again. Nothing has changed.",
		taken:
			"Somebody here goes by **{name}**, or by a name that looks the same, and I must not take one of you for the other. Choose one that tells you apart. Nothing has changed.",
	},
	quiet: {
		on: "From now on I name you nowhere in public{where, select, everywhere {} other { on this server}}. You are still welcomed and thanked, without your name. What I posted before stands as it was.",
		off: "From now on I greet you by name again{where, select, everywhere {} other { on this server}}.",
	},
} as const;
