import { translation } from "../translation.ts";

export const frame = translation("frame", {
	outsideServers: "Ich arbeite nur auf Servern. Bitte benutze das auf einem Server, auf dem ich bin.",
	notShown:
		"Discord hat mir diesen Server noch nicht gezeigt, darum geht das jetzt nicht. Bitte versuch es in einer Minute noch einmal. Bleibt es so, kann jemand mit *Server verwalten* mich entfernen und wieder hinzufügen.",
	outdated:
		"Das kenne ich nicht mehr; vielleicht stammt es aus einer älteren Version von mir. Bitte benutze den Befehl noch einmal.",
	tooSlow: "Das hat zu lange gedauert. Bitte versuch es noch einmal.",
	failed:
		"Das hat nicht geklappt, und es war mein Fehler. Nichts ist verloren; bitte versuch es noch einmal. Passiert es wieder, dann nenn denen, die Byname betreiben, diese Nummer: {number}",
	restarting: "Ich werde gerade neu gestartet. Bitte versuch es gleich noch einmal.",
	forManagers: "Das können nur Leute mit der Berechtigung *Server verwalten*. Bitte frag jemanden davon.",
	forHosts:
		"Das ist für Hosts: Leute mit der Berechtigung *Events verwalten* oder *Server verwalten* oder mit einer Host-Rolle. Wer *Server verwalten* hat, kann dich mit `/server set host-roles` zum Host machen.",
	noMember: "Du bist nicht mehr auf jenem Server; darum zeige und ändere ich nichts von dem, was dort war.",
	memberUntold:
		"Discord sagt mir gerade nicht, ob du noch auf jenem Server bist. Bitte versuch es in einer Minute noch einmal.",
});
