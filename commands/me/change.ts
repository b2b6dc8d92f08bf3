import type { ModalSubmitInteraction } from "discord.js";
import type { Context, Message } from "../../src/command.ts";
import { safeName } from "../../src/greetings/names.ts";
import { chooseToBeCalled } from "../../src/guests/naming.ts";
import { isUnused } from "../../src/guests/unused-names.ts";
import { wishesIn } from "../../src/guests/wishes.ts";
import { type Phrase, phrase } from "../../src/phrases/phrases.ts";
import { askForCorrections } from "../../src/store/corrections.ts";
import { sessionsThatAreOn } from "../../src/store/forgetting.ts";
import { EVERYWHERE, savePerson, unsayNamed } from "../../src/store/people.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { type Asker, isDirect, peopleHere, placeOf, sessionAround, type Where } from "./asker.ts";
import { languageNews } from "./language.ts";
import { myGreeting } from "./my-greeting.ts";
import { readNameForm } from "./name-form.ts";

/** Stores what somebody wants to be called, and shows what they are called now. */
export async function saveName(interaction: ModalSubmitInteraction, asker: Asker, context: Context): Promise<Message> {
	const { where: of, ...naming } = readNameForm(interaction, asker);
	const { store, clock } = context;
	const place = { userId: asker.userId, serverId: placeOf(asker, of), askedOn: asker.serverId, at: clock.now() };
	const { name, corrected } = await chooseToBeCalled(store, place, naming, await othersHere(asker, context));
	const session = await tellOfChange(asker, context, corrected);
	const news = [...(await nameNews(name, asker, context)), ...puttingRight(corrected)];
	return myGreeting(asker, context, { news, session });
}

/** Stores whether somebody wants to be named nowhere in public. */
export async function setQuiet(asker: Asker, context: Context, of: Where, isQuiet: boolean): Promise<Message> {
	const { store, clock } = context;
	const serverId = placeOf(asker, of);
	const who = { userId: asker.userId, serverId, at: clock.now() };
	const corrected = await store.transaction().execute(async (db) => {
		// Who wants to be named nowhere at all means it for servers, too, where they wanted to be named before.
		if (isQuiet && serverId === EVERYWHERE) await unsayNamed(db, who.userId);
		await savePerson(db, who, { quiet: isQuiet ? 1 : 0 });
		return isQuiet ? askForCorrections(db, { ...who, userIds: [who.userId], sorry: false, mustGo: true }) : [];
	});
	const session = await tellOfChange(asker, context, corrected);
	const place = serverId === EVERYWHERE ? "everywhere" : "here";
	const news = [phrase(isQuiet ? "me.quiet.on" : "me.quiet.off", { where: place })];
	return myGreeting(asker, context, { news, session });
}

/** Stores in which language somebody wants to be greeted. */
export async function setLanguage(asker: Asker, context: Context, of: Where, language: string): Promise<Message> {
	const { store, clock } = context;
	const serverId = placeOf(asker, of);
	await savePerson(store, { userId: asker.userId, serverId, at: clock.now() }, { language });
	const session = await tellOfChange(asker, context, []);
	const news = [languageNews(language, serverId === EVERYWHERE ? "everywhere" : "here")];
	return myGreeting(asker, context, { news, session });
}

/** All who are in the server's rooms, by the names that Discord shows and by those that they have chosen. */
async function othersHere(asker: Asker, context: Context): Promise<{ id: string; name: string }[]> {
	const shown = peopleHere(asker, context);
	const ids = shown.map(({ id }) => id);
	const wishes = ids.length === 0 ? [] : await wishesIn(context.store, asker.serverId, ids);
	return [...shown, ...[...wishes].flatMap(([id, { called }]) => (called === null ? [] : [{ id, name: called }]))];
}

/** What is said of a name that was saved: no more than what holds where they ask. */
async function nameNews(name: string | null, asker: Asker, { store }: Context): Promise<Phrase[]> {
	const called = (await wishesIn(store, asker.serverId, [asker.userId])).get(asker.userId)?.called ?? null;
	if (called === name)
		return [name === null ? phrase("me.name.givenBack") : phrase("me.name.saved", { name: safeName(name) })];
	const isOutOfUse = name !== null && (await isUnused(store, asker, name)); // here; everywhere else it counts
	return [isOutOfUse ? phrase("me.name.savedElsewhere", { name: safeName(name) }) : phrase("me.name.kept")];
}

function puttingRight(corrected: readonly string[]): Phrase[] {
	return corrected.length > 0 ? [phrase("me.name.puttingRight")] : [];
}

/**
 * From now on they are greeted so, also where they have been in these channels of late, and the cues of their sessions say so.
 * Resolves with the session that they are in.
 */
async function tellOfChange(
	asker: Asker,
	context: Context,
	corrected: readonly string[],
): Promise<SessionRow | undefined> {
	const { store, wishes, corrections, cue } = context;
	wishes.changed(asker.userId);
	corrections.look(corrected);
	if (isDirect(asker)) {
		const sessions = await sessionsThatAreOn(store, { userId: asker.userId, serverId: null });
		for (const { id, holdsThem } of sessions) if (holdsThem) cue(id);
		return undefined;
	}
	const session = await sessionAround(asker, context);
	if (session) cue(session.id);
	return session;
}
