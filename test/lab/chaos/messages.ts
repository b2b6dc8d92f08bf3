import type { LogLevel } from "../../../src/config.ts";

/** What the villain tells a bot's process. Each message but the first is answered with its id once it is done. */
export type ToBot =
	| { do: "run"; token: string; apiUrl: string; databaseUrl: string; aheadMs: number; logLevel: LogLevel }
	| ({ id: number } & (
			| { do: "skip"; ms: number }
			| { do: "set clock"; wrongBy: number }
			| { do: "limit disk"; full: boolean }
			/** `isLocked`: the villain keeps the database locked, so whoever waits for it does not rest before that is over. */
			| { do: "rest"; isLocked: boolean }
			| { do: "stop" }
	  ));

/** What a bot's process answers. */
export type FromBot = { said: "warm" } | { said: "done"; id: number } | { said: "log"; line: string };
