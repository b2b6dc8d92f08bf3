import { BYNAME } from "./vocabulary/byname.ts";
import { EVERYDAY } from "./vocabulary/everyday.ts";
import { GOTOWEBINAR } from "./vocabulary/gotowebinar.ts";
import type { Vocabulary } from "./vocabulary/meanings.ts";
import { MEET } from "./vocabulary/meet.ts";
import { TEAMS } from "./vocabulary/teams.ts";
import { WEBEX } from "./vocabulary/webex.ts";
import { ZOOM } from "./vocabulary/zoom.ts";

/**
 * The words of attendance files, by who writes them, then by language, then by what they mean.
 *
 * To add a word, copy it from a file into the row of its language, behind a bar; to add a language, add a row. A program's
 * words come from exports that people have published and from programs that read such exports: one that nobody has seen
 * in a file is left out, and a column that is not known is named instead of guessed. Case, accents, punctuation, what
 * stands in brackets and the gaps between words do not matter. Where a file has several columns for one meaning, or a
 * word has several meanings, the one that stands first counts.
 */
export const VOCABULARY: Vocabulary[] = [ZOOM, TEAMS, MEET, WEBEX, GOTOWEBINAR, BYNAME, EVERYDAY];
