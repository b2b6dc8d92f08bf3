import type { Identity } from "./reason.ts";

/** An open session as this process knows it. It changes only after the store has. */
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

/** What can change in an open session. */
export type SessionChange = Partial<Omit<Session, "id" | "serverId" | "roomId">>;
