import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Spanish (Latin America). Form: neither tú nor usted nor vos, one or many. */
export const es419: Language = {
	tag: "es-419",
	label: "Español (Latinoamérica)",
	english: "Spanish (Latin America)",
	between: " ",
	hours: { 0: "Buenas noches", 1: null, 5: "Buenos días", 12: "Buenas tardes", 19: "Buenas noches" },
	plainGreeting: "Hola",
	neutralName: "amable visitante",
	neutralAmong: "una persona más",
	misnamed: " (perdón por el nombre equivocado)",
	texts: {
		early: [
			"{greeting}, {name}. ¡Llegar temprano tiene premio: los mejores lugares están libres! Empezamos {start}.",
			"¡Adelante, {name}! Todavía da tiempo de un café. Empezamos {start}.",
		],
		onTime: [
			"{greeting}, {name}. ¡Gracias por acompañarnos!",
			"¡Adelante, {name}! Qué alegría contar con tan buena compañía.",
			"{greeting}, {name}, y gracias por venir.",
		],
		late: [
			"{greeting}, {name}. ¡Nunca es tarde! Gracias por acompañarnos.",
			"¡Adelante, {name}! Hay lugar de sobra.",
			"Un momento, que esto no puede esperar: ¡hola, {name}!",
		],
		note: ["Vamos por aquí: {note}", "Para entrar en tema: {note}"],
		returning: [
			"Qué gusto volver a vernos.",
			"La silla de siempre sigue ahí.",
			"{visits, plural, =2 {Y ya van dos veces.} other {Siempre es un gusto este reencuentro.}}",
		],
		expected: ["Ya mirábamos hacia la puerta.", "Teníamos ganas de este encuentro."],
		missed: [
			"Perdón por no haber salido a saludar a tiempo. El descuido fue mío.",
			"Faltó mi saludo en la puerta. Lo siento: la culpa es mía.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}. Ahora está cerrado, pero adelante: la puerta está abierta.",
				"¡Adelante, {name}! Las sillas están guardadas, pero la luz sigue prendida.",
			],
			" Próximo encuentro: {next}",
			" Para ponerse al día: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}.", next: null, recap: " Para repasar lo visto: {recap}" })],
		thanks: ["¡Gracias por venir, {name}!", "Fue un placer, {name}. ¡Hasta la próxima!"],
	},
};
