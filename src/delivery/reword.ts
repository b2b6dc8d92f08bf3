import { keepNearMiss } from "../store/near-misses.ts";
import { abandonMessage, greetingsOf, makeNeutral, releaseGreetings } from "../store/outcomes.ts";
import type { ChannelContext } from "./context.ts";
import { afterRefusal, type Hunt, type Remedy } from "./hunt.ts";
import type { Sent } from "./settle.ts";

/** The log line about each remedy. */
const TOLD: Record<Remedy, { level: "warn" | "error"; text: string }> = {
	halve: { level: "warn", text: "Discord refuses a message; looking for the name it minds" },
	"leave out the name": { level: "warn", text: "Discord refuses a name; the person is greeted without it" },
	"leave out the host's words": {
		level: "warn",
		text: "Discord refuses a greeting without the name; leaving out the host's words",
	},
	"give up": { level: "error", text: "Discord refuses a greeting in any words; it is given up" },
};

/** Takes back a message that Discord refuses: its greetings wait for other words, or are given up. Returns the hunt from there. */
export async function reword(
	{ message, outcome }: Sent,
	hunt: Hunt,
	{ store, clock, log, observe }: ChannelContext,
): Promise<Hunt> {
	const channelId = message.channel_id;
	const reworded = await store.transaction().execute(async (db) => {
		const greetings = await greetingsOf(db, message.id);
		const [first] = greetings;
		const neutral = first?.neutral === 1;
		const after = afterRefusal(hunt, { id: message.id, greetings: greetings.length, neutral });
		const isOver = first !== undefined && after.remedy === "give up";
		const taken = isOver ? await abandonMessage(db, message.id) : await releaseGreetings(db, message.id);
		if (!taken || !first) return null; // another process has seen to it
		if (after.remedy === "leave out the name") await makeNeutral(db, first);
		const miss = { kind: "refused", cause: "altogether", people: 1 } as const;
		if (isOver) await keepNearMiss(db, { sessionId: first.session_id, channelId }, miss, clock.now());
		return { ...after, greetings, user: greetings.length === 1 ? first.user_id : undefined };
	});
	if (!reworded) return hunt;
	const { remedy, greetings, user } = reworded;
	if (remedy === "give up") observe({ kind: "settled", state: "given up", at: clock.now(), greetings });
	const { level, text } = TOLD[remedy];
	log[level]({ channel: channelId, message: message.id, greetings: greetings.length, outcome, user }, text);
	return reworded.hunt;
}
