import type { Language } from "../language.ts";

/** Turkish; the plural “siz” is right for one person and for many. */
export const tr: Language = {
	tag: "tr",
	label: "Türkçe",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 12) return "Günaydın";
		if (hour >= 12 && hour < 18) return "İyi günler";
		return "İyi akşamlar";
	},
	plainGreeting: "Merhaba",
	neutralName: "değerli misafirimiz",
	texts: {
		early: ["{greeting}, {name}! Erken geldiniz, en güzel yerler sizin. Başlangıç: {start}."],
		onTime: ["{greeting}, {name}! Bize katıldığınız için teşekkürler!"],
		late: ["{greeting}, {name}! İyi ki geldiniz. Bize katıldığınız için teşekkürler!"],
		note: ["Şu anda buradayız: {note}"],
		returning: ["Sizi yeniden görmek ne güzel: {visits}. ziyaret."],
		missed: ["Geldiğinizde kapıda değildim, kusura bakmayın. Hata sizde değil, bende."],
		afterHours: [
			"{greeting}, {name}! Şimdilik kapattık ama buyurun, içeri girin." +
				"{recap, select, none {} other { Konuştuklarımız burada: {recap}}}" +
				"{next, select, none {} other { Bir sonraki oturum: {next}.}}",
		],
		thanks: ["Geldiğiniz için teşekkürler, {name}!"],
	},
};
