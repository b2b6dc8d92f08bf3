import { type Audience, audienceOf, type Invoker } from "../audience.ts";
import { phrase } from "../phrases/phrases.ts";
import type { Queryable } from "../store/queryable.ts";
import { hostRoles } from "../store/settings.ts";
import { UserError } from "../user-error.ts";

/**
 * Throws a `UserError` unless somebody may use what is for this audience. Discord hides commands by
 * `default_member_permissions`, but a server's admins can override that, so it is checked here as well.
 */
export async function requireAudience(invoker: Invoker, audience: Audience, db: Queryable): Promise<void> {
	if (audience === "everyone") return;
	const found = await audienceIn(db, invoker);
	if (found === "managers" || found === audience) return;
	throw new UserError(phrase(audience === "managers" ? "frame.forManagers" : "frame.forHosts"));
}

/** Whether somebody may use what is for hosts. */
export async function mayHost(invoker: Invoker, db: Queryable): Promise<boolean> {
	return (await audienceIn(db, invoker)) !== "everyone";
}

function audienceIn(db: Queryable, invoker: Invoker): Promise<Audience> {
	return audienceOf(invoker, () => hostRoles(db, invoker.guildId));
}
