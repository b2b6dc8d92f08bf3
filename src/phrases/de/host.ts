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
	reset: {
		about: "Eine Einstellung zurücksetzen: Wieder gilt, was der Server gesetzt hat",
		which: "Welche",
		done: "Zurückgesetzt. Ab jetzt gilt in deinen Sessions:\n{settings}",
	},
});
