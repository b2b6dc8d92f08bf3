import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Chinese, simplified. Form: no 你, no 您; the name first. */
export const zhCN: Language = {
	tag: "zh-CN",
	label: "简体中文",
	english: "Chinese (simplified)",
	between: "",
	hours: { 0: "晚上好", 1: null, 5: "早上好", 11: "中午好", 13: "下午好", 18: "晚上好" },
	plainGreeting: "欢迎",
	neutralName: "亲爱的来宾",
	neutralAmong: "另一位来宾",
	misnamed: "（抱歉，刚才叫错了名字）",
	texts: {
		early: [
			"{name}，{greeting}！来得真早，好位置任选。开始时间：{start}。",
			"{name}，快请进！先喝杯茶，歇一歇。开始时间：{start}。",
		],
		onTime: ["{name}，{greeting}！感谢抽空前来。", "{name}来啦，请随便坐！", "{name}，{greeting}！很高兴在这里相见。"],
		late: ["{name}，{greeting}！来了就好，不晚。", "{name}，快请进！茶还热着呢。", "先停一下，欢迎{name}！"],
		note: ["现在讲到：{note}", "这样马上就能跟上：{note}"],
		returning: [
			"又见面了，真好。",
			"老座位还留着。",
			"{visits, plural, =2 {第二次相聚，格外高兴。} other {有老朋友在，心里踏实。}}",
		],
		expected: ["我们一直在期待。", "正盼着呢。"],
		missed: ["抱歉，刚才没能在门口迎接，是我的疏忽。", "刚才没来得及打招呼，对不起，是我的不是。"],
		afterHours: closed(
			["{name}，{greeting}！现在没有活动，不过欢迎进来坐坐。", "{name}，请进！椅子收起来了，灯还亮着。"],
			"下一场：{next}",
			" 内容回顾： {recap}",
		),
		lookBack: [writeClosed({ opening: "{name}，{greeting}！", next: null, recap: " 内容回顾： {recap}" })],
		thanks: ["{name}，感谢一路相伴！", "{name}，谢谢前来，下次再见！"],
	},
};
