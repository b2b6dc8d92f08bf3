import type { GetICUArgs } from "@schummar/icu-type-parser";
import type { ENGLISH } from "./en.ts";

/** The phrases by part; English has them all. */
export type English = typeof ENGLISH;

/** What names a phrase, from its part inwards: `session.end.question`. */
export type PhraseKey = KeysIn<English>;

/** What a phrase has to be given, as its English asks for it: numbers for plurals, words or further phrases for all else. */
export type ValuesOf<K extends PhraseKey> = ValuesIn<SourceIn<English, K>>;

/** Something to say, before it is known in which language. */
export type Phrase =
	| { kind: "phrase"; key: PhraseKey; values: Readonly<Record<string, Value>> }
	/** Several, joined as the language lists things: "Maya and Sunil", "Maya or Sunil". */
	| { kind: "and" | "or"; items: readonly Value[] }
	/** One below the other. */
	| { kind: "lines"; items: readonly Value[] };

/** What may stand in a phrase: words as they are, a number, or a further phrase. */
export type Value = string | number | Phrase;

/** What `say` is given besides the key: nothing for a phrase without placeholders. */
export type Filling<K extends PhraseKey> = keyof ValuesOf<K> extends never ? [] : [values: ValuesOf<K>];

/** A phrase without placeholders. */
export type PlainKey = { [K in PhraseKey]: keyof ValuesOf<K> extends never ? K : never }[PhraseKey];

/** A translation of a part: of its phrases, those that there are, each with the placeholders of the English one. */
export type Faithful<E, T> = {
	[N in keyof T]: N extends keyof E
		? E[N] extends string
			? T[N] extends string
				? FaithfulPhrase<E[N], T[N]>
				: Wrong<"English has one phrase here">
			: T[N] extends string
				? Wrong<"English has several phrases here">
				: Faithful<E[N], T[N]>
		: Wrong<"English has no such phrase">;
};

type FaithfulPhrase<E extends string, T extends string> =
	Signature<T> extends Signature<E>
		? Signature<E> extends Signature<T>
			? T
			: Wrong<"English has no such placeholder, or not of this kind">
		: Wrong<"A placeholder of the English phrase is missing, or of another kind">;

/** What the compiler says, for nothing is of this type. */
interface Wrong<Message extends string> {
	readonly wrong: Message;
}

/** Which placeholders a phrase has, and which of them are numbers. */
type Signature<T extends string> = { [N in NamesIn<ValuesIn<T>>]: KindOf<ValuesIn<T>, N> };
type NamesIn<Values> = Values extends Values ? keyof Values : never;
type KindOf<Values, N extends PropertyKey> =
	Values extends Record<N, infer V> ? (V extends number ? "number" : "words") : never;

type ValuesIn<Source extends string> = GetICUArgs<
	Source,
	{ ICUArgument: string | Phrase; ICUNumberArgument: number; ICUDateArgument: never }
>;

type KeysIn<T> = {
	[N in keyof T & string]: T[N] extends string ? N : `${N}.${KeysIn<T[N]>}`;
}[keyof T & string];

type SourceIn<T, K extends string> = K extends keyof T
	? Extract<T[K], string>
	: K extends `${infer N}.${infer Rest}`
		? N extends keyof T
			? SourceIn<T[N], Rest>
			: never
		: never;
