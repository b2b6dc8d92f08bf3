import type { InvitedGuest } from "./guest.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { wait } from "./wait.ts";
import type { Webinar } from "./webinar.ts";

/** What is due and not said after so long, in real milliseconds, will not be said. */
const PATIENCE_MS = 10_000;

/** What the scenes of a webinar do over and over, and the rehearsal they belong to. */
export interface Stagecraft extends Rehearsal {
	webinar: Webinar;
	/** Begins a scene. */
	scene(title: string, text?: string): Promise<void>;
	/** Lets the time pass at once up to so many milliseconds from the scheduled start. */
	go(at: number): void;
	/** People come in at once and are greeted. */
	greet(guests: InvitedGuest[], options?: { withoutMember?: boolean }): Promise<void>;
	/** Waits until everybody has heard what is due to them. */
	settled(): Promise<void>;
	/** Watches the room for a while longer: what is said twice must not slip through. */
	aftermath(): Promise<void>;
}

/** For the scenes of a webinar that starts at `startsAt`, by the venue's clock. */
export function stagecraftFor(rehearsal: Rehearsal, webinar: Webinar, startsAt: number): Stagecraft {
	const { venue, tell, pause, signal, tallies } = rehearsal;
	tallies.push(webinar.tally);
	const stagecraft: Stagecraft = {
		...rehearsal,
		webinar,
		async scene(title, text = "") {
			tell({ type: "scene", title, text });
			await pause(text === "" ? 300 : 700);
		},
		go(at) {
			const ahead = startsAt + at - venue.clock.now();
			if (ahead > 0) venue.clock.skip(ahead);
		},
		async greet(guests, options) {
			await webinar.enter(guests, options);
			await stagecraft.settled();
			await pause(450);
		},
		async settled() {
			const since = performance.now();
			while (webinar.tally.waiting > 0 && performance.now() - since < PATIENCE_MS) {
				await wait(1, signal);
				webinar.look();
			}
		},
		async aftermath() {
			venue.clock.skip(10_000);
			await wait(100, signal);
			webinar.look();
		},
	};
	return stagecraft;
}
