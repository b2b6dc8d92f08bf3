import type { Vocabulary } from "./meanings.ts";

/** What Byname's own files have besides Zoom's columns (`src/after/attendance-csv/csv.ts`). */
export const BYNAME: Vocabulary = {
	en: { account: "Discord ID", scheduled: "Start Counted From", other: "Quiet|Time Zone" },
};
