/** What a server reads that Byname has just joined. */
export const welcome = {
	words:
		"Thank you for inviting me! I'm Byname, and I greet everyone who comes to your webinars by name.\n**To begin:** open a stage or start a scheduled event, and I greet in its chat by myself; anywhere else, use `/session start`.\n**Language:** I greet in {language}, as this server is set in Discord. `/server set defaults` changes that; I speak thirty-one languages.\n**Time zone:** tell me yours, and I say “Good evening” when it is evening. Until then I say “Hello”.\n**Your own words:** `/greeting edit` changes what I say, and `/greeting preview` shows how it sounds.\n**Check:** see in which rooms I can greet, and what I lack where I cannot.",
	setZone: "Set my time zone",
	check: "Check permissions",
} as const;
