/**
 * How times are said in one language, beyond what `Intl` knows: it has one way to say a thing, and no idioms. Lists are
 * separated by commas. Case, marks and spaces do not count.
 */
export interface TimeWords {
	/** Numbers as words, in all forms they take with times: `1 ein/eins/eine, 2 zwei`. */
	numbers: string;
	/** What is written together with a number: `пол` of полчетвёртого. */
	joined?: string;
	now: string;
	/** Where a span of time stands (`…`) that is still to come: `in …, … from now`. */
	in: string;
	/** The same of one that has passed: `… ago`. */
	ago: string;
	minutes: string;
	hours: string;
	/** Those words for hours that, when they stand alone with a number, say what the clock shows: French `3 h`. */
	clockHours?: string;
	/** What joins hours and minutes. */
	and?: string;
	/** Minutes of other spans: `half an hour = 30`, with `H` for hours before: `H and a half hours = 30`. */
	spans: string;
	/** What may stand before or after a time of day: `at …`. */
	at: string;
	/** Parts of the day beyond those of `Intl`, and their hours: `tonight = 19-23`. */
	periods?: string;
	/** What today is called beside what `Intl` calls it. */
	today?: string;
	/**
	 * How a clock is read, with `H` for the hour and `M` for minutes. Behind `=` are the minutes past that hour (`half past
	 * H = 30`, `M to H = -M`), hours to add (`H ทุ่ม = H+18`), or the time itself: `noon = 12:00`, and with `~` before or
	 * after noon: `डेढ़ बजे = ~1:30`.
	 */
	clock: string;
}

const HAN = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 1 to 59 as Chinese and Japanese write them. */
const HAN_NUMBERS = Array.from({ length: 59 }, (_, index) => index + 1)
	.map((value) => {
		const tens = Math.floor(value / 10);
		return `${value} ${tens > 1 ? HAN[tens] : ""}${tens > 0 ? "十" : ""}${HAN[value % 10]}`;
	})
	.join(", ");

