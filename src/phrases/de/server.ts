import { translation } from "../translation.ts";

export const server = translation("server", {
	command: {
		about: "Für alle mit Server verwalten: wie ich hier begrüße, wer Host ist, und ob ich kann",
	},
	show: {
		about: "Alles, was auf diesem Server eingestellt ist",
		all: "### Für alle Hosts, die nichts anderes gesagt haben\n{defaults}\n### Für den Server\n{roles}\n{postIn}\n{regularHosts}\n{leftAlone}\n{nameless}\n{names}\n{languages}\n{retention}\nÄndere es mit `/server set`.",
		roles:
			"**Host-Rollen**: {count, plural, =0 {keine} other {{roles}}} · außerdem alle mit *Events verwalten* oder *Server verwalten*",
		ownChats: "**Begrüßungen in**: dem Chat des jeweiligen Raums · *von Byname*",
		oneChannel: "**Begrüßungen in**: {channel} · *vom Server*",
		channelGone:
			"**Begrüßungen in**: einem Kanal, den es nicht mehr gibt, und so wird niemand begrüßt! Wähle mit `/server set post-in` einen anderen, oder setz die Einstellung mit `/server reset` zurück.",
		regularHosts: "**Stamm-Hosts**: {count, plural, =0 {keine} other {{hosts}}}",
		leftAlone:
			"**In Ruhe gelassen**: {count, plural, =0 {keine} other {{rooms}; dort begrüße ich nur in Sessions, die ein Host von Hand öffnet}}",
		nameless: "**Öffentlich genannt**: alle{count, plural, =0 {} other {, aber in {rooms}}}",
		namelessRoom: "{room} {names, select, asked {nur, wer darum gebeten hat} other {niemand}}",
		chosenNames:
			"**Gewählte Namen**: {are, select, off {aus; alle heißen, wie Discord sie zeigt · *vom Server*} other {an; alle heißen, wie sie es mit `/me name` gewählt haben · *von Byname*}}",
		guestLanguages:
			"**Sprachen der Gäste**: {are, select, off {aus; alle werden in der Sprache des Hosts begrüßt · *vom Server*} other {an; wer mit `/me language` eine Sprache gewählt hat, wird in ihr begrüßt · *von Byname*}}",
		chooseRoles: "Host-Rollen wählen",
		checkRooms: "Räume prüfen",
	},
	retention:
		"**Aufbewahrung**: {days, plural, one {# Tag} other {# Tage}} · *{source, select, server {vom Server} other {von Byname}}*. {erasing, select, untold {Ältere Anwesenheit soll gelöscht werden; eine Woche, bevor ich damit anfange, sage ich es euch.} announced {Ab {from} lösche ich ältere Anwesenheit.} other {Ältere Anwesenheit lösche ich einmal am Tag.}}",
	set: {
		about: "Ändern, was auf diesem Server gilt",
		nothingNamed:
			"Sag, was du ändern willst, zum Beispiel `/server set defaults time-zone: Berlin`. `/server show` zeigt dir alles.",
		defaults: {
			about: "Wie alle Hosts begrüßen, die nichts anderes gesagt haben",
			saved: "Gespeichert für alle Hosts, die nichts anderes gesagt haben.\n{settings}",
		},
		postIn: {
			about: "Alle Begrüßungen in einen Kanal schreiben statt in den Chat des jeweiligen Raums",
			channel: "Wohin",
			saved:
				"Gespeichert. Die Begrüßungen aller Räume gehen in {channel}. Mit `/server reset` gehen sie wieder in den Chat des jeweiligen Raums.",
		},
		retention: {
			about: "Wie lange die Anwesenheit aufbewahrt wird: wer in welcher Session war, und wann",
			days: "Nach so vielen Tagen wird die Anwesenheit gelöscht",
			saved: "Gespeichert. {retention}",
		},
		chosenNames: {
			about: "Ob ich alle so nenne, wie sie es für sich gewählt haben",
			which: "Wie ich alle hier nenne",
			onChoice: "Wie sie es mit /me name gewählt haben",
			offChoice: "Mit ihrem Namen auf Discord, was auch immer sie gewählt haben",
			saved: "Gespeichert.\n{names}",
		},
		guestLanguages: {
			about: "Ob ich alle in der Sprache begrüße, die sie für sich gewählt haben",
			which: "In welcher Sprache ich hier begrüße",
			onChoice: "In der, die jemand mit /me language gewählt hat",
			offChoice: "In der des Hosts, was auch immer jemand gewählt hat",
			saved: "Gespeichert.\n{languages}",
		},
	},
	roles: {
		about: "Wer mit welchen Rollen Host ist",
		hosts:
			"Hosts sind alle mit *Events verwalten* oder *Server verwalten*{count, plural, =0 {; eine Host-Rolle gibt es nicht} other {, und wer {roles} hat}}.",
		choose:
			"{hosts}\nWähle alle Rollen, die Host sein dürfen; nimm eine heraus oder alle, und sie dürfen es nicht mehr.",
		saved: "Gespeichert. {hosts}",
		none: "Keine Host-Rolle",
		everyone: "Mit *@everyone* wären alle Gäste Hosts. Wähle andere Rollen; die Host-Rollen sind, wie sie waren.",
		unknown:
			"Eine dieser Rollen gibt es auf diesem Server nicht. Wähle noch einmal; die Host-Rollen sind, wie sie waren.",
	},
	room: {
		about: "Stamm-Host eines Raums, wer dort genannt wird, oder ein Raum, den ich in Ruhe lasse",
		which: "Welcher Raum",
		regularHost: "Wer hier Host ist, wenn weder ein Event noch /session start es sagt",
		leaveAlone: "Hier nur in Sessions begrüßen, die ein Host von Hand öffnet, mit /session start",
		names: {
			which: "Wer hier öffentlich genannt wird",
			everyoneChoice: "Alle",
			askedChoice: "Nur, wer darum gebeten hat",
			nobodyChoice: "Niemand, wie in einer Selbsthilfegruppe",
			everyone: "**Öffentlich genannt**: alle, die nicht still sind.",
			asked:
				"**Öffentlich genannt**: nur, wer darum gebeten hat, zum Beispiel mit einem gewählten Namen (`/me name`). Alle anderen werden ohne Namen begrüßt.",
			nobody: "**Öffentlich genannt**: niemand. Alle werden ohne Namen begrüßt.",
		},
		all: "In {room}:\n{host}\n{names}\n{alone}",
		hosted: "**Stamm-Host**: {host} ist Host, wenn weder ein Event noch `/session start` es sagt.",
		hostedInVain:
			"**Stamm-Host**: {host}. Solange ich den Raum in Ruhe lasse, bewirkt das nichts: Host ist, wer dort eine Session von Hand öffnet.",
		unhosted: "**Stamm-Host**: keiner. Host ist, wer das Event angelegt hat oder auf der Bühne spricht.",
		leftAlone: "**In Ruhe lassen**: ja. Hier begrüße ich nur in Sessions, die ein Host mit `/session start` öffnet.",
		notLeftAlone: "**In Ruhe lassen**: nein. Hier begrüße ich, sobald ein Stage-Kanal live ist oder ein Event läuft.",
		noRegularHost: "Kein Stamm-Host",
		bot: "{host} ist ein Bot und kann nicht Host sein. Wähle einen Menschen; nichts wurde geändert.",
		stranger: "{host} ist nicht auf diesem Server. Wähle ein Mitglied; nichts wurde geändert.",
	},
	reset: {
		about: "Eine Einstellung zurücksetzen: Wieder gilt meine eigene Art",
		which: "Welche",
		done: "Zurückgesetzt. Ab jetzt gilt:\n{settings}",
		ask: "### Soll ich das alles zurücksetzen?\n{settings}\nDann begrüße ich hier wieder auf meine eigene Art und auf Englisch. Was Hosts für sich gesetzt haben, bleibt, und die Texte bleiben auch; die setzt du mit `/greeting reset` zurück.",
		nothingSet:
			"Es gibt nichts zurückzusetzen: Auf diesem Server ist nichts eingestellt. Texte setzt du mit `/greeting reset` zurück.",
		giveBack: "Alles zurücksetzen",
		keep: "Lassen, wie es ist",
		kept: "Nichts wurde geändert.",
		allDone: "Alles ist zurückgesetzt.\n{overview}",
	},
	check: {
		about: "Kann ich in jedem Raum sehen, verbinden, schreiben, lesen? Was wo fehlt",
		again: "Noch einmal prüfen",
		silenced: "### Ich darf nicht sprechen\n{silence}",
		attention: "### Hier fehlt etwas: {count, number}",
		fine: "### {silenced, select, yes {Sonst in Ordnung} other {In Ordnung}}: {count, number}\n{rooms}",
		lacking: "{channels}: Mir fehlt {permissions}, das heißt: {consequences}. So behebst du es: {where}.",
		thatChannel: "diesem Kanal",
		eachOfThem: "jedem davon",
		troubled: "{channels}: {trouble}",
		others: "… und {count, number} weitere, denen anderes fehlt. Behebe dies und prüfe noch einmal.",
		everywhere:
			"Meiner Rolle fehlt {permissions} auf dem ganzen Server. Gib es ihr einmal: Servereinstellungen → Rollen → Byname → Berechtigungen.",
		noRooms: "Es gibt hier keinen Sprach- oder Stage-Kanal, in dem ich begrüßen würde.",
		channelGone:
			"Diesen Kanal gibt es nicht mehr. Wähle mit `/server set post-in` einen anderen, oder setz die Einstellung mit `/server reset` zurück.",
		ownChats: "Die Begrüßungen gehen in den Chat des jeweiligen Raums.",
		oneChannel:
			"Die Begrüßungen gehen in {channel}{can, select, yes {, wo ich schreiben kann} lacking {; was mir dort fehlt, steht oben} other {}}.",
		leftAlone: "In Ruhe gelassen: {count, number}. Siehe `/server show`.",
	},
});
