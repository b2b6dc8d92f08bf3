import type { OverwriteType } from "discord-api-types/v10";

/** A role; `@everyone` is the one whose id is the server's. */
export interface SimRole {
	id: string;
	name: string;
	permissions: bigint;
	managed: boolean;
}

/** One exception a room makes, for a role or a member. */
export interface Overwrite {
	id: string;
	type: OverwriteType;
	allow: bigint;
	deny: bigint;
}
