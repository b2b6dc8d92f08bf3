import { translation } from "../translation.ts";

export const session = translation("session", {
	command: {
		about: "Für Hosts: eine Session öffnen und beenden, eine Notiz hinterlassen, sehen, wie es läuft",
		which: "Welche; ohne Angabe die, in der du gerade bist",
	},
	start: {
		about: "Eine Session öffnen; wer im Raum ist, wird begrüßt",
		room: "Wo; ohne Angabe der Raum, in dem du bist",
		title: "Worum es geht",
		host: "Wer sie leitet; ohne Angabe du",
		starts: "Wann sie beginnt, etwa 15:30 oder in 10 minutes; ohne Angabe jetzt",
	},
	end: {
		about: "Die Session beenden; wer da ist, bekommt einen Dank",
		recap: "Dein Recap: ein Link zum Nachholen, etwa Folien oder Aufzeichnung",
	},
	status: {
		about: "Wer da ist, wer begrüßt wurde, was schiefging",
	},
	note: {
		about: "Was alle hören, die ab jetzt zu spät kommen; ohne Text wird es gelöscht",
		text: "Zum Beispiel: Folie 12; Fragen kommen am Schluss",
	},
});
