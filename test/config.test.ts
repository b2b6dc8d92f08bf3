import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const TOKEN = "MTIz.abc.def-ghi";

describe("readConfig", () => {
	it("needs no more than a token", () => {
		expect(readConfig({ DISCORD_TOKEN: TOKEN })).toEqual({
			token: TOKEN,
			apiUrl: "https://discord.com/api",
			databaseUrl: "sqlite:./data/byname.db",
			logLevel: "info",
			health: null,
		});
	});

	it("takes blank for unset", () => {
		const config = readConfig({ DISCORD_TOKEN: ` ${TOKEN}\n`, DATABASE_URL: "", LOG_LEVEL: "  " });
		expect(config).toMatchObject({ token: TOKEN, databaseUrl: "sqlite:./data/byname.db", logLevel: "info" });
	});

	it("takes a slash at the end of an address for nothing", () => {
		const config = readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: "http://127.0.0.1:8080/api/" });
		expect(config.apiUrl).toBe("http://127.0.0.1:8080/api");
	});

	it.each([
		["9464", { host: "127.0.0.1", port: 9464 }],
		["0.0.0.0:9464", { host: "0.0.0.0", port: 9464 }],
		["[::1]:65535", { host: "::1", port: 65_535 }],
		["  ", null],
	])("takes %j for where health is told", (HEALTH_PORT, health) => {
		expect(readConfig({ DISCORD_TOKEN: TOKEN, HEALTH_PORT })).toMatchObject({ health });
	});

	it.each(["0", "65536", "web", "9464/tcp", ":9464", "::1", "-1"])(
		"refuses %j as a port, in a sentence",
		(HEALTH_PORT) => {
			expect(() => readConfig({ DISCORD_TOKEN: TOKEN, HEALTH_PORT })).toThrow(
				/HEALTH_PORT is not a port. Write a number/,
			);
		},
	);

	it("names every problem at once, with what to do about each", () => {
		const env = { DISCORD_API_URL: "ftp://x", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud", HEALTH_PORT: "web" };
		expect(() => readConfig(env)).toThrow(ConfigError);
		for (const name of ["DISCORD_TOKEN", ...Object.keys(env)]) expect(() => readConfig(env)).toThrow(name);
		expect(() => readConfig(env)).toThrow(/npm run rehearsal/);
		expect(() => readConfig(env)).toThrow(/fatal, error, warn, info/);
	});

	it.each(["INFO", "Info", " info "])("takes %j for the level info", (LOG_LEVEL) => {
		expect(readConfig({ DISCORD_TOKEN: TOKEN, LOG_LEVEL })).toMatchObject({ logLevel: "info" });
	});

	it.each([undefined, "", "  "])(
		"takes a HEALTH_PORT of %j for the one of the image, in a container",
		(HEALTH_PORT) => {
			const env = { DISCORD_TOKEN: TOKEN, HEALTH_PORT, HEALTH_PORT_WHEN_BLANK: "0.0.0.0:9464" };
			expect(readConfig(env)).toMatchObject({ health: { host: "0.0.0.0", port: 9464 } });
			expect(readConfig({ ...env, HEALTH_PORT: "9500" })).toMatchObject({ health: { host: "127.0.0.1", port: 9500 } });
		},
	);

	it("never repeats a token, not even a wrong one", () => {
		expect(() => readConfig({ DISCORD_TOKEN: "Bot MTIz.abc.def" })).toThrow(/does not look like a bot token/);
		expect(() => readConfig({ DISCORD_TOKEN: "Bot MTIz.abc.def" })).not.toThrow(/MTIz/);
	});

	it("is explained variable by variable in .env.example", () => {
		const example = parse(readFileSync(".env.example"));
		expect(Object.keys(example)).toEqual([
			"DISCORD_TOKEN",
			"DISCORD_API_URL",
			"DATABASE_URL",
			"LOG_LEVEL",
			"HEALTH_PORT",
		]);
		expect(readConfig({ ...example, DISCORD_TOKEN: TOKEN })).toEqual(readConfig({ DISCORD_TOKEN: TOKEN }));
	});
});
