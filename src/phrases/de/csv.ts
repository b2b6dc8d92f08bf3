import { translation } from "../translation.ts";

export const csv = translation("csv", {
	question:
		"Manche, die auf *Interessiert* geklickt haben, sind vielleicht nicht gekommen. Soll die Datei auch sie aufführen? Niemand sonst sieht sie.",
	onlyCame: "Nur wer da war",
	withAbsent: "Auch wer nicht kam",
	progress:
		"Ich mache die Datei und frage Discord, wie alle heißen: bisher {named, number} von {all, number} Namen. Sie kommt hier, sobald sie fertig ist.",
	tooLong:
		"Das dauert länger, als Discord eine Antwort warten lässt. Ich mache an der Datei weiter: Drück in ein paar Minuten noch einmal auf *CSV*, dann ist sie da.",
	erased: "Diese Session ist inzwischen gelöscht worden; darum gibt es keine Datei von ihr.",
	noNames:
		"Discord sagt mir gerade nicht, wie die Leute heißen; darum habe ich keine Datei gemacht. Bitte versuch es in ein paar Minuten noch einmal.",
	tooBig:
		"Die Datei ist größer, als Discord sie hier annimmt, sogar gepackt; darum kann ich sie dir nicht geben. Wer Byname betreibt, kann die Session aus der Datenbank holen.",
	done: "Wer bei **{title}** war: {came, plural, one {# Person} other {# Leute}}, eine Zeile für jeden Aufenthalt, in der Form von Zooms Teilnehmerbericht.",
	soFar:
		"Wer bisher bei **{title}** war: {came, plural, one {# Person} other {# Leute}}, eine Zeile für jeden Aufenthalt, in der Form von Zooms Teilnehmerbericht. Die Session läuft noch.",
	away: "{away, plural, =0 {Von denen, die erwartet wurden, fehlte niemand.} one {# Person, die erwartet wurde und nicht kam, steht in der Datei.} other {# Leute, die erwartet wurden und nicht kamen, stehen in der Datei.}}",
	awayUnknown:
		"Wer erwartet wurde und nicht kam, steht nicht darin: Das weiß ich nur ein paar Stunden lang nach dem Event, nicht, wenn ich seither neu gestartet wurde, und nicht bei jedem.",
	times: "Die Zeiten sind die von {zone}.",
	utc: "Die Zeiten sind in UTC, denn der Host hat keine Zeitzone gesetzt: `/host set time-zone: Berlin`.",
	quiet:
		"⚠️ {quiet, plural, one {# von ihnen will} other {# von ihnen wollen}} nirgends öffentlich genannt werden: siehe die Spalte *Quiet*.",
	left: "{left, plural, one {# Person hat den Server verlassen und steht} other {# Leute haben den Server verlassen und stehen}} mit ID darin.",
	untold:
		"Von {untold, plural, one {# Person} other {# Leuten}} hat Discord den Namen nicht gesagt; sie stehen mit ID darin.",
	packed: "Sie ist groß und darum als ZIP gepackt: Öffne das, darin liegt die CSV.",
	keep: "Die Namen speichere ich nicht. Wer diese Datei von dir bekommt, hat sie.",
});
