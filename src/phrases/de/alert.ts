import { translation } from "../translation.ts";

export const alert = translation("alert", {
	to: "{host}: {words}",
	parked: {
		on: "In {channel} kann ich deine Gäste nicht begrüßen. {trouble}\nIch merke mir, wer kam: Sobald ich dort schreiben darf, werden alle begrüßt, solange die Session läuft.",
		over: "In {channel} kann ich deine Gäste nicht begrüßen. {trouble}\nDie Session ist vorbei. Bitte behebe das vor der nächsten.",
	},
	turnedAway: "Discord hat meinen letzten Beitrag abgewiesen.",
	unsaid:
		"Einige deiner Gäste sollten in {channel} begrüßt werden und haben ihren Namen nie gehört: Die Session war vorbei, bevor Discord meine Beiträge annahm. Das tut mir leid. `/session status` sagt, wie viele es waren und was im Weg war.",
	retention:
		"Ab {from} lösche ich einmal am Tag, was ich von Sessions gespeichert habe, die vor mehr als {days, plural, one {# Tag} other {# Tagen}} zu Ende waren: wer wann kam und wie begrüßt wurde. Wer seitdem nicht mehr hier war, wird begrüßt wie beim ersten Mal. Einstellungen und Texte bleiben. Mit `/server set retention` bewahre ich es länger oder kürzer auf, und `/server show` sagt, was gilt.",
	cue: "Dein Cue kann nicht dort stehen, wo du ihn haben willst. {fault}\nBehebe das, dann kommt er wieder; oder wähle mit `/host set cue-in` einen anderen Ort.",
	cueDirect:
		"Dein Cue bleibt weg: Discord lässt mich dir nicht schreiben. Erlaube Direktnachrichten von Mitgliedern dieses Servers (Rechtsklick auf den Server → Privatsphäre-Einstellungen), dann kommt er zu deiner nächsten Session; oder wähle mit `/host set cue-in` einen Kanal, dann kommt er sofort.",
	cueWords:
		"Dein Cue bleibt weg: Discord lehnt seine Worte ab, auch ohne Namen. Vielleicht liegt es am Titel der Session; gib ihr einen anderen, dann kommt der Cue zu deiner nächsten Session.",
});
