import type { Role } from "./attendance.ts";
import { says } from "./words.ts";

/** What a cell says somebody was; null when it is not known. An empty cell says that they attend. */
export function roleOf(text: string): Role | null {
	if (text === "") return "attendee";
	if (says(text, "panelist")) return "panelist";
	if (says(text, "host")) return "host";
	if (says(text, "attendee")) return "attendee";
	return roleAmong(text.split(/[\s,;/|()-]+/).filter(Boolean));
}

/** A role of several words, such as "Guest Speaker" or "Host, Presenter": the highest of them counts. */
function roleAmong(words: string[]): Role | null {
	const isCo = words.some((word) => /^co$/i.test(word));
	const roles = words.flatMap((word): Role[] => {
		if (says(word, "panelist")) return ["panelist"];
		if (says(word, "host")) return [isCo ? "panelist" : "host"];
		return says(word, "attendee") ? ["attendee"] : [];
	});
	return roles.length > 0 ? roles.reduce(higherRole) : null;
}

const RANK: Record<Role, number> = { attendee: 0, panelist: 1, host: 2 };

/** The role that counts when one person has two: hosts and panelists often also turn up as attendees. */
export function higherRole(a: Role, b: Role): Role {
	return RANK[a] >= RANK[b] ? a : b;
}
