import { translation } from "../translation.ts";

export const me = translation("me", {
	button: "Meine Begrüßung",
	command: {
		about: "Wie ich dich begrüße: mit deinem Namen oder ohne",
		show: "Wie ich dich begrüße, und was du daran ändern kannst",
		name: "Wähl, wie ich dich nenne, und sag, wie man es ausspricht",
		quiet: "Von jetzt an nirgends öffentlich genannt werden",
		where: "Wo; ohne Angabe auf diesem Server",
		here: "Auf diesem Server",
		everywhere: "Überall",
	},
	panel: {
		head: "### Wie ich dich{where, select, everywhere {} other { auf {server}}} begrüße",
		called:
			"Ich nenne dich **{name}**, {source, select, server {wie du es für diesen Server gewählt hast} everywhere {wie du es gewählt hast} other {wie Discord dich hier zeigt}}.",
		calledNothing:
			"Ich nenne dich so, wie Discord dich auf jedem Server zeigt. Du kannst einen Namen wählen, den ich überall benutze.",
		sound: "Hosts erfahren, wie man das ausspricht: **{sound}**.",
		unused: "Auf diesem Server heißen alle so, wie Discord sie zeigt; der Name, den du gewählt hast, gilt hier nicht.",
		named: "Ich begrüße dich mit Namen.",
		quiet:
			"Du bist{where, select, everywhere {} other { hier}} still: Ich nenne dich nirgends öffentlich. Hosts sehen, dass du nicht aufgerufen werden möchtest.",
		change: "So heiße ich nicht",
		beQuiet: "Nenn mich{where, select, everywhere { nirgends} other { hier nicht}}",
		beNamed: "Begrüß mich wieder mit Namen",
	},
	name: {
		title: "Wie ich dich nenne",
		called: "Wie du heißt",
		calledHow: "Bis zu 32 Zeichen. Lass es leer, um so zu heißen, wie Discord dich zeigt.",
		sound: "Wie man das ausspricht",
		soundHow: "In Buchstaben, für den Host: SCHIW-ohn für Siobhán. Du kannst es weglassen.",
		where: "Wo",
		everywhere: "Überall, nicht nur auf diesem Server",
		vocative: "Schreib ihn so, wie man ihn zu dir sagt: Was du schreibst, bleibt unverändert.",
		saved: "Danke. Von jetzt an nenne ich dich **{name}**.",
		givenBack: "Von jetzt an nenne ich dich so, wie Discord dich zeigt.",
		soundSaved: "Gespeichert. Hosts erfahren, wie man deinen Namen ausspricht.",
		unreadable: "Darin kann ich keinen Namen lesen. Schreib einen mit Buchstaben, bis zu 32. Nichts hat sich geändert.",
		tooOften:
			"Du hast heute schon {most, number}-mal einen Namen gewählt, öfter geht es nicht. Morgen kannst du wieder wählen. Nichts hat sich geändert.",
		taken:
			"Jemand hier heißt **{name}** oder hat einen Namen, der genauso aussieht, und ich darf euch nicht verwechseln. Wähl einen, der euch unterscheidet. Nichts hat sich geändert.",
	},
	quiet: {
		on: "Von jetzt an nenne ich dich{where, select, everywhere {} other { auf diesem Server}} nirgends öffentlich. Begrüßung und Dank bekommst du weiterhin, ohne deinen Namen. Was ich vorher geschrieben habe, bleibt stehen.",
		off: "Von jetzt an begrüße ich dich{where, select, everywhere {} other { auf diesem Server}} wieder mit Namen.",
	},
});
