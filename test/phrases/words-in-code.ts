import { parseAst } from "vitest/node";

/** What reads like words in a program. `…` stands where a template puts values in. */
export interface WordsInCode {
	/** Strings and templates of two words or more, but for those that nobody reads in Discord. */
	words: string[];
	/** Strings that are types, such as `"timed out"` in a union: they tell things apart and are not shown. */
	types: string[];
}

interface Node {
	type: string;
	[part: string]: unknown;
}

/** Finds the words in a program, without those of logs, of errors other than `UserError`, and of SQL. */
export function findWords(code: string): WordsInCode {
	const found: WordsInCode = { words: [], types: [] };

	function look(part: unknown): void {
		if (Array.isArray(part)) part.forEach(look);
		else if (isNode(part)) lookAt(part);
	}

	function lookAt(node: Node): void {
		if (node.type === "TSLiteralType") {
			found.types.push(...textsOf(node.literal));
		} else if (!isUnread(node)) {
			found.words.push(...textsOf(node).filter(hasWords));
			Object.values(node).forEach(look);
		}
	}

	look(parseAst(code, { lang: "ts" }));
	return found;
}

function textsOf(part: unknown): string[] {
	if (!isNode(part)) return [];
	if (part.type === "Literal" && typeof part.value === "string") return [part.value];
	if (part.type !== "TemplateLiteral") return [];
	const quasis = part.quasis as { value: { cooked: string } }[];
	return [quasis.map(({ value }) => value.cooked).join("…")];
}

/** What ICU MessageFormat reads itself: `{visits, plural, one {` and `other {`. */
const SYNTAX = /\{\s*\w+\s*,\s*(select|plural|selectordinal|number)\b|\b(none|zero|one|two|few|many|other)\s*(?=\{)/g;

function hasWords(text: string): boolean {
	const words = text
		.replace(SYNTAX, " ")
		.split(/[\s…]+/)
		.map((word) => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""));
	return words.filter((word) => /^(I|\p{L}[\p{L}\p{M}'’-]+)$/u.test(word)).length > 1;
}

/** Whether nobody in Discord reads what stands in there. */
function isUnread(node: Node): boolean {
	switch (node.type) {
		case "ImportDeclaration":
			return true;
		case "CallExpression":
			return isNode(node.callee) && (node.callee.type === "Super" || isOfLog(node.callee));
		case "ThrowStatement":
			return isNode(node.argument) && node.argument.type === "NewExpression" && isPlain(node.argument);
		case "NewExpression":
			return nameOf(node.callee).endsWith("Error") && isPlain(node);
		case "TaggedTemplateExpression":
			return nameOf(node.tag) === "sql";
		default:
			return false;
	}
}

/** `log.warn`, `context.log.warn` */
function isOfLog(callee: Node): boolean {
	return callee.type === "MemberExpression" && nameOf(callee.object) === "log";
}

function isPlain({ callee }: Node): boolean {
	return nameOf(callee) !== "UserError";
}

/** The last name in `a`, `b.a` or `this.#a`. */
function nameOf(part: unknown): string {
	if (!isNode(part)) return "";
	if (part.type === "MemberExpression") return nameOf(part.property);
	return typeof part.name === "string" ? part.name : "";
}

function isNode(part: unknown): part is Node {
	return typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";
}
