import type { Language } from "../language.ts";

/** Italian, without tu or Lei: hosts differ. */
export const it: Language = {
	tag: "it",
	label: "Italiano",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 13) return "Buongiorno";
		if (hour >= 13 && hour < 17) return "Buon pomeriggio";
		return "Buonasera";
	},
	plainGreeting: "Ciao",
	neutralName: "gentile ospite",
	texts: {
		early: ["{greeting}, {name}! È ancora presto e i posti migliori sono liberi. Cominciamo {start}."],
		onTime: ["{greeting}, {name}! Grazie per la partecipazione!"],
		late: ["{greeting}, {name}! Che piacere avere altra compagnia. Grazie per la partecipazione!"],
		note: ["Siamo a questo punto: {note}"],
		returning: ["Che bello ritrovarsi: visita numero {visits}."],
		missed: ["Mi scuso per non essere stato alla porta al momento giusto. La svista è mia."],
		afterHours: [
			"{greeting}, {name}! Per ora abbiamo chiuso, ma la porta resta aperta." +
				"{recap, select, none {} other { Ecco cosa si è visto: {recap}}}" +
				"{next, select, none {} other { Prossimo incontro: {next}.}}",
		],
		thanks: ["Grazie della presenza, {name}!"],
	},
};
