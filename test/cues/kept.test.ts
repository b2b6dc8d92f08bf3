import { expect, it } from "vitest";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth } from "../engines.ts";
import { skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { isStored, webinar } from "./webinar.ts";

const say = phrasesIn("en");
const TOLD = /^a host is told of trouble$/;

/** What somebody is told with the answer to their next command, besides the answer. */
async function addedTo(member: SimMember): Promise<string[]> {
	const shown = await member.runs("host show");
	await shownBy(shown);
	const next = await shown.reply(500).catch(() => null);
	return next ? [next.content] : [];
}

describeOnBoth(
	"a cue that cannot be delivered is told to the host with their next command, and in the status",
	(engine) => {
		it("when they take no direct messages", async () => {
			const { journey, server, stage, host } = await webinar(engine, { cueTo: "nowhere" });
			await until(() => journey.discord.commands.length > 0);
			await shownBy(await host.runs("host set", { cue: "dm" }));
			await server.addMember("Maya").joins(stage);
			await until(() => timesLogged(journey, TOLD) === 1);
			const olga = server.addMember({ globalName: "Olga", permissions: ["ManageGuild"] });
			expect(await addedTo(olga)).toEqual([]);
			expect([await addedTo(host), await addedTo(host)]).toEqual([[say("alert.cueDirect")], []]);
			expect(await shownBy(await host.runs("session status"))).toContain(`⚠️ ${say("alert.cueDirect")}`);
		});

		it("when its channel is deleted", async () => {
			const { journey, store, server, stage, backstage, host } = await webinar(engine);
			await until(() => journey.discord.commands.length > 0);
			await isStored(await backstage.nextMessage(), store);
			await backstage.remove();
			await server.addMember("Maya").joins(stage);
			await skipUntil(journey, () => timesLogged(journey, TOLD) === 1, 500);
			const words = say("alert.cue", { fault: say("trouble.cue.gone", { channel: `<#${backstage.id}>` }) });
			expect(await shownBy(await host.runs("session status"))).toContain(words);
		});

		it("when the permission to write there is taken, until it is given back", async () => {
			const { journey, server, stage, backstage, host, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
			await until(() => journey.discord.commands.length > 0);
			await backstage.deny("SendMessages");
			await backstage.deny("SendMessages", server.botRole);
			await asksForCue();
			await server.addMember("Maya").joins(stage);
			await until(() => timesLogged(journey, TOLD) === 1);
			const [words] = await addedTo(host);
			expect(words).toMatch(
				/^Your cue stays away from where you want it\. I lack \*Send Messages\* \(Channel settings/,
			);
			expect(await shownBy(await host.runs("session status"))).toContain("⚠️ Your cue stays away");
			await backstage.allow("SendMessages");
			await backstage.allow("SendMessages", server.botRole);
			await skipUntil(journey, () => backstage.messages.length > 0, 500);
			await until(async () => !(await shownBy(await host.runs("session status"))).includes("Your cue"));
		});

		it("and no more once they want none there", async () => {
			const { journey, server, stage, backstage, host, asksForCue } = await webinar(engine, { cueTo: "nowhere" });
			await until(() => journey.discord.commands.length > 0);
			const office = server.addTextChannel("office");
			await office.isOnlyFor(host);
			await backstage.deny("SendMessages", server.botRole);
			await backstage.deny("SendMessages");
			await asksForCue();
			await server.addMember("Maya").joins(stage);
			await until(() => timesLogged(journey, TOLD) === 1);
			const status = async () => shownBy(await host.runs("session status"));
			expect(await status()).toContain("⚠️ Your cue stays away");
			await shownBy(await host.runs("host set", { cue: "off" }));
			expect(await status()).not.toContain("Your cue");
			await shownBy(await host.runs("host set", { "cue-in": office }));
			expect(await status()).not.toContain("Your cue");
		});

		it("unless it is mended by then", async () => {
			const { journey, store, server, stage, backstage, host, asksForCue } = await webinar(engine, {
				cueTo: "nowhere",
			});
			await until(() => journey.discord.commands.length > 0);
			await backstage.deny("SendMessages", server.botRole);
			await backstage.deny("SendMessages");
			await asksForCue();
			await server.addMember("Maya").joins(stage);
			await until(() => timesLogged(journey, TOLD) === 1);
			await backstage.allow("SendMessages");
			await backstage.allow("SendMessages", server.botRole);
			await skipUntil(journey, () => backstage.messages.length > 0, 500);
			await until(async () => (await store.selectFrom("untold").selectAll().execute()).length === 0);
			expect(await addedTo(host)).toEqual([]);
		});
	},
);
