import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Portuguese (Brazil). Form: neither você nor vocês; no obrigado/obrigada, no bem-vindo/a. */
export const ptBR: Language = {
	tag: "pt-BR",
	label: "Português do Brasil",
	english: "Portuguese (Brazil)",
	between: " ",
	hours: { 0: "Boa noite", 1: null, 5: "Bom dia", 12: "Boa tarde", 18: "Boa noite" },
	plainGreeting: "Olá",
	neutralName: "ilustre visitante",
	neutralAmong: "mais uma pessoa",
	misnamed: " (desculpe o nome errado)",
	texts: {
		early: [
			"{greeting}, {name}! Ainda é cedo e os melhores lugares estão livres. Começamos {start}.",
			"Que bom, {name}! Ainda dá tempo de um cafezinho. Começamos {start}.",
		],
		onTime: [
			"{greeting}, {name}! Que bom ter companhia.",
			"Boas-vindas, {name}! É para ficar à vontade.",
			"{greeting}, {name}! Que alegria começar em boa companhia.",
		],
		late: [
			"{greeting}, {name}! Que bom que deu para vir.",
			"Boas-vindas, {name}! Ainda tem lugar bom.",
			"Uma pausa rapidinha para receber quem chega: boas-vindas, {name}!",
		],
		note: ["Estamos neste ponto: {note}", "Para entrar no ritmo: {note}"],
		returning: [
			"A gente já sentia falta.",
			"A cadeira de sempre está à espera.",
			"{visits, plural, =2 {Já é a segunda vez por aqui.} other {Gente de casa não precisa de convite.}}",
		],
		expected: ["A gente já esperava por este momento.", "Estávamos de olho na porta."],
		missed: [
			"Peço desculpas: eu não estava na porta para dar as boas-vindas. A falha foi minha.",
			"Faltou o meu olá na porta. Peço desculpas, a falha foi minha.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! A casa está fechada agora, mas é só entrar: a porta está aberta.",
				"Boas-vindas, {name}! As cadeiras estão guardadas, mas a luz está acesa.",
			],
			" Próximo encontro: {next}",
			" Para ficar por dentro: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Para rever tudo: {recap}" })],
		thanks: ["Agradecemos a companhia, {name}!", "Foi muito bom, {name}. Até a próxima!"],
	},
};
