import { type Pressed, type Quietly, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { letGo } from "../../src/store/asked.ts";
import { isGreetedIn } from "../../src/store/greetings.ts";
import { UserError } from "../../src/user-error.ts";
import { openSessionOfCue, somebodyInCue } from "./session-of-cue.ts";

/** What answers the buttons below a cue with which hosts say whether somebody who speaks early on is on the panel. */
export const speakerPresses = {
	panelist: reads(somebodyInCue, async (interaction: Pressed, context, [sessionId, userId]) => {
		const { store, rooms, say } = context;
		const { server_id, room_id } = await openSessionOfCue(interaction, context, sessionId);
		const isOn = await rooms.changePanel(server_id, room_id, { adds: userId, greets: false });
		if (!isOn) throw new UserError(phrase("cue.hello.over"));
		const isGreeted = await isGreetedIn(store, sessionId, userId);
		return isGreeted ? say("cue.panelist.greeted") : ({ quietly: say("cue.panelist.added") } satisfies Quietly);
	}),
	guest: reads(somebodyInCue, async (interaction: Pressed, context, [sessionId, userId]) => {
		const { store, clock, look, cue, say } = context;
		await openSessionOfCue(interaction, context, sessionId);
		const channelId = await letGo(store, { sessionId, userId }, clock.now());
		if (channelId !== null) look(channelId);
		cue(sessionId);
		return { quietly: say("cue.panelist.guest") } satisfies Quietly;
	}),
};
