import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** Finnish. Form: neither sinä nor te; passive; names are never inflected. */
export const fi: Language = {
	tag: "fi",
	label: "Suomi",
	english: "Finnish",
	between: " ",
	hours: { 0: "Hyvää iltaa", 1: null, 5: "Hyvää huomenta", 10: null, 18: "Hyvää iltaa" },
	plainGreeting: "Hei",
	neutralName: "hyvä vieras",
	neutralAmong: "vielä yksi vieras",
	misnamed: " (anteeksi, nimi oli väärin)",
	texts: {
		early: [
			"{greeting}, {name}! Ajoissa paikalla, joten parhaat paikat ovat vapaina. Aloitus {start}.",
			"Sisään vain, {name}! Kahville ehtii vielä. Aloitus {start}.",
		],
		onTime: [
			"{greeting}, {name}! Tervetuloa mukaan.",
			"Tervetuloa, {name}! Täällä saa olla kuin kotonaan.",
			"{greeting}, {name}! Hauska nähdä.",
		],
		late: [
			"{greeting}, {name}! Hienoa, että tulo onnistui.",
			"Sisään vain, {name}! Tilaa on.",
			"Hetkinen vain, tervehditään: tervetuloa, {name}!",
		],
		note: ["Olemme nyt tässä: {note}", "Mukaan pääsee helposti: {note}"],
		returning: [
			"Tuttu nimi ilahduttaa.",
			"Vakiotuoli odottaa.",
			"{visits, plural, =2 {Jo toista kertaa, mukavaa!} other {Aina yhtä mukavaa.}}",
		],
		expected: ["Tätä on odotettu.", "Ovea on jo vilkuiltu."],
		missed: [
			"Anteeksi, etten ollut ovella vastassa. Se oli minun vikani.",
			"Tervehdys jäi väliin. Anteeksi, vika oli minun.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! Nyt on kiinni, mutta sisään vain.",
				"Sisään vain, {name}! Tuolit on nostettu pöydille, mutta valot palavat.",
			],
			" Seuraava kerta: {next}",
			" Mitä viimeksi tapahtui: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " Mitä viimeksi tapahtui: {recap}" })],
		thanks: ["Kiitos seurasta, {name}!", "Kiitos tästä kerrasta, {name}. Nähdään!"],
	},
};
