import type { Command } from "../src/command.ts";
import { greeting } from "./greeting/greeting.ts";
import { host } from "./host.ts";
import { server } from "./server/server.ts";
import { session } from "./session/session.ts";

/** Every slash command. A new one is a file beside this one and a line in this list. */
export const commands: readonly Command[] = [session, greeting, host, server];
