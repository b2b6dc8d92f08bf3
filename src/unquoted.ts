import type { ZodError } from "zod";

/** Longer messages are somebody's page or body rather than a reason. */
const LONGEST = 500;

/** From a quotation mark to the last of its kind, because what is quoted may have some itself. */
const QUOTES: readonly RegExp[] = [/["“][\s\S]*["”]/, /(?<![\p{L}\d])'[\s\S]*'/u, /`[\s\S]*`/];
/** Where a value follows without marks, as in V8's "Invalid time zone specified: …". */
const TAIL = /^((?:Invalid|Incorrect|Unsupported|Unexpected) [a-z ]+: )[\s\S]+/;
/** A property of our own code, which says where to look. */
const PROPERTY = /\((reading|setting) '[\w$]{1,40}'\)/;

/** The message of an error without what it quotes, which may be somebody's name or words. */
export function unquoted(message: string): string {
	const property = PROPERTY.exec(message)?.[0] ?? "";
	let left = property ? message.replace(property, "") : message;
	for (const quote of QUOTES) left = left.replace(quote, "…");
	left = left.replace(TAIL, "$1…").trim() + (property && ` ${property}`);
	return left.length > LONGEST ? `${left.slice(0, LONGEST)}…` : left;
}

/** What a schema has against something, a line for each problem; nothing of the thing itself. */
export function problemsIn({ issues }: Pick<ZodError, "issues">): string[] {
	return issues.map(({ path, message }) => `${path.join(".")}: ${unquoted(message)}`);
}

/** What of an error says where and why, and nothing of what it was about. */
const PLAIN = ["code", "errcode", "errno", "syscall", "status", "method", "severity", "routine", "constraint"] as const;
const A_WORD = /^[\w.-]{1,64}$/;
const A_FRAME = /^ {4}at [^"]*:\d+:\d+\)?$/;
/** Causes have causes. */
const DEEPEST = 4;

/** An error as it may be logged: its message quotes nothing, and bodies, details and addresses are left out. */
export interface PlainError {
	type: string;
	message: string;
	/** Where it was thrown, without the message that heads the stack of an `Error`. */
	stack?: string;
	cause?: PlainError;
	errors?: PlainError[];
}

/** An error without what it quotes. */
export function plainError(error: unknown, depth = 1): PlainError {
	if (!(error instanceof Error)) {
		return { type: typeof error, message: typeof error === "string" ? unquoted(error) : "" };
	}
	const { cause } = error;
	const several: unknown = "errors" in error ? error.errors : undefined;
	const goesOn = depth < DEEPEST;
	return {
		type: error.constructor.name,
		message: unquoted(error.message),
		...wordsOf(error),
		stack: framesOf(error),
		...(cause !== undefined && goesOn && { cause: plainError(cause, depth + 1) }),
		...(Array.isArray(several) && goesOn && { errors: several.map((one) => plainError(one, depth + 1)) }),
	};
}

/** The same as text, with the frames of its stack. */
export function textOf(error: unknown): string {
	const { type, message, stack } = plainError(error);
	return [`${type}: ${message}`, ...(stack ? [stack] : [])].join("\n");
}

function wordsOf(error: Error): Record<string, string | number> {
	const words: Record<string, string | number> = {};
	for (const key of PLAIN) {
		const value: unknown = Reflect.get(error, key);
		if (typeof value === "number" || (typeof value === "string" && A_WORD.test(value))) words[key] = value;
	}
	return words;
}

function framesOf({ stack = "", message }: Error): string {
	const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
	return after
		.split("\n")
		.filter((line) => A_FRAME.test(line))
		.join("\n");
}
