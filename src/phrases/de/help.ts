import { translation } from "../translation.ts";

export const help = translation("help", {
	about: "Was du hier als Nächstes tun kannst",
	settings: "Meine Einstellungen",
	check: "Berechtigungen prüfen",
	greeting: "Meine Begrüßung",
	host: {
		on: "**{title}** läuft in {room}. `/session status` sagt, wer wartet und was schiefging, `/session note` sagt allen, die später kommen, wo du bist, und `/session end` dankt allen.",
		next: "**Die nächste Session** beginnt {start}, und ich begrüße dort von selbst. In jedem Raum ohne Event hilft `/session start`.",
		begin:
			"**So geht es los:** Öffne einen Stage-Kanal oder starte ein Event, dann begrüße ich von selbst, wer kommt. In jedem anderen Raum hilft `/session start`.",
		noneOn: "**Es läuft keine Session.** Öffne einen Stage-Kanal, starte ein Event, oder benutze `/session start`.",
		zone: "**Nenn mir deine Zeitzone,** dann sage ich „Guten Abend“, wenn Abend ist: Drück unten auf *Meine Einstellungen*, dann auf *Zeitzone*.",
		cue: "**Begrüße sie selbst:** Ich kann dir unter vier Augen sagen, wer kam und wie spät. Drück auf *Meine Einstellungen*, dann auf *Cue*.",
		texts:
			"**Deine Worte:** `/greeting preview` zeigt, was deine Gäste hören. Drück auf *Meine Einstellungen*, dann auf *Texte*, um es zu ändern.",
		hear: "**Hör es vorher:** `/greeting preview` zeigt, was deine Gäste jetzt hören, bei jedem Anlass.",
		silent: "**Wenn ich in einer Session schweige,** sagt `/session status`, warum.",
		settings: "**Alles, was du einstellen kannst,** steht unter *Meine Einstellungen*, und woher es kommt.",
	},
	manager: {
		check:
			"**Prüfe die Berechtigungen** mit der Schaltfläche unten: in welchen Räumen ich begrüßen kann und was mir fehlt, wo ich es nicht kann.",
		roles:
			"**Wer darf Host sein?** Alle mit *Events verwalten* oder *Server verwalten*. `/server set host-roles` nimmt andere dazu.",
		defaults: "**Für alle Hosts auf einmal** stellt `/server set defaults` Zeitzone, Sprache und mehr ein.",
		settings: "**Alles, was auf diesem Server eingestellt ist,** steht in `/server show`.",
	},
	guest: {
		on: "**{title}** läuft in {room}: Komm herein, dort begrüße ich dich.",
		noneOn:
			"**Es läuft keine Session,** die du sehen kannst. Wenn eine läuft, komm in ihren Raum, dort begrüße ich dich.",
		direct:
			"**Ich begrüße Leute mit ihrem Namen,** die zu Webinaren auf Servern kommen, auf denen ich bin. Was du mir hier sagst, gilt auf allen.",
		name: "**Dein Name:** {is, select, chosen {Ich nenne dich, wie du es gewählt hast; `/me name` ändert es.} other {Mit `/me name` sagst du mir, wie ich dich nenne und wie man es ausspricht.}}",
		quiet:
			"**Lieber nicht genannt werden?** {is, select, on {Ich nenne dich nirgends öffentlich; `/me show` nimmt es zurück.} other {Mit `/me quiet` nenne ich dich nirgends öffentlich.}}",
		language:
			"**Deine Sprache:** {is, select, chosen {Ich begrüße dich in der, die du gewählt hast; `/me language` ändert es.} other {Mit `/me language` wählst du sie, wo der Host eine andere spricht.}}",
		data: "**Was ich über dich gespeichert habe,** zeigt `/me data`, und `/me forget` löscht es.",
	},
});
