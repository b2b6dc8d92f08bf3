import { snowflake } from "./snowflake.ts";

/** The id of the bot whose token this is: its first part, encoded. Null when there is none; Discord will not take that token. */
export function botIdOf(token: string): string | null {
	const [part = ""] = token.split(".");
	const { success, data } = snowflake.safeParse(Buffer.from(part, "base64url").toString());
	return success ? data : null;
}
