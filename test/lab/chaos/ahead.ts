import type { Epoch } from "./epoch.ts";

/** Whether something is so; `perhaps`: nobody could tell. */
export type Certainty = "yes" | "no" | "perhaps";

/**
 * Whether a stage that is opened by hand is opened ahead of what is scheduled in its room, and so held for it. Who did not
 * see it open goes by what is scheduled when they see it.
 */
export function opensAhead({ sure, openedAt, starts }: Epoch): Certainty {
	const counted = sure ? starts.filter(({ from }) => from <= openedAt) : starts;
	if (counted.every(({ at }) => at === null)) return "no";
	return counted.every(({ at }) => at !== null) ? "yes" : "perhaps";
}

/** Whether a session was held for what is scheduled: once it is, it stays so. What is moved into its hour may make it so. */
export function wasAhead(session: readonly Epoch[]): Certainty {
	if (session.some((epoch) => opensAhead(epoch) === "yes")) return "yes";
	return session.some(({ starts }) => starts.some(({ at }) => at !== null)) ? "perhaps" : "no";
}
