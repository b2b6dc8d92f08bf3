import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { heard } from "../greetings/heard.ts";
import { until } from "./journey.ts";
import { runByname, simulator } from "./real-process.ts";

describe("the process", () => {
	it("says what is missing, and how to try Byname without it, and ends with 2", async () => {
		const { said, ended } = runByname({});
		expect(await ended).toBe(2);
		expect(said.out).toBe("");
		expect(said.err).toContain("DISCORD_TOKEN is missing");
		expect(said.err).toContain("npm run rehearsal");
		expect(said.err).not.toMatch(/\n\s+at /); // no stack trace
	});

	it("says what is wrong with the database and ends with 2, having asked Discord no more than where its gateway is", async () => {
		const { discord, settings } = await simulator();
		const { said, ended } = runByname({ ...settings, DATABASE_URL: "sqlite:/dev/null/byname.db" });
		expect(await ended).toBe(2);
		expect(said.err).toMatch(/^The database \/dev\/null\/byname\.db cannot be used/);
		expect(said.err).not.toMatch(/\n\s+at /);
		expect(discord.requests.filter(({ path }) => path !== "/gateway/bot")).toEqual([]);
	});

	it.runIf(process.platform === "linux")(
		"ends with 2 where no folder can be made, instead of trying for ever",
		async () => {
			const { settings } = await simulator();
			const { said, ended } = runByname({ ...settings, DATABASE_URL: "sqlite:/proc/byname/byname.db" });
			expect(await ended).toBe(2);
			expect(said.err).toMatch(/^The database \/proc\/byname\/byname\.db cannot be used/);
		},
	);

	it("says that the token is refused and ends with 3", async () => {
		const { settings } = await simulator();
		const { said, ended } = runByname({ ...settings, DISCORD_TOKEN: "MTIz.wrong.token" });
		expect(await ended).toBe(3);
		expect(said.err).toContain("Discord does not accept DISCORD_TOKEN");
		expect(said.out + said.err).not.toContain("MTIz.wrong.token");
	});

	it("says that its health port is taken and ends with 2", async () => {
		const { settings } = await simulator();
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const { port } = other.address() as AddressInfo;
		const { said, ended } = runByname({ ...settings, HEALTH_PORT: String(port) });
		expect(await ended).toBe(2);
		other.close();
		expect(said.err).toBe(
			`HEALTH_PORT ${port} is taken by another program, perhaps another Byname. Stop that one, choose another port, or leave HEALTH_PORT blank.\n`,
		);
	});

	it("reads .env, which the environment overrules", async () => {
		const { discord, settings } = await simulator();
		const dotenv = `DISCORD_TOKEN=${discord.token}\nLOG_LEVEL=loud\n`;
		const { DISCORD_TOKEN: _, ...rest } = settings;
		const { child, said } = runByname({ ...rest, LOG_LEVEL: "info" }, { ".env": dotenv });
		await until(() => said.out.includes("ready") || child.exitCode !== null);
		expect(said.err).toBe("");
		expect(said.out).toContain("Byname is ready");
	});

	it("prints the invite link with just the permissions it needs, and never its token", async () => {
		const { discord, settings } = await simulator();
		const { said } = runByname({ ...settings, LOG_LEVEL: "trace" });
		await until(() => said.out.includes("Byname is ready"));
		const link = new URL(/https:\/\/discord\.com\/oauth2\/authorize\S+(?=")/.exec(said.out)?.[0] ?? "");
		expect(link.searchParams.get("client_id")).toBe(discord.bot.id);
		expect(link.searchParams.get("scope")).toBe("bot applications.commands");
		const [view, send, history, connect] = [10n, 11n, 16n, 20n].map((bit) => 1n << bit);
		expect(BigInt(link.searchParams.get("permissions") ?? 0)).toBe(
			(view ?? 0n) | (send ?? 0n) | (history ?? 0n) | (connect ?? 0n),
		);
		expect(said.out + said.err).not.toContain(discord.token);
	});

	it.each(["SIGTERM", "SIGINT"] as const)("ends on %s with nothing half done", async (signal) => {
		const { discord, settings } = await simulator();
		const server = discord.addServer({ name: "Acme" });
		const stage = server.addStage("Main stage");
		await stage.opens({ topic: "Town hall" });
		const first = runByname(settings);
		await discord.ready();
		await server.addMember("Maya").joins(stage);
		discord.fail.stall({ method: "POST", path: /\/messages$/, answerAfterMs: 300 });
		await stage.nextMessage();
		first.child.kill(signal);
		expect(await first.ended).toBe(0);
		const second = runByname(settings);
		await until(() => second.said.out.includes("Byname is ready"));
		await server.addMember("Sunil").joins(stage);
		expect(heard(await stage.nextText())).toMatch(/: Sunil/);
		expect(stage.messages).toHaveLength(2);
	});

	it("ends on SIGTERM while it is still being loaded", async () => {
		const { discord, settings } = await simulator();
		const { child, ended } = runByname(settings);
		await until(() => discord.requests.length > 0);
		child.kill("SIGTERM");
		expect(await ended).toBe(0);
	});

	it("logs in when Discord has trouble at first", async () => {
		const { discord, settings } = await simulator();
		discord.fail.answer(500, { method: "GET", path: "/gateway/bot", times: 2 });
		const { said } = runByname(settings);
		await until(() => said.out.includes("Byname is ready"));
	});

	it("asks once where the gateway is, and again only where that came to nothing", async () => {
		for (const { drops, times } of [
			{ drops: false, times: 1 },
			{ drops: true, times: 2 },
		]) {
			const { discord, settings } = await simulator();
			if (drops) discord.fail.drop({ method: "GET", path: "/gateway/bot" });
			const { said } = runByname(settings);
			await until(() => said.out.includes("Byname is ready"));
			expect(discord.requests.filter(({ path }) => path === "/gateway/bot")).toHaveLength(times);
			expect(said.out).not.toContain("cannot be reached");
		}
	});

	it("asks Discord nothing where a setting is wrong", async () => {
		const { discord, settings } = await simulator();
		const { ended } = runByname({ ...settings, LOG_LEVEL: "loud" });
		expect(await ended).toBe(2);
		expect(discord.requests).toEqual([]);
	});

	it("waits for a Discord that cannot be reached yet", async () => {
		const { discord, settings } = await simulator();
		await discord.fail.refuse();
		const { said } = runByname(settings);
		await until(() => said.out.includes("cannot be reached"));
		await discord.fail.accept();
		await until(() => said.out.includes("Byname is ready"));
	});
});
