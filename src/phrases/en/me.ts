/** What `/me` is, asks, shows and answers: what people say of themselves. */
export const me = {
	/** The button below somebody's first greeting. Read by all, in the session's language. */
	button: "My greeting",
	command: {
		about: "How I greet you: your name, or without it",
		show: "How I greet you, and what you can change about it",
		name: "Choose what I call you, and say how it is said",
		quiet: "Be named nowhere in public, from now on",
		language: "Be greeted in your language, also where the host speaks another",
		whichLanguage: "Which language; type the beginning of its name and choose",
		hostsLanguage: "The host's language",
		data: "Get a file with all that I have stored about you",
		forget: "Have me erase what I have stored about you; I ask first",
		where: "Where; on this server unless you say",
		here: "On this server",
		everywhere: "Everywhere",
	},
	myGreeting: {
		head: "### How I greet you{where, select, everywhere {} other { on {server}}}",
		called:
			"I call you **{name}**, {source, select, server {as you chose for this server} everywhere {as you chose} other {as Discord shows you here}}.",
		calledNothing: "I call you as Discord shows you on each server. You can choose a name that I use everywhere.",
		sound: "Hosts are told how that is said: **{sound}**.",
		unused: "This server has people called as Discord shows them, so the name that you chose is not used here.",
		outOfUse:
			"You chose **{name}**, and a host has decided that I do not use this name on this server. Elsewhere nothing has changed. You can choose another one for here.",
		named: "I greet you by name.",
		quiet:
			"You are quiet{where, select, everywhere {} other { here}}: I name you nowhere in public. Hosts see that you do not want to be called out.",
		language:
			"I greet you in **{language}**, {source, select, server {as you chose for this server} other {as you chose}}.",
		hostsLanguage: "I greet you in the host's language. Any other I speak you can choose with `/me language`.",
		languageUnused: "This server has everybody greeted in it, so the language that you chose is not used here.",
		/** Buttons. */
		change: "That's not my name",
		beQuiet: "Don't name me{where, select, everywhere { anywhere} other { here}}",
		beNamed: "Greet me by name again{where, select, everywhere { everywhere} other { here}}",
		speak: "Greet me in {language}{where, select, everywhere { everywhere} other { here}}",
		speakAsHost: "Greet me in the host's language{where, select, everywhere { everywhere} other { here}}",
		data: "My data",
		forget: "Forget me",
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
		savedElsewhere: "Thank you. I call you **{name}** wherever you have said nothing else, but not on this server.",
		kept: "Saved. What I call you here stands below, and why.",
		givenBack: "From now on I call you as Discord shows you.",
		/** Added where a greeting of the last hour calls them otherwise. */
		puttingRight: "Where I called you otherwise in the last hour, I put it right within seconds.",
		unreadable: "I cannot read a name in that. Write one with letters, up to 32 of them. Nothing has changed.",
		tooOften:
			"You have chosen a name {most, number} times today, and that is the most. Tomorrow you can choose again. Nothing has changed.",
		outOfUse:
			"On this server I do not call you **{name}**: a host has decided that, and it holds for names that look the same. I am glad to call you something else: choose another one. Nothing has changed.",
		taken:
			"Somebody here goes by **{name}**, or by a name that looks the same, and I must not take one of you for the other. Choose one that tells you apart. Nothing has changed.",
	},
	quiet: {
		on: "From now on I name you nowhere in public{where, select, everywhere {} other { on this server}}. You are still welcomed and thanked, without your name. Where I named you in the last hour, I take your name out within seconds; what is older stays as it is.",
		off: "From now on I greet you by name again{where, select, everywhere {} other { on this server}}.",
	},
	language: {
		saved:
			"From now on I greet you in **{language}**{where, select, everywhere {} other { on this server}}. In one message I speak two languages besides the host's; if yours would be a third, I greet you in the host's.",
		hosts: "From now on I greet you in the host's language{where, select, everywhere {} other { on this server}}.",
	},
	/** Where somebody's data is got or erased. */
	elsewhere:
		"What I have stored on other servers, and what you have said for everywhere, is not part of it: use the same command in my direct messages.",
	data: {
		answer:
			"In this file is all that I have stored about you{where, select, everywhere {, on all servers} other { on {server}}}, and what each part is for.",
		/** What the file says of its parts. */
		about:
			"All that Byname has stored about one person{where, select, everywhere {, on all servers} other { on one server}}. Times are in UTC. An empty list: nothing of that kind is stored.",
		what: {
			attendances:
				"The sessions that you came to, as an attendee or on the panel, and when; also those for whose panel somebody named you, and whether you lead or greet there: so that you are greeted once, welcomed back the next time, and those who led know who came.",
			invitations:
				"Sessions in which you were asked to greet with the host, and have not answered: so that your answer counts once.",
			takenOff:
				"Sessions whose panel somebody took you off: so that you are a guest in them, even if you regularly lead with their host.",
			stays:
				"When you came in and when you left: to tell coming back from coming for the first time, who is there when a session ends, and for those who led how long people stayed.",
			greetings:
				"What was said to you, or waits to be said, and when; not the words. Your name is there only while it waits. So that each greeting is said once.",
			pings: "Messages that were allowed to ping you: so that they ping nobody else. Only your id is shown of them.",
			spots:
				"Where your name, or a word for you, stands in messages of the last hours, in characters; not the name: so that it can be taken out or put right.",
			corrections:
				"Greetings of the last hour in which you are about to be called otherwise, as you wanted: only until that is done.",
			wishes:
				"What you have said of yourself: what you are called, how that is said, whether you are quiet, in which language you are greeted, and how often you chose a name that day.",
			settings: "Your settings as a host: so that your guests are greeted as you want.",
			coHosts:
				"Whom you regularly lead with, as a host: so that they are no guests of your sessions. Only your own id is shown.",
			coHosting:
				"That you regularly lead with a host: so that you are no guest of their sessions. Only your own id is shown.",
			texts: "Your own texts as a host: so that your guests are greeted in your words.",
			rooms: "Rooms that you regularly host: so that sessions there are yours.",
			sessions: "Sessions that you led: to know when they were on, and what to say in them.",
			forgotten:
				"Sessions that are on in which I have forgotten you: only a code that goes with the session, so that I do not greet you in it again.",
			unusedNames:
				"Names that you have chosen and a host has put out of use on a server: only a code of each, in which neither you nor the name can be read, so that it stays out of use there.",
		},
	},
	forget: {
		question: "### Shall I forget you{where, select, everywhere {, on all servers} other { on {server}}}?",
		goes: "**This is erased, and cannot be brought back:**",
		erased: "**Erased:**",
		parts: {
			attendances: "that you came to {count, plural, one {# session} other {# sessions}}",
			invitations: "that you were asked to greet in {count, plural, one {# session} other {# sessions}}",
			takenOff: "that you were taken off the panel of {count, plural, one {# session} other {# sessions}}",
			stays: "when you came in and left, {count, plural, one {once} other {# times}}",
			greetings: "{count, plural, one {# greeting} other {# greetings}} for you; what waits is never said",
			pings: "your id with {count, plural, one {# message} other {# messages}} that could ping you",
			corrections:
				"{count, plural, one {# greeting} other {# greetings}} in which you were about to be called otherwise",
			wishes:
				"what you are called, whether you are quiet and your language{count, plural, one {} other {, in # places}}",
			settings: "your settings as a host{count, plural, one {} other {, on # servers}}",
			coHosts: "whom you regularly lead with, {count, plural, one {# person} other {# people}}",
			coHosting: "that you are the regular co-host of {count, plural, one {# host} other {# hosts}}",
			texts: "{count, plural, one {# text} other {# texts}} of yours as a host",
			rooms: "that you regularly host {count, plural, one {# room} other {# rooms}}",
			sessions: "that you led {count, plural, one {# session} other {# sessions}}, with your notes and links",
		},
		stays: "**This stays:**",
		posts: "what stands on Discord, until somebody deletes it there; I keep no copy",
		led: "the sessions that you led and their titles, without you: others came to them",
		code: "while a session that you came to is on, a code that keeps me from greeting you again in it; nobody can tell that it is you once the session is over",
		unusedNames:
			"that a host has put {count, plural, one {a name} other {# names}} of yours out of use{where, select, everywhere {} other { on {server}}}, because it would come back otherwise: a code in which neither you nor the name can be read",
		copies: "backups, and my log, which holds ids: whoever runs me can tell you how long they are kept",
		/** Asked together with the rest. */
		quiet:
			"If you want to be named nowhere in public afterwards, I have to remember that: then your id and this wish stay.",
		/** Buttons. */
		now: "Forget me",
		stayQuiet: "Forget me, but stay quiet",
		keep: "Keep everything",
		kept: "Nothing was erased. All is as it was.",
		nothing: "I have nothing stored about you{where, select, everywhere {} other { on {server}}}.",
		done: "### I have forgotten you{where, select, everywhere {, on all servers} other { on {server}}}",
		nothingLeft: "There was nothing left to erase.",
		quietStays: "your id, and that I name you nowhere in public, as you wanted",
		wasOnItsWay:
			"A greeting for you was on its way to Discord already, so it may stand there, or still appear. What I have of its words goes once that is settled.",
		leads:
			"You lead a session that is on, and it needs its host. Hand it over with `/session hand-over`, or end it with `/session end`, and then have me forget you. Nothing was erased.",
	},
} as const;
