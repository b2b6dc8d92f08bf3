import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { customId, readCustomId } from "../../src/command.ts";
import { LONGEST_CUSTOM_ID } from "../../src/limits.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { roomSetting, saveRoom } from "../../src/store/settings.ts";
import { UserError } from "../../src/user-error.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { runs } from "../greetings/runs.ts";
import { atAcme } from "./acme.ts";
import { shownBy } from "./shown.ts";

const say = phrasesIn("en");

/** Acme, where Anna, who manages it, has an answer in front of her. */
async function withAnAnswer(databaseUrl?: string) {
	const acme = await atAcme(databaseUrl);
	const anna = acme.server.addMember({ globalName: "Anna", permissions: ["ManageGuild"] });
	const asked = await anna.runs("server check");
	await shownBy(asked);
	return { ...acme, anna, asked };
}

describe("a custom id that no command has made", () => {
	it("is answered with a sentence, whatever it is, and Byname goes on", async () => {
		const { discord, anna, asked } = await withAnAnswer();
		for (const id of [
			"nope",
			"nope:at:all",
			":",
			"greeting",
			"greeting:",
			"greeting:constructor",
			"greeting:__proto__:x",
			"greeting:preview",
			"greeting:preview::",
			"greeting:preview::0",
			"greeting:preview:abc:0",
			`greeting:preview:${anna.id}:-1`,
			`greeting:preview:${anna.id}:1e9`,
			`greeting:preview:${anna.id}:0:0`,
			`greeting:preview:${"9".repeat(70)}:0`,
			"greeting:texts:nope:me:0",
			"greeting:texts:late:everybody:0",
			"greeting:texts:late:me:NaN",
			"greeting:reset:late",
			"greeting:again:late:me",
			"greeting:again:late:me:nope",
			"greeting:join:late:me:next+",
			"greeting:borrowed:late:me",
			"greeting:sample:here",
			"greeting:save:late:me",
			"server:no-regular-host",
			"server:no-regular-host:",
			"server:roles-chosen",
			"server:check:twice",
			"host:give-back:all",
			"session:end",
			"session:hand-over",
			`session:hand-over:${crypto.randomUUID()}:nobody`,
			"session:greet",
			`session:greet:${crypto.randomUUID()}`,
			`session:greet:nope:${anna.id}`,
			`session:greet:${crypto.randomUUID()}:${anna.id}`,
			"host:co-hosts-chosen",
			"session:not-this-name",
			"session:not-this-name:nope:1:12345678",
			`session:not-this-name:${crypto.randomUUID()}:${anna.id}`,
			`session:not-this-name:${crypto.randomUUID()}:${anna.id}:../../..`,
			"session:not-one-of-these",
			`session:use-again:${crypto.randomUUID()}:${anna.id}:short`,
		]) {
			expect([id, await shownBy(await asked.forges(id))]).toEqual([id, say("frame.outdated")]);
		}
		expect(discord.identifies).toBe(1);
		expect(await shownBy(await asked.clicks("server:check"))).toContain("### Fine: 1");
	});

	it("reaches nobody who is on another server", async () => {
		const { discord, asked } = await withAnAnswer();
		const stranger = discord.addServer({ name: "Other" }).addMember("Stella");
		const answer = await shownBy(await asked.forges(`greeting:preview:${stranger.id}:0`));
		expect(answer).toMatch(/^They are not on this server any more\./);
	});

	it("reaches its command only if it has the form that the command makes", async () => {
		const word = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom("", "late", "me", "server", "0", "-1", "1e3", "NaN", "constructor", "175928847299117063"),
		);
		const made = commands.flatMap(({ data, press = {}, pressByAll = {}, submit = {} }) =>
			[...Object.entries(press), ...Object.entries(pressByAll), ...Object.entries(submit)].map(([action, answer]) => ({
				data,
				action,
				answer,
			})),
		);
		const reached = new Error("the command was reached");
		/** In the place of what a command is given. */
		const tripwire = new Proxy({} as never, {
			get() {
				throw reached;
			},
		});
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...made),
				fc.array(word, { maxLength: 5 }),
				async ({ data, action, answer }, words) => {
					const id = customId(data.name, action, ...words);
					const outcome = await answer(tripwire, tripwire, readCustomId(id).rest).catch((error: unknown) => error);
					if (outcome instanceof UserError) expect(outcome.message).toBe(say("frame.outdated"));
					else expect(id.length).toBeLessThanOrEqual(LONGEST_CUSTOM_ID);
					if (outcome instanceof Error && !(outcome instanceof UserError)) expect(outcome).toBe(reached);
				},
			),
			{ numRuns: runs(500) },
		);
	});
});

describeOnBoth("a room of another server", (engine) => {
	it("keeps its regular host, whoever forges its id", async () => {
		const { discord, asked, henry, stage, anna } = await withAnAnswer(await engine.databaseUrl());
		const other = discord.addServer({ name: "Other" });
		const boss = other.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		const theirs = other.addStage("Theirs");
		await boss.runs("server set room", { room: theirs, "regular-host": boss }).then(shownBy);
		await anna.runs("server set room", { room: stage, "regular-host": henry }).then(shownBy);
		const answer = await shownBy(await asked.forges(`server:no-regular-host:${theirs.id}`));
		expect(answer).toBe("That room is not on this server any more. Nothing was changed.");
		expect(await shownBy(await boss.runs("server show"))).toContain(`<#${theirs.id}> <@${boss.id}>`);
		expect(await shownBy(await asked.forges(`server:no-regular-host:${stage.id}`))).toContain("**Regular host**: none");
	});

	it("is not changed in the store, either", async () => {
		const store = await openTestStore(engine);
		await saveRoom(store, { id: "room", serverId: "theirs" }, { regular_host_id: "bea" });
		await saveRoom(store, { id: "room", serverId: "ours" }, { regular_host_id: null });
		expect(await roomSetting(store, "room")).toMatchObject({ server_id: "theirs", regular_host_id: "bea" });
	});
});
