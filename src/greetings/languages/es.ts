import type { Language } from "../language.ts";

/** Spanish, without tú or usted: hosts differ. */
export const es: Language = {
	tag: "es-ES",
	label: "Español",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 6 && hour < 12) return "Buenos días";
		if (hour >= 12 && hour < 20) return "Buenas tardes";
		return "Buenas noches";
	},
	plainGreeting: "Hola",
	neutralName: "querida visita",
	texts: {
		early: ["{greeting}, {name}. ¡Todavía es temprano y los mejores sitios están libres! Empezamos {start}."],
		onTime: ["{greeting}, {name}. ¡Gracias por acompañarnos!"],
		late: ["{greeting}, {name}. ¡Qué bien que al final se haya podido! ¡Gracias por acompañarnos!"],
		note: ["Vamos por aquí: {note}"],
		returning: ["Qué gusto este reencuentro: visita número {visits}."],
		missed: ["Perdón por no haber estado en la puerta a tiempo para saludar. El descuido fue mío."],
		afterHours: [
			"{greeting}, {name}. Ahora mismo hemos cerrado, pero la puerta está abierta." +
				"{recap, select, none {} other { Esto es lo que se vio: {recap}}}" +
				"{next, select, none {} other { Próxima sesión: {next}.}}",
		],
		thanks: ["¡Gracias por venir, {name}!"],
	},
};
