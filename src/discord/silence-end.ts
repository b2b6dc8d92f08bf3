import { type Client, Events, type GatewayDispatchPayload } from "discord.js";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { snowflake } from "../snowflake.ts";

/** When to try again after a time-out has ended by our clock, which may be fast. */
const TRIES_AFTER_MS = [1_000, 3_000, 10_000, 30_000, 90_000];

const member = z.object({
	user: z.object({ id: snowflake }),
	communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
});
const changed = member.extend({ guild_id: snowflake });
const shown = z.object({ id: snowflake, members: z.array(z.unknown()) });

/**
 * Calls `onEnd` with a server in which Byname's own time-out has ended by itself: no packet tells of that. One that is
 * ended by somebody comes with a packet (`watch.ts`).
 */
export function awaitSilenceEnd(
	client: Client,
	{ clock, signal, onEnd }: { clock: Clock; signal: AbortSignal; onEnd(serverId: string): void },
): void {
	/** By server: what stops waiting there. */
	const waits = new Map<string, AbortController>();

	function take(serverId: string, data: z.infer<typeof member>): void {
		if (data.user.id !== client.user?.id) return;
		waits.get(serverId)?.abort();
		waits.delete(serverId);
		const until = Date.parse(data.communication_disabled_until ?? "");
		const isOver = Number.isNaN(until) || until + (TRIES_AFTER_MS.at(-1) ?? 0) < clock.now();
		if (isOver) return;
		const wait = new AbortController();
		waits.set(serverId, wait);
		void tryAfter(serverId, until, AbortSignal.any([signal, wait.signal]));
	}

	async function tryAfter(serverId: string, until: number, given: AbortSignal): Promise<void> {
		for (const after of TRIES_AFTER_MS) {
			while (!given.aborted && clock.now() < until + after) await clock.sleep(until + after - clock.now(), given);
			if (given.aborted) return;
			onEnd(serverId);
		}
	}

	client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
		for (const { serverId, data } of membersIn(packet)) take(serverId, data);
	});
}

/** The members of whom a packet tells, with their server; those that cannot be read are left out. */
function membersIn({ t, d }: GatewayDispatchPayload): { serverId: string; data: z.infer<typeof member> }[] {
	if (t === "GUILD_MEMBER_UPDATE") {
		const { data } = changed.safeParse(d);
		return data ? [{ serverId: data.guild_id, data }] : [];
	}
	const server = t === "GUILD_CREATE" ? shown.safeParse(d).data : undefined;
	return (server?.members ?? []).flatMap((one) => {
		const { data } = member.safeParse(one);
		return server && data ? [{ serverId: server.id, data }] : [];
	});
}
