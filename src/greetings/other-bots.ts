/**
 * Words that hosts know from other bots, or think of first, in English or German, and the placeholder that means the same here. In small letters,
 * without what stands between their parts: `server.name`, `server_name` and `serverName` are all `servername`.
 */
const MEANT: Readonly<Record<string, string>> = {
	...meaning("name", [
		"name user username userusername usernick usertag usernickname userdisplayname userglobalname userfullname",
		"member membername memberdisplayname membernick nick nickname displayname globalname fullname firstname names",
		"guest guestname attendee visitor person author authorname",
		"benutzer benutzername nutzer nutzername mitglied gast teilnehmer vorname spitzname anzeigename",
	]),
	...meaning("mention", [
		"userid memberid usermention membermention mentionuser mentionmember userping ping pinguser mentions guestmention authormention mention",
	]),
	...meaning("server", ["servername guild guildname community communityname"]),
	...meaning("host", ["hostname organizer organiser speaker speakername owner gastgeber"]),
	...meaning("title", [
		"event eventname eventtitle topic webinar session sessionname sessiontitle subject room channel",
		"titel thema veranstaltung raum kanal",
	]),
	...meaning("greeting", ["hello hi greet greetings timeofday daytime anrede begrüßung gruß tageszeit"]),
	...meaning("minutes", ["minute min mins minuteslate late delay minuten verspätung"]),
	...meaning("visits", ["visit visitcount visitnumber times joins besuch besuche"]),
	...meaning("startTime", ["starttime time begin begins startsat hour beginn uhrzeit"]),
	...meaning("start", ["starts startsin countdown"]),
	...meaning("recap", ["link url slides recording replay aufzeichnung folien"]),
	...meaning("next", ["nextsession nextevent nextdate nexttime"]),
	...meaning("people", ["count guests attendees number"]),
};

function meaning(placeholder: string, words: readonly string[]): Record<string, string> {
	return Object.fromEntries(words.flatMap((line) => line.split(" ")).map((word) => [word, placeholder]));
}

/** The placeholder that somebody means by a word from another bot, as `user` or `server.name`. */
export function meantBy(word: string): string | undefined {
	const plain = word.toLowerCase().replace(/[\s._:@!{}-]/g, "");
	const meant = Object.hasOwn(MEANT, plain) ? MEANT[plain] : undefined;
	return meant === "name" && word.startsWith("@") ? "mention" : meant;
}

/** The ways in which other bots write what they fill in: {{user}}, <@{user.id}>, {server.name}, %user%; and [user], <user>, $user, @user. */
const BRACES = [
	/\{\{\s*\.?([\w.:@-]+)\s*\}\}/g,
	/<(@!?\{\s*[\w.:-]+\s*\})>/g,
	/\{\s*(@?\w+(?:[.:-]\w+)+|@\w+)\s*\}/g,
	/%(\w+(?:\.\w+)*)%/g,
];
const OTHER_MARKS = [
	/\[(\w+(?:\.\w+)*)\](?!\()/g,
	/<(@?!?\w+(?:\.\w+)*)>/g,
	/\$(\w+(?:\.\w+)*)/g,
	/(?<![\w<{])(@\w+)(?!\w|\.\w)/g,
];
/** These marks may stand in a text for their own sake, around most words. Around these, nobody wants to hear them. */
const NEVER_SAID = ["name", "mention", "server", "title", "host"];

/** What in a text is to be filled in as another bot writes it, and the placeholder that means the same here. */
export function writtenForOthers(
	source: string,
	known: readonly string[],
): { typed: string; placeholder: string } | undefined {
	for (const [typed, word = ""] of BRACES.flatMap((way) => [...source.matchAll(way)])) {
		const placeholder = known.includes(word) ? undefined : meantBy(word); // `{{name}}` is what a branch holds
		if (placeholder !== undefined) return { typed, placeholder };
	}
	for (const [typed, word = ""] of OTHER_MARKS.flatMap((way) => [...source.matchAll(way)])) {
		const placeholder = known.find((one) => one.toLowerCase() === word.toLowerCase()) ?? meantBy(word);
		const isAnother = word.startsWith("@") && placeholder !== "mention"; // "@host" may be somebody's handle
		if (placeholder !== undefined && NEVER_SAID.includes(placeholder) && !isAnother) return { typed, placeholder };
	}
	return undefined;
}