/** By the first part of a language's tag; what Spanish or Chinese is spoken where makes no difference to times. */
export const TIME_WORDS: Record<string, TimeWords> = {
	en: {
		numbers:
			"1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 15 fifteen, 20 twenty, 30 thirty, 40 forty, 45 forty-five",
		now: "now, right now, immediately",
		in: "in …, … from now, … later",
		ago: "… ago",
		minutes: "m, min, mins, minute, minutes",
		hours: "h, hr, hrs, hour, hours",
		and: "and",
		spans:
			"a minute = 1, a min = 1, an hour = 60, a hour = 60, a h = 60, half an hour = 30, half hour = 30, a half hour = 30, quarter of an hour = 15, a quarter of an hour = 15, three quarters of an hour = 45, an hour and a half = 90, H and a half hours = 30",
		at: "at …, from …",
		periods: "tonight = 19-23, this evening = 17-23, this afternoon = 13-17, this morning = 5-11",
		// In Britain half four is 4:30, in half of Europe 3:30.
		clock:
			"H o'clock, half past H = 30, half H = 30, half H = -30, quarter past H = 15, a quarter past H = 15, quarter to H = -15, a quarter to H = -15, M past H = M, M to H = -M, noon = 12:00, midday = 12:00, midnight = 0:00",
	},
	bg: {
		numbers:
			"1 един/една, 2 два/две, 3 три, 4 четири, 5 пет, 6 шест, 7 седем, 8 осем, 9 девет, 10 десет, 11 единайсет/единадесет, 12 дванайсет/дванадесет, 15 петнайсет/петнадесет, 20 двайсет/двадесет, 30 трийсет/тридесет",
		now: "сега, веднага",
		in: "след …, … по-късно",
		ago: "преди …",
		minutes: "минути, минута, мин, м",
		hours: "часа, час, часове, ч",
		and: "и",
		spans: "половин час = 30, четвърт час = 15, час = 60, час и половина = 90, H часа и половина = 30",
		at: "в …, във …, от …",
		periods: "довечера = 18-23, тази вечер = 18-23",
		clock:
			"H часа, H ч, H:M ч, H:M часа, H часа и M минути, H и половина = 30, H и четвърт = 15, H без четвърт = -15, H и M = M, H без M = -M, обяд = 12:00, на обяд = 12:00, пладне = 12:00, полунощ = 0:00",
	},
	cs: {
		numbers:
			"1 jedna/jednu/jeden/jedné, 2 dvě/dva/druhé/dvou, 3 tři/třetí, 4 čtyři/čtvrté, 5 pět/páté, 6 šest/šesté, 7 sedm/sedmé, 8 osm/osmé, 9 devět/deváté, 10 deset/desáté, 11 jedenáct/jedenácté, 12 dvanáct/dvanácté, 15 patnáct, 20 dvacet, 30 třicet",
		now: "teď, nyní, hned, ihned",
		in: "za …, … později",
		ago: "před …",
		minutes: "minut, minuty, minutu, minutami, minutou, min",
		hours: "hodin, hodiny, hodinu, hodinami, hodinou, hod, h",
		and: "a",
		spans:
			"půl hodiny = 30, půlhodinu = 30, půlhodiny = 30, půl hodinou = 30, půlhodinou = 30, čtvrt hodiny = 15, čtvrthodinu = 15, tři čtvrtě hodiny = 45, hodinu = 60, hodinou = 60, hodinu a půl = 90",
		at: "v …, ve …, o …, od …",
		clock:
			"H hodin, H hodiny, H hodina, H hod, H h, H:M hod, H:M hodin, H:M h, H hodin M minut, půl H = -30, čtvrt na H = -45, třičtvrtě na H = -15, tři čtvrtě na H = -15, poledne = 12:00, půlnoc = 0:00, půlnoci = 0:00",
	},
	da: {
		numbers:
			"1 en/et, 2 to, 3 tre, 4 fire, 5 fem, 6 seks, 7 syv, 8 otte, 9 ni, 10 ti, 11 elleve, 12 tolv, 15 femten, 20 tyve, 30 tredive",
		joined: "halv",
		now: "nu, lige nu, med det samme",
		in: "om …, … senere",
		ago: "for … siden, … siden",
		minutes: "minutter, minut, min, m",
		hours: "timer, time, t",
		and: "og",
		spans:
			"en halv time = 30, halv time = 30, halvtime = 30, en halvtime = 30, et kvarter = 15, kvarter = 15, tre kvarter = 45, halvanden time = 90",
		at: "kl …, klokken …, fra …, fra kl …",
		periods: "i aften = 18-23, i eftermiddag = 12-17, i formiddag = 8-11",
		clock:
			"kl H, halv H = -30, kvart over H = 15, kvarter over H = 15, kvart i H = -15, kvarter i H = -15, M over H = M, M minutter over H = M, M i H = -M, M minutter i H = -M, midnat = 0:00",
	},
	de: {
		numbers:
			"1 ein/eins/eine/einer, 2 zwei, 3 drei, 4 vier, 5 fünf, 6 sechs, 7 sieben, 8 acht, 9 neun, 10 zehn, 11 elf, 12 zwölf, 15 fünfzehn, 20 zwanzig, 30 dreißig, 45 fünfundvierzig",
		now: "jetzt, sofort, ab jetzt",
		in: "in …, … später",
		ago: "vor …",
		minutes: "minuten, minute, min, m",
		hours: "stunden, stunde, std, h",
		and: "und",
		spans:
			"halbe stunde = 30, eine halbe stunde = 30, einer halben stunde = 30, halben stunde = 30, viertelstunde = 15, eine viertelstunde = 15, einer viertelstunde = 15, dreiviertelstunde = 45, einer dreiviertelstunde = 45, anderthalb stunden = 90, eineinhalb stunden = 90",
		at: "um …, ab …",
		periods: "abend = 18-23, nachmittag = 13-17, vormittag = 8-11, früh = 5-9",
		clock:
			"H uhr, H uhr M, H:M uhr, H:M h, H h, halb H = -30, viertel nach H = 15, viertel vor H = -15, viertel H = -45, dreiviertel H = -15, M nach H = M, M vor H = -M, mittag = 12:00, mittags = 12:00, mitternacht = 0:00",
	},
	el: {
		numbers:
			"1 ένα/μία/μια, 2 δύο/δυο, 3 τρία/τρεις, 4 τέσσερα/τέσσερις, 5 πέντε, 6 έξι, 7 εφτά/επτά, 8 οχτώ/οκτώ, 9 εννιά/εννέα, 10 δέκα, 11 έντεκα, 12 δώδεκα, 15 δεκαπέντε, 20 είκοσι, 30 τριάντα",
		now: "τώρα, αμέσως",
		in: "σε …, μετά από …, … μετά, … αργότερα",
		ago: "πριν από …, πριν …, … πριν",
		minutes: "λεπτά, λεπτό, λεπ, λ",
		hours: "ώρες, ώρα, ώ",
		and: "και",
		spans: "μισή ώρα = 30, ένα τέταρτο = 15, τρία τέταρτα = 45, μιάμιση ώρα = 90, H ώρες και μισή = 30",
		at: "στις …, στη …, στην …, από τις …, ώρα …, η ώρα …",
		periods: "απόψε = 19-23",
		clock:
			"H ακριβώς, H και μισή = 30, H και τέταρτο = 15, H παρά τέταρτο = -15, H και M = M, H παρά M = -M, μιάμιση = ~1:30, δυόμισι = ~2:30, τρεισήμισι = ~3:30, τεσσερισήμισι = ~4:30, πεντέμισι = ~5:30, εξίμισι = ~6:30, εφτάμισι = ~7:30, οχτώμισι = ~8:30, εννιάμισι = ~9:30, δεκάμισι = ~10:30, εντεκάμισι = ~11:30, δωδεκάμισι = ~12:30, μεσάνυχτα = 0:00, τα μεσάνυχτα = 0:00",
	},
	es: {
		numbers:
			"1 un/una/uno, 2 dos, 3 tres, 4 cuatro, 5 cinco, 6 seis, 7 siete, 8 ocho, 9 nueve, 10 diez, 11 once, 12 doce, 15 quince, 20 veinte, 30 treinta, 45 cuarenta y cinco",
		now: "ahora, ya, ahora mismo, ahorita",
		in: "en …, dentro de …, … más tarde, … después",
		ago: "hace …, … atrás",
		minutes: "minutos, minuto, min, mins",
		hours: "horas, hora, h",
		and: "y",
		spans:
			"media hora = 30, un cuarto de hora = 15, cuarto de hora = 15, tres cuartos de hora = 45, hora y media = 90, H hora y media = 30, H horas y media = 30",
		at: "a las …, a la …, las …, la …, al …, a …, desde las …",
		periods:
			"esta noche = 19-23, esta tarde = 13-19, esta mañana = 6-11, por la noche = 19-23, por la tarde = 13-19, por la mañana = 6-11",
		clock:
			"H en punto, H h, H hs, H horas, H:M h, H:M hs, H:M hrs, H:M horas, H y media = 30, H y cuarto = 15, H menos cuarto = -15, H y M = M, H menos M = -M, mediodía = 12:00, medianoche = 0:00",
	},
	fi: {
		numbers:
			"1 yksi/yhden/yhdeltä, 2 kaksi/kahden/kahdelta, 3 kolme/kolmen/kolmelta, 4 neljä/neljän/neljältä, 5 viisi/viiden/viideltä, 6 kuusi/kuuden/kuudelta, 7 seitsemän/seitsemältä, 8 kahdeksan/kahdeksalta, 9 yhdeksän/yhdeksältä, 10 kymmenen/kymmeneltä, 11 yksitoista/yhdentoista/yhdeltätoista, 12 kaksitoista/kahdentoista/kahdeltatoista, 15 viisitoista/viidentoista, 20 kaksikymmentä/kahdenkymmenen, 30 kolmekymmentä/kolmenkymmenen",
		now: "nyt, heti",
		in: "… päästä, … kuluttua",
		ago: "… sitten",
		minutes: "minuutin, minuuttia, minuutti, min",
		hours: "tunnin, tuntia, tunti, h, t",
		and: "ja",
		spans:
			"puolen tunnin = 30, puoli tuntia = 30, vartin = 15, vartti = 15, varttia = 15, tunnin = 60, tunti = 60, puolentoista tunnin = 90, puolitoista tuntia = 90",
		at: "klo …, kello …, kl …",
		periods: "tänä iltana = 18-22",
		clock:
			"H h, klo H, puoli H = -30, vartin yli H = 15, varttia yli H = 15, varttia vaille H = -15, varttia vailla H = -15, M yli H = M, M vaille H = -M, keskipäivä = 12:00, keskipäivällä = 12:00, keskiyö = 0:00, keskiyöllä = 0:00",
	},
	fr: {
		numbers:
			"1 un/une, 2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix, 11 onze, 12 douze, 15 quinze, 20 vingt, 30 trente, 45 quarante-cinq",
		now: "maintenant, tout de suite, immédiatement",
		in: "dans …, d'ici …, … plus tard",
		ago: "il y a …, y a …",
		minutes: "minutes, minute, min, mn",
		hours: "heures, heure, h",
		clockHours: "heures, heure, h",
		and: "et",
		spans:
			"demi-heure = 30, une demi-heure = 30, un quart d'heure = 15, trois quarts d'heure = 45, H heure et demie = 30, H heures et demie = 30",
		at: "à …, dès …, à partir de …",
		periods: "ce soir = 18-23, cet après-midi = 13-17, ce matin = 5-11",
		clock:
			"H heures, H heure, H heures M, H heure M, H h, H:M h, H heures et demie = 30, H heure et demie = 30, H h et demie = 30, H heures et quart = 15, H heure et quart = 15, H heures moins le quart = -15, H heure moins le quart = -15, H heures moins M = -M, midi = 12:00, midi et demi = 12:30, minuit = 0:00, minuit et demi = 0:30",
	},
	hi: {
		numbers:
			"1 एक, 2 दो, 3 तीन, 4 चार, 5 पाँच/पांच, 6 छह/छः/छे, 7 सात, 8 आठ, 9 नौ, 10 दस, 11 ग्यारह, 12 बारह, 15 पंद्रह/पन्द्रह, 20 बीस, 30 तीस",
		now: "अब, अभी",
		in: "… में, … बाद, … के बाद",
		ago: "… पहले",
		minutes: "मिनट, मिनटों, मि",
		hours: "घंटे, घंटा, घंटों, घण्टे, घण्टा, घं",
		and: "और",
		spans: "आधे घंटे = 30, आधा घंटा = 30, पौन घंटे = 45, पौने घंटे = 45, सवा घंटे = 75, डेढ़ घंटे = 90, डेढ़ घंटा = 90, ढाई घंटे = 150",
		at: "… से, को …",
		clock:
			"H बजे, H:M बजे, H बजकर M मिनट, H baje, H:M baje, साढ़े H = 30, साढ़े H बजे = 30, सवा H = 15, सवा H बजे = 15, पौने H = -15, पौने H बजे = -15, डेढ़ बजे = ~1:30, ढाई बजे = ~2:30, आधी रात = 0:00",
	},
	hr: {
		numbers:
			"1 jedan/jedna/jednu, 2 dva/dvije, 3 tri, 4 četiri, 5 pet, 6 šest, 7 sedam, 8 osam, 9 devet, 10 deset, 11 jedanaest, 12 dvanaest, 15 petnaest, 20 dvadeset, 30 trideset",
		now: "sad, sada, odmah",
		in: "za …, … kasnije",
		ago: "prije …",
		minutes: "minuta, minute, minutu, minuti, min, m",
		hours: "sati, sata, sat, h",
		and: "i",
		spans: "pola sata = 30, četvrt sata = 15, sat = 60, sat vremena = 60, sat i pol = 90",
		at: "u …, od …",
		periods: "večeras = 18-23",
		clock:
			"H sati, H sata, H sat, H h, H:M sati, H:M h, H sati i M minuta, pola H = -30, H i pol = 30, H i po = 30, H i četvrt = 15, M do H = -M, H i M = M, podne = 12:00, ponoć = 0:00",
	},
	hu: {
		numbers:
			"1 egy/egykor, 2 kettő/két/kettőkor, 3 három/háromkor, 4 négy/négykor, 5 öt/ötkor, 6 hat/hatkor, 7 hét/hétkor, 8 nyolc/nyolckor, 9 kilenc/kilenckor, 10 tíz/tízkor, 11 tizenegy/tizenegykor, 12 tizenkettő/tizenkét/tizenkettőkor, 15 tizenöt, 20 húsz, 30 harminc",
		now: "most, azonnal, rögtön",
		in: "… múlva, … után",
		ago: "… ezelőtt, … ja",
		minutes: "perc, perccel, p",
		hours: "óra, órával, ó",
		and: "és",
		spans:
			"fél óra = 30, félóra = 30, fél órával = 30, félórával = 30, negyed óra = 15, negyedóra = 15, háromnegyed óra = 45, másfél óra = 90, másfél órával = 90",
		at: "… kor, … től",
		clock:
			"H óra, H óra M, H óra M perc, fél H = -30, negyed H = -45, háromnegyed H = -15, dél = 12:00, délben = 12:00, éjfél = 0:00",
	},
	id: {
		numbers:
			"1 satu, 2 dua, 3 tiga, 4 empat, 5 lima, 6 enam, 7 tujuh, 8 delapan, 9 sembilan, 10 sepuluh, 11 sebelas, 12 dua belas, 15 lima belas, 20 dua puluh, 30 tiga puluh",
		now: "sekarang, sekarang juga",
		in: "dalam …, … lagi, dlm …, … kemudian, … dari sekarang",
		ago: "… yang lalu, … yg lalu, … lalu",
		minutes: "menit, mnt, m",
		hours: "jam, j",
		spans: "setengah jam = 30, seperempat jam = 15, satu setengah jam = 90, sejam = 60, semenit = 1",
		at: "pukul …, jam …, mulai …, mulai jam …, mulai pukul …",
		periods: "nanti malam = 18-23, malam ini = 18-23, nanti sore = 15-17, sore ini = 15-17",
		clock:
			"setengah H = -30, H lewat M = M, H lebih M = M, H kurang M = -M, H lewat seperempat = 15, H kurang seperempat = -15, tengah hari = 12:00, tengah malam = 0:00",
	},
	it: {
		numbers:
			"1 un/una/uno, 2 due, 3 tre, 4 quattro, 5 cinque, 6 sei, 7 sette, 8 otto, 9 nove, 10 dieci, 11 undici, 12 dodici, 15 quindici, 20 venti, 30 trenta, 45 quarantacinque",
		now: "ora, adesso, subito",
		in: "tra …, fra …, … dopo",
		ago: "… fa",
		minutes: "minuti, minuto, min",
		hours: "ore, ora, h",
		and: "e",
		spans:
			"mezz'ora = 30, un quarto d'ora = 15, tre quarti d'ora = 45, H ora e mezza = 30, H ora e mezzo = 30, H ore e mezza = 30, H ore e mezzo = 30",
		at: "alle …, all'…, alle ore …, ore …, dalle …, le …, a …",
		periods:
			"stasera = 18-23, questa sera = 18-23, della sera = 18-23, pomeriggio = 13-17, del mattino = 5-11, stamattina = 5-11, della notte = 0-4",
		clock:
			"H in punto, H h, H:M h, H e mezza = 30, H e mezzo = 30, H e un quarto = 15, H e quarto = 15, H meno un quarto = -15, H e M = M, H meno M = -M, mezzogiorno = 12:00, mezzogiorno e mezzo = 12:30, mezzanotte = 0:00",
	},
	ja: {
		numbers: HAN_NUMBERS,
		now: "今, いま, 今から, 今すぐ, ただいま",
		in: "…後, …後に, 今から…後, 今から…後に, あと…, あと…で",
		ago: "…前, …前に, 今から…前",
		minutes: "分, 分間",
		hours: "時間",
		spans: "半時間 = 30, H時間半 = 30",
		at: "…から, …に, …より, …開始, …スタート",
		periods: "今夜 = 18-23, 今晩 = 18-23, お昼 = 12-15",
		clock: "H時, H時M分, H時ちょうど, H時半 = 30, 正午 = 12:00, 零時 = 0:00",
	},
	ko: {
		numbers:
			"1 한, 2 두, 3 세, 4 네, 5 다섯, 6 여섯, 7 일곱, 8 여덟, 9 아홉, 10 열/십, 11 열한, 12 열두, 15 십오, 20 이십, 30 삼십, 40 사십, 45 사십오, 50 오십",
		now: "지금, 지금 바로, 바로 지금, 당장",
		in: "… 후, … 후에, … 뒤, … 뒤에, 앞으로 … 후, 지금부터 … 후, … 있다가",
		ago: "… 전, … 전에",
		minutes: "분",
		hours: "시간",
		spans: "반 시간 = 30, H시간 반 = 30",
		at: "… 에, … 부터, … 시작",
		periods: "아침 = 5-11, 낮 = 11-16",
		clock: "H시, H시 M분, H시 정각, H시 반 = 30, 정오 = 12:00, 자정 = 0:00",
	},
	lt: {
		numbers:
			"1 viena/vieną/pirma/pirmą/pirmos, 2 dvi/dviejų/antra/antrą, 3 trys/tris/trijų/trečia/trečią, 4 keturios/keturias/keturių/ketvirta/ketvirtą, 5 penkios/penkias/penkių/penkta/penktą, 6 šešios/šešias/šešių/šešta/šeštą, 7 septynios/septynias/septynių/septinta/septintą, 8 aštuonios/aštuonias/aštuonių/aštunta/aštuntą, 9 devynios/devynias/devynių/devinta/devintą, 10 dešimt/dešimties/dešimta/dešimtą, 11 vienuolika/vienuolikos/vienuolikta/vienuoliktą, 12 dvylika/dvylikos/dvylikta/dvyliktą, 15 penkiolika/penkiolikos/penkiolikta/penkioliktą, 20 dvidešimt/dvidešimties, 30 trisdešimt/trisdešimties",
		now: "dabar, dabar pat, tuojau pat",
		in: "po …, už …, … vėliau",
		ago: "prieš …",
		minutes: "minučių, minutes, minutės, minutę, minutė, min",
		hours: "valandų, valandas, valandos, valandą, valanda, val, h",
		clockHours: "val, valandą, valanda",
		and: "ir",
		spans:
			"pusvalandžio = 30, pusvalandį = 30, pusvalandis = 30, pusę valandos = 30, ketvirčio valandos = 15, valandos = 60, valandą = 60, pusantros valandos = 90, pusantros val = 90, pusantrą valandos = 90",
		at: "nuo …",
		periods: "vakaro = 18-23, šįvakar = 18-23, ryto = 5-11, po pietų = 13-17",
		clock:
			"H h, H val, H valandą, H valanda, H:M val, H val M min, pusė H = -30, pusę H = -30, be M H = -M, M po H = M, vidurdienis = 12:00, vidurdienį = 12:00, vidurnaktis = 0:00, vidurnaktį = 0:00",
	},
	nl: {
		numbers:
			"1 een/één, 2 twee, 3 drie, 4 vier, 5 vijf, 6 zes, 7 zeven, 8 acht, 9 negen, 10 tien, 11 elf, 12 twaalf, 15 vijftien, 20 twintig, 30 dertig, 45 vijfenveertig",
		now: "nu, meteen, direct, nu meteen",
		in: "over …, … later",
		ago: "… geleden",
		minutes: "minuten, minuut, min, m",
		hours: "uur, uren, u",
		clockHours: "uur, u",
		and: "en",
		spans:
			"half uur = 30, een half uur = 30, halfuur = 30, een halfuur = 30, kwartier = 15, een kwartier = 15, drie kwartier = 45, anderhalf uur = 90",
		at: "om …, vanaf …",
		periods: "vanavond = 18-23, vanmiddag = 12-17, vanochtend = 6-11, 's morgens = 6-11",
		clock:
			"H uur, H uur M, H u, H u M, H:M uur, H:M u, half H = -30, kwart over H = 15, kwart voor H = -15, M over H = M, M voor H = -M, middernacht = 0:00",
	},
	no: {
		numbers:
			"1 en/ett/et, 2 to, 3 tre, 4 fire, 5 fem, 6 seks, 7 sju/syv, 8 åtte, 9 ni, 10 ti, 11 elleve, 12 tolv, 15 femten, 20 tjue, 30 tretti",
		joined: "halv",
		now: "nå, akkurat nå, med en gang",
		in: "om …, … senere",
		ago: "for … siden, … siden",
		minutes: "minutter, minutt, min, m",
		hours: "timer, time, t",
		and: "og",
		spans:
			"en halv time = 30, halv time = 30, halvtime = 30, en halvtime = 30, et kvarter = 15, kvarter = 15, tre kvarter = 45, halvannen time = 90",
		at: "kl …, klokka …, klokken …, fra …, fra kl …",
		periods: "i kveld = 18-23, i ettermiddag = 12-17",
		clock: "kl H, halv H = -30, kvart over H = 15, kvart på H = -15, M over H = M, M på H = -M, midnatt = 0:00",
	},
	pl: {
		numbers:
			"1 jedna/jedną/jeden/pierwsza/pierwszej, 2 dwie/dwa/druga/drugiej, 3 trzy/trzecia/trzeciej, 4 cztery/czwarta/czwartej, 5 pięć/piąta/piątej, 6 sześć/szósta/szóstej, 7 siedem/siódma/siódmej, 8 osiem/ósma/ósmej, 9 dziewięć/dziewiąta/dziewiątej, 10 dziesięć/dziesiąta/dziesiątej, 11 jedenaście/jedenasta/jedenastej, 12 dwanaście/dwunasta/dwunastej, 13 trzynastej, 14 czternastej, 15 piętnaście/piętnastej, 16 szesnastej, 17 siedemnastej, 18 osiemnastej, 19 dziewiętnastej, 20 dwadzieścia/dwudziestej, 30 trzydzieści",
		now: "teraz, od razu, natychmiast",
		in: "za …, … później",
		ago: "… temu",
		minutes: "minut, minuty, minutę, minuta, min, m",
		hours: "godzin, godziny, godzinę, godzina, godz, g, h",
		and: "i",
		spans: "pół godziny = 30, kwadrans = 15, trzy kwadranse = 45, godzinę = 60, półtorej godziny = 90",
		at: "o …, o godz …, o godzinie …, godz …, godzina …, od …",
		today: "dziś",
		clock:
			"H h, wpół do H = -30, pół do H = -30, kwadrans po H = 15, za kwadrans H = -15, M po H = M, za M H = -M, południe = 12:00, w południe = 12:00, północ = 0:00, północy = 0:00",
	},
	pt: {
		numbers:
			"1 um/uma, 2 dois/duas, 3 três, 4 quatro, 5 cinco, 6 seis, 7 sete, 8 oito, 9 nove, 10 dez, 11 onze, 12 doze, 15 quinze, 20 vinte, 30 trinta, 45 quarenta e cinco",
		now: "agora, agora mesmo, já",
		in: "em …, daqui a …, daqui …, dentro de …, … depois",
		ago: "há …, há … atrás, … atrás, faz …",
		minutes: "minutos, minuto, min",
		hours: "horas, hora, h",
		clockHours: "h",
		and: "e",
		spans:
			"meia hora = 30, um quarto de hora = 15, hora e meia = 90, H hora e meia = 30, H horas e meia = 30, H h e meia = 30",
		at: "às …, à …, ao …, a partir das …, das …",
		periods: "à noite = 19-23, à tarde = 13-18, esta noite = 19-23, esta tarde = 13-18, de manhã = 5-11",
		clock:
			"H horas, H hora, H h, H h M min, H:M h, H em ponto, H e meia = 30, H h e meia = 30, H horas e meia = 30, H e M = M, H horas e M = M, H horas e M minutos = M, meio-dia = 12:00, meio-dia e meia = 12:30, meia-noite = 0:00",
	},
	ro: {
		numbers:
			"1 un/o/unu/una, 2 două/doi, 3 trei, 4 patru, 5 cinci, 6 șase, 7 șapte, 8 opt, 9 nouă, 10 zece, 11 unsprezece, 12 douăsprezece/doisprezece, 15 cincisprezece, 20 douăzeci, 30 treizeci",
		now: "acum, imediat, chiar acum",
		in: "peste …, în …, … mai târziu",
		ago: "acum …, … în urmă, acum … în urmă, cu … în urmă",
		minutes: "minute, de minute, minut, min, m",
		hours: "ore, de ore, oră, h",
		and: "și",
		spans:
			"jumătate de oră = 30, o jumătate de oră = 30, un sfert de oră = 15, trei sferturi de oră = 45, H oră și jumătate = 30, H ore și jumătate = 30",
		at: "la …, la ora …, ora …, de la …, de la ora …",
		periods: "diseară = 18-23",
		clock:
			"H h, H:M h, H fix, H și jumătate = 30, H și jumate = 30, H jumate = 30, H și un sfert = 15, H și sfert = 15, H fără un sfert = -15, H fără sfert = -15, H și M = M, H fără M = -M, amiază = 12:00, miezul nopții = 0:00",
	},
	ru: {
		numbers:
			"1 один/одну/одна/первого, 2 два/две/второго, 3 три/третьего, 4 четыре/четвёртого, 5 пять/пятого, 6 шесть/шестого, 7 семь/седьмого, 8 восемь/восьмого, 9 девять/девятого, 10 десять/десятого, 11 одиннадцать/одиннадцатого, 12 двенадцать/двенадцатого, 15 пятнадцать, 20 двадцать, 30 тридцать, 45 сорок пять",
		joined: "пол",
		now: "сейчас, прямо сейчас, сразу, немедленно",
		in: "через …, … спустя",
		ago: "… назад, … тому назад",
		minutes: "минут, минуты, минуту, минута, мин, м",
		hours: "часов, часа, час, ч",
		and: "и",
		spans: "полчаса = 30, пол часа = 30, четверть часа = 15, час = 60, полтора часа = 90, H с половиной часа = 30",
		at: "в …, с …",
		periods: "вечером = 18-23, днём = 12-17, утром = 5-11",
		clock:
			"H часов, H часа, H час, H ч, H:M ч, H часов M минут, H часа M минут, H ч M мин, час = ~1:00, половина H = -30, в половине H = -30, пол H = -30, четверть H = -45, без четверти H = -15, без M H = -M, M минут H = M-60, полдень = 12:00, полночь = 0:00",
	},
	sv: {
		numbers:
			"1 en/ett, 2 två, 3 tre, 4 fyra, 5 fem, 6 sex, 7 sju, 8 åtta, 9 nio, 10 tio, 11 elva, 12 tolv, 15 femton, 20 tjugo, 30 trettio, 45 fyrtiofem",
		now: "nu, just nu, genast, nu direkt",
		in: "om …, … senare",
		ago: "för … sedan, för … sen, … sedan",
		minutes: "minuter, minut, min, m",
		hours: "timmar, timme, tim, h",
		and: "och",
		spans:
			"halvtimme = 30, en halvtimme = 30, en halv timme = 30, en kvart = 15, kvart = 15, tre kvart = 45, en och en halv timme = 90, en timme = 60",
		at: "kl …, klockan …, från …, från kl …",
		periods: "ikväll = 18-23, i kväll = 18-23, i eftermiddag = 12-17",
		clock: "H h, kl H, halv H = -30, kvart över H = 15, kvart i H = -15, M över H = M, M i H = -M, midnatt = 0:00",
	},
	th: {
		numbers:
			"1 หนึ่ง, 2 สอง, 3 สาม, 4 สี่, 5 ห้า, 6 หก, 7 เจ็ด, 8 แปด, 9 เก้า, 10 สิบ, 11 สิบเอ็ด, 12 สิบสอง, 15 สิบห้า, 20 ยี่สิบ, 30 สามสิบ",
		now: "ตอนนี้, เดี๋ยวนี้, ขณะนี้",
		in: "ในอีก …, อีก …, ใน …, … ข้างหน้า",
		ago: "… ที่แล้ว, … ที่ผ่านมา, … ก่อน, เมื่อ … ที่แล้ว, เมื่อ … ก่อน",
		minutes: "นาที",
		hours: "ชั่วโมง, ชม",
		spans: "ครึ่งชั่วโมง = 30, ชั่วโมงครึ่ง = 90, Hชั่วโมงครึ่ง = 30",
		at: "เวลา …, ตอน …, ตั้งแต่ …",
		periods: "คืนนี้ = 19-23, เย็นนี้ = 16-19, ตอนบ่าย = 13-16, ตอนเย็น = 16-18",
		clock:
			"H น, H:M น, H นาฬิกา, H นาฬิกา M นาที, ตี H = H+0, ตี H ครึ่ง = H+0 30, H โมงเช้า = H+0, H โมงเช้าครึ่ง = H+0 30, บ่าย H = H+12, บ่าย H โมง = H+12, บ่าย H โมงครึ่ง = H+12 30, บ่าย H ครึ่ง = H+12 30, H โมงเย็น = H+12, H โมงครึ่งเย็น = H+12 30, H โมงเย็นครึ่ง = H+12 30, H ทุ่ม = H+18, H ทุ่มครึ่ง = H+18 30, บ่ายโมง = 13:00, บ่ายโมงครึ่ง = 13:30, เที่ยง = 12:00, เที่ยงวัน = 12:00, เที่ยงครึ่ง = 12:30, เที่ยงคืน = 0:00",
	},
	tr: {
		numbers:
			"1 bir/biri/bire/birde, 2 iki/ikiyi/ikiye/ikide, 3 üç/üçü/üçe/üçte, 4 dört/dördü/dörde/dörtte, 5 beş/beşi/beşe/beşte, 6 altı/altıyı/altıya/altıda, 7 yedi/yediyi/yediye/yedide, 8 sekiz/sekizi/sekize/sekizde, 9 dokuz/dokuzu/dokuza/dokuzda, 10 on/onu/ona/onda, 11 on bir/on biri/on bire/on birde, 12 on iki/on ikiyi/on ikiye/on ikide, 15 on beş, 20 yirmi, 30 otuz, 45 kırk beş",
		now: "şimdi, hemen, şu an, hemen şimdi",
		in: "… sonra, … içinde",
		ago: "… önce, … evvel",
		minutes: "dakika, dk, dak, d",
		hours: "saat, sa, s",
		and: "ve",
		spans: "yarım saat = 30, çeyrek saat = 15, H buçuk saat = 30",
		at: "saat …, … da, … de, … ta, … te",
		periods: "bu akşam = 18-23, bu gece = 20-23",
		clock:
			"H buçuk = 30, H çeyrek geçe = 15, H çeyrek kala = -15, H M geçe = M, H M kala = -M, öğlen = 12:00, gece yarısı = 0:00",
	},
	uk: {
		numbers:
			"1 один/одну/одна/перша/першу/першої/першій, 2 два/дві/друга/другу/другої/другій, 3 три/третя/третю/третьої/третій, 4 чотири/четверта/четверту/четвертої/четвертій, 5 п'ять/п'ята/п'яту/п'ятої/п'ятій, 6 шість/шоста/шосту/шостої/шостій, 7 сім/сьома/сьому/сьомої/сьомій, 8 вісім/восьма/восьму/восьмої/восьмій, 9 дев'ять/дев'ята/дев'яту/дев'ятої/дев'ятій, 10 десять/десята/десяту/десятої/десятій, 11 одинадцять/одинадцята/одинадцяту/одинадцятої/одинадцятій, 12 дванадцять/дванадцята/дванадцяту/дванадцятої/дванадцятій, 15 п'ятнадцять/п'ятнадцята/п'ятнадцятій, 20 двадцять, 30 тридцять",
		now: "зараз, просто зараз, негайно",
		in: "через …, за …",
		ago: "… тому",
		minutes: "хвилин, хвилини, хвилину, хвилина, хв",
		hours: "годин, години, годину, година, год",
		and: "і",
		spans: "пів години = 30, півгодини = 30, чверть години = 15, годину = 60, півтори години = 90",
		at: "о …, об …, в …, у …, з …",
		periods: "увечері = 18-23, ввечері = 18-23, вдень = 12-17, вранці = 5-11, пополудні = 13-17",
		clock:
			"H година, H години, H годин, H годині, H год, H:M год, H година M хвилин, H години M хвилин, H годин M хвилин, H год M хв, пів на H = -30, пів до H = -30, чверть на H = -45, чверть по H = 15, за чверть H = -15, M хвилин на H = M-60, M по H = M, за M H = -M, полудень = 12:00, опівдні = 12:00, північ = 0:00, опівночі = 0:00",
	},
	vi: {
		numbers:
			"1 một, 2 hai, 3 ba, 4 bốn, 5 năm, 6 sáu, 7 bảy, 8 tám, 9 chín, 10 mười, 11 mười một, 12 mười hai, 15 mười lăm, 20 hai mươi, 30 ba mươi",
		now: "bây giờ, ngay, ngay bây giờ",
		in: "sau … nữa, trong … nữa, … nữa, sau …, trong …, … sau",
		ago: "… trước, cách đây …",
		minutes: "phút, ph, p",
		hours: "giờ, tiếng, h",
		clockHours: "giờ, h",
		spans: "nửa tiếng = 30, nửa giờ = 30, tiếng rưỡi = 90, H tiếng rưỡi = 30",
		at: "lúc …, vào lúc …, vào …, từ …",
		periods: "tối nay = 18-23, chiều nay = 13-17, sáng nay = 5-11",
		clock:
			"H giờ, H h, H giờ M, H giờ M phút, H giờ đúng, H giờ rưỡi = 30, H h rưỡi = 30, H rưỡi = 30, H giờ kém M = -M, giữa trưa = 12:00, nửa đêm = 0:00",
	},
	zh: {
		numbers: `${HAN_NUMBERS}, 2 两/兩`,
		now: "现在, 現在, 马上, 馬上, 立刻, 立即",
		in: "…后, …後, …之后, …之後, …以后, …以後, 再过…, 再過…, 过…, 過…",
		ago: "…前, …之前, …以前",
		minutes: "分钟, 分鐘, 分",
		hours: "小时, 小時, 个小时, 個小時, 钟头, 鐘頭, 个钟头, 個鐘頭",
		spans:
			"半小时 = 30, 半小時 = 30, 半个小时 = 30, 半個小時 = 30, 半个钟头 = 30, 半個鐘頭 = 30, 一刻钟 = 15, 一刻鐘 = 15, H个半小时 = 30, H個半小時 = 30, H小时半 = 30, H小時半 = 30",
		at: "在…, 从…, 從…, …开始, …開始",
		periods: "今晚 = 18-23, 傍晚 = 17-19",
		clock:
			"H点, H點, H点M, H點M, H点M分, H點M分, H点整, H點整, H点钟, H點鐘, H时, H時, H时M分, H時M分, H点半 = 30, H點半 = 30, H点一刻 = 15, H點一刻 = 15, H点三刻 = 45, H點三刻 = 45, 差M分H点 = -M, 差M分H點 = -M, 中午 = 12:00, 正午 = 12:00, 午夜 = 0:00",
	},
};
