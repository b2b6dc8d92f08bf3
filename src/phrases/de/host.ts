import { translation } from "../translation.ts";

export const host = translation("host", {
	command: {
		about: "Für Hosts: wie ich in deinen Sessions begrüße",
	},
	show: {
		about: "Deine Einstellungen, und woher jede kommt",
		all: "### Wie ich in deinen Sessions begrüße\n{settings}\nÄndere es mit `/host set`.",
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
		howToSetZone:
			"Benutze `/host set` mit `time-zone` und deiner Stadt, zum Beispiel `/host set time-zone: Berlin`. Für alle Hosts dieses Servers auf einmal kann jemand mit *Server verwalten* `/server set defaults time-zone: Berlin` benutzen.",
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
