import { common } from "./en/common.ts";
import { frame } from "./en/frame.ts";
import { nearMiss } from "./en/near-miss.ts";
import { session } from "./en/session.ts";
import { trouble } from "./en/trouble.ts";

/** All that Byname says in private, in English. Every other language has the same phrases, or falls back to these. */
export const ENGLISH = { common, frame, nearMiss, session, trouble };
