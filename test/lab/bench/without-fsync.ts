import { DatabaseSync } from "node:sqlite";

/**
 * Loaded before a bot, it has SQLite not wait for the disk: `synchronous=OFF`, whatever the bot asks for. For measuring
 * what that waiting costs; with it, a power cut may greet somebody twice or leave a broken file.
 */
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
	exec.call(this, sql);
	if (/\bsynchronous\b/i.test(sql)) exec.call(this, "PRAGMA synchronous = OFF");
};
