import { ActionRowBuilder, ButtonBuilder, ButtonStyle, ModalBuilder, StringSelectMenuBuilder } from "discord.js";
import { type Answerable, type Context, customId, type Message } from "../../src/command.ts";
import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import type { Setting } from "../../src/profiles/setting-rules.ts";
import { storable } from "../../src/storable.ts";
import { UserError } from "../../src/user-error.ts";
import { nameOf } from "../settings/options.ts";
import { CONTROLS } from "./controls.ts";
import { LONGEST_GIVEN } from "./fields.ts";
import { mySettings, type PressNews } from "./my-settings.ts";
import { saveOwn } from "./save.ts";

/** The form that changes a setting. What is given stands in it, else what holds. */
export async function formFor(
	setting: Setting,
	{ guild, guildId, user, locale }: Answerable,
	{ profiles, clock, say: reader }: Context,
	given?: string,
): Promise<ModalBuilder> {
	const control = CONTROLS[setting];
	const holds = given ?? control.holds(await profiles.of(guildId, user.id));
	const say = phrasesIn(reader.language);
	return new ModalBuilder()
		.setCustomId(customId("host", "save", setting))
		.setTitle(say(nameOf(setting)))
		.addLabelComponents(control.parts(holds, { guild, say, locale, at: clock.now() }));
}

/** Changes a setting to what is given, and shows the settings anew; above them what is wrong with that, if something is. */
export async function changeTo(
	given: string,
	setting: Setting,
	interaction: Answerable,
	context: Context,
): Promise<Message> {
	const news = await tryChange(given, setting, interaction, context);
	return { ...(await mySettings(interaction, context, news)), replaces: true };
}

async function tryChange(
	given: string,
	setting: Setting,
	interaction: Answerable,
	context: Context,
): Promise<PressNews> {
	try {
		await saveOwn(interaction, context, await CONTROLS[setting].change(given, interaction, context));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return refusal(error, given, setting, interaction, context);
	}
	return { words: context.say("host.mySettings.saved", { setting: phrase(nameOf(setting)) }), rows: [] };
}

/** Says what is wrong, and offers what may be meant, and the form with what was given. */
function refusal(
	error: UserError,
	given: string,
	setting: Setting,
	{ locale }: Answerable,
	{ say, clock }: Context,
): PressNews {
	const { mending } = CONTROLS[setting];
	const meant = mending?.meant(given, { locale, at: clock.now() }) ?? [];
	const how = mending && say(meant.length > 0 ? "host.mySettings.chooseBelow" : mending.otherwise);
	const menu = new StringSelectMenuBuilder()
		.setCustomId(customId("host", "take", setting))
		.setPlaceholder(say("host.mySettings.didYouMean"))
		.addOptions(meant);
	const again = new ButtonBuilder()
		.setCustomId(customId("host", "again", setting, storable(given.slice(0, LONGEST_GIVEN))))
		.setLabel(say("host.mySettings.again"))
		.setStyle(ButtonStyle.Primary);
	return {
		words: [error.in(say), how ?? ""].join(" ").trim(),
		rows: [
			...(meant.length > 0 ? [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] : []),
			new ActionRowBuilder<ButtonBuilder>().addComponents(again),
		],
	};
}
