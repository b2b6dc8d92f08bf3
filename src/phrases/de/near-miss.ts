import { translation } from "../translation.ts";

export const nearMiss = translation("nearMiss", {
	at: "{time}: {what}",
	between: "{first} – {last}: {what}",
	away: "{people, plural, one {# Person kam, während ich weg war. Ich habe sie begrüßt, als ich zurück war.} other {# Personen kamen, während ich weg war. Ich habe sie begrüßt, als ich zurück war.}}",
	late: "{people, plural, one {# Person hörte ihren Namen über eine Minute zu spät.} other {# Personen hörten ihren Namen über eine Minute zu spät.}} {why}",
	lateBecause: {
		parked: "Ich wurde nicht in den Kanal gelassen und habe die Begrüßung nachgeholt, sobald ich durfte.",
		behind: "Etwas hat mich aufgehalten.",
		noAnswer: "Discord hat nicht geantwortet. Ich habe die Begrüßung noch einmal geschickt, bis sie durchkam.",
		error: "Discord hatte selbst Schwierigkeiten. Ich habe die Begrüßung noch einmal geschickt, bis sie durchkam.",
		limited: "Discord hat mich gebremst. Ich habe die Begrüßung noch einmal geschickt, bis sie durchkam.",
		stopped: "Ich wurde mittendrin angehalten. Ich habe die Begrüßung noch einmal geschickt, bis sie durchkam.",
		found: "Minutenlang war nicht klar, ob die Begrüßung angekommen war. Ich habe im Kanal nachgesehen: Sie war da.",
		unseen: "Minutenlang war nicht klar, ob die Begrüßung angekommen war. Ich habe sie noch einmal geschickt.",
	},
	retried:
		"{why}{times, plural, =1 {} other { Das geschah # Mal.}} {doubled, select, maybe {Vielleicht steht es zweimal da.} other {Niemand wurde zweimal begrüßt.}}",
	retriedBecause: {
		noAnswer: "Discord hat nicht geantwortet, darum habe ich dieselben Worte noch einmal geschickt.",
		error: "Discord hatte selbst Schwierigkeiten, darum habe ich dieselben Worte noch einmal geschickt.",
		limited: "Discord hat mich gebremst, darum habe ich dieselben Worte noch einmal geschickt.",
		stopped: "Ich wurde beim Schreiben angehalten, darum habe ich dieselben Worte noch einmal geschickt.",
		found: "Minutenlang war nicht klar, ob ein Beitrag angekommen war. Ich habe im Kanal nachgesehen: Er war da.",
		lost: "Minutenlang war nicht klar, ob ein Beitrag angekommen war. Ich habe im Kanal nachgesehen: Er fehlte, darum habe ich es neu gesagt.",
		unseen:
			"Minutenlang war nicht klar, ob ein Beitrag angekommen war. Ich konnte im Kanal nicht nachsehen, darum habe ich dieselben Worte noch einmal geschickt.",
	},
	refused: {
		name: "{people, plural, one {Discord hat den Namen von # Person abgelehnt; ich habe sie ohne Namen begrüßt.} other {Discord hat die Namen von # Personen abgelehnt; ich habe sie ohne Namen begrüßt.}}",
		words:
			"Discord hat deine Worte für {people, plural, one {# Person} other {# Personen}} abgelehnt; ich habe mit meinen eigenen begrüßt. Sieh dir deine Texte und deine Notiz mit `/greeting preview` an.",
		altogether:
			"Discord hat die Begrüßung von {people, plural, one {# Person} other {# Personen}} in jeder Form abgelehnt, also blieb sie aus. Sag bitte selbst Hallo.",
	},
	parked:
		"{channel} hat keine Beiträge von mir angenommen.{times, plural, =1 {} other { Das geschah # Mal.}} {is, select, mended {Seit {since} kann ich wieder schreiben, und wer wartete, ist begrüßt.} other {Ich merke mir, wer kam, und hole die Begrüßung nach, sobald ich darf.}}",
	unsaid:
		"Die Session war vorbei, bevor ich {people, plural, one {# Person} other {# Personen}} begrüßen konnte. Die Begrüßung blieb aus.",
});
