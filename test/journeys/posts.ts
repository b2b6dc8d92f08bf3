import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import type { Journey } from "./journey.ts";

/** The requests that make a post, for faults to strike. */
export const POSTS = { method: "POST", path: /\/messages$/ };

/** Every attempt so far to post in a room, the oldest first. */
export function attemptsIn(room: SimRoom, { discord }: Pick<Journey, "discord">) {
	return discord.requests.filter(({ method, path }) => method === "POST" && path === `/channels/${room.id}/messages`);
}
