import { alert } from "./en/alert.ts";
import { common } from "./en/common.ts";
import { cue } from "./en/cue.ts";
import { frame } from "./en/frame.ts";
import { session } from "./en/session.ts";
import { trouble } from "./en/trouble.ts";
import { welcome } from "./en/welcome.ts";

/** All that Byname says in private, in English. Every other language has the same phrases, or falls back to these. */
export const ENGLISH = { alert, common, cue, frame, session, trouble, welcome };
