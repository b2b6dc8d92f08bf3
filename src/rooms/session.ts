import type { Identity } from "./reason.ts";

/** An open session as this process knows it: always behind what is stored, never ahead. */
export interface Session extends Identity {
	id: string;
	serverId: string;
	roomId: string;
	hostId: string | null;
	title: string;
	startsAt: number;
	/** When it opened last. */
	openedAt: number;
	note: string | null;
	recap: string | null;
}

/** What changes of a session that is on. */
export type SessionChange = Partial<Omit<Session, "id" | "serverId" | "roomId">>;
