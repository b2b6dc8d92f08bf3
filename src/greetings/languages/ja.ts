import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Japanese. Form: です・ます, さん; the name first. */
export const ja: Language = {
	tag: "ja",
	label: "日本語",
	english: "Japanese",
	between: "",
	honorific: "さん",
	hours: { 0: "こんばんは", 5: "おはようございます", 11: "こんにちは", 18: "こんばんは" },
	plainGreeting: "ようこそ",
	neutralName: "ゲスト",
	neutralAmong: "もうひとりのゲスト",
	misnamed: "（お名前を間違えてしまい、申し訳ありません）",
	texts: {
		early: [
			"{name}さん、{greeting}！お早いお越し、ありがとうございます。お好きな席へどうぞ。開始：{start}。",
			"{name}さん、{greeting}！まだ準備中ですが、どうぞおくつろぎください。開始：{start}。",
		],
		onTime: [
			"{name}さん、{greeting}！ご参加ありがとうございます。",
			"{name}さん、お待ちしていました。ごゆっくりお楽しみください。",
			"{name}さん、{greeting}！ご一緒できてうれしいです。",
		],
		late: [
			"{name}さん、{greeting}！お越しいただけてうれしいです。",
			"{name}さん、どうぞお入りください。お席、ご用意しています。",
			"お話の途中ですが、{name}さん、ようこそ！",
		],
		note: ["ただいまの内容：{note}", "いま、こちらです：{note}"],
		returning: [
			"またお会いできましたね。",
			"いつものお顔に会えて、ほっとします。",
			"{visits, plural, =2 {お会いするのは二度目ですね。} other {いつもの椅子も、そのままです。}}",
		],
		expected: ["お会いできるのを楽しみにしていました。", "きっと来てくださると思っていました。"],
		missed: [
			"ご入室の際にお迎えできず、申し訳ありませんでした。こちらの不手際です。",
			"ごあいさつが遅れてしまい、申し訳ありません。こちらの不注意でした。",
		],
		afterHours: closed(
			[
				"{name}さん、{greeting}！ただいまお休み中ですが、どうぞお入りください。",
				"{name}さん、ようこそ！いまは時間外ですが、扉は開いています。",
			],
			"次回：{next}",
			" 前回の内容： {recap}",
		),
		lookBack: [writeClosed({ opening: "{name}さん、{greeting}！", next: null, recap: " 前回の内容： {recap}" })],
		thanks: [
			"{name}さん、ご参加ありがとうございました！",
			"{name}さん、ありがとうございました。またお会いできる日を楽しみにしています。",
		],
	},
};
