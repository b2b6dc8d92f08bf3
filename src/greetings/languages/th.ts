import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Thai. Form: no ครับ/ค่ะ, no ผม/ดิฉัน (they tell the speaker's gender); คุณ before every name; spaces instead of commas. */
export const th: Language = {
	tag: "th",
	label: "ไทย",
	english: "Thai",
	between: " ",
	joined: { comma: " ", and: " และ " },
	honorificBefore: "คุณ",
	hours: { 0: "สวัสดีตอนค่ำ", 1: null, 5: "สวัสดีตอนเช้า", 12: "สวัสดีตอนบ่าย", 16: "สวัสดีตอนเย็น", 18: "สวัสดีตอนค่ำ" },
	plainGreeting: "สวัสดี",
	neutralName: "ผู้ร่วมงาน",
	neutralAmong: "ผู้ร่วมงานอีกท่าน",
	misnamed: " (ขออภัยที่เรียกชื่อผิด)",
	texts: {
		early: ["{greeting} คุณ{name} มาก่อนเวลา เลือกที่นั่งดี ๆ ได้เลย เริ่ม {start}", "เชิญเลย คุณ{name} ยังมีเวลาจิบกาแฟ เริ่ม {start}"],
		onTime: ["{greeting} คุณ{name} ขอบคุณที่มาร่วมกัน", "ยินดีต้อนรับ คุณ{name} ตามสบายเลย", "{greeting} คุณ{name} ดีใจที่ได้พบกัน"],
		late: ["{greeting} คุณ{name} ดีใจที่มาได้", "เชิญเลย คุณ{name} ยังมีที่ว่างเสมอ", "ขอพักสักครู่ คุณ{name} มาถึงแล้ว ยินดีต้อนรับ"],
		note: ["ตอนนี้อยู่ที่: {note}", "จะได้ตามทัน: {note}"],
		returning: ["คิดถึงอยู่พอดี", "มุมประจำยังรออยู่", "{visits, plural, =2 {ครั้งที่สองแล้ว} other {เจอกันทีไรก็อบอุ่น}}"],
		expected: ["ตั้งตารออยู่เลย", "นึกอยู่แล้วว่าจะมา"],
		missed: ["ขอโทษที่ไม่ได้ไปต้อนรับที่ประตู เป็นความผิดพลาดทางนี้เอง", "ยังไม่ได้ทักทายเลย ขอโทษจริง ๆ ผิดที่ทางนี้เอง"],
		afterHours: closed(
			["{greeting} คุณ{name} ตอนนี้ปิดอยู่ แต่เชิญเข้ามาได้เลย", "เชิญเลย คุณ{name} เก็บเก้าอี้แล้ว แต่ประตูยังเปิดอยู่"],
			" พบกันครั้งหน้า {next}",
			" ย้อนดูได้ที่ {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting} คุณ{name}", next: null, recap: " ย้อนดูได้ที่ {recap}" })],
		thanks: ["ขอบคุณที่มา คุณ{name}", "ขอบคุณมาก คุณ{name} แล้วพบกันใหม่"],
	},
};
