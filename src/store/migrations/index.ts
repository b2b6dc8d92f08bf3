import type { Migration } from "kysely/migration";
import { sessionsAndGreetings } from "./0001-sessions-and-greetings.ts";
import { profiles } from "./0002-profiles.ts";
import { starts } from "./0003-starts.ts";
import { nearMisses } from "./0004-near-misses.ts";
import { attempts } from "./0005-attempts.ts";
import { settled } from "./0006-settled.ts";
import { pace } from "./0007-pace.ts";
import { seen } from "./0008-seen.ts";
import { found } from "./0009-found.ts";
import { owner } from "./0010-owner.ts";
import { untold } from "./0011-untold.ts";
import { oldOrder } from "./0012-old-order.ts";
import { sessionLanguage } from "./0013-session-language.ts";
import { retention } from "./0014-retention.ts";
import { people } from "./0015-people.ts";
import { forgotten } from "./0016-forgotten.ts";
import { ownLanguage } from "./0017-own-language.ts";
import { corrections } from "./0018-corrections.ts";
import { unusedNames } from "./0019-unused-names.ts";
import { afterHours } from "./0020-after-hours.ts";
import { panel } from "./0021-panel.ts";
import { expected } from "./0022-expected.ts";
import { hello } from "./0023-hello.ts";
import { asked } from "./0024-asked.ts";
import { invitations } from "./0025-invitations.ts";
import { recaps } from "./0026-recaps.ts";
import { staysByPerson } from "./0027-stays-by-person.ts";
import { offPanel } from "./0028-off-panel.ts";
import { named } from "./0029-named.ts";

/** Every change of the tables, oldest first. A name, once released, never changes; its order is alphabetical. */
export const migrations: Record<string, Migration> = {
	"0001-sessions-and-greetings": sessionsAndGreetings,
	"0002-profiles": profiles,
	"0003-starts": starts,
	"0004-near-misses": nearMisses,
	"0005-attempts": attempts,
	"0006-settled": settled,
	"0007-pace": pace,
	"0008-seen": seen,
	"0009-found": found,
	"0010-owner": owner,
	"0011-untold": untold,
	"0012-old-order": oldOrder,
	"0013-session-language": sessionLanguage,
	"0014-retention": retention,
	"0015-people": people,
	"0016-forgotten": forgotten,
	"0017-own-language": ownLanguage,
	"0018-corrections": corrections,
	"0019-unused-names": unusedNames,
	"0020-after-hours": afterHours,
	"0021-panel": panel,
	"0022-expected": expected,
	"0023-hello": hello,
	"0024-asked": asked,
	"0025-invitations": invitations,
	"0026-recaps": recaps,
	"0027-stays-by-person": staysByPerson,
	"0028-off-panel": offPanel,
	"0029-named": named,
};
