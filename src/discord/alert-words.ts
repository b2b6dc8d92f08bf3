import { type CuePlaceFault, describeCueFault } from "../cue-place.ts";
import { type Phrase, phrasesIn } from "../phrases/phrases.ts";

const say = phrasesIn("en");

/** Says that a channel takes no posts and why, as far as that is known; `isOn`: while the session goes on. */
export function parkedWords(channelId: string, trouble: Phrase | null, isOn: boolean): string {
	const comfort = isOn
		? "I keep who came: as soon as I may post there, while the session is on, everyone is greeted."
		: "The session is over; mend it before the next one.";
	return `I cannot greet your guests in <#${channelId}>. ${trouble ? say(trouble) : "Discord turned my last post away."}\n${comfort}`;
}

/** Says why a host's cue does not come. */
export function cueWords(fault: CuePlaceFault, channelId: string): string {
	return `Your cue stays away from where you want it. ${say(describeCueFault(fault, channelId))}\nMend that, and it comes back; or choose another place with \`/host set cue-in\`.`;
}
