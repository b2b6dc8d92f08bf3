import { translation } from "../translation.ts";

export const settings = translation("settings", {
	names: {
		"time-zone": "Zeitzone",
		language: "Sprache",
		"late-after": "Zu spät ab",
		delay: "Verzögerung",
		first: "Vortritt",
		pace: "Tempo",
		ping: "Ping",
		"after-hours": "Nach Schluss",
		cue: "Cue",
		"post-in": "Begrüßungen in",
		retention: "Aufbewahrung",
		"chosen-names": "Gewählte Namen",
		"guest-languages": "Sprachen der Gäste",
		all: "Alle",
	},
	options: {
		"time-zone": "Zeitzone: eine Stadt, etwa Berlin; danach heißt es „Guten Morgen“ oder „Guten Abend“",
		language: "Die Sprache der Begrüßungen, etwa Deutsch",
		"late-after": "Ab wie vielen Minuten nach dem Beginn jemand zu spät kommt",
		delay: "Verzögerung: wie viele Sekunden vor jeder Begrüßung vergehen",
		first: "Vortritt: wie viele Sekunden du hast, wer zu spät kommt selbst zu begrüßen, bevor ich es tue",
		pace: "Tempo: wie schnell Begrüßungen aufeinander folgen, wenn viele kommen",
		ping: "Ob '{mention}' in einem Text jemanden erwähnt",
		"after-hours": "Nach Schluss: ob ich etwas sage, wenn jemand kommt und keine Session läuft",
		cue: "Cue: eine private Liste für den Host, wer kam, wie spät und wie oft schon",
	},
	paces: {
		calm: "ruhig: sofort; wenn ständig Einzelne kommen, alle 20 Sekunden zusammen",
		swift: "zügig: so schnell, wie Discord mich lässt",
		"15": "alle 15 Sekunden eine Nachricht",
		"30": "alle 30 Sekunden eine Nachricht",
		"60": "alle 60 Sekunden eine Nachricht",
	},
	pings: {
		off: "aus: '{mention}' schreibt nur den Namen",
		quiet: "leise: '{mention}' hebt hervor, ohne Benachrichtigung",
		on: "an: '{mention}' benachrichtigt",
	},
	afterHours: {
		on: "an: am Tag nach der Session oder, im leeren Raum, kurz vor einem Termin",
		off: "aus: Ich sage nichts, solange keine Session läuft",
	},
	cues: {
		off: "aus",
		byDirectMessage: "an, als Direktnachricht",
		inThatChannel: "an, in dem Kanal, den du mit cue-in nennst",
		whereEachSays: "an, für alle Hosts, die sagen, wo",
		in: "an, in {channel}",
		nowhereYet: "an, für alle Hosts, die sagen, wo: *Cue* in `/host show`",
	},
	line: "**{setting}**: {value} · *{source, select, host {von dir} server {vom Server} other {von Byname}}*",
	pingVain:
		"{whose, select, host {In keinem deiner Texte} other {In keinem Text des Servers}} steht '{mention}', also wird niemand erwähnt. Schreib es mit `/greeting edit`{whose, select, host {} other {, für *Der ganze Server*,}} in einen Text, an die Stelle von '{name}'.",
	notSet: "nicht gesetzt",
	minutes: "{count, plural, one {# Minute} other {# Minuten}}",
	seconds: "{count, plural, =0 {keine} one {# Sekunde} other {# Sekunden}}",
	greetingNow:
		"`'{greeting}'` ist gerade „{words}“{zone, select, known {.} other {: Ohne Zeitzone grüße ich zu jeder Stunde gleich.}}",
	refused: {
		"time-zone":
			"Ich bin nicht sicher, welche Zeitzone „{typed}“ ist.{found, plural, =0 {} other { Meinst du {zones}?}} Tippe eine große Stadt ein, die darin liegt, etwa `Berlin` oder `New York`, oder den Abstand, etwa `UTC+2`, und wähle aus der Liste.",
		language:
			"Die Sprache „{typed}“ kenne ich nicht. Tippe ihren Namen, wie sie selbst ihn schreibt oder auf Englisch, etwa `Deutsch` oder `German`, und wähle aus der Liste. Ich spreche {languages}.",
		"late-after": "*Zu spät ab* ist eine Zahl von Minuten von {least, number} bis {most, number}, zum Beispiel `5`.",
		delay: "*Verzögerung* ist eine Zahl von Sekunden von {least, number} bis {most, number}, zum Beispiel `3`.",
		first: "*Vortritt* ist eine Zahl von Sekunden von {least, number} bis {most, number}, zum Beispiel `30`.",
		pace: "*Tempo* ist `calm`, `swift` oder alle `15`, `30` oder `60` Sekunden eine Nachricht, zum Beispiel `30`.",
		ping: "*Ping* ist `off`, `quiet` oder `on`.",
		"after-hours": "*Nach Schluss* ist `on` oder `off`.",
		cue: "*Cue* ist `off` oder `on`.",
		retention: "*Aufbewahrung* ist eine Zahl von Tagen von {least, number} bis {most, number}, zum Beispiel `90`.",
	},
	place: {
		roomGone: "Diesen Raum gibt es auf diesem Server nicht mehr. Nichts wurde geändert.",
		outsideThread:
			"Im Thread {thread} bin ich nicht. Schreib dort @Byname, um mich hineinzulassen, und stell es dann noch einmal ein.",
		cannotPost:
			"In {channel} kann ich noch nicht schreiben, darum habe ich alles gelassen, wie es war. Mir fehlt {permissions}: Bitte gib mir das ({where}) und stell es dann noch einmal ein.",
		readersUnknown:
			"Discord sagt mir gerade nicht, wer {channel} lesen kann. Bitte stell es in einer Minute noch einmal ein. Nichts wurde geändert.",
		unfitForCue:
			"{fault} Wähle einen privaten Kanal oder Thread, den du lesen kannst, oder nimm die Direktnachricht: `/host set` mit `cue`. Nichts wurde geändert.",
	},
});
