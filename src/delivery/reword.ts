import type { Outcome } from "../outcome.ts";
import { keepNearMiss } from "../store/near-misses.ts";
import type { MessageRow } from "../store/outbox.ts";
import { abandonMessage, greetingsOf, makeNeutral, releaseGreetings } from "../store/outcomes.ts";
import type { Line, LineWork } from "./line.ts";

/**
 * Halves a refused message until the culprit stands alone, then greets that person without their name. If that is
 * refused too, it is not the name: then without what the host has written, and everybody in the room for a while.
 */
export async function reword(
	message: MessageRow,
	outcome: Outcome,
	line: Line,
	{ store, clock, log, onSettled }: Pick<LineWork, "store" | "clock" | "log" | "onSettled">,
): Promise<void> {
	const isTrial = line.trialId === message.id;
	const greetings = await store.transaction().execute(async (db) => {
		const greetings = await greetingsOf(db, message.id);
		const [first] = greetings;
		if (greetings.length === 1 && first?.neutral === 1 && isTrial) {
			if (!(await abandonMessage(db, message.id))) return [];
			const where = { sessionId: first.session_id, channelId: line.channelId };
			await keepNearMiss(db, where, { kind: "refused", cause: "altogether", people: 1 }, clock.now());
		} else {
			if (!(await releaseGreetings(db, message.id))) return [];
			if (greetings.length === 1 && first) await makeNeutral(db, first);
		}
		return greetings;
	});
	const ids = { channel: line.channelId, message: message.id, greetings: greetings.length, outcome };
	const [alone] = greetings;
	if (!alone) return; // another process has seen to it
	if (greetings.length > 1) {
		line.most = Math.ceil(greetings.length / 2);
		line.suspects = Math.max(line.suspects, greetings.length);
		log.warn(ids, "Discord refuses a message; looking for the name it minds");
	} else if (alone.neutral === 1 && isTrial) {
		line.plainTrial = false;
		onSettled({ state: "given up", at: clock.now(), greetings });
		log.error({ ...ids, user: alone.user_id }, "Discord refuses a greeting in any words; it is given up");
	} else if (alone.neutral === 1) {
		line.plainTrial = true;
		line.most = 1;
		log.warn(
			{ ...ids, user: alone.user_id },
			"Discord refuses a greeting without the name; leaving out the host's words",
		);
	} else {
		line.most = 1;
		line.suspects = Math.max(line.suspects, 1);
		log.warn({ ...ids, user: alone.user_id }, "Discord refuses a name; the person is greeted without it");
	}
}
