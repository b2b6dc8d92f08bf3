import { chooseName, safeName } from "../greetings/names.ts";
import { phrase } from "../phrases/phrases.ts";
import { askForCorrections } from "../store/corrections.ts";
import { personOn, savePerson, timesRenamed, unsayName } from "../store/people.ts";
import type { Store } from "../store/queryable.ts";
import { UserError } from "../user-error.ts";
import { isTaken } from "./look-alike.ts";
import { isUnused } from "./unused-names.ts";

/** Somebody may choose so many names a day, so that nobody makes a stage of it. */
const MOST_NAMES_A_DAY = 3;

/** What somebody wants to be called: "" for as Discord shows them. */
export interface ChosenName {
	called: string;
	/** How it is said, in letters; "" for nothing. */
	sound: string;
}

/** What came of somebody's wish to be called something. */
interface Chosen {
	/** The name as it is kept; null for as Discord shows them. */
	name: string | null;
	/** The channels where greetings of the last hour call them otherwise, which is asked to be put right. */
	corrected: string[];
}

/**
 * Stores what somebody wants to be called, on a server or everywhere. `others` are those from whom they have to be told apart. Throws a `UserError` where
 * that cannot be.
 */
export async function chooseToBeCalled(
	store: Store,
	{ userId, serverId, askedOn, at }: { userId: string; serverId: string; askedOn: string; at: number },
	{ called, sound }: ChosenName,
	others: Iterable<{ id: string; name: string }>,
): Promise<Chosen> {
	const name = called.trim() === "" ? null : chooseName({ nick: called });
	if (name === "") throw new UserError(phrase("me.name.unreadable"));
	if (name !== null && isTaken({ id: userId, name }, others)) {
		throw new UserError(phrase("me.name.taken", { name: safeName(name) }));
	}
	const said = chooseName({ nick: sound }) || null;
	return store.transaction().execute(async (db) => {
		if (name !== null && (await isUnused(db, { userId, serverId }, name))) {
			throw new UserError(phrase("me.name.outOfUse", { name: safeName(name) }));
		}
		const before = await personOn(db, userId, serverId);
		const day = new Date(at).toISOString().slice(0, 10);
		const isNew = name !== null && name !== before?.called;
		if (isNew && (await timesRenamed(db, userId, day)) >= MOST_NAMES_A_DAY) {
			throw new UserError(phrase("me.name.tooOften", { most: MOST_NAMES_A_DAY }));
		}
		const times = before?.renamed_on === day ? before.renamed_times : 0;
		const counted = isNew && { renamed_on: day, renamed_times: times + 1 };
		// Who says it for everywhere means it for the server, too, where they say it.
		if (name !== null && askedOn !== serverId) await unsayName(db, userId, askedOn);
		await savePerson(db, { userId, serverId, at }, { called: name, sound: said, ...counted });
		const corrected = isNew
			? await askForCorrections(db, { userIds: [userId], serverId, at, sorry: true, mustGo: false })
			: [];
		return { name, corrected };
	});
}
