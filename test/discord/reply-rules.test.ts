import { ComponentType } from "discord.js";
import { describe, expect, it } from "vitest";
import { brokenByForm, brokenByMessage, type SentComponent, type SentMessage } from "../../src/discord/reply-rules.ts";

const { ActionRow, Button, Container, Label, RoleSelect, Section, StringSelect, TextDisplay, TextInput } =
	ComponentType;
const PLAIN: SentMessage = { content: "Hi", parts: [], files: 0, isLayout: false };
const button = (custom_id: string): SentComponent => ({ type: Button, custom_id });
const row = (...components: SentComponent[]): SentComponent => ({ type: ActionRow, components });
const text = (content: string): SentComponent => ({ type: TextDisplay, content });
const options = (count: number, chosen = 0) =>
	Array.from({ length: count }, (_, index) => ({ value: String(index), default: index < chosen }));
const select = (part: Partial<SentComponent>): SentComponent => ({
	type: StringSelect,
	custom_id: "select",
	options: options(3),
	...part,
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(button(String(index))));
const plain = (change: Partial<SentMessage>): SentMessage => ({ ...PLAIN, ...change });
const layout = (parts: SentComponent[], change: Partial<SentMessage> = {}): SentMessage => ({
	...PLAIN,
	...{ content: "", parts, isLayout: true },
	...change,
});

describe("a message", () => {
	it.each<[title: string, message: SentMessage]>([
		["words", PLAIN],
		["2,000 emoji", plain({ content: "🎉".repeat(2_000) })],
		["a file alone", plain({ content: "", files: 1 })],
		["five rows of five buttons", plain({ parts: rows(5) })],
		[
			"a select with what is chosen already",
			plain({ parts: [row(select({ options: options(3, 2), max_values: 3 }))] }),
		],
		["roles chosen already", plain({ parts: [row({ type: RoleSelect, default_values: [1], min_values: 0 })] })],
		["a select that may stay empty", plain({ parts: [row(select({ min_values: 0 }))] })],
		["a layout", layout([{ type: Container, components: [text("x".repeat(4_000))] }])],
	])("may be %s", (_title, message) => {
		expect(brokenByMessage(message)).toEqual([]);
	});

	it.each<[broken: string, message: SentMessage]>([
		["2001 characters, at most 2000", plain({ content: "🎉".repeat(2_001) })],
		["nothing to show", plain({ content: " " })],
		["6 rows, at most 5", plain({ parts: rows(6) })],
		["11 files, at most 10", plain({ files: 11 })],
		["a part that only a layout may have", plain({ parts: [text("Hi")] })],
		["a layout with content", layout([text("Hi")], { content: "Hi" })],
		["nothing to show", layout([])],
		["4001 characters, at most 4000", layout([text("x".repeat(4_000)), text("y")])],
		["0 characters of a text, at least 1", layout([text("")])],
		["41 parts, at most 40", layout(Array.from({ length: 41 }, () => text("x")))],
		["a custom id that is there twice", plain({ parts: [row(button("a")), row(button("a"))] })],
		[
			"a custom id that is there twice",
			layout([{ type: Section, components: [text("Hi")], accessory: button("a") }, row(button("a"))]),
		],
		["101 characters in a custom id, at most 100", plain({ parts: [row(button("x".repeat(101)))] })],
		["0 parts in a row, at least 1", plain({ parts: [row()] })],
		["6 buttons in a row, at most 5", plain({ parts: [row(...[..."abcdef"].map(button))] })],
		["a row with something beside a select", plain({ parts: [row(button("a"), select({}))] })],
		["0 options, at least 1", plain({ parts: [row(select({ options: [], max_values: 0, min_values: 0 }))] })],
		["26 options, at most 25", plain({ parts: [row(select({ options: options(26) }))] })],
		["4 values to choose, at most 3", plain({ parts: [row(select({ max_values: 4 }))] })],
		["2 values to choose at least, at most 1", plain({ parts: [row(select({ min_values: 2 }))] })],
		["2 options chosen beforehand, at most 1", plain({ parts: [row(select({ options: options(3, 2) }))] })],
		[
			"1 options chosen beforehand, at least 2",
			plain({ parts: [row(select({ options: options(3, 1), min_values: 2, max_values: 3 }))] }),
		],
		["an option that is there twice", plain({ parts: [row(select({ options: [{ value: "a" }, { value: "a" }] }))] })],
		["2 options chosen beforehand, at most 1", plain({ parts: [row({ type: RoleSelect, default_values: [1, 2] })] })],
	])("is found to break a rule: %s", (broken, message) => {
		expect(brokenByMessage(message)).toEqual([broken]);
	});
});

describe("a form", () => {
	const field = (part: Partial<SentComponent> = {}): SentComponent => ({
		type: Label,
		component: { type: TextInput, custom_id: "words", ...part },
	});
	const form = { custom_id: "form", title: "Feedback", components: [field()] };

	it("may have a field, and a choice that may be left out", () => {
		const choice = { type: Label, component: select({ min_values: 0, required: false }) };
		expect(brokenByForm({ ...form, components: [field({ value: "🎉".repeat(4_000) }), choice] })).toEqual([]);
	});

	it.each<[broken: string, change: Partial<typeof form>]>([
		["0 characters in the title, at least 1", { title: "" }],
		["46 characters in the title, at most 45", { title: "x".repeat(46) }],
		["101 characters in the form's custom id, at most 100", { custom_id: "x".repeat(101) }],
		["0 parts, at least 1", { components: [] }],
		["6 parts, at most 5", { components: [..."abcdef"].map((custom_id) => field({ custom_id })) }],
		["a custom id that is there twice", { components: [field(), field()] }],
		["4001 characters in a field, at most 4000", { components: [field({ value: "x".repeat(4_001) })] }],
		["a required choice of nothing", { components: [{ type: Label, component: select({ min_values: 0 }) }] }],
	])("is found to break a rule: %s", (broken, change) => {
		expect(brokenByForm({ ...form, ...change })).toEqual([broken]);
	});
});
