import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { shownBy } from "../commands/shown.ts";
import { temporaryFile } from "../engines.ts";
import { ask, FREE_PORT, readied } from "../health/questions.ts";
import { setOut, skipUntil } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

/** Whoever waited for the file would have no answer for seconds; a busy machine gives one far sooner than this. */
const HELD_UP_MS = 2_000;

it("while another program locks the file, health is told at once; then who came is greeted and who asked is answered", async () => {
	const databaseUrl = temporaryFile();
	const journey = await setOut({ databaseUrl, health: FREE_PORT });
	const { server, stage } = await liveStage(journey);
	await readied(journey);
	await server.addMember("Maya").joins(stage);
	await stage.nextText();

	const other = new DatabaseSync(databaseUrl.replace("sqlite:", ""));
	onTestFinished(() => other.close());
	other.exec("BEGIN EXCLUSIVE");
	await server.addMember("Sunil").joins(stage);
	const asked = server.owner.runs("host set", { "late-after": 7 });
	const waits: number[] = [];
	while (waits.length < 200) {
		const begun = performance.now();
		expect(await ask(journey, "/healthz")).toMatchObject({ status: 200 });
		waits.push(performance.now() - begun);
	}
	expect(Math.max(...waits)).toBeLessThan(HELD_UP_MS);
	expect(stage.messages).toHaveLength(1);

	other.exec("ROLLBACK");
	await skipUntil(journey, () => stage.messages.length === 2);
	expect(stage.messages[1]?.content).toContain("Sunil");
	expect(await asked.then(shownBy)).toContain("7");
});
