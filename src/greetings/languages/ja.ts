import type { Language } from "../language.ts";

/** Japanese. */
export const ja: Language = {
	tag: "ja",
	label: "日本語",
	between: "",
	honorific: "さん",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 11) return "おはようございます";
		if (hour >= 11 && hour < 18) return "こんにちは";
		return "こんばんは";
	},
	plainGreeting: "こんにちは",
	neutralName: "ゲスト",
	texts: {
		early: ["{greeting}、{name}さん！お早いですね。お好きな席へどうぞ。開始は{start}です。"],
		onTime: ["{greeting}、{name}さん！ご参加ありがとうございます！"],
		late: ["{greeting}、{name}さん！お越しいただけてうれしいです。ご参加ありがとうございます！"],
		note: ["現在の内容：{note}"],
		returning: ["またお会いできてうれしいです。{visits}回目のご参加ですね。"],
		missed: ["ご入室の際にお迎えできず、申し訳ありませんでした。こちらの不手際です。"],
		afterHours: [
			"{greeting}、{name}さん！本日は終了しましたが、どうぞお入りください。" +
				"{recap, select, none {} other {内容はこちらからご覧いただけます： {recap} }}" +
				"{next, select, none {} other {次回：{next}}}",
		],
		thanks: ["{name}さん、ご参加ありがとうございました！"],
	},
};
