/** How much of a text is kept: graphemes as people count them, and UTF-16 units as a hard stop. */
export interface Size {
	graphemes: number;
	units: number;
}

/** Far beyond what Discord lets anyone enter; keeps the work below bounded for whatever arrives. */
const LONGEST_INPUT = 1024;

const SPACES = /[\p{Z}\t-\r\u0085\u2800]/gu; // U+2800 is Braille's blank: it prints nothing

// Letters of the scripts that spell with joiners (Persian, Indic, Khmer …): between two of these they change the word.
const JOINING =
	"[[\\p{L}\\p{M}]&&[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}" +
	"\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}]]";

/** Invisible characters that carry meaning where they stand; everywhere else they are dropped. */
const MEANINGFUL = [
	"\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{2,6}\\u{E007F}", // flags of Scotland, Wales …
	"(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})",
	"(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]",
	"(?<=[0-9#*])\\uFE0F(?=\\u20E3)", // keycaps
	"(?<=\\p{sc=Han})[\\u{E0100}-\\u{E01EF}]", // the exact shape of a character in a Japanese family name
	`(?<=${JOINING})[\\u200C\\u200D](?=${JOINING})`,
].join("|");

// \p{C}: controls, formats, bidi, surrogates, private use, unassigned. \p{DI}: fillers and all else that prints nothing.
const UNSEEN = `(?<kept>${MEANINGFUL})|[\\p{C}\\p{DI}\\uFFFC\\uFFFD]`;

let unseen: RegExp | undefined;

/** The text without what prints nothing. */
function dropUnseen(text: string): string {
	unseen ??= new RegExp(UNSEEN, "gv"); // takes 15 ms, which no start should wait for
	return text.replace(unseen, "$<kept>");
}

const STACKED = /(^|[^\p{M}\u200C\u200D])([\p{M}\u200C\u200D]+)/gu;
/** Marks that can sit on any letter, or stack upwards: two are enough for every living orthography. */
const STACKABLE = /[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Thai}\p{sc=Laoo}\p{sc=Arab}]/u;
const MOST_STACKABLE = 2;
/** A Burmese or Hebrew letter may carry four marks of its own script. */
const MOST_OWN = 4;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The text as people read it: one line, nothing invisible, no towers of marks, cut to `size`. Not yet escaped. */
export function clean(raw: string, size: Size): string {
	if (raw === "") return "";
	if (/^[\w.,'()-]+(?: [\w.,'()-]+)*$/.test(raw) && raw.length <= size.graphemes) return raw;
	const seen = dropUnseen(raw.slice(0, LONGEST_INPUT).replace(SPACES, " ")).normalize("NFC");
	// A dropped mark may leave a joiner with nothing to join, and the others in another order.
	const thinned = dropUnseen(seen.replace(STACKED, thin)).normalize("NFC");
	return cut(thinned.replace(/ {2,}/g, " ").trim(), size).trim();
}

/** Keeps of the marks on a letter what a living orthography puts there; joiners between them stay. */
function thin(_: string, base: string, run: string): string {
	if (base === "" || base === " ") return base;
	const kept = { stackable: 0, own: 0 };
	let last = "";
	let text = base;
	for (const mark of run) {
		if (mark !== "\u200C" && mark !== "\u200D") {
			if (mark === last || isFrame(mark, base) || isTooMany(mark, kept)) continue;
			last = mark;
		}
		text += mark;
	}
	return text;
}

/** Whether a mark is drawn around a letter, which is right for keycaps only. */
function isFrame(mark: string, base: string): boolean {
	return /\p{Me}/u.test(mark) && !(mark === "\u20E3" && /[0-9#*]/.test(base));
}

/** Counts a mark, and tells whether there are more of its kind than a letter carries. */
function isTooMany(mark: string, kept: { stackable: number; own: number }): boolean {
	return STACKABLE.test(mark) ? ++kept.stackable > MOST_STACKABLE : ++kept.own > MOST_OWN;
}

function cut(text: string, size: Size): string {
	if (text.length <= Math.min(size.graphemes, size.units)) return text;
	let end = 0;
	let taken = 0;
	for (const { segment } of graphemes.segment(text)) {
		if (taken === size.graphemes || end + segment.length > size.units) break;
		taken += 1;
		end += segment.length;
	}
	if (end > 0) return text.slice(0, end);
	return text.slice(0, size.units).replace(/[\uD800-\uDBFF]$/, ""); // one endless grapheme
}
