import { translation } from "../translation.ts";

export const me = translation("me", {
	button: "Meine Begrüßung",
	command: {
		about: "Wie ich dich begrüße: mit deinem Namen oder ohne",
		show: "Wie ich dich begrüße, und was du daran ändern kannst",
		name: "Wähl, wie ich dich nenne, und sag, wie man es ausspricht",
		quiet: "Von jetzt an nirgends öffentlich genannt werden",
		language: "In deiner Sprache begrüßt werden, auch wenn der Host eine andere spricht",
		whichLanguage: "Welche Sprache; tipp den Anfang ihres Namens und wähl sie aus",
		hostsLanguage: "Die Sprache des Hosts",
		data: "Eine Datei mit allem, was ich über dich gespeichert habe",
		forget: "Lass mich löschen, was ich über dich gespeichert habe; ich frage vorher",
		where: "Wo; ohne Angabe auf diesem Server",
		here: "Auf diesem Server",
		everywhere: "Überall",
	},
	myGreeting: {
		head: "### Wie ich dich{where, select, everywhere {} other { auf {server}}} begrüße",
		called:
			"Ich nenne dich **{name}**, {source, select, server {wie du es für diesen Server gewählt hast} everywhere {wie du es gewählt hast} other {wie Discord dich hier zeigt}}.",
		calledNothing:
			"Ich nenne dich so, wie Discord dich auf jedem Server zeigt. Du kannst einen Namen wählen, den ich überall benutze.",
		sound: "Hosts erfahren, wie man das ausspricht: **{sound}**.",
		unused: "Auf diesem Server heißen alle so, wie Discord sie zeigt; der Name, den du gewählt hast, gilt hier nicht.",
		outOfUse:
			"Du hast **{name}** gewählt, und ein Host hat entschieden, dass ich diesen Namen auf diesem Server nicht benutze. Anderswo hat sich nichts geändert. Du kannst für hier einen anderen wählen.",
		named: "Ich begrüße dich mit Namen.",
		quiet:
			"Du bist{where, select, everywhere {} other { hier}} still: Ich nenne dich nirgends öffentlich. Hosts sehen, dass du nicht aufgerufen werden möchtest.",
		language:
			"Ich begrüße dich auf **{language}**, {source, select, server {wie du es für diesen Server gewählt hast} other {wie du es gewählt hast}}.",
		hostsLanguage:
			"Ich begrüße dich in der Sprache des Hosts. Mit `/me language` kannst du jede andere wählen, die ich spreche.",
		languageUnused: "Auf diesem Server werden alle in ihr begrüßt; die Sprache, die du gewählt hast, gilt hier nicht.",
		change: "So heiße ich nicht",
		beQuiet: "Nenn mich{where, select, everywhere { nirgends} other { hier nicht}}",
		beNamed: "Begrüß mich{where, select, everywhere { überall} other { hier}} wieder mit Namen",
		speak: "Begrüß mich{where, select, everywhere { überall} other { hier}} auf {language}",
		speakAsHost: "Begrüß mich{where, select, everywhere { überall} other { hier}} in der Sprache des Hosts",
		data: "Meine Daten",
		forget: "Vergiss mich",
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
		savedElsewhere: "Danke. Ich nenne dich **{name}**, wo du nichts anderes gesagt hast, nur nicht auf diesem Server.",
		kept: "Gespeichert. Wie ich dich hier nenne, steht darunter, und warum.",
		givenBack: "Von jetzt an nenne ich dich so, wie Discord dich zeigt.",
		puttingRight: "Wo ich dich in der letzten Stunde anders genannt habe, berichtige ich das in wenigen Sekunden.",
		unreadable: "Darin kann ich keinen Namen lesen. Schreib einen mit Buchstaben, bis zu 32. Nichts hat sich geändert.",
		tooOften:
			"Du hast heute schon {most, number}-mal einen Namen gewählt, öfter geht es nicht. Morgen kannst du wieder wählen. Nichts hat sich geändert.",
		outOfUse:
			"Auf diesem Server nenne ich dich nicht **{name}**: Das hat ein Host entschieden, und es gilt auch für Namen, die genauso aussehen. Einen anderen benutze ich gern: Wähl noch einmal. Nichts hat sich geändert.",
		taken:
			"Jemand hier heißt **{name}** oder hat einen Namen, der genauso aussieht, und ich darf euch nicht verwechseln. Wähl einen, der euch unterscheidet. Nichts hat sich geändert.",
	},
	quiet: {
		on: "Von jetzt an nenne ich dich{where, select, everywhere {} other { auf diesem Server}} nirgends öffentlich. Begrüßung und Dank bekommst du weiterhin, ohne deinen Namen. Wo ich dich in der letzten Stunde genannt habe, nehme ich deinen Namen in wenigen Sekunden heraus; was älter ist, bleibt stehen.",
		off: "Von jetzt an begrüße ich dich{where, select, everywhere {} other { auf diesem Server}} wieder mit Namen.",
	},
	language: {
		saved:
			"Von jetzt an begrüße ich dich{where, select, everywhere {} other { auf diesem Server}} auf **{language}**. In einer Nachricht spreche ich außer der Sprache des Hosts zwei weitere; wäre deine die dritte, begrüße ich dich in der des Hosts.",
		hosts:
			"Von jetzt an begrüße ich dich{where, select, everywhere {} other { auf diesem Server}} in der Sprache des Hosts.",
	},
	elsewhere:
		"Was ich auf anderen Servern gespeichert habe und was du für überall gesagt hast, gehört nicht dazu: Nimm dafür denselben Befehl in meinen Direktnachrichten.",
	data: {
		answer:
			"In dieser Datei steht alles, was ich{where, select, everywhere { auf allen Servern} other { auf {server}}} über dich gespeichert habe, und wozu jeder Teil da ist.",
		about:
			"Alles, was Byname{where, select, everywhere { auf allen Servern} other { auf einem Server}} über eine Person gespeichert hat. Zeiten in UTC. Eine leere Liste: Davon ist nichts gespeichert.",
		what: {
			attendances:
				"Die Sessions, zu denen du gekommen bist, als Gast oder auf dem Podium, und wann; auch die, für deren Podium dich jemand genannt hat, und ob du dort mit leitest oder begrüßt: damit du einmal begrüßt und beim nächsten Mal wieder willkommen geheißen wirst und wer leitete, weiß, wer da war.",
			invitations:
				"Sessions, in denen du gefragt wurdest, ob du mit dem Host begrüßt, und noch nicht geantwortet hast: damit deine Antwort einmal zählt.",
			takenOff:
				"Sessions, von deren Podium dich jemand genommen hat: damit du in ihnen Gast bist, auch wenn du regelmäßig mit dem Host leitest.",
			stays:
				"Wann du gekommen und gegangen bist: um Wiederkommen vom ersten Kommen zu unterscheiden, um zu wissen, wer am Ende einer Session da ist, und damit wer leitete, weiß, wie lange Gäste blieben.",
			greetings:
				"Was dir gesagt wurde oder noch gesagt wird, und wann; nicht der Wortlaut. Dein Name steht nur dabei, solange es wartet. Damit jede Begrüßung einmal gesagt wird.",
			pings:
				"Nachrichten, die dich anpingen durften: damit sie niemand anderen anpingen. Von ihnen wird nur deine ID gezeigt.",
			spots:
				"Wo dein Name oder ein Wort für dich in Nachrichten der letzten Stunden steht, in Zeichen; nicht der Name: damit er herausgenommen oder berichtigt werden kann.",
			corrections:
				"Begrüßungen der letzten Stunde, in denen du gleich anders genannt wirst, wie du es wolltest: nur, bis das geschehen ist.",
			wishes:
				"Was du über dich gesagt hast: wie du heißt, wie man das ausspricht, ob du still bist, in welcher Sprache ich dich begrüße und wie oft du an dem Tag einen Namen gewählt hast.",
			settings: "Deine Einstellungen als Host: damit deine Gäste so begrüßt werden, wie du es willst.",
			coHosts:
				"Mit wem du als Host regelmäßig leitest: damit diese Menschen in deinen Sessions keine Gäste sind. Nur deine eigene ID steht dabei.",
			coHosting:
				"Dass du regelmäßig mit einem Host leitest: damit du in dessen Sessions kein Gast bist. Nur deine eigene ID steht dabei.",
			texts: "Deine eigenen Texte als Host: damit deine Gäste mit deinen Worten begrüßt werden.",
			rooms: "Räume, in denen du regelmäßig Host bist: damit Sessions dort deine sind.",
			sessions: "Sessions, die du geleitet hast: um zu wissen, wann sie waren und was in ihnen zu sagen ist.",
			forgotten:
				"Laufende Sessions, in denen ich dich vergessen habe: nur ein Code, der mit der Session verschwindet, damit ich dich in ihr nicht noch einmal begrüße.",
			unusedNames:
				"Namen, die du gewählt hast und die ein Host auf einem Server aus dem Gebrauch genommen hat: von jedem nur ein Code, aus dem weder du noch der Name zu lesen sind, damit es dabei bleibt.",
		},
	},
	forget: {
		question: "### Soll ich dich{where, select, everywhere { auf allen Servern} other { auf {server}}} vergessen?",
		goes: "**Das wird gelöscht und lässt sich nicht zurückholen:**",
		erased: "**Gelöscht:**",
		parts: {
			attendances: "dass du zu {count, plural, one {# Session} other {# Sessions}} gekommen bist",
			invitations: "dass du in {count, plural, one {# Session} other {# Sessions}} gefragt wurdest, ob du mit begrüßt",
			takenOff: "dass du in {count, plural, one {# Session} other {# Sessions}} vom Podium genommen wurdest",
			stays: "wann du gekommen und gegangen bist, {count, plural, one {einmal} other {#-mal}}",
			greetings: "{count, plural, one {# Begrüßung} other {# Begrüßungen}} für dich; was noch wartet, wird nie gesagt",
			pings: "deine ID bei {count, plural, one {# Nachricht} other {# Nachrichten}}, die dich anpingen konnten",
			corrections:
				"{count, plural, one {# Begrüßung} other {# Begrüßungen}}, in denen du gleich anders genannt werden solltest",
			wishes: "wie du heißt, ob du still bist und deine Sprache{count, plural, one {} other {, an # Stellen}}",
			settings: "deine Einstellungen als Host{count, plural, one {} other {, auf # Servern}}",
			coHosts: "mit wem du regelmäßig leitest, {count, plural, one {# Person} other {# Personen}}",
			coHosting: "dass du bei {count, plural, one {# Host} other {# Hosts}} regelmäßig Co-Host bist",
			texts: "{count, plural, one {# Text} other {# Texte}} von dir als Host",
			rooms: "dass du in {count, plural, one {# Raum} other {# Räumen}} regelmäßig Host bist",
			sessions:
				"dass du {count, plural, one {# Session} other {# Sessions}} geleitet hast, mit deinen Notizen und Links",
		},
		stays: "**Das bleibt:**",
		posts: "was auf Discord steht, bis es dort jemand löscht; ich behalte keine Kopie",
		led: "die Sessions, die du geleitet hast, und ihre Titel, ohne dich: Andere sind zu ihnen gekommen",
		code: "solange eine Session läuft, zu der du gekommen bist, ein Code, damit ich dich in ihr nicht noch einmal begrüße; wenn sie vorbei ist, kann niemand mehr sagen, dass du das bist",
		unusedNames:
			"dass ein Host {count, plural, one {einen Namen} other {# Namen}} von dir{where, select, everywhere {} other { auf {server}}} aus dem Gebrauch genommen hat, weil sonst alles beim Alten wäre: ein Code, aus dem weder du noch der Name zu lesen sind",
		copies: "Sicherungskopien und mein Protokoll, in dem IDs stehen: Wer mich betreibt, kann dir sagen, wie lange",
		quiet:
			"Wenn du danach nirgends öffentlich genannt werden möchtest, muss ich mir das merken: Dann bleiben deine ID und dieser Wunsch.",
		now: "Vergiss mich",
		stayQuiet: "Vergiss mich, aber ich bleibe still",
		keep: "Alles behalten",
		kept: "Nichts wurde gelöscht. Alles ist, wie es war.",
		nothing: "Ich habe{where, select, everywhere {} other { auf {server}}} nichts über dich gespeichert.",
		done: "### Ich habe dich{where, select, everywhere { auf allen Servern} other { auf {server}}} vergessen",
		nothingLeft: "Es gab nichts mehr zu löschen.",
		quietStays: "deine ID, und dass ich dich nirgends öffentlich nenne, wie du es wolltest",
		wasOnItsWay:
			"Eine Begrüßung für dich war schon zu Discord unterwegs; sie kann dort stehen oder noch erscheinen. Was ich von ihrem Wortlaut habe, verschwindet, sobald das geklärt ist.",
		leads:
			"Du leitest eine Session, die gerade läuft, und sie braucht ihren Host. Gib sie mit `/session hand-over` ab, oder beende sie mit `/session end`, und lass mich dich dann vergessen. Nichts wurde gelöscht.",
	},
});
