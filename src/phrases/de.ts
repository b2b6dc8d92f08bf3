import { alert } from "./de/alert.ts";
import { common } from "./de/common.ts";
import { cue } from "./de/cue.ts";
import { frame } from "./de/frame.ts";
import { host } from "./de/host.ts";
import { nearMiss } from "./de/near-miss.ts";
import { server } from "./de/server.ts";
import { session } from "./de/session.ts";
import { settings } from "./de/settings.ts";
import { trouble } from "./de/trouble.ts";
import { welcome } from "./de/welcome.ts";
import { zone } from "./de/zone.ts";

/** What Byname says in private, in German. It says du, as Discord's own client does. */
export const GERMAN = { alert, common, cue, frame, host, nearMiss, server, session, settings, trouble, welcome, zone };
