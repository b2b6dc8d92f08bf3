import { translation } from "../translation.ts";

export const texts = translation("texts", {
	label: {
		early: "Frühe Gäste",
		onTime: "Pünktliche Gäste",
		late: "Späte Gäste",
		note: "Notiz für späte Gäste",
		returning: "Willkommen zurück",
		expected: "Erwartete Gäste",
		missed: "Entschuldigung bei später Begrüßung",
		afterHours: "Nach Schluss",
		lookBack: "Recap für alle, die da waren",
		thanks: "Dank am Ende",
	},
	choice: {
		early: "Frühe Gäste",
		onTime: "Pünktliche Gäste",
		late: "Späte Gäste",
		note: "Notiz für späte Gäste: was um deine /session note herum steht",
		returning: "Willkommen zurück: für alle, die schon in deinen Sessions waren",
		expected: "Erwartete Gäste: für alle, die beim Event auf „Interessiert“ gedrückt haben",
		missed: "Entschuldigung bei später Begrüßung: wenn ich jemanden durch meine Schuld spät begrüße",
		afterHours: "Nach Schluss: für alle, die hereinkommen, wenn keine Session läuft",
		lookBack: "Recap für alle, die da waren: nach Schluss, für alle, die in der Session waren",
		thanks: "Dank am Ende",
	},
	when: {
		early: "Für alle, die vor dem Beginn kommen.",
		onTime: "Für alle, die rund um den Beginn kommen.",
		late: "Für alle, die deutlich nach dem Beginn kommen.",
		note: "Kommt für späte Gäste dazu, sobald du mit `/session note` eine Notiz hinterlassen hast.",
		returning:
			"Kommt für alle dazu, die hier schon in deinen Sessions waren. Steht '{name}' darin, wird es anstelle der üblichen Begrüßung gesagt.",
		expected:
			"Kommt für alle dazu, die sich beim Event als *Interessiert* eingetragen haben und noch nicht in deinen Sessions waren. Steht '{name}' darin, wird es anstelle der üblichen Begrüßung gesagt.",
		missed:
			"Kommt dazu, wenn ich jemanden mehr als eine Minute zu spät begrüße, weil ich weg war oder nicht schreiben konnte.",
		afterHours:
			"Einmal am Tag für alle, die hereinkommen, während keine Session läuft: am Tag nach der letzten oder kurz vor der nächsten.",
		lookBack:
			"Einmal, nach Schluss, für alle, die in der Session waren, wenn du mit `/session recap` ein Recap hinterlassen hast.",
		thanks: "Für alle, die am Ende der Session noch da sind.",
	},
	meaning: {
		greeting: "„Guten Abend“, je nach Tageszeit",
		name: "der Name; hören mehrere dasselbe, ihre Namen",
		mention: "dasselbe, als Erwähnung, wenn `/host set ping` sie erlaubt",
		title: "wie die Session heißt",
		host: "der Name des Hosts",
		server: "der Name dieses Servers",
		minutes: "wie viele Minuten zu spät",
		visits: "der wievielte Besuch es ist; 1 ist der erste",
		people: "wie viele dasselbe hören: '{people, plural, one {ein Stuhl} other {Stühle}}'",
		start: "„in 5 Minuten“ oder „vor 25 Minuten“, für alle in ihrer eigenen Sprache",
		startTime: "die Uhrzeit des Beginns, für alle in ihrer eigenen Zeitzone",
		note: "was du mit `/session note` hinterlassen hast",
		recap: "dein Recap: der Link zum Nachholen, den du mit `/session recap` hinterlässt",
		next: "wann die nächste Session ist: Wochentag, Datum und Uhrzeit, so wie sie beim Lesen gelten",
	},
	problem: {
		empty: "Der Text ist leer. Schreib, was ich sagen soll, zum Beispiel: Hallo, '{name}'!",
		tooLong: "Der Text hat {characters, number} Zeichen; höchstens {most, number} gehen.",
		couldGetTooLong:
			"Mit einem langen Namen und Titel könnte dieser Text {length, number} Zeichen lang werden; höchstens {most, number} passen. Kürz ihn um {excess, number}.",
		couldGetTooLongWithEndings:
			"Mit einem langen Namen und dem, was du fürs Ende angekreuzt hast, könnte dieser Text {length, number} Zeichen lang werden; höchstens {most, number} passen. Kürz ihn um {excess, number}, oder kreuz weniger an.",
		ping: "„{ping}“ würde niemanden erreichen: Eine Begrüßung kann nur den erwähnen, den sie begrüßt. Lass es weg, oder schreib '{mention}'.",
		missing:
			"Der Text muss {wanted} enthalten{where, select, everyBranch {, und zwar in jedem Zweig} other {}}, zum Beispiel: {text, select, note {Da sind wir gerade: '{note}'} other {Hallo, '{name}'!}}",
		unknown: "{typed} kenne ich nicht. Was du in Klammern schreiben kannst, steht im Formular.",
		unknownButNear: "{typed} kenne ich nicht. Meinst du {near}?",
		dependsOnName: "Von einem Namen darf nicht abhängen, was jemand hört: Schreib {placeholder} für sich.",
		onlyWhether: "Bei {placeholder} lässt sich nur fragen, ob es da ist: Schreib {example}.",
		noNumber: "{placeholder} ist keine Zahl: Schreib nur {placeholder}.",
		noDate: "{placeholder} ist eine Zahl und kein Datum: Schreib {placeholder} oder {asNumber}.",
		unwritableNumber: "So kann ich {placeholder} nicht schreiben: Schreib {placeholder} oder {asNumber}.",
		longNumber: "So geschrieben kann {placeholder} zu lang werden: Schreib {placeholder} oder {asNumber}.",
		unreadableNumber:
			"Ich kann nicht lesen, wie hier eine Zahl geschrieben werden soll: Schreib '{minutes}' oder '{minutes, number}'.",
		unsayable: "Diesen Text kann ich nicht sagen. Nimm einfache Platzhalter, zum Beispiel: Hallo, '{name}'!",
		andQuoted: "{problem} Ein Apostroph vor einer Klammer schaltet sie ab: Schreib stattdessen ’.",
		syntax: {
			sentence: "{where, select, end {Am Ende} other {Bei „{words}“}} (Zeichen {position, number}): {what}.",
			unclosed: "ein Platzhalter beginnt mit '{', endet aber nicht: Schreib '{name}'",
			empty: "zwischen den Klammern steht nichts: Schreib '{name}'",
			oneWord: "ein Platzhalter ist ein einziges Wort in Klammern: Schreib '{name}'",
			onlyThese: "nach dem Komma kann nur plural, selectordinal, select oder number folgen",
			oneOfThese: "nach dem Komma muss plural, selectordinal, select oder number folgen",
			noOther: "plural und select brauchen einen Zweig für alles andere: Ergänz other '{…}'",
			noPluralBranches: "hier fehlen Zweige: Schreib '{visits, plural, one {einmal} other {# Mal}}'",
			noSelectBranches: "hier fehlen Zweige: Schreib '{recap, select, none {} other {Folien: {recap}}}'",
			other: "diesen Platzhalter kann ich nicht lesen: Schreib '{name}'",
		},
		tooMany:
			"Das sind {count, number} verschiedene Formulierungen; höchstens {most, number} gehen. Nimm {excess, number} heraus.",
		tooLongTogether:
			"Zusammen haben diese Formulierungen {characters, number} Zeichen, mit allem, was dazukommt; höchstens {most, number} gehen. Nimm {excess, number} heraus.",
		cannotBeLeftOut: "Dieser Text kann nicht wegbleiben. Schreib, was ich sagen soll, zum Beispiel: Hallo, '{name}'!",
		dashAmongOthers:
			"Ein Strich heißt, dass nach Schluss niemand begrüßt wird; darum muss er allein stehen. Nimm ihn heraus oder die anderen Zeilen.",
	},
});
