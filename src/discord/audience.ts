import { type Audience, type Invoker, type Rank, rankOf } from "../audience.ts";
import { phrase } from "../phrases/phrases.ts";
import { leadsOn } from "../store/panel.ts";
import type { Queryable } from "../store/queryable.ts";
import { hostRoles } from "../store/settings.ts";
import { UserError } from "../user-error.ts";

/**
 * Throws a `UserError` unless somebody may use what is for this audience. Discord hides commands by
 * `default_member_permissions`, but a server's admins can override that, so it is checked here as well.
 */
export async function requireAudience(invoker: Invoker, audience: Audience, db: Queryable): Promise<void> {
	if (audience === "everyone") return;
	const rank = await rankIn(db, invoker);
	if (rank === "managers") return;
	if (audience === "managers") throw new UserError(phrase("frame.forManagers"));
	if (rank === "hosts") return;
	if (audience === "leaders" && (await leadsOn(db, invoker.guildId, invoker.member.id))) return;
	throw new UserError(phrase("frame.forHosts"));
}

/** Whether somebody may use what is for hosts. */
export async function mayHost(invoker: Invoker, db: Queryable): Promise<boolean> {
	return (await rankIn(db, invoker)) !== "everyone";
}

function rankIn(db: Queryable, invoker: Invoker): Promise<Rank> {
	return rankOf(invoker, () => hostRoles(db, invoker.guildId));
}
