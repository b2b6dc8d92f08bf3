import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Spanish (Spain). Form: neither tú nor usted, one or many; «adelante» invites without either. */
export const esES: Language = {
	tag: "es-ES",
	label: "Español",
	english: "Spanish",
	between: " ",
	hours: { 0: "Buenas noches", 1: null, 6: "Buenos días", 12: "Buenas tardes", 20: "Buenas noches" },
	plainGreeting: "Hola",
	neutralName: "amable visitante",
	neutralAmong: "una persona más",
	misnamed: " (perdón por el nombre equivocado)",
	texts: {
		early: [
			"{greeting}, {name}. ¡Llegar con tiempo tiene premio: los mejores sitios están libres! Empezamos {start}.",
			"¡Adelante, {name}! Aún da tiempo a un café. Empezamos {start}.",
		],
		onTime: [
			"{greeting}, {name}. ¡Gracias por acompañarnos!",
			"¡Adelante, {name}! Qué alegría contar con tan buena compañía.",
			"{greeting}, {name}, y gracias por venir.",
		],
		late: [
			"{greeting}, {name}. ¡Nunca es tarde! Gracias por acompañarnos.",
			"¡Adelante, {name}! Queda sitio de sobra.",
			"Un momento, que esto no puede esperar: ¡hola, {name}!",
		],
		note: ["Vamos por aquí: {note}", "Para entrar en materia: {note}"],
		returning: [
			"Qué gusto volver a vernos.",
			"La silla de siempre sigue ahí.",
			"{visits, plural, =2 {Y ya van dos veces.} other {Siempre es un gusto este reencuentro.}}",
		],
		expected: ["Ya mirábamos hacia la puerta.", "Teníamos ganas de este encuentro."],
		missed: [
			"Perdón por no haber salido a saludar a tiempo. El despiste ha sido mío.",
			"Ha faltado mi saludo en la puerta. Lo siento: la culpa es mía.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}. Ahora está cerrado, pero adelante: la puerta está abierta.",
				"¡Adelante, {name}! Las sillas están recogidas, pero la luz sigue encendida.",
			],
			" Próximo encuentro: {next}",
			" Para ponerse al día: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}.", next: null, recap: " Para repasar lo visto: {recap}" })],
		thanks: ["¡Gracias por venir, {name}!", "Ha sido un placer, {name}. ¡Hasta la próxima!"],
	},
};
