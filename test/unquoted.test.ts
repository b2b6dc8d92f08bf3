import { DiscordAPIError } from "discord.js";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.ts";
import { unquoted } from "../src/unquoted.ts";

/** Somebody whose name is hard to find in a message. */
const NAME = `Maya "O'Neil' \n    at Maya (file:///maya.ts:1:1)`;

function thrownBy(act: () => unknown): Error {
	try {
		act();
	} catch (error) {
		if (error instanceof Error) return error;
	}
	throw new Error("nothing was thrown");
}

function postgresError(message: string): Error {
	return Object.assign(new pg.DatabaseError(message, 1, "error"), {
		code: "23505",
		detail: `Key (name)=(${NAME}) already exists.`,
		where: NAME,
		severity: "ERROR",
		constraint: "greeting_name",
	});
}

const discordError = () =>
	new DiscordAPIError(
		{
			code: 50035,
			message: "Invalid Form Body",
			errors: { content: { _errors: [{ code: "X", message: `"${NAME}"` }] } },
		},
		50035,
		400,
		"POST",
		`https://discord.com/${NAME}`,
		{ body: { content: NAME }, files: undefined },
	);

const ERRORS: [title: string, error: () => unknown][] = [
	["JSON that begins with it", () => thrownBy(() => JSON.parse(`${NAME} is here`))],
	["JSON that breaks off", () => thrownBy(() => JSON.parse(`{"name":"${NAME}`))],
	["JSON with a wrong mark", () => thrownBy(() => JSON.parse(`{"name":'${NAME}'}`))],
	["a number of PostgreSQL's", () => postgresError(`invalid input syntax for type bigint: "${NAME}"`)],
	["a key of PostgreSQL's", () => postgresError("duplicate key value violates unique constraint")],
	["a refusal of Discord's", discordError],
	["a time zone", () => thrownBy(() => new Intl.DateTimeFormat("en", { timeZone: NAME }))],
	["a regular expression", () => thrownBy(() => new RegExp(`(${NAME}`))],
	["an argument of Node's", () => thrownBy(() => Buffer.from(Object.assign(() => 0, { value: NAME }) as never))],
	["an address", () => thrownBy(() => new URL(NAME))],
	["a cause", () => new Error("it failed", { cause: thrownBy(() => JSON.parse(NAME)) })],
	["several errors", () => new AggregateError([thrownBy(() => JSON.parse(NAME))], "all failed")],
	["no error at all", () => ({ name: NAME })],
	["a text", () => `cannot read "${NAME}"`],
];

describe("the log", () => {
	it.each(ERRORS)("holds no name that an error quotes: %s", (_title, error) => {
		const lines: string[] = [];
		createLog("info", { write: (line) => void lines.push(line) }).error({ err: error() }, "it failed");
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toContain("Maya");
		expect(lines[0]).not.toContain("Neil");
	});

	it("says what kind of error it was, its codes, and where it was thrown", () => {
		const lines: string[] = [];
		createLog("info", { write: (line) => void lines.push(line) }).error({ err: discordError() }, "it failed");
		const { err } = JSON.parse(lines[0] ?? "");
		expect(err).toMatchObject({ type: "DiscordAPIError", code: 50035, status: 400, method: "POST" });
		expect(err.message).toMatch(/^Invalid Form Body/);
		expect(err.stack).toMatch(/^ {4}at discordError \(.*unquoted\.test\.ts:\d+:\d+\)$/m);
	});

	it.each(["reason", "warning"])("holds no name that a %s quotes", (key) => {
		const lines: string[] = [];
		const log = createLog("info", { write: (line) => void lines.push(line) });
		log.warn({ [key]: `Unexpected token 'M', "${NAME}" is not valid JSON` }, "it failed");
		log.warn(
			{ outcome: { kind: "unknown", [key]: `Unexpected token 'M', "${NAME}"`, reason: `"${NAME}"` } },
			"it failed",
		);
		expect(lines[0]).not.toContain("Neil");
	});
});

describe("unquoted", () => {
	it.each([
		["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED 127.0.0.1:5432"],
		["Cannot read properties of null (reading 'id')", "Cannot read properties of null (reading 'id')"],
		["Discord doesn't answer, and can't", "Discord doesn't answer, and can't"],
		["database is locked", "database is locked"],
		[`Unexpected token 'M', "Maya" is not valid JSON`, "Unexpected token …, … is not valid JSON"],
		["Invalid time zone specified: Maya", "Invalid time zone specified: …"],
	])("makes %j %j", (message, left) => {
		expect(unquoted(message)).toBe(left);
	});
});
