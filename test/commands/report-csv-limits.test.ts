import { inflateRawSync } from "node:zlib";
import type { AttachmentBuilder } from "discord.js";
import { describe, expect, it } from "vitest";
import { csvPresses } from "../../commands/report/csv.ts";
import { ScaledClock } from "../../rehearsal/scaled-clock.ts";
import { keepCsvFiles } from "../../src/after/attendance-csv/csv-files.ts";
import type { AskMemberNames } from "../../src/member-names.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { createWorld } from "../../src/rooms/world.ts";
import { openTestStore, sqlite } from "../engines.ts";
import { STANDING_STILL, skipUntil } from "../journeys/journey.ts";
import { attendanceOf, sessionRow, stayOf } from "../store/rows.ts";

/** What a host, who presses CSV in their direct messages, is answered; files there may be so large. */
async function pressedWith({ limit, named }: { limit?: number; named?: () => Promise<void> }) {
	const store = await openTestStore(sqlite);
	const clock = new ScaledClock({ speed: STANDING_STILL });
	const session = sessionRow({ host_id: "henry", closed_at: 1, server_id: "acme" });
	await store.insertInto("session").values(session).execute();
	const ids = Array.from({ length: 90 }, (_, n) => `guest ${n}`);
	await store
		.insertInto("attendance")
		.values(ids.map((id) => attendanceOf(session.id, id)))
		.execute();
	await store
		.insertInto("stay")
		.values(ids.map((id) => stayOf(session.id, id)))
		.execute();
	const namesOf: AskMemberNames = async (_serverId, userIds) => {
		if (userIds.length > 1) await named?.(); // not where it is asked only whether the host is a member
		return new Map(userIds.map((id) => [id, id]));
	};
	const said: string[] = [];
	const context = {
		...{
			store,
			clock,
			namesOf,
			say: phrasesIn("en"),
			world: createWorld(),
			expectations: { at: () => null, atEnd: () => null },
		},
		csvFiles: keepCsvFiles({
			store,
			clock,
			profiles: createProfiles(store, clock),
			wishes: { of: async () => new Map() },
		}),
		meanwhile: async (words: string) => void said.push(words),
	};
	const interaction = { guildId: null, user: { id: "henry" }, memberPermissions: null, attachmentSizeLimit: limit };
	const press = () => csvPresses.csv(interaction as never, context as never, [session.id]);
	return { clock, said, press };
}

function filesOf(reply: Awaited<ReturnType<typeof csvPresses.csv>>) {
	if (typeof reply === "string" || !("files" in reply)) throw new Error("there is no file");
	return reply as { content: string; files: AttachmentBuilder[] };
}

describe("a file that is larger than what Discord takes", () => {
	it("is packed", async () => {
		const { press } = await pressedWith({ limit: 5_000 });
		const { content, files } = filesOf(await press());
		expect(content).toMatch(/packed as a ZIP/);
		expect(files.map(({ name }) => name)).toEqual(["attendees-1970-01-01.zip"]);
		const archive = files[0]?.attachment as Buffer;
		expect(archive.length).toBeLessThanOrEqual(5_000);
		const begins = 30 + archive.readUInt16LE(26);
		const csv = inflateRawSync(archive.subarray(begins, begins + archive.readUInt32LE(18))).toString();
		expect(csv).toMatch(/^\ufeffAttendee Report,/);
		expect(csv.match(/<@guest \d+>/g)).toHaveLength(90);
	});

	it("cannot be handed over where it is too large even so", async () => {
		const { press } = await pressedWith({ limit: 100 });
		await expect(press()).rejects.toThrow("larger than Discord takes here, even packed");
	});
});

it("is there for who comes back for it, when it took longer than an answer can wait", async () => {
	const late = Promise.withResolvers<void>();
	const { clock, said, press } = await pressedWith({ named: () => late.promise });
	let answer: unknown;
	void press().then((reply) => (answer = reply));
	await skipUntil({ clock }, () => answer !== undefined, 3_000);
	expect(answer).toMatch(/^This takes longer than Discord lets an answer wait/);
	expect(said.length).toBeGreaterThan(100);
	late.resolve();
	clock.skip(60_000);
	expect(filesOf(await press()).content).toMatch(/^Who came to \*\*Pottery\*\*: 90 people/);
});
