import { translation } from "../translation.ts";

export const welcome = translation("welcome", {
	words:
		"Danke für die Einladung! Ich bin Byname und begrüße alle, die zu euren Webinaren kommen, mit Namen.\n**Zum Anfangen:** Öffnet einen Stage-Kanal oder startet ein geplantes Event, und ich begrüße von selbst in dessen Chat; überall sonst benutzt `/session start`.\n**Sprache:** Ich begrüße auf {language}, wie dieser Server in Discord eingestellt ist. `/server set defaults` ändert das; ich spreche einunddreißig Sprachen.\n**Zeitzone:** Sagt mir eure, und ich sage „Guten Abend“, wenn es Abend ist. Bis dahin sage ich „Hallo“.\n**Eure eigenen Worte:** `/greeting edit` ändert, was ich sage, und `/greeting preview` zeigt, wie es klingt.\n**Prüfen:** Seht nach, in welchen Räumen ich begrüßen kann, und was mir fehlt, wo ich es nicht kann.",
	setZone: "Meine Zeitzone setzen",
	check: "Berechtigungen prüfen",
});
