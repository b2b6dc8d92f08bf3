import { IntlMessageFormat } from "intl-messageformat";

/** A parsed ICU message. */
export type Elements = ReturnType<IntlMessageFormat["getAst"]>;
/** One part of it. */
export type Element = Elements[number];

/** What `{x, select, …}` on a text placeholder chooses by: whether there is anything to say. */
export type Given = "none" | "some";

/** The name under which a text placeholder's `Given` is passed in. */
export const givenKey = (placeholder: string): string => `${placeholder}?`;

const MOST_COMPILED = 1000;
const compiled = new Map<string, IntlMessageFormat>();

/** Reads a text. Throws a SyntaxError with the parser's code as message and a `location`. */
export function parse(source: string, tag: string): IntlMessageFormat {
	// U+FDD0 to U+FDD3 stand for names, the time of day and the recap while a message is composed. Tags are for web pages: here `<` is a `<`.
	return new IntlMessageFormat(source.replace(/[\uFDD0-\uFDD3]/g, ""), tag, undefined, { ignoreTag: true });
}

/** A text ready to be rendered, from a cache that keeps the last thousand. */
export function compile(source: string, tag: string): IntlMessageFormat {
	const key = `${tag}\n${source}`;
	const found = compiled.get(key);
	if (found !== undefined) return found;
	const format = parse(source, tag);
	chooseByGiven(format.getAst());
	const oldest = compiled.size >= MOST_COMPILED ? compiled.keys().next().value : undefined;
	if (oldest !== undefined) compiled.delete(oldest);
	compiled.set(key, format);
	return format;
}

function chooseByGiven(elements: Elements): void {
	for (const element of elements) {
		if (!("options" in element)) continue;
		if (isSelect(element) && !isNumeric(element.value)) element.value = givenKey(element.value);
		for (const option of Object.values(element.options)) chooseByGiven(option.value);
	}
}

const NUMERIC = ["minutes", "visits", "people"] as const;
/** A placeholder that carries a number. */
export type NumericPlaceholder = (typeof NUMERIC)[number];

/** Whether a placeholder carries a number, so that plurals work on it. */
export const isNumeric = (placeholder: string): boolean => NUMERIC.some((one) => one === placeholder);

/** Whether an element is `{x, select, …}`, as opposed to a plural. */
export const isSelect = (element: Element): boolean => "options" in element && !("pluralType" in element);

/** Literal text and bare `{x}` look alike but for a number in the parser's tree. */
export const isLiteral = (element: Element): boolean => element.type === 0;
