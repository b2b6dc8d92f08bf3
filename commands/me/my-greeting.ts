import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from "discord.js";
import { type Context, customId, type Message } from "../../src/command.ts";
import { safeName } from "../../src/greetings/names.ts";
import { isUnused } from "../../src/guests/unused-names.ts";
import type { Phrase } from "../../src/phrases/phrases.ts";
import { phrase } from "../../src/phrases/phrases.ts";
import type { Profile } from "../../src/profiles/profile.ts";
import { EVERYWHERE, type PersonRow, peopleOn } from "../../src/store/people.ts";
import type { SessionRow } from "../../src/store/sessions.ts";
import { type Asker, isDirect, placeIn, sessionAround, type Where } from "./asker.ts";
import { languageButtons, languageLines } from "./language.ts";

/** What one may choose for oneself where that holds everywhere. */
const ANYTHING: Profile["guestsMay"] = { chooseName: true, chooseLanguage: true };

/** Shows somebody how they are greeted, and lets them change it; below some news, if there are any. */
export async function myGreeting(
	asker: Asker,
	context: Context,
	{ news, session }: { news: readonly Phrase[]; session: SessionRow | undefined },
): Promise<Message> {
	const { store, profiles, say } = context;
	const profile = isDirect(asker) ? null : await profiles.of(asker.serverId, session?.host_id ?? null);
	const { chooseName: mayChoose, chooseLanguage: mayChooseLanguage } = profile?.guestsMay ?? ANYTHING;
	const said = await peopleOn(store, asker.serverId, [asker.userId]);
	const here = said.find((row) => row.server_id !== EVERYWHERE);
	const everywhere = said.find((row) => row.server_id === EVERYWHERE);
	const chosen = here?.called ?? everywhere?.called ?? null;
	const isOutOfUse = chosen !== null && (await isUnused(store, asker, chosen));
	const isQuiet = (here?.quiet ?? everywhere?.quiet) === 1;
	const place = placeIn(asker);
	const lines: Phrase[] = [
		...news,
		phrase("me.myGreeting.head", place),
		...nameLines(asker, { here, everywhere, mayChoose, isOutOfUse }),
		isQuiet ? phrase("me.myGreeting.quiet", { where: place.where }) : phrase("me.myGreeting.named"),
		...languageLines({ here, everywhere }, mayChooseLanguage),
	];
	const quiet = (of: Where) => quietButton(of, of === "everywhere" ? everywhere?.quiet === 1 : isQuiet);
	const buttons = [button("name"), ...(isDirect(asker) ? [] : [quiet("here")]), quiet("everywhere")];
	const languages = languageButtons(asker, { here, everywhere }, profile && { session, profile }, context);

	function button(action: "name" | "data" | "forget"): ButtonBuilder {
		const label = action === "name" ? say("me.myGreeting.change") : say(`me.myGreeting.${action}`);
		return new ButtonBuilder({ customId: customId("me", action), style: ButtonStyle.Secondary, label });
	}

	function quietButton(of: Where, isOn: boolean): ButtonBuilder {
		const button = new ButtonBuilder({
			customId: customId("me", isOn ? "named" : "quiet", of),
			style: ButtonStyle.Secondary,
		});
		return button.setLabel(
			isOn ? say("me.myGreeting.beNamed", { where: of }) : say("me.myGreeting.beQuiet", { where: of }),
		);
	}

	return {
		content: say({ kind: "lines", items: lines }),
		components: [buttons, languages, [button("data"), button("forget")]]
			.filter((row) => row.length > 0)
			.map((row) => new ActionRowBuilder<ButtonBuilder>().addComponents(row)),
	};
}

/** The same to somebody who has said nothing new. */
export async function showMyGreeting(asker: Asker, context: Context): Promise<Message> {
	return myGreeting(asker, context, { news: [], session: await sessionAround(asker, context) });
}

interface NamesSaid {
	here: PersonRow | undefined;
	everywhere: PersonRow | undefined;
	/** Chosen names count here. */
	mayChoose: boolean;
	/** A host has put this one out of use. */
	isOutOfUse: boolean;
}

function nameLines({ serverId, shown }: Asker, { here, everywhere, mayChoose, isOutOfUse }: NamesSaid): Phrase[] {
	const chosen = here?.called ? here : everywhere?.called ? everywhere : null;
	const source = chosen === null ? "discord" : chosen === here ? "server" : "everywhere";
	if (chosen === null && serverId === EVERYWHERE) return [phrase("me.myGreeting.calledNothing")];
	const asShown = phrase("me.myGreeting.called", { name: safeName(shown), source: "discord" });
	if (chosen === null) return [asShown];
	const name = safeName(chosen.called ?? "");
	if (!mayChoose) return [asShown, phrase("me.myGreeting.unused")];
	if (isOutOfUse) return [asShown, phrase("me.myGreeting.outOfUse", { name })];
	return [
		phrase("me.myGreeting.called", { name, source }),
		...(chosen.sound ? [phrase("me.myGreeting.sound", { sound: safeName(chosen.sound) })] : []),
	];
}
