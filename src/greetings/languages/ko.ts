import type { Language } from "../language.ts";

/** Korean. */
export const ko: Language = {
	tag: "ko",
	label: "한국어",
	between: " ",
	honorific: " 님",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 11) return "좋은 아침입니다";
		if (hour >= 18 && hour < 24) return "좋은 저녁입니다";
		return "안녕하세요";
	},
	plainGreeting: "안녕하세요",
	neutralName: "참가자",
	texts: {
		early: ["{greeting}, {name} 님! 일찍 오셨네요. 편한 자리에 앉으세요. 시작: {start}."],
		onTime: ["{greeting}, {name} 님! 함께해 주셔서 감사합니다!"],
		late: ["{greeting}, {name} 님! 와 주셔서 정말 기쁩니다. 함께해 주셔서 감사합니다!"],
		note: ["지금 진행 중인 내용: {note}"],
		returning: ["다시 뵙게 되어 반갑습니다. {visits}번째 방문이시네요."],
		missed: ["들어오셨을 때 맞이하지 못해 죄송합니다. 제 불찰입니다."],
		afterHours: [
			"{greeting}, {name} 님! 지금은 마쳤지만 편하게 들어오세요." +
				"{recap, select, none {} other { 지난 내용은 여기에서 보실 수 있습니다: {recap}}}" +
				"{next, select, none {} other { 다음 모임: {next}.}}",
		],
		thanks: ["{name} 님, 와 주셔서 감사합니다!"],
	},
};
