import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { languageOf } from "../../src/greetings/languages.ts";
import type { TextKey } from "../../src/greetings/texts.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { textInLayer } from "../../src/profiles/text-in-layer.ts";
import { ALL_HOSTS, saveProfile, saveVariants } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";

describeOnBoth("textInLayer", (engine) => {
	const of = { serverId: "1", hostId: "7", key: "thanks" } as const;

	it("finds Byname's own text, in the host's language, where nobody has set one", async () => {
		const store = await openTestStore(engine);
		await saveProfile(store, "1", "7", { language: "de" });
		const text = await textInLayer(store, of);
		expect(text).toMatchObject({ language: "de", set: false, beneathIs: "byname" });
		expect(text.now).toEqual(languageOf("de").texts.thanks);
	});

	it("tells a host's text from the server's beneath it", async () => {
		const store = await openTestStore(engine);
		await saveVariants(store, { ...of, hostId: ALL_HOSTS, sources: ["Server {name}"] });
		await saveVariants(store, { ...of, sources: ["Host {name}", "Me {name}"] });
		await saveVariants(store, { ...of, hostId: "8", sources: ["Another {name}"] });
		expect(await textInLayer(store, of)).toEqual({
			language: "en",
			now: ["Host {name}", "Me {name}"],
			set: true,
			beneath: ["Server {name}"],
			beneathIs: "server",
			beneathVoice: expect.objectContaining({ texts: expect.objectContaining({ thanks: ["Server {name}"] }) }),
		});
		expect(await textInLayer(store, { ...of, hostId: ALL_HOSTS })).toMatchObject({
			now: ["Server {name}"],
			set: true,
			beneath: languageOf("en").texts.thanks,
			beneathIs: "byname",
		});
	});
});

describeOnBoth("a text saved before an apology came after the name", (engine) => {
	/** A database of that time, in which these texts were saved, as it is found today. */
	async function found(saved: readonly { hostId: string; key: TextKey; source: string }[]) {
		const url = await engine.databaseUrl();
		const before = await openStore(url, () => undefined);
		for (const { source, ...of } of saved) await saveVariants(before, { serverId: "1", ...of, sources: [source] });
		await sql`alter table variant drop column old_order`.execute(before);
		await sql`alter table session drop column language`.execute(before);
		await sql`delete from kysely_migration where name >= '0012-old-order'`.execute(before);
		await before.destroy();
		const store = await openStore(url, () => undefined);
		onTestFinished(() => store.destroy());
		const voice = async () => (await createProfiles(store, systemClock).of("1", "7")).voice;
		return { store, voice };
	}

	it("keeps to the order it was written for until it is edited", async () => {
		const { store, voice } = await found([
			{ hostId: "7", key: "missed", source: "Sorry! So:" },
			{ hostId: "7", key: "returning", source: "Back, {name}!" },
			{ hostId: "7", key: "onTime", source: "Hi {name}!" },
		]);
		expect(await voice()).toMatchObject({ oldOrder: ["returning", "missed"], texts: { missed: ["Sorry! So:"] } });
		await saveVariants(store, { serverId: "1", hostId: "7", key: "missed", sources: ["Sorry! So:"] });
		expect(await voice()).toMatchObject({ oldOrder: ["returning"], texts: { missed: ["Sorry! So:"] } });
	});

	it("gives way, with its order, to the one that a host sets over the server's, and comes back with it", async () => {
		const { store, voice } = await found([{ hostId: ALL_HOSTS, key: "missed", source: "Sorry! So:" }]);
		const hosts = { serverId: "1", hostId: "7", key: "missed" as const };
		await saveVariants(store, { ...hosts, sources: ["Pardon!"] });
		expect(await voice()).toMatchObject({ oldOrder: [], texts: { missed: ["Pardon!"] } });
		expect((await textInLayer(store, hosts)).beneathVoice).toMatchObject({ oldOrder: ["missed"] });
		await saveVariants(store, { ...hosts, sources: [] });
		expect(await voice()).toMatchObject({ oldOrder: ["missed"], texts: { missed: ["Sorry! So:"] } });
	});

	it("is all that does: texts of today do not", async () => {
		const { store, voice } = await found([]);
		await saveVariants(store, { serverId: "1", hostId: "7", key: "missed", sources: ["Sorry!"] });
		expect(await voice()).toMatchObject({ oldOrder: [] });
	});
});
