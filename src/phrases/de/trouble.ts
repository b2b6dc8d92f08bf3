import { translation } from "../translation.ts";

export const trouble = translation("trouble", {
	permission: {
		viewChannel: "*Kanal ansehen*",
		connect: "*Verbinden*",
		sendMessages: "*Nachrichten senden*",
		sendMessagesInThreads: "*Nachrichten in Threads senden*",
		readMessageHistory: "*Nachrichtenverlauf anzeigen*",
	},
	without: {
		viewChannel: "ich sehe niemanden hereinkommen",
		connect: "Discord zeigt mir den Raum und seinen Chat nicht",
		sendMessages: "ich kann niemanden begrüßen",
		readMessageHistory: "nach einer Störung der Verbindung kann ich nicht nachsehen, ob eine Begrüßung ankam",
	},
	mendAt: "Kanaleinstellungen → Berechtigungen → Byname, in {channel}",
	unseen: "Ich sehe diesen Kanal nicht. Gib mir dort *Kanal ansehen*.",
	lacking: "Ich brauche noch {permissions} ({mendAt}).",
	timedOut:
		"Ich bin auf diesem Server bis {until} ({away}) im Timeout und kann deshalb nirgends schreiben. Danach mache ich von selbst weiter. Wer *Mitglieder im Timeout* darf, kann es früher beenden: Rechtsklick auf Byname → Timeout entfernen.",
	quarantined:
		"AutoMod hat mich auf diesem Server wegen meines Namens in Quarantäne gesteckt, deshalb kann ich nirgends schreiben. Wer *Server verwalten* darf, kann das beenden: Gib mir einen anderen Nicknamen oder ändere die Regel für Mitgliederprofile unter Servereinstellungen → AutoMod.",
	refused: {
		gone: "Discord sagt, dass es diesen Kanal nicht mehr gibt, obwohl es ihn mir noch zeigt. Ich versuche es innerhalb von zehn Minuten noch einmal; kannst auch du ihn nicht öffnen, dann wähl einen anderen.",
		noPlaceForWords: "Discord sagt, dass in diesem Kanal nichts geschrieben werden kann. Wähl einen anderen.",
		forbidden: "Discord hat meinen letzten Beitrag abgewiesen. Prüf meine Berechtigungen ({mendAt}).",
		other:
			"Discord hat meinen letzten Beitrag abgewiesen, mit dem Code {code}. Prüf zuerst meine Berechtigungen ({mendAt}).",
	},
	cue: {
		gone: "Ich sehe {channel} nicht; vielleicht gibt es diesen Kanal nicht mehr.",
		public: "In {channel} können alle mitlesen, und ein Cue sagt, wer zu spät kam und wie oft.",
		unreadable:
			"Du kannst {channel} selbst nicht lesen, und ein Cue ist nur für dich. Dafür brauchst du *Kanal ansehen* und *Nachrichtenverlauf anzeigen*; in einem privaten Thread musst du Mitglied sein oder *Threads verwalten* haben.",
		refused:
			"Discord weist meine Beiträge in {channel} ab. Prüf, ob ich dort *Kanal ansehen*, *Nachrichten senden* und *Nachrichtenverlauf anzeigen* habe.",
	},
});
