import { translation } from "../translation.ts";

export const report = translation("report", {
	command: {
		about: "Für Hosts: wie eine Session war und wer kam",
		session: "Wie eine Session war oder bisher läuft: die Zahlen, und wer wie lange da war",
		which: "Welche; ohne Angabe die laufende, sonst deine letzte",
		sessions: "Deine letzten Sessions, um eine zu öffnen",
	},
	csv: "CSV",
	titled: "**{title}** in {room}",
	over: "{session}: {start} – {end}, {lasted}",
	on: "{session}: läuft noch, seit {start}. So ist es bisher.",
	nobody: "Niemand kam.",
	came: "**{came, number}** {came, plural, one {kam} other {kamen}}.",
	cameOnce: "**1** kam und blieb {stay}.",
	cameAndStayed:
		"**{came, number}** kamen, höchstens {most, number} waren gleichzeitig da. Die Hälfte blieb {stay} oder länger.",
	cameAndLeft:
		"**{came, number}** kamen, höchstens {most, number} waren gleichzeitig da. Mehr als die Hälfte blieb weniger als eine Minute.",
	moments:
		"{early, number} früh, {onTime, number} pünktlich, {late, number} zu spät. {returning, plural, =0 {Niemand war} one {# war} other {# waren}} schon einmal hier.",
	heard:
		"{heard, plural, =0 {Niemand hörte den eigenen Namen} one {# hörte den eigenen Namen} other {# hörten ihren Namen}}{byHand, plural, =0 {} other {, # davon von einem Menschen}}.",
	unnamed: "{count, plural, one {# wurde} other {# wurden}} ohne Namen begrüßt.",
	ungreeted: "{count, plural, one {# wurde} other {# wurden}} nicht begrüßt.",
	waiting: "{count, plural, one {# wartet} other {# warten}} noch auf die Begrüßung.",
	expected: "{count, plural, one {# davon hatte} other {# davon hatten}} *Interessiert* angegeben.",
	hoursAndMinutes: "{hours, number} h {minutes, number} min",
	hours: "{hours, number} h",
	minutes: "{minutes, number} min",
	moment: "weniger als eine Minute",
	slips: "Was beinahe schiefging, und was ich dagegen getan habe:",
	noSlips: "Schiefgegangen ist nichts, von dem ich weiß.",
	noOtherSlips: "Sonst ist nichts schiefgegangen, von dem ich weiß.",
	moreSlips: "… und {count, number} weitere.",
	list: "Wer da war, und wie lange:",
	quiet: "still",
	moreAttendees: "und noch {count, number}: In **CSV** stehen alle.",
	which: {
		gone: "Diese Session ist nicht mehr gespeichert: Sie wurde gelöscht. `/report sessions` zeigt, welche es noch gibt.",
		notYours:
			"Diese Session ist nicht deine: Ihr Bericht ist für ihren Host, für alle, die sie mit geleitet haben, und für Leute mit *Server verwalten*.",
		none: "Von dir ist keine Session gespeichert, darum gibt es nichts zu berichten. Sobald eine läuft, sagt `/report session`, wie es geht.",
		notFound:
			"Ich finde keine Session von dir mit „{said}“ im Titel. Wähl eine aus der Liste, die beim Tippen aufgeht, oder sieh dir `/report sessions` an.",
	},
	sessions: {
		heading: "Die letzten Sessions, die neueste zuerst:",
		line: "{start} · {session} · {came, plural, =0 {niemand kam} one {# kam} other {# kamen}}",
		lineOn: "{start} · {session} · läuft noch, bisher {came, plural, =0 {kam niemand} one {kam #} other {kamen #}}",
		more: "… und {count, number} weitere; im Menü stehen sie.",
		open: "Einen Bericht öffnen",
		untitled: "Session",
	},
	button: "Bericht",
	erase: {
		button: "Diese Session löschen",
		question: "Soll ich diese Session endgültig löschen? {session}, {start}",
		goes: "Dann ist weg: {parts}; dazu die Zahlen dieses Berichts, was schiefging, die Notiz und das Recap.",
		nobody: "dass niemand kam",
		attendances: "dass {count, plural, one {# Person da war oder leitete} other {# Personen da waren oder leiteten}}",
		stays: "{count, plural, one {# Aufenthalt} other {# Aufenthalte}}",
		greetings: "{count, plural, one {# Begrüßung} other {# Begrüßungen}}",
		keeps:
			"Was in Discords Kanälen steht, bleibt dort, und auch, was Leute für sich selbst eingestellt haben. Wer in keiner anderen Session war, wird wie zum ersten Mal begrüßt.",
		now: "Löschen",
		keep: "Behalten",
		kept: "Nichts wurde gelöscht.",
		done: "Die Session ist gelöscht: {parts}; dazu ihre Zahlen, was schiefging, die Notiz und das Recap.",
		partly: "Ein Teil der Session ist gelöscht, aber nicht alles. Drück bitte noch einmal auf **Löschen**.",
		isOn: "Diese Session läuft, darum wurde nichts gelöscht. Beende sie zuerst: `/session end`.",
		hardlyOver:
			"Diese Session ist kaum vorbei: Sie kann noch einmal öffnen, oder es wird gerade noch gedankt. Nichts wurde gelöscht. Versuch es bitte in fünf Minuten noch einmal.",
		goesOn:
			"Die Stage oder das Event dieser Session läuft noch: Gelöscht würde sie neu öffnen, und alle dort würden noch einmal begrüßt. Nichts wurde gelöscht. Schließ zuerst das.",
	},
});
