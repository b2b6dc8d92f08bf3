import { describe, expect, it } from "vitest";
import { openAcme } from "./acme.ts";

/** A client in Acme, and a way to ask for members there (op 8). */
async function askingClient() {
	const acme = await openAcme();
	const bot = await acme.logIn();
	const ask = (d: object) => bot.client.ws.shards.first()?.send({ op: 8, d: { guild_id: acme.server.id, ...d } });
	return {
		...acme,
		bot,
		ask,
		/** Asks, and waits for the answer. */
		async answerTo(d: object) {
			const chunk = bot.packet("GUILD_MEMBERS_CHUNK");
			ask(d);
			return (await chunk).d;
		},
	};
}

describe("a request for members", () => {
	it("is answered by id, guests as not found, and with its nonce", async () => {
		const { server, maya, answerTo } = await askingClient();
		maya.nick = "Maya from Acme";
		const guest = server.addMember({ globalName: "Gus", guest: true });
		expect(await answerTo({ user_ids: [maya.id, guest.id], nonce: "n1" })).toEqual({
			guild_id: server.id,
			members: [expect.objectContaining({ nick: "Maya from Acme" })],
			not_found: [guest.id],
			chunk_index: 0,
			chunk_count: 1,
			nonce: "n1",
		});
	});

	it("is answered for one id alone, and by the beginning of a name", async () => {
		const { server, maya, answerTo } = await askingClient();
		server.addMember("Max");
		expect(await answerTo({ user_ids: maya.id })).toMatchObject({ members: [{ user: { id: maya.id } }] });
		expect((await answerTo({ query: "ma", limit: 10 })).members).toHaveLength(2);
		expect((await answerTo({ query: "ma", limit: 1 })).members).toHaveLength(1);
	});

	it("names no more than 100", async () => {
		const { server, answerTo } = await askingClient();
		const ids = Array.from({ length: 120 }, (_, index) => server.addMember(`Guest ${index}`).id);
		expect(await answerTo({ user_ids: ids })).toMatchObject({ members: { length: 100 }, not_found: [] });
	});

	it("is answered without a nonce when that is longer than 32 bytes", async () => {
		const { maya, answerTo } = await askingClient();
		expect(await answerTo({ user_ids: [maya.id], nonce: "ä".repeat(17) })).not.toHaveProperty("nonce");
	});

	it("is noted, and not answered when the answer is lost or the server is not there", async () => {
		const { simulator, server, maya, bot, ask, answerTo } = await askingClient();
		simulator.fail.losePackets(1, "GUILD_MEMBERS_CHUNK");
		ask({ user_ids: [maya.id], nonce: "n1" });
		ask({ guild_id: "1", user_ids: [maya.id] });
		await answerTo({ user_ids: [maya.id], nonce: "n2" });
		expect(simulator.memberRequests).toEqual([
			{ serverId: server.id, userIds: [maya.id], nonce: "n1" },
			{ serverId: "1", userIds: [maya.id], nonce: undefined },
			{ serverId: server.id, userIds: [maya.id], nonce: "n2" },
		]);
		expect(bot.packets.filter(({ t }) => t === "GUILD_MEMBERS_CHUNK").map(({ d }) => d.nonce)).toEqual(["n2"]);
	});
});
