import { alert } from "./en/alert.ts";
import { common } from "./en/common.ts";
import { csv } from "./en/csv.ts";
import { cue } from "./en/cue.ts";
import { frame } from "./en/frame.ts";
import { greeting } from "./en/greeting.ts";
import { help } from "./en/help.ts";
import { host } from "./en/host.ts";
import { me } from "./en/me.ts";
import { nearMiss } from "./en/near-miss.ts";
import { picture } from "./en/picture.ts";
import { report } from "./en/report.ts";
import { server } from "./en/server.ts";
import { session } from "./en/session.ts";
import { settings } from "./en/settings.ts";
import { texts } from "./en/texts.ts";
import { trouble } from "./en/trouble.ts";
import { welcome } from "./en/welcome.ts";
import { zone } from "./en/zone.ts";

/** All that Byname says in private, in English. Every other language has the same phrases, or falls back to these. */
export const ENGLISH = {
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
