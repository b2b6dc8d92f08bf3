import type * as z from "zod";
import type { ZodMiniType } from "zod/mini";
import { charactersIn } from "./characters.ts";
import { ApiError, type FieldError } from "./errors.ts";

type Issue = z.core.$ZodIssue;

/** Checks a body with one of Discord's own schemas; throws what Discord would answer. `prefix` is where the body sits in the request. */
export function checkSchema(schema: ZodMiniType, body: unknown, prefix: PropertyKey[] = []): void {
	const result = schema.safeParse(body, { reportInput: true });
	const errors = result.success ? [] : fieldErrors(result.error.issues, prefix);
	if (errors.length > 0) throw new ApiError(50035, errors);
}

function fieldErrors(issues: Issue[], prefix: PropertyKey[] = []): FieldError[] {
	return issues.filter(isReal).flatMap((issue) => {
		const path = [...prefix, ...issue.path];
		return issue.code === "invalid_union" ? fieldErrors(closest(issue.errors), path) : [{ path, ...wording(issue) }];
	});
}

/** The schemas count UTF-16 units, Discord counts characters. */
function isReal(issue: Issue): boolean {
	const isLong = issue.code === "too_big" && issue.origin === "string" && typeof issue.input === "string";
	return !(isLong && charactersIn(issue.input as string) <= Number(issue.maximum));
}

/** Of the shapes a union offers, the one that was meant: its `type` fits, and the fewest fields are wrong. */
function closest(branches: Issue[][]): Issue[] {
	const meant = branches.filter((issues) => !issues.some(({ path }) => path.length === 1 && path[0] === "type"));
	const candidates = meant.length > 0 ? meant : branches;
	return candidates.reduce((best, issues) => (issues.length < best.length ? issues : best), candidates[0] ?? []);
}

function wording(issue: Issue): { code: string; message: string } {
	const isText = issue.code !== "invalid_type" && "origin" in issue && issue.origin === "string";
	switch (issue.code) {
		case "too_big":
			return isText
				? { code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${issue.maximum} or fewer in length.` }
				: issue.origin === "array"
					? { code: "BASE_TYPE_BAD_LENGTH", message: `Must be between 0 and ${issue.maximum} in length.` }
					: { code: "NUMBER_TYPE_MAX", message: `Value should be less than or equal to ${issue.maximum}.` };
		case "too_small":
			return isText || issue.origin === "array"
				? { code: "BASE_TYPE_MIN_LENGTH", message: `Must be ${issue.minimum} or more in length.` }
				: { code: "NUMBER_TYPE_MIN", message: `Value should be greater than or equal to ${issue.minimum}.` };
		case "invalid_value":
			return { code: "BASE_TYPE_CHOICES", message: `Value must be one of (${issue.values.map(String).join(", ")}).` };
		case "invalid_type":
			return issue.input === undefined
				? { code: "BASE_TYPE_REQUIRED", message: "This field is required" }
				: {
						code: `${issue.expected.toUpperCase()}_TYPE_CONVERT`,
						message: `Could not interpret value as ${issue.expected}.`,
					};
		default:
			return { code: "BASE_TYPE_INVALID", message: issue.message };
	}
}
