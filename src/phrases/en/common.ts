/** Parts of sentences that are the same wherever they stand. */
export const common = {
	/** Ends a list that is cut short: "Maya, Sunil, and 3 more". */
	more: "{count, number} more",
} as const;
