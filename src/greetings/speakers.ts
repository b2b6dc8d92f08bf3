import { isShared, type Speaker } from "./arrange.ts";
import type { Greeting, Scene } from "./greeting.ts";
import type { Language } from "./language.ts";
import { languageOf } from "./languages.ts";
import { sayingFor } from "./saying.ts";
import { OPTIONAL, TEXT_KEYS, type TextKey, type Texts } from "./texts.ts";
import type { Voice } from "./voice.ts";

/** In so many languages besides the host's a message speaks at most: in more, nobody would find their own line. */
const MOST_OTHERS = 2;

/**
 * Returns who speaks to each person of one message: its host or, in the language that this person has chosen, Byname in its
 * own words. People have to come in their order. The languages that come up first are spoken, and who would bring one
 * more hears the host; so what somebody hears never depends on who comes after them.
 */
export function speakersFor(voice: Voice, scene: Scene): (greeting: Pick<Greeting, "language">) => Speaker {
	const own = languageOf(voice.language);
	const host: Speaker = { voice, language: own, say: sayingFor(voice, own, scene), isHost: true, bagOf: (key) => key };
	const others = new Map<Language, Speaker>();
	return ({ language: tag }) => {
		const language = tag === undefined ? own : languageOf(tag);
		if (language === own) return host;
		const known = others.get(language);
		if (known !== undefined || others.size === MOST_OTHERS) return known ?? host;
		const speaker = inAnother(language, host, scene);
		others.set(language, speaker);
		return speaker;
	};
}

/** Who speaks another language in place of a host. The host's note stays as it was written, with the words around it. */
function inAnother(language: Language, host: Speaker, scene: Scene): Speaker {
	const texts = textsIn(language, host.voice);
	// One that names people would have to be said in each line, between names that are joined in another language.
	const isHostsNote = host.voice.texts.note.every((source) =>
		isShared("note", source, { minutes: 1, visits: 1 }, host),
	);
	const voice: Voice = {
		...host.voice,
		language: language.tag,
		texts: isHostsNote ? { ...texts, note: host.voice.texts.note } : texts,
		oldOrder: [],
	};
	const say = sayingFor(voice, language, scene);
	const isHosts = (key: TextKey) => key === "note" && isHostsNote;
	return {
		voice,
		language,
		say: (key, ...rest) => (isHosts(key) ? host.say(key, ...rest) : say(key, ...rest)),
		isHost: false,
		bagOf: (key) => (isHosts(key) ? key : `${language.tag} ${key}`),
	};
}

/** Byname's own texts in a language; what a host leaves out is left out in every language. */
function textsIn(language: Language, { texts }: Voice): Texts {
	const isLeftOut = (key: TextKey) =>
		(texts[key].length > 0 || OPTIONAL.includes(key)) && texts[key].every((source) => source === "");
	const leftOut = TEXT_KEYS.filter(isLeftOut).map((key) => [key, texts[key]] as const);
	return { ...language.texts, ...Object.fromEntries(leftOut) };
}
