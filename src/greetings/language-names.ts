/** Every language: its tag, what its speakers call it, and what English does. English first, the others by their tags. */
export const LANGUAGE_NAMES = [
	["en", "English", "English"],
	["bg", "Български", "Bulgarian"],
	["cs", "Čeština", "Czech"],
	["da", "Dansk", "Danish"],
	["de", "Deutsch", "German"],
	["el", "Ελληνικά", "Greek"],
	["es-419", "Español (Latinoamérica)", "Spanish (Latin America)"],
	["es-ES", "Español", "Spanish"],
	["fi", "Suomi", "Finnish"],
	["fr", "Français", "French"],
	["hi", "हिन्दी", "Hindi"],
	["hr", "Hrvatski", "Croatian"],
	["hu", "Magyar", "Hungarian"],
	["id", "Bahasa Indonesia", "Indonesian"],
	["it", "Italiano", "Italian"],
	["ja", "日本語", "Japanese"],
	["ko", "한국어", "Korean"],
	["lt", "Lietuvių", "Lithuanian"],
	["nl", "Nederlands", "Dutch"],
	["no", "Norsk", "Norwegian"],
	["pl", "Polski", "Polish"],
	["pt-BR", "Português do Brasil", "Portuguese (Brazil)"],
	["ro", "Română", "Romanian"],
	["ru", "Русский", "Russian"],
	["sv-SE", "Svenska", "Swedish"],
	["th", "ไทย", "Thai"],
	["tr", "Türkçe", "Turkish"],
	["uk", "Українська", "Ukrainian"],
	["vi", "Tiếng Việt", "Vietnamese"],
	["zh-CN", "简体中文", "Chinese (simplified)"],
	["zh-TW", "繁體中文", "Chinese (traditional)"],
] as const;

/** What its speakers call the language with this tag. */
export function ownNameOf(tag: string): string {
	return LANGUAGE_NAMES.find(([known]) => known === tag)?.[1] ?? tag;
}
