import { type Pressed, type Quietly, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { passOver, sayHello } from "../../src/store/hello.ts";
import { UserError } from "../../src/user-error.ts";
import { openSessionOfCue, somebodyInCue } from "./session-of-cue.ts";

/** What answers the buttons below a cue with which hosts say that they have greeted who is on top, or pass on to the next. */
export const helloPresses = {
	hello: reads(somebodyInCue, async (interaction: Pressed, context, [sessionId, userId]) => {
		const { store, cue, say } = context;
		await openSessionOfCue(interaction, context, sessionId);
		const hello = await sayHello(store, { sessionId, userId });
		cue(sessionId);
		if (hello === "unknown") throw new UserError(phrase("cue.hello.unknown"));
		return { quietly: say(`cue.hello.${hello}`) } satisfies Quietly;
	}),
	pass: reads(somebodyInCue, async (interaction: Pressed, context, [sessionId, userId]) => {
		const { store, cue, say } = context;
		await openSessionOfCue(interaction, context, sessionId);
		await passOver(store, { sessionId, userId });
		cue(sessionId);
		return { quietly: say("cue.hello.passed") } satisfies Quietly;
	}),
};
