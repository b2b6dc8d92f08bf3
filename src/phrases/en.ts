import { common } from "./en/common.ts";
import { frame } from "./en/frame.ts";
import { host } from "./en/host.ts";
import { nearMiss } from "./en/near-miss.ts";
import { server } from "./en/server.ts";
import { session } from "./en/session.ts";
import { settings } from "./en/settings.ts";
import { trouble } from "./en/trouble.ts";
import { welcome } from "./en/welcome.ts";

/** All that Byname says in private, in English. Every other language has the same phrases, or falls back to these. */
export const ENGLISH = { common, frame, host, nearMiss, server, session, settings, trouble, welcome };
