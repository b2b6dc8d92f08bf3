import type { Role } from "./attendance.ts";

/** What a role column says somebody was; whatever is not known to run the webinar attends it. */
export function roleOf(text: string): Role {
	if (/\bco-?\s?(host|organi[sz]er)/i.test(text)) return "panelist";
	if (/\b(host|organi[sz]er|instructor)\b/i.test(text)) return "host";
	return /\b(panell?ist|presenter|speaker|moderator|producer|staff)\b/i.test(text) ? "panelist" : "attendee";
}

const RANK: Record<Role, number> = { attendee: 0, panelist: 1, host: 2 };

/** The role that counts when one person has two: hosts and panelists often also turn up as attendees. */
export function higherRole(a: Role, b: Role): Role {
	return RANK[a] >= RANK[b] ? a : b;
}
