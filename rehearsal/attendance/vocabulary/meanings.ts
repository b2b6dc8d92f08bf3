/** What a column can tell, about a person or about the webinar; `other` is known and not needed. */
export type Field = (typeof FIELDS)[number];

export const FIELDS = [
	"name",
	"first",
	"last",
	"email",
	"account",
	"role",
	"join",
	// A time that is a join only where nothing tells that better.
	"moment",
	"leave",
	"duration",
	"attended",
	"action",
	"waiting",
	"title",
	"starts",
	"scheduled",
	"opened",
	"ends",
	"minutes",
	"hostName",
	"hostEmail",
	"other",
] as const;

/** What a cell can say. */
export type CellValue = "yes" | "no" | "joined" | "left" | "host" | "panelist" | "attendee" | "guest";

/** What a section of a report is about; `none` is no attendance. */
export type Section = (typeof SECTIONS)[number];

export const SECTIONS = ["summary", "hosts", "panelists", "attendees", "others", "activities", "none"] as const;

/** The words of one language: all that mean the same stand in one text, with bars between them. */
export type HeaderWords = Partial<Record<Field | CellValue | Section, string>>;

/** The words of one kind of file, by language. */
export type Vocabulary = Record<string, HeaderWords>;
