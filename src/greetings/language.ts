import type { Texts } from "./texts.ts";

/** One language the bot speaks. */
export interface Language {
	/** BCP 47, and one of Discord's locales wherever Discord has one. */
	tag: string;
	/** What its speakers call it. */
	label: string;
	/** What English speakers call it. */
	english: string;
	/** Whose way of joining names is used, where the tag's own differs ("A, B, and C"). */
	listTag?: string;
	/** What stands between two sentences. */
	between: string;
	/** What joins names, and the last of them, where the platform's own way (`Intl.ListFormat`) is not what people say. */
	joined?: { comma: string; and: string };
	/** What precedes a name in its texts; in a list it precedes each ("คุณMaya คุณTom"). */
	honorificBefore?: string;
	/** What follows a name in its texts; in a list it follows each ("Mayaさん、Tomさん"). */
	honorific?: string;
	/** How it greets, from each of these hours of the day on; null for its plain greeting. Hour 0 is always given. */
	hours: Readonly<Record<number, string | null>>;
	/** The greeting that is right at any hour. */
	plainGreeting: string;
	/** What to call someone whose name cannot be shown. */
	neutralName: string;
	/** What to call them among others, whom it follows: "Maya, Tom and one more guest"; `neutralName` where it is left out. */
	neutralAmong?: string;
	/** Follows a name that has been put right where another stood; it begins with the space that it needs. */
	misnamed: string;
	texts: Texts;
}
