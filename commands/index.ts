import type { Command } from "../src/command.ts";
import { greeting } from "./greeting/greeting-command.ts";
import { help } from "./help/help-command.ts";
import { host } from "./host/host-command.ts";
import { me } from "./me/me-command.ts";
import { report } from "./report/report-command.ts";
import { server } from "./server/server-command.ts";
import { session } from "./session/session-command.ts";

/** Every slash command. A new one is a folder beside this file and a line in this list. */
export const commands: readonly Command[] = [session, report, greeting, host, server, me, help];
