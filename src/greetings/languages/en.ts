import type { Language } from "../language.ts";

/** English. */
export const en: Language = {
	tag: "en",
	label: "English",
	listTag: "en-GB", // "Sunil, Maya and Tom": no comma before "and"
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 12) return "Good morning";
		return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening"; // "Good night" is a goodbye
	},
	plainGreeting: "Hello",
	neutralName: "dear guest",
	texts: {
		early: ["{greeting}, {name}! You're early, so pick the best seat. We start {start}."],
		onTime: ["{greeting}, {name}! Thanks for joining us!"],
		late: ["{greeting}, {name}! So glad you made it. Thanks for joining us!"],
		note: ["Where we are: {note}"],
		returning: ["It's good to have you back: visit number {visits}."],
		missed: ["Sorry I wasn't at the door when you came in. That was my slip, not yours."],
		afterHours: [
			"{greeting}, {name}! We've closed for now, but come on in." +
				"{recap, select, none {} other { Here is what you missed: {recap}}}" +
				"{next, select, none {} other { Next session: {next}.}}",
		],
		thanks: ["Thank you for coming, {name}!"],
	},
};
