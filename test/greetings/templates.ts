import fc from "fast-check";
import { isNumeric } from "../../src/greetings/template.ts";
import { PLACEHOLDERS } from "../../src/greetings/texts.ts";

const BINARY = fc.string({ unit: "binary", maxLength: 12 });
const ODD = fc.oneof(
	BINARY,
	fc.constantFrom(
		"\0",
		"\ud800",
		"\udfff",
		"🙂",
		"𝒩",
		"\u202E",
		"'",
		"''",
		"{",
		"}",
		"#",
		"|",
		"<b>",
		"@everyone",
		"\n",
	),
);
const SKELETONS = [
	...["scale/1e300", "scale/1e400", "scale/0", "scale/-1", "scale/x", "scale/1e9", "scale/0.0001", "percent scale/100"],
	...["percent", "permille", "compact-short", "compact-long", "scientific", "engineering", "E0", "EE+?000", "K", "KK"],
	...["currency/USD", "currency/XXX", "currency/€", "unit/minute", "unit/parsec", "measure-unit/length-meter"],
	...[
		".00",
		".##",
		".00*",
		"@@@",
		"@##",
		".0/w",
		"000",
		"integer-width/+000",
		"integer-width/##0",
		"precision-integer",
	],
	...["sign-always", "()!", "+?", "group-off", ",_", ",!", "numbering-system/arab", "latin", "unit-width-full-name"],
	...[`.${"0".repeat(20)}`, `.${"0".repeat(90)}`, "0".repeat(21), "0".repeat(60), "@".repeat(30)],
];
const number = fc.constantFrom(...PLACEHOLDERS.filter(isNumeric));
const words = fc.constantFrom(...PLACEHOLDERS.filter((one) => !isNumeric(one)));
const skeleton = fc
	.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...SKELETONS) }, ODD), { minLength: 1, maxLength: 3 })
	.map((stems) => `::${stems.join(" ")}`);
const style = fc.oneof(skeleton, fc.constantFrom("percent", "integer", "currency", "short"));

const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
	message: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
	part: fc.oneof(
		{ depthSize: "large", maxDepth: 8 },
		fc.constantFrom("Hello, ", "{name}", "{name}", "{mention}", "{note}", " — ", "# ", "it’s "),
		fc.constantFrom(...PLACEHOLDERS).map((one) => `{${one}}`),
		ODD,
		fc.tuple(number, fc.constantFrom("number", "date", "time"), style).map((parts) => `{${parts.join(", ")}}`),
		fc
			.tuple(number, fc.constantFrom("plural", "selectordinal"), fc.constantFrom("", "offset:1 ", "offset:999999999 "))
			.chain(([of, how, offset]) =>
				fc
					.tuple(tie("message"), tie("message"))
					.map(([one, other]) => `{${of}, ${how}, ${offset}one {${one}} =0 {${other}#} other {${other}}}`),
			),
		fc
			.tuple(words, tie("message"), tie("message"))
			.map(([of, none, other]) => `{${of}, select, none {${none}} other {${other}}}`),
	),
}));

/** A branch in a branch in a branch, as many times. */
const nested = fc
	.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom("{visits, plural, other {", "{recap, select, other {"))
	.map(([depth, opening]) => `${opening.repeat(depth)}{name}${"}}".repeat(depth)}`);
const huge = fc.tuple(message, fc.integer({ min: 2, max: 400 })).map(([one, times]) => one.repeat(times));
const garbled = fc
	.tuple(message, fc.nat(200), fc.nat(3), ODD)
	.map(([one, at, gone, put]) => one.slice(0, at) + put + one.slice(at + gone));

/** What a host may type for a text: as it should be, with parts garbled, deeply nested, huge, or anything at all. */
export const template = fc.oneof(
	{ weight: 5, arbitrary: message.map((one) => `{name} ${one}`) },
	{ weight: 3, arbitrary: message },
	{ weight: 3, arbitrary: garbled },
	{ weight: 1, arbitrary: nested },
	{ weight: 1, arbitrary: huge },
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
