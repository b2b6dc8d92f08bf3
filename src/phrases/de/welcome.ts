import { translation } from "../translation.ts";

export const welcome = translation("welcome", {
	thanks: "Danke für die Einladung! Ich bin Byname und begrüße alle, die zu euren Webinaren kommen, mit ihrem Namen.",
	begin:
		"**So geht es los:** Öffne einen Stage-Kanal oder starte ein Event, dann begrüße ich von selbst in seinem Chat. Überall sonst hilft `/session start`.",
	language:
		"**Sprache:** Ich begrüße auf {language}, wie dieser Server in Discord eingestellt ist. `/server set defaults` ändert das; ich spreche einunddreißig Sprachen.",
	timeZone:
		"**Zeitzone:** Nenn mir deine, dann weiß ich, wann Abend ist. Bis dahin begrüße ich zu jeder Stunde gleich.",
	words:
		"**Deine Worte:** `/greeting edit` ändert, was ich sage, `/greeting preview` zeigt, wie es klingt, und `/host set language` wählt die Sprache, etwa Deutsch.",
	check: "**Prüfen:** Sieh nach, in welchen Räumen ich begrüßen kann und was mir fehlt, wo ich es nicht kann.",
	setTimeZone: "Meine Zeitzone einstellen",
	checkPermissions: "Berechtigungen prüfen",
});
