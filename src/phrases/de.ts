import { alert } from "./de/alert.ts";
import { common } from "./de/common.ts";
import { csv } from "./de/csv.ts";
import { cue } from "./de/cue.ts";
import { frame } from "./de/frame.ts";
import { greeting } from "./de/greeting.ts";
import { help } from "./de/help.ts";
import { host } from "./de/host.ts";
import { me } from "./de/me.ts";
import { nearMiss } from "./de/near-miss.ts";
import { picture } from "./de/picture.ts";
import { report } from "./de/report.ts";
import { server } from "./de/server.ts";
import { session } from "./de/session.ts";
import { settings } from "./de/settings.ts";
import { texts } from "./de/texts.ts";
import { trouble } from "./de/trouble.ts";
import { welcome } from "./de/welcome.ts";
import { zone } from "./de/zone.ts";

/** What Byname says in private, in German. It says du, as Discord's own client does. */
export const GERMAN = {
	alert,
	common,
	csv,
	cue,
	frame,
	greeting,
	help,
	host,
	me,
	nearMiss,
	picture,
	report,
	server,
	session,
	settings,
	texts,
	trouble,
	welcome,
	zone,
};
