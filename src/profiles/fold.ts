/** Marks on these letters are left out by many who type, and do not tell one word from another: é, ё, أ. */
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;
/** Letters with a stroke, and others that Unicode does not take apart. */
const WHOLE: Record<string, string> = { ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

/**
 * As text is compared: letters of one width and case, and without marks where they can be left out. In Hindi, Thai or
 * Japanese a mark is a vowel or another consonant, so there they stay.
 */
export function plain(text: string): string {
	const apart = text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{Cf}/gu, "");
	return apart.replace(MARKED, "$1").replace(/[øđðłıßæœþ]/g, (letter) => WHOLE[letter] ?? letter);
}

/** Words as they are compared: `plain`, and whatever stands between them is one space. */
export function fold(text: string): string {
	return foldAll([text.replaceAll("\n", " ")])[0] ?? "";
}

/** The same of many, each once; much quicker than one by one. None has a line feed in it. */
export function foldAll(texts: readonly string[]): string[] {
	const words = plain(texts.join("\n")).replace(/[^\p{L}\p{N}\p{M}\n]+/gu, " ");
	return [...new Set(words.split("\n").map((text) => text.trim()))];
}
