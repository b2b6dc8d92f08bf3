import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Turkish. Form: siz, one and many. */
export const tr: Language = {
	tag: "tr",
	label: "Türkçe",
	english: "Turkish",
	between: " ",
	hours: { 0: "İyi akşamlar", 1: null, 5: "Günaydın", 12: null, 18: "İyi akşamlar" },
	plainGreeting: "Merhaba",
	neutralName: "değerli misafirimiz",
	neutralAmong: "bir misafirimiz daha",
	misnamed: " (adı yanlış yazdım, özür dilerim)",
	texts: {
		early: [
			"{greeting}, {name}! Erkencisiniz, en iyi yerler sizin. Başlangıç: {start}.",
			"Buyurun, {name}! Bir çay içecek vakit var. Başlangıç: {start}.",
		],
		onTime: [
			"{greeting}, {name}! Bize katıldığınız için teşekkürler.",
			"Hoş geldiniz, {name}! Keyfinize bakın.",
			"{greeting}, {name}! Gözümüz yoldaydı.",
		],
		late: [
			"{greeting}, {name}! İyi ki geldiniz.",
			"Buyurun, {name}, yeriniz hazır.",
			"Bir dakika, {name} geldi. Hoş geldiniz!",
		],
		note: ["Şu anda buradayız: {note}", "Kaldığımız yer: {note}"],
		returning: [
			"Sizi yeniden görmek ne güzel.",
			"Her zamanki köşeniz sizi bekliyor.",
			"{visits, plural, =2 {İkinci kez birlikteyiz, ne mutlu bize.} other {Artık buranın müdavimisiniz.}}",
		],
		expected: ["Sizi bekliyorduk.", "Geleceğinizi umuyorduk."],
		missed: [
			"Geldiğinizde kapıda değildim, kusura bakmayın. Hata bendeydi.",
			"Sizi kapıda karşılayamadım. Özür dilerim, kusur benim.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Şimdilik kapalıyız ama buyurun, içeri girin.",
				"Buyurun, {name}! Sandalyeler kalktı ama kapı açık.",
			],
			" Bir sonraki buluşma: {next}",
			" Kaçırdıklarınız burada: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Konuşulanlar burada: {recap}" })],
		thanks: ["Geldiğiniz için teşekkürler, {name}!", "Sizinle güzeldi, {name}. Yine bekleriz!"],
	},
};
