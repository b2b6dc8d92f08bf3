/** Discord's error codes that the simulator answers with, and their sentences (topics/opcodes-and-status-codes). */
const ERRORS = {
	0: [401, "401: Unauthorized"],
	10003: [404, "Unknown Channel"],
	10004: [404, "Unknown Guild"],
	10007: [404, "Unknown Member"],
	10008: [404, "Unknown Message"],
	10013: [404, "Unknown User"],
	10015: [404, "Unknown Webhook"],
	10062: [404, "Unknown interaction"],
	10063: [404, "Unknown application command"],
	10065: [404, "Unknown Voice State"],
	10070: [404, "Unknown Guild Scheduled Event"],
	20012: [403, "You are not authorized to perform this action on this application"],
	30032: [400, "Maximum number of application commands reached (100)"],
	40060: [400, "Interaction has already been acknowledged."],
	40333: [403, "internal network error"],
	50001: [403, "Missing Access"],
	50005: [403, "Cannot edit a message authored by another user"],
	50006: [400, "Cannot send an empty message"],
	50007: [403, "Cannot send messages to this user"],
	50013: [403, "Missing Permissions"],
	50027: [401, "Invalid Webhook Token"],
	50035: [400, "Invalid Form Body"],
	50041: [400, "Invalid API version"],
	50109: [400, "The request body contains invalid JSON."],
	200000: [400, "Message was blocked by automatic moderation"],
} as const satisfies Record<number, [status: number, message: string]>;

/** A leaf of the `errors` object. */
export interface FieldError {
	path: PropertyKey[];
	code: string;
	message: string;
}

/** A refusal in Discord's words; the REST side turns it into the answer. */
export class ApiError extends Error {
	readonly status: number;
	readonly body: { message: string; code: number; errors?: object };

	constructor(code: keyof typeof ERRORS, fields?: FieldError[]) {
		const [status, message] = ERRORS[code];
		super(message);
		this.status = status;
		this.body = { message, code, ...(fields && { errors: nested(fields) }) };
	}
}

/** Refuses a body whose fields are wrong; does nothing where none is. */
export function refuse(fields: FieldError[]): void {
	if (fields.length > 0) throw new ApiError(50035, fields);
}

/** A route that does not exist answers like this. */
export const NOT_FOUND = { status: 404, body: { message: "404: Not Found", code: 0 } };

/** Discord's shape for errors by field: `{ content: { _errors: [{ code, message }] } }`. */
function nested(fields: FieldError[]): object {
	const root: Record<string, unknown> = {};
	for (const { path, code, message } of fields) {
		let node = root;
		for (const key of path) {
			const next = (node[String(key)] ?? {}) as Record<string, unknown>;
			node[String(key)] = next;
			node = next;
		}
		node._errors = [...((node._errors as unknown[]) ?? []), { code, message }];
	}
	return root;
}
