import type { Action, WavePlan } from "./plan.ts";

/** What the villain does to one webinar. */
const VILLAINOUS: ReadonlySet<Action["do"]> = new Set([
	"post fault",
	"odd answer",
	"limit",
	"time out",
	"forgive",
	"deny",
	"allow",
]);

/**
 * The same wave without the villain: people do what they did, and Byname hears of all of it, though of some of it twice, and
 * has the time to take it in. So it is known of nearly every session what its report is to say.
 */
export function withoutVillain({ beats, ...wave }: WavePlan): WavePlan {
	const calm = beats.map(({ actions, passMs }) => ({
		actions: actions
			.filter(({ action }) => !VILLAINOUS.has(action.do))
			.map((one) => ({ ...one, action: heard(one.action) })),
		blow: null,
		settle: true,
		passMs,
	}));
	return { ...wave, beats: calm };
}

function heard(action: Action): Action {
	return "packet" in action && action.packet === "lost" ? { ...action, packet: "sent" } : action;
}
