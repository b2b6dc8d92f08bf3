import { common } from "./de/common.ts";
import { frame } from "./de/frame.ts";
import { host } from "./de/host.ts";
import { nearMiss } from "./de/near-miss.ts";
import { server } from "./de/server.ts";
import { session } from "./de/session.ts";
import { settings } from "./de/settings.ts";
import { trouble } from "./de/trouble.ts";
import { welcome } from "./de/welcome.ts";

/** What Byname says in private, in German. It says du, as Discord's own client does. */
export const GERMAN = { common, frame, host, nearMiss, server, session, settings, trouble, welcome };
