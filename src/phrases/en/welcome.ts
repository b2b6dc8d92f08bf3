/** What a server reads that Byname has joined: a line each, and two buttons below. */
export const welcome = {
	thanks: "Thank you for inviting me! I am Byname, and I greet everyone who comes to your webinars by name.",
	begin:
		"**To begin:** open a stage or start a scheduled event, and I greet in its chat by myself. Anywhere else, use `/session start`.",
	language:
		"**Language:** I greet in {language}, as this server is set in Discord. `/server set defaults` changes that; I speak thirty-one languages.",
	timeZone:
		"**Time zone:** tell me yours, and I say “Good evening” when it is evening. Until then I say “Hello” at any hour.",
	words:
		"**Your own words:** `/greeting edit` changes what I say, `/greeting preview` shows how it sounds, and `/host set language` chooses the language.",
	check: "**Check:** see in which rooms I can greet, and what I lack where I cannot.",
	setTimeZone: "Set my time zone",
	checkPermissions: "Check permissions",
} as const;
