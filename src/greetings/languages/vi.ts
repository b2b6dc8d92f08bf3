import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Vietnamese. Form: no bạn, anh, chị: they depend on age and gender. */
export const vi: Language = {
	tag: "vi",
	label: "Tiếng Việt",
	english: "Vietnamese",
	between: " ",
	hours: {
		0: "Chào buổi tối",
		1: null,
		5: "Chào buổi sáng",
		11: "Chào buổi trưa",
		13: "Chào buổi chiều",
		18: "Chào buổi tối",
	},
	plainGreeting: "Xin chào",
	neutralName: "vị khách quý",
	neutralAmong: "một vị khách nữa",
	misnamed: " (xin lỗi vì đã gọi sai tên)",
	texts: {
		early: [
			"{greeting}, {name}! Đến sớm thì được chọn chỗ đẹp nhất. Bắt đầu {start}.",
			"Mời vào, {name}! Vẫn kịp uống một tách trà. Bắt đầu {start}.",
		],
		onTime: [
			"{greeting}, {name}! Cảm ơn đã đến tham gia.",
			"Mời vào, {name}! Cứ tự nhiên như ở nhà nhé.",
			"{greeting}, {name}! Rất vui được gặp mặt.",
		],
		late: [
			"{greeting}, {name}! Đến được là vui rồi.",
			"Mời vào, {name}! Vẫn còn chỗ đẹp.",
			"Xin dừng một chút để chào mừng {name}!",
		],
		note: ["Hiện đang ở phần: {note}", "Để theo kịp ngay: {note}"],
		returning: [
			"Gặp lại người quen, còn gì bằng.",
			"Chiếc ghế quen vẫn ở đó.",
			"{visits, plural, =2 {Vậy là lần thứ hai rồi.} other {Lần nào gặp cũng vui.}}",
		],
		expected: ["Ai cũng đang mong.", "Mong mãi đến lúc này."],
		missed: ["Xin lỗi vì đã không ra cửa đón. Lỗi là ở tôi.", "Vào mà chưa ai chào, thật xin lỗi. Lỗi của tôi."],
		afterHours: closed(
			[
				"{greeting}, {name}! Hiện đang đóng cửa, nhưng cứ vào nhé.",
				"Mời vào, {name}! Ghế đã xếp gọn, nhưng cửa vẫn mở.",
			],
			" Buổi tiếp theo: {next}",
			" Nội dung đã qua: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Nội dung đã qua: {recap}" })],
		thanks: ["Cảm ơn đã đến, {name}!", "Cảm ơn nhiều, {name}. Hẹn gặp lại!"],
	},
};
