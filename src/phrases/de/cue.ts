import { translation } from "../translation.ts";

export const cue = translation("cue", {
	session: "{title} in {room}",
	nobodyYet: "{session}: noch niemand da",
	counts: "{session}: {inside, number} da, insgesamt {came, number}",
	expected: {
		inside: "{inside, number} von {count, number} Erwarteten da",
		number: "{count, number} erwartet",
		guest: "erwartet",
	},
	over: "{session}: Session vorbei",
	afterHours: "Nach Schluss {count, plural, one {kam noch #} other {kamen noch #}} vorbei:",
	next: "Als Nächstes begrüßen: {guest}",
	said: "Ich habe gegrüßt",
	pass: "Weiter",
	hello: {
		said: "Notiert: Du hast gegrüßt, also tue ich es nicht mehr.",
		too: "Notiert. Von mir hören sie es auch.",
		passed: "Weiter zum Nächsten.",
		over: "Die Session ist vorbei, darum ist niemand zu begrüßen. Es hat sich nichts geändert.",
		unknown: "Von ihnen weiß ich in dieser Session nichts mehr, darum gab es nichts zu notieren.",
	},
	panelist: {
		question: "Gehört **{name}** zum Podium? Wenn niemand antwortet, bekommt **{name}** {at} den Gruß für Gäste.",
		yes: "Podium: {name}",
		no: "Gast: {name}",
		added: "Gehört zum Podium und bekommt von mir weder Gruß noch Dank für Gäste.",
		greeted: "Gehört von jetzt an zum Podium, hat meinen Gruß aber schon gehört oder hört ihn gleich.",
		guest: "Ist also Gast und bekommt jetzt den Gruß für Gäste.",
	},
	arrival: {
		early: "früh",
		onTime: "pünktlich",
		late: "{minutes, number} min zu spät",
		missed: "kam, während ich weg war",
	},
	visit: "{visits, plural, =1 {erster Besuch} other {Besuch #}}",
	chosen: "selbst gewählt, {onDiscord}",
	onDiscord: "auf Discord {name}",
	quiet: "still: bitte nicht aufrufen",
	nameless: "Jemand ohne lesbaren Namen",
	others: "und noch {count, number}",
	namesRefused: "Discord lehnt einen der Namen hier ab, darum zeige ich keinen.",
	notThisName: "Nicht dieser Name: {name}",
	notOneOfThese: "Nicht dieser Name …",
	unused: {
		done: "Von jetzt an heißen sie bei mir so, wie Discord sie zeigt: **{name}** gilt auf {where, select, direct {jenem} other {diesem}} Server nicht mehr. Wo ich sie in der letzten Stunde so genannt habe, ändere ich das in wenigen Sekunden. Das bleibt so, auch wenn sie den Namen noch einmal wählen oder einen, der genauso aussieht. Einen anderen können sie wählen; `/me show` sagt es ihnen.",
		useAgain: "Doch wieder benutzen",
		usedAgain:
			"Auf {where, select, direct {jenem} other {diesem}} Server darf der Name wieder benutzt werden. Wenn er noch gewählt ist, gilt er von jetzt an.",
		changed:
			"So heißen sie nicht mehr, darum hat sich nichts geändert. In der Übersicht steht, wie sie jetzt heißen; wenn auch das kein Name ist, drück dort noch einmal.",
		over: "Diese Session ist vorbei, darum lässt sich das von hier aus nicht mehr ändern. Nichts hat sich geändert. Wenn auf dem Server niemand mit einem selbst gewählten Namen genannt werden soll: `/server set chosen-names`.",
		notYours: "Das ist keine Session von dir, oder jemand anders ist jetzt ihr Host. Nichts hat sich geändert.",
	},
});
