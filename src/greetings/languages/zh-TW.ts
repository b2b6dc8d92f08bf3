import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Chinese, traditional. Form: no 你, no 您; the name first; Taiwan's words (位子, 早安). */
export const zhTW: Language = {
	tag: "zh-TW",
	label: "繁體中文",
	english: "Chinese (traditional)",
	between: "",
	hours: { 0: "晚安", 1: null, 5: "早安", 11: "午安", 18: "晚安" },
	plainGreeting: "歡迎",
	neutralName: "親愛的來賓",
	neutralAmong: "另一位來賓",
	misnamed: "（抱歉，剛才叫錯了名字）",
	texts: {
		early: [
			"{name}，{greeting}！這麼早到，好位子任選。開始時間：{start}。",
			"{name}，快請進！先喝杯茶，休息一下。開始時間：{start}。",
		],
		onTime: ["{name}，{greeting}！感謝撥空參加。", "{name}來了，請隨意坐！", "{name}，{greeting}！很高興在這裡相見。"],
		late: ["{name}，{greeting}！來了就好，不算晚。", "{name}，快請進！茶還熱著。", "先停一下，歡迎{name}！"],
		note: ["目前進行到：{note}", "這樣馬上就能跟上：{note}"],
		returning: [
			"又見面了，真好。",
			"老座位還留著。",
			"{visits, plural, =2 {第二次相聚，格外開心。} other {有老朋友在，心裡踏實。}}",
		],
		expected: ["我們一直很期待。", "正盼著呢。"],
		missed: ["抱歉，剛才沒能在門口迎接，是我的疏忽。", "剛才沒來得及打招呼，不好意思，是我的錯。"],
		afterHours: closed(
			["{name}，{greeting}！現在沒有活動，不過歡迎進來坐坐。", "{name}，請進！椅子收起來了，燈還亮著。"],
			"下一場：{next}",
			" 內容回顧： {recap}",
		),
		lookBack: [writeClosed({ opening: "{name}，{greeting}！", next: null, recap: " 內容回顧： {recap}" })],
		thanks: ["{name}，感謝一路相伴！", "{name}，謝謝參加，下次見！"],
	},
};
