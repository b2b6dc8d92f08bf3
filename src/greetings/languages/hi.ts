import type { Language } from "../language.ts";

/** Hindi; the polite “आप” is right for one person and for many. */
export const hi: Language = {
	tag: "hi",
	label: "हिन्दी",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 12) return "सुप्रभात";
		if (hour >= 18 && hour < 24) return "शुभ संध्या";
		return "नमस्ते";
	},
	plainGreeting: "नमस्ते",
	neutralName: "प्रिय अतिथि",
	texts: {
		early: ["{greeting}, {name}! अभी समय है, इसलिए सबसे अच्छी जगह चुन लीजिए। शुरुआत: {start}।"],
		onTime: ["{greeting}, {name}! हमारे साथ जुड़ने के लिए धन्यवाद!"],
		late: ["{greeting}, {name}! आपका आना बहुत अच्छा लगा। हमारे साथ जुड़ने के लिए धन्यवाद!"],
		note: ["अभी हम यहाँ हैं: {note}"],
		returning: ["आपसे फिर मिलकर अच्छा लगा: मुलाक़ात नंबर {visits}।"],
		missed: ["क्षमा कीजिए, आपके आने पर स्वागत नहीं हो सका। चूक मेरी थी, आपकी नहीं।"],
		afterHours: [
			"{greeting}, {name}! अभी सत्र समाप्त हो चुका है, फिर भी आपका स्वागत है।" +
				"{recap, select, none {} other { जो छूट गया, यहाँ देखिए: {recap}}}" +
				"{next, select, none {} other { अगला सत्र: {next}।}}",
		],
		thanks: ["आने के लिए धन्यवाद, {name}!"],
	},
};
