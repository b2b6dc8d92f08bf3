import type { Language } from "../language.ts";

/** Swedish. */
export const svSE: Language = {
	tag: "sv-SE",
	label: "Svenska",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 10) return "God morgon";
		if (hour >= 10 && hour < 12) return "God förmiddag";
		if (hour >= 12 && hour < 18) return "God eftermiddag";
		return "God kväll";
	},
	plainGreeting: "Hej",
	neutralName: "kära gäst",
	texts: {
		early: ["{greeting}, {name}! I god tid, så de bästa platserna är lediga. Vi börjar {start}."],
		onTime: ["{greeting}, {name}! Tack för att vi får sällskap!"],
		late: ["{greeting}, {name}! Vad roligt att det gick att komma. Tack för sällskapet!"],
		note: ["Här är vi nu: {note}"],
		returning: ["Roligt att ses igen: besök nummer {visits}."],
		missed: ["Förlåt att jag inte stod vid dörren i tid. Det var mitt misstag."],
		afterHours: [
			"{greeting}, {name}! Vi har stängt för den här gången, men kom gärna in." +
				"{recap, select, none {} other { Det här togs upp: {recap}}}" +
				"{next, select, none {} other { Nästa träff: {next}.}}",
		],
		thanks: ["Tack för besöket, {name}!"],
	},
};
