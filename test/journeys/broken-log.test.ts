import { existsSync, openSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { freePort } from "../free-port.ts";
import { until } from "./journey.ts";
import { runByname, simulator } from "./real-process.ts";

/** Byname's stdout: a pipe, or the file descriptor of a file. */
type Out = "pipe" | number;

const FULL_DISK = "/dev/full";
const hasFullDisk = process.platform === "linux" && existsSync(FULL_DISK); // only Linux has such a file

/** Starts the real Byname with its health at a port. */
async function start(out: Out) {
	const { discord, settings } = await simulator();
	const port = await freePort();
	const byname = runByname({ ...settings, LOG_LEVEL: "debug", HEALTH_PORT: String(port) }, {}, out);
	/** How many lines the process says it could not write; undefined while it does not answer. */
	async function linesLost(): Promise<number | undefined> {
		const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
			(answer) => answer.text(),
			() => "",
		);
		const said = /^byname_log_lines_lost_total (\d+)$/m.exec(text)?.[1];
		return said === undefined ? undefined : Number(said);
	}
	return { discord, byname, linesLost };
}

/** Somebody comes and is greeted, lines are lost and counted, and Byname ends as it should when asked to. */
async function goesOn({ discord, byname, linesLost }: Awaited<ReturnType<typeof start>>): Promise<void> {
	const server = discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	await stage.opens({ topic: "Town hall" });
	await server.addMember("Maya").joins(stage);
	expect(await stage.nextText()).toContain("Maya");
	await until(async () => ((await linesLost()) ?? 0) > 0);
	byname.child.kill("SIGTERM");
	expect(await byname.ended).toBe(0);
}

describe("a log", () => {
	it("whose reader goes away does not end Byname: people are greeted, and the lost lines are counted", async () => {
		const started = await start("pipe");
		const { byname } = started;
		await until(() => byname.said.out.includes("Byname is ready"));
		byname.child.stdout?.destroy();
		await goesOn(started);
	});

	it.runIf(hasFullDisk)(
		"on a full disk does not keep Byname from its work, and the lost lines are counted",
		async () => {
			const started = await start(openSync(FULL_DISK, "w"));
			await started.discord.ready();
			await goesOn(started);
		},
	);
});
