import type { Language } from "../language.ts";

/** Brazilian Portuguese. */
export const ptBR: Language = {
	tag: "pt-BR",
	label: "Português do Brasil",
	between: " ",
	timeOfDay: (hour) => {
		if (hour >= 5 && hour < 12) return "Bom dia";
		if (hour >= 12 && hour < 18) return "Boa tarde";
		return "Boa noite";
	},
	plainGreeting: "Olá",
	neutralName: "pessoa querida",
	texts: {
		early: ["{greeting}, {name}! Ainda é cedo, e os melhores lugares estão livres. Começamos {start}."],
		onTime: ["{greeting}, {name}! Agradecemos a presença!"],
		late: ["{greeting}, {name}! Que bom que deu para chegar. Agradecemos a presença!"],
		note: ["Estamos aqui: {note}"],
		returning: ["Que bom este reencontro: visita número {visits}."],
		missed: ["Desculpe por eu não estar na porta na hora da chegada. A falha foi minha."],
		afterHours: [
			"{greeting}, {name}! Por enquanto já encerramos, mas a porta está aberta." +
				"{recap, select, none {} other { Veja o que rolou: {recap}}}" +
				"{next, select, none {} other { Próximo encontro: {next}.}}",
		],
		thanks: ["Agradecemos a presença, {name}!"],
	},
};
