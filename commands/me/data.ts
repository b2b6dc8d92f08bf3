import { AttachmentBuilder } from "discord.js";
import type { Context, Message } from "../../src/command.ts";
import { storedOf } from "../../src/guests/data.ts";
import { type Asker, placeIn, whoseOf } from "./asker.ts";

/** What the file is called in which somebody gets what is stored of them. */
const FILE = "byname-data.json";

/** Gives somebody a file with all that is stored of them, on this server or everywhere. */
export async function dataOf(asker: Asker, { store, clock, say }: Context): Promise<Message> {
	const whose = whoseOf(asker);
	const place = placeIn(asker);
	const stored = await storedOf(store, whose);
	const data = {
		about: say("me.data.about", { where: place.where }),
		user_id: whose.userId,
		server_id: whose.serverId,
		read_at: new Date(clock.now()).toISOString(),
		stored: stored.map(({ kind, table, rows }) => ({ what: say(`me.data.what.${kind}`), table, rows })),
	};
	const file = new AttachmentBuilder(Buffer.from(`${JSON.stringify(data, null, 2)}\n`), { name: FILE });
	const elsewhere = whose.serverId === null ? [] : [say("me.elsewhere")];
	return { content: [say("me.data.answer", place), ...elsewhere].join("\n"), files: [file] };
}
