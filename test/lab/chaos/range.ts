/** How often something is to have happened, at least and at most. */
export interface Range {
	least: number;
	most: number;
}
