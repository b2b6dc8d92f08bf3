import type { Clock } from "../../clock.ts";
import { type AskMemberNames, MOST_NAMES_ASKED } from "../../member-names.ts";
import { phrase } from "../../phrases/phrases.ts";
import { UserError } from "../../user-error.ts";

/** What many people go by, asked of Discord in small lots. */
export interface Names {
	/**
	 * By user id, what people go by on a server; null for who has left it. Who is left out could not be told, though most
	 * others could. `onTold` is called with how many have been asked for so far. Rejects with a `UserError` where Discord tells
	 * nothing.
	 */
	of(asked: NamesAsked, onTold: (count: number) => void): Promise<Map<string, string | null>>;
}

export interface NamesAsked {
	serverId: string;
	userIds: readonly string[];
	ask: AskMemberNames;
}

/** All files that are being made ask so often together, 60 times a minute. The gateway's other half is for who comes in. */
const BETWEEN_MS = 1_000;
/** An answer may be lost on its way. */
const MOST_TRIES = 4;

/** Asks for the names of one lot after the other, whichever file they are for. */
export function askInTurn(clock: Clock): Names {
	let before: Promise<void> = Promise.resolve();

	async function takeTurn<T>(ask: () => Promise<T>): Promise<T> {
		const { promise: over, resolve: end } = Promise.withResolvers<void>();
		const turn = before;
		before = over;
		await turn;
		const next = clock.steady() + BETWEEN_MS;
		try {
			return await ask();
		} finally {
			void clock.sleep(next - clock.steady()).then(end);
		}
	}

	async function namesOfLot({ serverId, ask }: NamesAsked, lot: readonly string[]) {
		for (let tries = 1; tries <= MOST_TRIES; tries++) {
			const told = await takeTurn(() => ask(serverId, lot));
			if (told.size > 0) return told;
		}
		throw new UserError(phrase("csv.noNames"));
	}

	return {
		async of(asked, onTold) {
			const names = new Map<string, string | null>();
			for (let from = 0; from < asked.userIds.length; from += MOST_NAMES_ASKED) {
				const lot = asked.userIds.slice(from, from + MOST_NAMES_ASKED);
				for (const [userId, name] of await namesOfLot(asked, lot)) names.set(userId, name);
				onTold(Math.min(from + MOST_NAMES_ASKED, asked.userIds.length));
			}
			const untold = asked.userIds.filter((userId) => !names.has(userId));
			if (untold.length === 0 || untold.length > MOST_NAMES_ASKED) return names;
			for (const [userId, name] of await takeTurn(() => asked.ask(asked.serverId, untold))) names.set(userId, name);
			return names;
		},
	};
}
