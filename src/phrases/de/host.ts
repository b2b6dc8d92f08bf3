import { translation } from "../translation.ts";

export const host = translation("host", {
	command: {
		about: "Für Hosts: wie ich in deinen Sessions begrüße",
	},
	show: {
		about: "Deine Einstellungen, und woher jede kommt",
		all: "### Wie ich in deinen Sessions begrüße\n{settings}\n{texts}\nDrück auf das, was du ändern willst.",
		texts:
			"**Texte**: {own, plural, =0 {keiner von dir} one {einer von dir} other {# von dir}}{servers, plural, =0 {} one {, einer vom Server} other {, # vom Server}}; alle anderen von Byname",
		giveBack: "Etwas davon dem Server überlassen",
	},
	set: {
		about: "Deine Einstellungen ändern; was du auslässt, bleibt",
		cueIn: "Ein privater Kanal oder Thread für deinen Cue",
		saved: "Gespeichert.\n{settings}",
		nothingNamed:
			"Sag, was du ändern willst, zum Beispiel `/host set time-zone: Berlin`. `/host show` zeigt dir alles.",
		twoPlaces: "Ein Cue geht an einen Ort: Lass `cue-in` aus, oder wähle *{on}* bei `cue`. Nichts wurde geändert.",
		noPlace:
			"Wo willst du deinen Cue haben? Nenne bei `cue-in` einen privaten Kanal oder Thread, zum Beispiel `/host set cue-in: #backstage`, oder wähle *{byDirectMessage}* bei `cue`.",
	},
	mySettings: {
		texts: "Texte",
		preview: "Anhören",
		coHosts: "Co-Hosts",
		saved: "**Gespeichert:** {setting}.",
		again: "Noch einmal",
		chooseBelow: "Wähle sie unten, oder versuch es noch einmal.",
		didYouMean: "Meinst du …?",
		fromTo: "Eine Zahl von {least, number} bis {most, number}",
		zone: {
			label: "In welcher Stadt bist du?",
			how: "Eine Stadt oder ein Land in deiner Sprache, oder ein Abstand wie UTC+2",
			example: "Berlin",
			unsure: "Ich bin nicht sicher, welche Zeitzone „{typed}“ ist, und habe sie gelassen, wie sie war.",
			otherwise:
				"Versuch es noch einmal mit einer großen Stadt, die darin liegt, etwa `Berlin` oder `New York`, oder mit dem Abstand, etwa `UTC+2`.",
		},
		language: {
			how: "Worin ich begrüße; deine eigenen Texte bleiben, wie du sie geschrieben hast",
			another: "Oder eine andere",
			type: "Ihr Name, wie sie selbst ihn schreibt oder auf Englisch",
			example: "Türkçe",
			unknown: "Die Sprache „{typed}“ kenne ich nicht und habe die von vorher gelassen.",
			otherwise: "Versuch es noch einmal: Im Formular ist eine Liste.",
			nothing: "Es war nichts gewählt, darum habe ich die Sprache gelassen, wie sie war.",
		},
		cue: {
			what: "Eine private Liste, wer kam, wie spät und wie oft schon",
			inThis: "an, in dem Kanal unten",
			channel: "Kanal oder Thread",
			private: "Einer, den du lesen kannst und deine Gäste nicht",
			twoPlaces:
				"Du hast auch einen Kanal gewählt. Soll dein Cue dorthin, dann wähle *{inThis}*; sonst lass den Kanal leer. Nichts wurde geändert.",
			whichChannel:
				"Wo willst du deinen Cue haben? Wähle einen privaten Kanal oder Thread, den ich sehe. Nichts wurde geändert.",
		},
	},
	coHosts: {
		about: "Mit wem du regelmäßig leitest: Sie sind in deinen Sessions keine Gäste",
		choose: "Wähl bis zu zehn Co-Hosts",
		are: "{count, plural, =0 {Du hast noch keine regelmäßigen Co-Hosts.} other {Deine regelmäßigen Co-Hosts: {members}.}} Sie sind in jeder deiner Sessions auf diesem Server auf dem Podium: Begrüßung und Dank für Gäste bekommen sie nicht. Wähl hier alle zusammen aus, und ich übernehme die Auswahl.",
		saved:
			"{count, plural, =0 {Gespeichert. Du hast keine regelmäßigen Co-Hosts mehr.} other {Gespeichert. Deine regelmäßigen Co-Hosts: {members}. Von jetzt an bekommen sie in deinen Sessions weder Begrüßung noch Dank als Gäste.}} Wer in einer laufenden Session auf dem Podium ist, bleibt dort: `/session panel remove` ändert das.",
		noBot: "Bots werden nie begrüßt und können nichts leiten. Wähl Menschen. Nichts wurde geändert.",
		notHere: "{members} finde ich auf diesem Server nicht. Wähl Menschen, die hier sind. Nichts wurde geändert.",
	},
	reset: {
		about: "Eine Einstellung zurücksetzen: Wieder gilt, was der Server gesetzt hat",
		which: "Welche",
		done: "Zurückgesetzt. Ab jetzt gilt in deinen Sessions:\n{settings}",
	},
});
