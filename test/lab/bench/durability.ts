import type { Fsync } from "./fsync.ts";
import { WITHOUT_FSYNC } from "./kinds.ts";
import type { Run } from "./run.ts";
import { DURABILITY } from "./scenarios.ts";
import type { Spread } from "./spread.ts";
import { span } from "./table.ts";

/** What it costs one bot that an arrival is on the disk before its post leaves; milliseconds from packet to request. */
export interface Cost {
	bot: string;
	with: Spread;
	without: Spread;
}

/** Sets each bot beside itself without fsync. */
export function costsOf(runs: readonly Run[]): Cost[] {
	const here = runs.filter(({ scenario }) => scenario === DURABILITY);
	return here.flatMap(({ bot, toRequest }) => {
		const relaxed = here.find((run) => run.bot === `${bot}${WITHOUT_FSYNC}`);
		return relaxed ? [{ bot, with: toRequest, without: relaxed.toRequest }] : [];
	});
}

/** What durability costs, as people read it; empty when it was not measured. */
export function describeCosts(runs: readonly Run[], fsync: Fsync | null): string {
	const costs = costsOf(runs);
	if (costs.length === 0 || !fsync) return "";
	return [
		"To have who came on the disk before the post leaves (fsync) costs, from packet to request:",
		...costs.map(
			({ bot, with: synced, without }) =>
				`  ${bot}: ${change(synced, without, "median")}, ${change(synced, without, "p95")}`,
		),
		`  one page, written and waited for by itself: ${span(fsync.median)}`,
		...(fsync.inMemory
			? ["  The files are in memory here (tmpfs): name a folder on a disk in TMPDIR to see the cost."]
			: []),
	].join("\n");
}

function change(synced: Spread, without: Spread, key: "median" | "p95"): string {
	return `${key} ${span(synced[key])} instead of ${span(without[key])}`;
}
