import { botIdOf } from "../bot-id.ts";
import { readBot } from "../config.ts";
import { handOver, ownerOf } from "../store/owner.ts";
import { OperatorError } from "./operator-error.ts";
import { EXIT, isAgreed, openExisting, type ProgramCall, readOptions, runProgram } from "./program.ts";

const HELP = `Hands a database to another bot, which then goes on with what is stored in it.

  npm run adopt              hands the database in DATABASE_URL to the bot whose token is in DISCORD_TOKEN
  npm run adopt -- --yes     does it without asking

Stop the bot that had it before. It ends with 0 when the database is the bot's, with 2 when something keeps it from
being done, with 3 when you would rather not, and with 1 after a fault of its own.`;

/** Hands the database to the bot whose token is set. Returns the exit code. */
export async function adopt(call: ProgramCall): Promise<number> {
	const { env, words, terminal } = call;
	const options = readOptions(words, []);
	if (options.help) {
		terminal.say(HELP);
		return EXIT.done;
	}
	const { databaseUrl, token } = readBot(env);
	const botId = botIdOf(token);
	if (botId === null) throw new OperatorError("DISCORD_TOKEN is no bot's token. Copy it again from the Bot page.");
	const store = await openExisting(databaseUrl);
	try {
		const owner = await ownerOf(store);
		if (owner === botId) {
			terminal.say(`The database belongs to the bot ${botId} already.`);
			return EXIT.done;
		}
		const whose = owner === null ? "to no bot yet" : `to the bot ${owner}, which must not be running any more`;
		const question = `The database belongs ${whose}. Hand it to the bot ${botId}?`;
		if (!(await isAgreed(options, question, call))) {
			terminal.say("Nothing was changed.");
			return EXIT.notDone;
		}
		await handOver(store, botId);
		terminal.say(`The database belongs to the bot ${botId} now.`);
		return EXIT.done;
	} finally {
		await store.destroy();
	}
}

if (import.meta.main) await runProgram(adopt);
