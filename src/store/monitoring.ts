import type { ExpressionBuilder } from "kysely";
import { isRipe } from "./outbox.ts";
import type { Queryable } from "./queryable.ts";
import type { Schema } from "./schema.ts";

/** What waits to be said in a channel. */
export interface Waiting {
	channelId: string;
	/** Greetings that no message carries yet; those that may be said now, and those whose host wants time to pass first: a delay, or the pace. */
	due: number;
	later: number;
	/** Greetings in messages that are not known to be posted. */
	frozen: number;
	/** Since when the oldest of them could have been said; null when all are for later. */
	since: number | null;
}

/** When a greeting could have been said, as `sayableAt` in SQL. */
function sayable(e: ExpressionBuilder<Schema, "greeting">) {
	return e.fn.coalesce("greeting.ripe_at", "greeting.due_at", "greeting.arrived_at");
}

/** Whether a greeting is for later: its time has not come, or its host's pace keeps it. */
function isForLater(e: ExpressionBuilder<Schema, "greeting">, now: number) {
	return e.or([e.not(isRipe(e, now)), e("ripe_at", ">", now)]);
}

/** Reads what waits to be said, channel by channel. Looks at nothing else, so it costs little however much is stored. */
export async function outbox(db: Queryable, now: number): Promise<Waiting[]> {
	const loose = await db
		.selectFrom("greeting")
		.select((e) => [
			"channel_id",
			e.fn.countAll<number>().as("all"),
			e.fn.count<number>(e.case().when(isForLater(e, now)).then(1).end()).as("later"),
			e.fn.min<number | null>(e.case().when(isForLater(e, now)).then(null).else(sayable(e)).end()).as("since"),
		])
		.where("message_id", "is", null)
		.groupBy("channel_id")
		.execute();
	const frozen = await db
		.selectFrom("message")
		.innerJoin("greeting", "greeting.message_id", "message.id")
		.select((e) => ["message.channel_id", e.fn.countAll<number>().as("all"), e.fn.min<number>(sayable(e)).as("since")])
		.where("message.state", "=", "frozen")
		.groupBy("message.channel_id")
		.execute();
	const channels = new Map<string, Waiting>();
	for (const { channel_id: channelId, all, later, since } of loose) {
		channels.set(channelId, { channelId, due: Number(all) - Number(later), later: Number(later), frozen: 0, since });
	}
	for (const { channel_id: channelId, all, since } of frozen) {
		const beside = channels.get(channelId) ?? { channelId, due: 0, later: 0, frozen: 0, since: null };
		channels.set(channelId, { ...beside, frozen: Number(all), since: Math.min(since, beside.since ?? since) });
	}
	return [...channels.values()];
}

/** The sessions that are on, in all servers. */
export function openSessions(db: Queryable): Promise<{ id: string; server_id: string }[]> {
	return db.selectFrom("session").select(["id", "server_id"]).where("closed_at", "is", null).execute();
}

/** Writes to the store, for no other reason than to see that it can be done. Rejects when it cannot. */
export async function probe(db: Queryable, at: number): Promise<void> {
	await db
		.insertInto("probe")
		.values({ id: "probe", probed_at: at })
		.onConflict((c) => c.column("id").doUpdateSet({ probed_at: at }))
		.execute();
}
