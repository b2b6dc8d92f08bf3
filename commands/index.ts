import type { Command } from "../src/command.ts";

/** Every slash command. A new one is a file beside this one and a line in this list. */
export const commands: readonly Command[] = [];
