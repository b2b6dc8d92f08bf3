import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Korean. Form: 해요체 with 합니다 for thanks and apology; 님; the name first; names joined by commas, never 및. */
export const ko: Language = {
	tag: "ko",
	label: "한국어",
	english: "Korean",
	between: " ",
	joined: { comma: ", ", and: ", " },
	honorific: " 님",
	hours: { 0: null, 5: "좋은 아침입니다", 11: null },
	plainGreeting: "안녕하세요",
	neutralName: "게스트",
	neutralAmong: "또 다른 게스트",
	misnamed: " (이름을 잘못 불러 죄송합니다)",
	texts: {
		early: [
			"{name} 님, {greeting}! 일찍 오셨네요. 편한 자리에 앉으세요. 시작: {start}.",
			"{name} 님, 어서 오세요! 아직 준비 중이니 편히 계세요. 시작: {start}.",
		],
		onTime: [
			"{name} 님, {greeting}! 함께해 주셔서 감사합니다.",
			"{name} 님, 어서 오세요! 편하게 즐겨 주세요.",
			"{name} 님, 반갑습니다! 기다리고 있었어요.",
		],
		late: [
			"{name} 님, 잘 오셨어요! 함께해 주셔서 감사합니다.",
			"{name} 님, 어서 오세요! 자리 비워 뒀어요.",
			"잠깐만요, {name} 님이 오셨네요. 반갑습니다!",
		],
		note: ["지금 이야기 중인 내용: {note}", "바로 따라오실 수 있게: {note}"],
		returning: [
			"다시 찾아 주셨네요.",
			"늘 계시던 곳, 그대로예요.",
			"{visits, plural, =2 {벌써 두 번째네요.} other {자주 뵈니 든든해요.}}",
		],
		expected: ["오실 줄 알았어요.", "뵙기를 고대했습니다."],
		missed: ["들어오실 때 인사드리지 못해 죄송합니다. 제 불찰입니다.", "인사가 늦었습니다. 죄송합니다, 제 실수예요."],
		afterHours: closed(
			[
				"{name} 님, {greeting}! 지금은 모임이 없지만 편하게 들어오세요.",
				"{name} 님, 어서 오세요! 지금은 조용하지만 문은 열려 있어요.",
			],
			" 다음 모임: {next}",
			" 지난 내용: {recap}",
		),
		lookBack: [writeClosed({ opening: "{name} 님, {greeting}!", next: null, recap: " 지난 내용: {recap}" })],
		thanks: ["{name} 님, 와 주셔서 감사합니다!", "{name} 님, 함께해서 즐거웠어요. 다음에 또 봬요!"],
	},
};
