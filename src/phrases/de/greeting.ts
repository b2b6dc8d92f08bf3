import { translation } from "../translation.ts";

export const greeting = translation("greeting", {
	command: {
		about: "Für Hosts: die Worte, mit denen deine Gäste begrüßt werden",
		which: "Welcher Text",
		whose: "Wessen Text: deiner oder der für alle Hosts, die keinen eigenen haben",
		mine: "Ich",
		everyones: "Der ganze Server (braucht Server verwalten)",
		edit: "Einen Text ändern, in bis zu zehn Formulierungen",
		borrow: "Formulierungen zum Übernehmen: wähl welche aus, und sie stehen zum Ändern im Formular",
		preview: "Sehen, was deine Gäste jetzt hören würden",
		as: "Wer begrüßt wird; ohne Angabe du",
		reset: "Zurück zum Text des Servers oder von Byname",
	},
	needsManager:
		"Die Texte des Servers brauchen die Berechtigung *Server verwalten*. Deine eigenen kannst du ändern: Lass `for` weg oder wähl „Ich“.",
	form: {
		title: "{scope, select, server {{text} (Server)} other {{text}}}",
		wordings: "Eine Formulierung je Zeile, bis zu {most, number}",
		oneIsSaid:
			"Jedes Mal wird eine gesagt. Leer gelassen gilt wieder {whose, select, server {der Text des Servers} other {Bynames eigener Text}}.",
		required: "Jede Formulierung braucht {placeholders}. Du kannst schreiben:",
		optional: "Du kannst schreiben:",
		leaveOut: "Soll dieser Text ganz wegbleiben, schreib nur einen Strich: `-`",
		borrow: "-# Formulierungen zum Übernehmen: `/greeting borrow`",
		endings: "Am Ende angefügt, wenn es das gibt",
		ending: {
			next: "Das Datum der nächsten Session",
			recap: "Dein Recap: der Link zum Nachholen",
		},
	},
	shown: {
		from: "{text, select, thanks {Ab dem nächsten Ende einer Session:} other {Ab der nächsten Ankunft:}}",
		othersKeep: "-# Hosts, die diesen Text selbst gesetzt haben, behalten ihren.",
		nth: "{number, number} von {count, number}",
		oneOfMany: "{what} (eine von {count, number} Formulierungen)",
		leftOut: "{what} (bleibt weg)",
		nobody: "Bleibt weg: niemand hört es",
		bare: "ohne Recap und ohne nächsten Termin",
		mentionVain:
			"-# Ping ist aus, also schreibt '{mention}' nur den Namen. {scope, select, server {`/server set defaults`} other {`/host set`}} kann das ändern.",
		session: "-# Titel, Beginn und Notiz sind die der Session in deinem Raum; was ihr fehlt, ist erfunden.",
		example: "-# Titel, Zeiten und Notiz sind Beispiele: Du bist in keinem Raum, in dem eine Session läuft.",
		rest: "Den Rest zeigen",
	},
	example: {
		title: "Tomaten auf dem Balkon",
		note: "Folie 12; Fragen kommen am Schluss.",
	},
	choose: {
		head: "### Was ich in deinen Sessions sage\n{texts}\nDrück auf einen Text, um ihn selbst zu schreiben: Ein Formular öffnet sich, in dem steht, was ich jetzt sage.",
		line: "**{text}** · *{source, select, host {von dir} server {vom Server} other {von Byname}}*: {when}",
	},
	save: {
		saved: "**Gespeichert.**",
		emptied:
			"**Gespeichert.** Du hast das Formular leer gelassen, also gilt wieder {whose, select, server {der Text des Servers} other {Bynames eigener Text}}.",
		same: "**Gespeichert.** Das ist Wort für Wort {whose, select, server {der Text des Servers} other {Bynames eigener Text}}; ich bleibe dabei, auch wenn er sich ändert.",
	},
	refused: {
		intro: "Noch nicht gespeichert, und nichts hat sich geändert. Bitte bring das in Ordnung:",
		lines: "{count, plural, one {Zeile {lines}:} other {Zeilen {lines}:}}",
		others: "… und {count, number} weitere, in der Datei {file}",
		joinable:
			"Jede Zeile ist eine eigene Formulierung, und jedes Mal wird eine davon gesagt. Steht eine Begrüßung auf mehreren Zeilen, dann drück **Zeilen verbinden**.",
		typed: "Das hast du geschrieben:",
		inFile: "Was du geschrieben hast, steht in der Datei {file}, genau so, wie du es geschrieben hast.",
		again: "Weiter bearbeiten",
		join: "Zeilen verbinden",
		fileGone:
			"Ich kam gerade nicht an die Datei. Bitte versuch es noch einmal, oder benutze `/greeting edit` und kopier deinen Text aus {file}; sie steht noch oben.",
		fileTooLong:
			"{file} ist länger, als ein Formular fasst ({most, number} Zeichen). Bitte benutze `/greeting edit` und kopier hinüber, was du davon brauchst.",
	},
	borrow: {
		head: "Formulierungen für *{text}* zum Übernehmen. Wähl unten welche aus: Sie stehen dann im Formular, und du kannst sie ändern, bevor du speicherst.",
		choose: "Auswählen, womit du anfangen willst",
		own: "Von Byname",
		more: "Noch eine, auf Englisch",
		gone: "Diese Formulierungen gibt es nicht mehr. Bitte benutze noch einmal `/greeting borrow`.",
		full: "Das passt nicht mehr ins Formular. Nimm erst mit `/greeting edit` etwas heraus, oder wähl weniger aus.",
		button: "Eine Formulierung übernehmen",
	},
	reset: {
		nothingSet:
			"{scope, select, server {Der Server hat} other {Du hast}} für *{text}* keinen Text gesetzt: Es gilt schon {whose, select, server {der Text des Servers} other {Bynames eigener Text}}.",
		question:
			"Soll für *{text}* wieder {whose, select, server {der Text des Servers} other {Bynames eigener Text}} gelten? Was {scope, select, server {der Text des Servers} other {dein Text}} jetzt sagt, ist dann verloren.",
		now: "Jetzt",
		afterwards: "Dann: {whose, select, server {der Text des Servers} other {Bynames eigener Text}}",
		goBack: "Zurücksetzen",
		keep: "Behalten",
		kept: "Nichts hat sich geändert.",
		done: "**Erledigt.** Es gilt wieder {whose, select, server {der Text des Servers} other {Bynames eigener Text}}.",
	},
	preview: {
		toYourself: "Das würdest du selbst von dir hören:",
		toGuest: "Das würde **{name}** von dir hören:",
		occasion: {
			early: "Vor dem Beginn",
			onTime: "Pünktlich",
			late: "Spät",
			note: "Spät, und du hast eine Notiz hinterlassen",
			returning: "Schon einmal da gewesen",
			expected: "Beim Event auf „Interessiert“ gedrückt",
			missed: "Ich war weg, als sie kamen",
			afterHours: "Es läuft keine Session",
			lookBack: "Es läuft keine Session, und sie waren in der letzten",
			oneByOne: "Drei nacheinander",
			together: "Fünf auf einmal",
			thanks: "Die Session endet",
		},
		bare: "{occasion}, ohne Recap und ohne nächsten Termin",
		guestUnknown:
			"Discord sagt mir gerade nicht, wer das ist. Bitte versuch es in einer Minute noch einmal; `/greeting preview` ohne `as` zeigt, was du selbst hören würdest.",
		guestGone:
			"Dieser Gast ist nicht mehr auf dem Server. Benutze `/greeting preview` noch einmal, und wähl jemanden, der da ist.",
	},
	sample: {
		button: "Im Raum sagen",
		label: "-# Eine Probe, gewünscht von {host}.",
		said: "Gesagt in {channel}: {link}",
		noRoom:
			"In welchem Raum? Geh in einen und drück noch einmal, oder benutze `/greeting preview` in seinem Chat. Gesagt wurde nichts.",
		trouble: "Ich konnte es in {channel} nicht sagen. {trouble}",
		held: "Noch nicht gesagt: Ich habe gerade in {channel} geschrieben, und bei deinem Tempo kann der nächste Beitrag {when} hinaus. Bitte drück dann noch einmal.",
		limited:
			"Noch nicht gesagt: Discord lässt mich {when} wieder in {channel} schreiben. Bitte drück dann noch einmal.",
		busy: "Noch nicht gesagt: In {channel} warten Gäste auf ihre Begrüßung, und sie gehen vor. Bitte drück gleich noch einmal.",
		wordsRefused:
			"Discord nimmt diese Worte in {channel} nicht an; vielleicht stört sich eine Regel von AutoMod daran. Mit `/greeting edit` kannst du sie ändern.",
		unclear: "Discord hat nicht gesagt, ob die Probe ankam. Sieh in {channel} nach, bevor du noch einmal drückst.",
	},
});
