import { translation } from "../translation.ts";

export const session = translation("session", {
	command: {
		about: "Für Hosts: eine Session öffnen und beenden, eine Notiz hinterlassen, sehen, wie es läuft",
		which: "Welche; ohne Angabe deine, sonst die, in der du gerade bist",
	},
	hosted: "{room} (Host: {host})",
	which: {
		noneThere: "In {room} läuft keine Session. Öffne eine mit `/session start`.",
		none: "Es läuft keine Session. Öffne eine Stage, starte ein Event oder benutze `/session start`.",
		several: "Es laufen mehrere Sessions: {rooms}. Sag mit `room`, welche du meinst.",
		notYours:
			"Diese Session leitest du nicht mit; darum wurde nichts geändert. Nenn mit `room` den Raum deiner Session, oder frag den Host.",
	},
	start: {
		about: "Eine Session öffnen; wer im Raum ist, wird begrüßt",
		room: "Wo; ohne Angabe der Raum, in dem du bist",
		title: "Worum es geht",
		host: "Wer sie leitet; ohne Angabe du",
		starts: "Wann sie beginnt, etwa 15:30 oder in 10 Minuten; ohne Angabe jetzt",
		language: "Die Sprache nur dieser Session, etwa English; ohne Angabe deine",
		whichRoom: "Welcher Raum? Geh zuerst hinein, oder gib ihn an: Schreib `/session start room:` und wähl einen aus.",
		noBot: "Ein Bot kann kein Host sein. Lass `host` weg, dann bist du es selbst, oder wähl einen Menschen.",
		isOn: "In {room} läuft schon eine Session. Sieh sie dir mit `/session status` an, gib sie mit `/session hand-over` an jemand anderen ab, oder beende sie mit `/session end`.",
		opened: "Die Session in {room} ist offen. Wer da ist und wer noch kommt, wird mit Namen begrüßt.",
		startsAt: "Sie beginnt {start}; wer vorher kommt, ist früh dran.",
		beganAt: "Sie hat {start} begonnen; von da an zählt, wer zu spät kommt.",
		spoken: "In dieser Session spreche ich {language}. Deine eigenen Texte bleiben, wie du sie geschrieben hast.",
		unheard: "⚠️ Aber noch hört mich niemand: {trouble}",
		zoneTip: "Tipp: Mit *Zeitzone* in `/host show` sage ich „Guten Abend“, wenn es Abend ist.",
		time: {
			ambiguous:
				"„{said}“ kann mehr als eine Zeit sein. Schreib zum Beispiel `15:30`, `in 10 Minuten` oder `vor 10 Minuten`.",
			unread:
				"„{said}“ verstehe ich nicht als Beginn. Schreib zum Beispiel `15:30`, `in 10 Minuten` oder `vor 10 Minuten`; für einen anderen Tag leg in Discord ein Event an.",
			none: "Das ist keine Uhrzeit. Schreib zum Beispiel `15:30`, `in 10 Minuten` oder `vor 10 Minuten`.",
			tooFar:
				"Dieser Beginn ist {far, select, days {Tage} other {Stunden}} entfernt. Eine Session, die jetzt öffnet, beginnt heute; für eine spätere leg in Discord ein Event an.",
			noZone:
				"Ich kenne deine Zeitzone noch nicht und weiß darum nicht, wann das ist. Setz sie mit `/host set time-zone: Berlin`, oder schreib `in 10 Minuten`.",
			unknownZone:
				"Deine Zeitzone ist eine, die ich hier nicht kenne; darum weiß ich nicht, wann das ist. Wähl mit `/host set time-zone: Berlin` eine große Stadt in deiner Nähe, oder schreib `in 10 Minuten`.",
		},
	},
	end: {
		about: "Die Session beenden; wer da ist, bekommt einen Dank",
		recap: "Dein Recap: ein Link zum Nachholen, etwa Folien oder Aufzeichnung",
		noLink:
			"Ein Recap ist ein Link, und das ist keiner; darum ist alles geblieben, wie es war. Schreib die ganze Adresse, zum Beispiel `https://example.com/slides`.",
		question:
			"Diese Session ist nicht deine: {session}. {host} leitet sie. {does, select, leave {Soll ich dein Recap dort hinterlassen?} other {Soll ich sie beenden?}}",
		recapGiven: "Recap: {recap}",
		doEnd: "Beenden",
		doLeave: "Dort hinterlassen",
		keep: "So lassen",
		nothingChanged: "Nichts hat sich geändert.",
		ended:
			"Die Session in {room} ist vorbei. {thanked, plural, =0 {Es war niemand da, dem ich danken konnte.} one {Ich danke dem Gast, der da ist.} other {Ich danke den # Gästen, die da sind.}} Wer jetzt kommt, hört{closed, select, said {, dass geschlossen ist} other { von mir nichts}}. Wenn du ein Recap hast, hinterlass es mit `/session recap`{thanked, plural, =0 {.} other {: Zwei Stunden lang füge ich es noch in den Dank ein; danach gibt es der Knopf darunter.}}",
		endedWithRecap:
			"Die Session in {room} ist vorbei. {thanked, plural, =0 {Es war niemand da, dem ich danken konnte.} one {Ich danke dem Gast, der da ist, mit deinem Recap.} other {Ich danke den # Gästen, die da sind, mit deinem Recap.}} Wer jetzt kommt, hört{closed, select, said {, dass geschlossen ist, und findet dein Recap} other { von mir nichts. Das ist dein Recap}}: {recap}",
		overAlready: "Die Session in {room} ist schon vorbei.",
		noneOn: "In {room} läuft keine Session mehr.",
		unknown: "Diese Session kenne ich nicht mehr. Bitte benutze `/session end` noch einmal.",
	},
	recap: {
		about: "Einen Link für deine Gäste hinterlassen, etwa Folien oder Aufzeichnung; auch nach dem Ende",
		link: "Dein Recap, zum Beispiel https://example.com/slides",
		room: "Der Raum der Session; ohne Angabe der deiner laufenden oder zuletzt beendeten",
		which: "Welche Session, wenn ihr Raum seither andere hatte; fang an, den Titel zu tippen",
		kept: "Gespeichert. Wenn die Session in {room} vorbei ist, finden ihre Gäste dein Recap unter dem Dank: {recap}",
		left: "Gespeichert. {thanks, select, stand {Ich füge es in den Dank ein, wo alle es finden.} old {Den Dank kann ich nicht mehr ändern, er ist zu alt; der Knopf darunter gibt es allen, die ihn drücken.} other {Es wurde niemandem gedankt, darum steht es nirgends im Chat.}} {closed, select, said {Wer jetzt in {room} kommt, findet dein Recap} unsaid {Wer jetzt in {room} kommt, hört von mir nichts. Das ist dein Recap} other {Das ist dein Recap von {session}, {start}}}: {recap}",
		erased: "Diese Session ist inzwischen gelöscht worden; darum ist dein Recap nicht gespeichert: {recap}",
		whichRoom:
			"Es läuft keine Session, und in den letzten 24 Stunden ging keine von dir zu Ende; darum ist nichts gespeichert. Benutze `/session recap` noch einmal und nenn mit `room` den Raum. Das ist dein Recap: {recap}",
		notFound:
			"Ich finde keine Session von dir mit „{said}“ im Titel; darum ist nichts gespeichert. Wähl eine aus der Liste, die sich beim Tippen öffnet. Das ist dein Recap: {recap}",
		button: "Zum Recap",
		here: "Das Recap von **{title}**: {recap}",
		notYet:
			"Von **{title}** gibt es noch kein Recap. Sobald der Host eins hinterlässt, kommt es in den Dank hier oben, wenn der noch frisch ist, und dieser Knopf gibt es dir jederzeit.",
		unknown: "Diese Session kenne ich nicht mehr; darum habe ich kein Recap von ihr. Frag bitte den Host.",
	},
	status: {
		about: "Wer da ist, wer begrüßt wurde, was schiefging",
		openSince: "**{title}** in {room}, offen seit {since}",
		overSince: "**{title}** in {room}, vorbei seit {since}",
		soFar:
			"Gäste jetzt im Raum: {inside, number}. Bisher gekommen: {came, number}. Begrüßt: {greeted, number}{byHand, plural, =0 {} other {, dazu # durch einen Menschen}}.",
		inAll:
			"Gekommen: {came, number}. Begrüßt: {greeted, number}{byHand, plural, =0 {} other {, dazu # durch einen Menschen}}.",
		delays: "Vom Hereinkommen bis zur Begrüßung dauerte es höchstens {worst}, bei der Hälfte höchstens {median}.",
		waiting: "Warten auf ihre Begrüßung: {waiting, number}, am längsten seit {since}.",
		unheard: "⚠️ Ich kann nicht schreiben: {trouble} Wer wartet, wird begrüßt, sobald ich es kann.",
		cue: "⚠️ {trouble}",
		note: "Notiz für alle, die zu spät kommen: {note}",
		more: "… und {count, number} weitere.",
		seconds: "{seconds, number} s",
		minutes: "{minutes, number} min",
	},
	panel: {
		about: "Wer auf dem Podium ist, ohne Begrüßung und Dank für Gäste",
		add: "Jemanden auf das Podium einer laufenden Session holen",
		remove: "Jemanden vom Podium einer laufenden Session nehmen",
		whom: "Wen",
		added:
			"{member} ist auf dem Podium der Session in {room} und bekommt weder Begrüßung noch Dank als Gast.{greeted, select, yes { Meine Begrüßung ist vielleicht schon gesagt; die kann ich nicht zurücknehmen.} other {}}",
		removed:
			"{member} ist nicht mehr auf dem Podium der Session in {room}, sondern Gast wie alle anderen.{came, select, yes { Wer schon da war, wird nicht nachträglich begrüßt; am Ende gibt es einen Dank.} other { Beim Hereinkommen gibt es eine Begrüßung.}}",
		hostsIt: "{member} leitet die Session in {room} und bekommt ohnehin weder Begrüßung noch Dank als Gast.",
		hostStays: "{member} leitet die Session in {room}. Gib sie zuerst an jemand anderen ab: `/session hand-over`.",
		notOnIt: "{member} ist nicht auf dem Podium der Session in {room}. Nichts wurde geändert.",
		noBot: "Bots werden nie begrüßt und können nichts leiten. Wähl einen Menschen.",
		notHere: "{member} ist nicht auf diesem Server; darum wurde nichts geändert. Wähl jemanden, der hier ist.",
	},
	greeter: {
		about: "Jemanden im Chat des Raums bitten, mit dem Host zu begrüßen",
		whom: "Wen",
		question:
			"{member}, {known, select, yes {{asker} fragt} other {eine Frage}}: Magst du die Gäste dieser Session mit Namen begrüßen?",
		yes: "Ich begrüße",
		asked:
			"Ich habe {member} in {room} gefragt. Wer dort auf den Knopf drückt, ist auf dem Podium und sieht mit `/session status`, wer da ist.",
		notAsked: "Gerade konnte ich in {room} nicht fragen. Nichts wurde geändert: Versuch es bitte noch einmal.",
		greetsAlready: "{member} begrüßt schon in der Session in {room}.",
		quiet:
			"{member} möchte nicht öffentlich genannt werden; darum frage ich dort nicht. Frag selbst; `/session panel add` holt auf das Podium.",
		unnamedRoom:
			"In {room} wird nicht jeder öffentlich genannt, darum frage ich dort niemanden. Frag {member} selbst; `/session panel add` setzt sie aufs Podium.",
		notYou: "Diese Frage ist für {member}.",
		over: "Diese Session ist vorbei; es ist niemand mehr zu begrüßen.",
		answered:
			"Darauf hast du schon geantwortet, oder du wurdest seither vom Podium genommen. Lass dich von einem Host neu fragen, wenn du begrüßen möchtest.",
		forgotten:
			"Du hast mich gebeten, dich in dieser Session zu vergessen; darum merke ich mir dort nichts von dir, auch nicht, dass du begrüßt.",
		thanks:
			"Danke! Du bist jetzt auf dem Podium der Session in {room}. `/session status` zeigt dir, wer da ist und wie die Namen gesprochen werden.",
	},
	handOver: {
		about: "Eine laufende Session an einen anderen Host abgeben",
		toWhom: "Wer sie von jetzt an leitet",
		question: "Die Session in {room} ist nicht deine: {host} leitet sie. Soll ich sie {member} übergeben?",
		do: "Übergeben",
		done: "{member} leitet von jetzt an die Session in {room}: Es gelten die Einstellungen und Texte von {member}, und auch der Cue geht dorthin, wenn er gewünscht ist. {before} bleibt auf dem Podium.",
		taken:
			"{member} leitet von jetzt an die Session in {room}: Es gelten die Einstellungen und Texte von {member}, und auch der Cue geht dorthin, wenn er gewünscht ist.",
		hostsAlready: "{member} leitet die Session in {room} schon.",
		notTaken: "{member} kann die Session in {room} nicht leiten. Nichts wurde geändert: Wähl jemand anderen.",
		over: "Diese Session ist vorbei. Nichts wurde geändert.",
	},
	note: {
		about: "Eine Notiz für alle, die ab jetzt zu spät kommen; ohne Text wird sie gelöscht",
		text: "Zum Beispiel: Folie 12; Fragen kommen am Schluss",
		saved: "Gespeichert. Wer ab jetzt zu spät in {room} kommt, hört auch:\n> {note}",
		cleared: "Gelöscht. Wer zu spät in {room} kommt, hört keine Notiz mehr.",
	},
});
