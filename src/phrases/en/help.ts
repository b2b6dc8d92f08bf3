/** What `/help` says: one line for each thing to do next, five at most, and the buttons below. */
export const help = {
	about: "What to do next here",
	/** Buttons. */
	settings: "My settings",
	check: "Check permissions",
	greeting: "My greeting",
	host: {
		on: "**{title}** is on in {room}. `/session status` says who waits and what went wrong, `/session note` tells latecomers where you are, and `/session end` thanks everybody.",
		next: "**The next session** starts {start}, and I greet in it by myself. In any room without an event, use `/session start`.",
		begin:
			"**To begin,** open a stage or start a scheduled event, and I greet who comes by myself. In any other room, use `/session start`.",
		noneOn: "**No session is on.** Open a stage, start an event, or use `/session start`.",
		zone: "**Tell me your time zone,** and I say “Good evening” when it is evening: press *My settings* below, then *Time zone*.",
		cue: "**Greet them yourself:** I can tell you in private who came in and how late. Press *My settings*, then *Cue*.",
		texts:
			"**Your own words:** `/greeting preview` shows what your guests hear. Press *My settings*, then *Texts*, to change it.",
		hear: "**Hear it first:** `/greeting preview` shows what your guests hear now, on every occasion.",
		silent: "**If I am silent** in a session, `/session status` says why.",
		settings: "**All that you can set** is below *My settings*, and where each comes from.",
	},
	manager: {
		check: "**Check permissions** with the button below: in which rooms I can greet, and what I lack where I cannot.",
		roles: "**Who may host?** People with *Manage Events* or *Manage Server*. `/server set host-roles` adds others.",
		defaults: "**For all hosts at once,** `/server set defaults` sets the time zone, the language and more.",
		settings: "**All that is set on this server** is in `/server show`.",
	},
	guest: {
		on: "**{title}** is on in {room}: come in, and I greet you there.",
		noneOn: "**No session is on** that you can see. When one is, come into its room, and I greet you there.",
		direct:
			"**I greet people by name** who come to webinars on servers that I am on. What you say to me here holds on all of them.",
		name: "**Your name:** {is, select, chosen {I call you as you have chosen; `/me name` changes it.} other {`/me name` tells me what to call you, and how it is said.}}",
		quiet:
			"**Rather not be named?** {is, select, on {You are quiet, and I name you nowhere in public; `/me show` takes it back.} other {`/me quiet`, and I name you nowhere in public.}}",
		language:
			"**Your language:** {is, select, chosen {I greet you in the one you have chosen; `/me language` changes it.} other {`/me language`, where the host speaks another.}}",
		data: "**What I have stored of you:** `/me data` shows it, and `/me forget` erases it.",
	},
} as const;
