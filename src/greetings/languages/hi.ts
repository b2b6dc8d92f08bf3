import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Hindi. Form: आप; every name takes जी; no verb form that tells a gender. */
export const hi: Language = {
	tag: "hi",
	label: "हिन्दी",
	english: "Hindi",
	between: " ",
	joined: { comma: ", ", and: " और " },
	honorific: " जी",
	hours: { 0: null, 5: "सुप्रभात", 12: null, 17: "शुभ संध्या", 20: null },
	plainGreeting: "नमस्ते",
	neutralName: "अतिथि",
	neutralAmong: "एक अन्य अतिथि",
	misnamed: " (नाम में गलती के लिए क्षमा करें)",
	texts: {
		early: [
			"{greeting}, {name} जी! अभी समय है, आराम से अपनी पसंद की जगह चुन लीजिए। शुरुआत {start}।",
			"आइए {name} जी, अभी चाय पीने का समय है। शुरुआत {start}।",
		],
		onTime: [
			"{greeting}, {name} जी! हमारे साथ जुड़ने के लिए धन्यवाद।",
			"आइए {name} जी, आपका स्वागत है!",
			"{greeting}, {name} जी! आपके आने से रौनक बढ़ गई।",
		],
		late: [
			"{greeting}, {name} जी! आपका आना बहुत अच्छा लगा।",
			"आइए, आइए {name} जी! आपकी ही कमी थी।",
			"एक पल: पहले {name} जी का स्वागत!",
		],
		note: ["अभी हम यहाँ हैं: {note}", "अभी यह बात चल रही है: {note}"],
		returning: [
			"आपसे फिर मिलना हुआ, बड़ी ख़ुशी की बात है।",
			"आपकी कुर्सी आपका इंतज़ार कर रही थी।",
			"{visits, plural, =2 {दूसरी बार आपका साथ मिला, बहुत ख़ुशी हुई।} other {अब तो यह आपका ही घर है।}}",
		],
		expected: ["हमें आपका इंतज़ार था।", "आपके आने की पूरी उम्मीद थी।"],
		missed: [
			"माफ़ कीजिए, आपके आने पर मुझे दरवाज़े पर होना चाहिए था। चूक मेरी थी।",
			"आपके आने पर आपका नाम नहीं लिया गया। इसके लिए माफ़ी, ग़लती मेरी है।",
		],
		afterHours: closed(
			[
				"{greeting}, {name} जी! फ़िलहाल कोई सत्र नहीं चल रहा, फिर भी अंदर आइए, आपका स्वागत है।",
				"आइए {name} जी! अभी यहाँ शांति है, पर दरवाज़ा आपके लिए खुला है।",
			],
			" अगला सत्र: {next}",
			" जो छूट गया, यहाँ है: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name} जी!", next: null, recap: " जो हुआ, यहाँ है: {recap}" })],
		thanks: ["आने के लिए धन्यवाद, {name} जी!", "{name} जी, आपके साथ समय अच्छा बीता। फिर मिलेंगे!"],
	},
};
