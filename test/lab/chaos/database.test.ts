import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { sqlite } from "./database.ts";

it("lets nobody else write to an SQLite file while it is locked", async () => {
	const database = await sqlite.database();
	const bot = new DatabaseSync(database.url.replace("sqlite:", ""));
	onTestFinished(async () => {
		bot.close();
		await database.remove();
	});
	bot.exec("PRAGMA journal_mode = WAL; CREATE TABLE greeting (name)");
	database.lock();
	expect(() => bot.exec("INSERT INTO greeting VALUES ('Maya')")).toThrow("locked");
	database.unlock();
	bot.exec("INSERT INTO greeting VALUES ('Maya')");
	expect(bot.prepare("SELECT name FROM greeting").all()).toHaveLength(1);
});
