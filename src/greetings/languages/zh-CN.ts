import type { Language } from "../language.ts";

/** Chinese, simplified. */
export const zhCN: Language = {
	tag: "zh-CN",
	label: "简体中文",
	between: "",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 11) return "早上好";
		if (hour >= 11 && hour < 13) return "中午好";
		if (hour >= 13 && hour < 18) return "下午好";
		return "晚上好";
	},
	plainGreeting: "你好",
	neutralName: "亲爱的来宾",
	texts: {
		early: ["{name}，{greeting}！来得真早，好位置任选。开始时间：{start}。"],
		onTime: ["{name}，{greeting}！感谢参加！"],
		late: ["{name}，{greeting}！很高兴您能赶来，感谢参加！"],
		note: ["目前进度：{note}"],
		returning: ["很高兴再次见面，这是第 {visits} 次光临。"],
		missed: ["抱歉，刚才没能在门口迎接，是我的疏忽。"],
		afterHours: [
			"{name}，{greeting}！本场已经结束，不过欢迎进来坐坐。" +
				"{recap, select, none {} other {内容回顾： {recap} }}" +
				"{next, select, none {} other {下一场：{next}}}",
		],
		thanks: ["{name}，感谢参加！"],
	},
};
