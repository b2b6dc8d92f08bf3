import type { MessageComponentInteraction } from "discord.js";
import { z } from "zod";
import { type Context, type Quietly, reads } from "../../src/command.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import { snowflake } from "../../src/snowflake.ts";
import { passOver, sayHello } from "../../src/store/hello.ts";
import { UserError } from "../../src/user-error.ts";
import { sessionOfCue } from "./session-of-cue.ts";

/** In the session with this id, this user. */
const somebody = z.tuple([z.uuid(), snowflake]);

/** What answers the buttons below a cue with which hosts say that they have greeted who is on top, or pass on to the next. */
export const helloPresses = {
	hello: reads(somebody, async (interaction: MessageComponentInteraction, context, [sessionId, userId]) => {
		const { store, cue, say } = context;
		await requireOn(interaction, context, sessionId);
		const hello = await sayHello(store, { sessionId, userId });
		cue(sessionId);
		if (hello === "unknown") throw new UserError(phrase("cue.hello.unknown"));
		return { quietly: say(`cue.hello.${hello}`) } satisfies Quietly;
	}),
	pass: reads(somebody, async (interaction: MessageComponentInteraction, context, [sessionId, userId]) => {
		const { store, cue, say } = context;
		await requireOn(interaction, context, sessionId);
		await passOver(store, { sessionId, userId });
		cue(sessionId);
		return { quietly: say("cue.hello.passed") } satisfies Quietly;
	}),
};

/** Throws a `UserError` for whoever does not lead the session, and once it is over: nobody is there to be greeted. */
async function requireOn(interaction: MessageComponentInteraction, context: Context, sessionId: string): Promise<void> {
	const session = await sessionOfCue(interaction, context, sessionId);
	if (session.closed_at !== null) throw new UserError(phrase("cue.hello.over"));
}
