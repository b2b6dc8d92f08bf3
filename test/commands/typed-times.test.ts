import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readStart } from "../../commands/session/start-time.ts";
import { TIME_LANGUAGES, tableOf } from "../../commands/session/times/table.ts";
import { LANGUAGES } from "../../src/greetings/languages.ts";
import { LOCALES } from "../../src/locales.ts";
import { UserError } from "../../src/user-error.ts";

const MINUTE = 60_000;
/** 14:10 in Berlin. */
const NOW = Date.parse("2026-11-27T13:10:00Z");

/** What people type, and what they mean: minutes from now, or a time of that day. */
const AS_PEOPLE_TYPE: Record<string, string> = {
	en: "in 10 minutes = +10; in ten minutes = +10; 10 min = +10; in half an hour = +30; an hour ago = -60; in 1h30 = +90; 1h 30m = +90; 3:30 pm = 15:30; 15:30 = 15:30; half past three = 15:30; at 3 o'clock = 15:00; quarter to four = 15:45; now = +0; noon = 12:00; at 3 = 15:00; in an hour and a half = +90; 3 in the afternoon = 15:00; ten past three = 15:10; in a quarter of an hour = +15; in five minutes = +5; 20 minutes from now = +20; 3 PM = 15:00; quarter past 2 pm = 14:15; in 2 hrs = +120; 15h = 15:00; three o'clock = 15:00; tonight at 8 = 20:00; today at 3pm = 15:00; half an hour ago = -30; In 10 Minutes! = +10; 2:30pm = 14:30; 10 mins = +10; 3.30pm = 15:30",
	de: "in 10 Minuten = +10; in zehn Minuten = +10; 15 Uhr 30 = 15:30; um 15:30 Uhr = 15:30; 15 Uhr = 15:00; 15.30 = 15:30; halb vier = 15:30; um halb 4 = 15:30; Viertel nach drei = 15:15; in einer halben Stunde = +30; vor 10 Minuten = -10; in einer Stunde = +60; jetzt = +0; in anderthalb Stunden = +90; 3 Uhr nachmittags = 15:00; heute um 15 Uhr = 15:00; in 1 Stunde 30 Minuten = +90; um 3 = 15:00; in 1,5 Stunden = +90; in einer Viertelstunde = +15; mittags = 12:00; 15:30h = 15:30; in fünf Minuten = +5; in 2 Std. = +120; vor einer halben Stunde = -30; heute Abend um 8 = 20:00; dreiviertel vier = 15:45; fünf vor drei = 14:55; zehn nach drei = 15:10; 15:30 Uhr = 15:30; 15 uhr = 15:00; in einer Minute = +1; vor 2 Stunden = -120; 20 Uhr = 20:00; 8 Uhr abends = 20:00; in 20min = +20; in 1 Std = +60",
	fr: "dans 5 minutes = +5; dans cinq minutes = +5; 15h30 = 15:30; 15 h 30 = 15:30; à 15h = 15:00; 15 heures = 15:00; il y a 10 minutes = -10; maintenant = +0; dans une demi-heure = +30; dans une heure = +60; trois heures et demie = 15:30; à midi = 12:00; dans 1h30 = +90; trois heures moins le quart = 14:45; d'ici 10 minutes = +10; dans un quart d'heure = +15; à 3 heures de l'après-midi = 15:00; 15h = 15:00; 9h = 9:00; à 15 h 30 = 15:30; dans 20 min = +20; dans deux heures = +120; il y a une demi-heure = -30; ce soir à 20h = 20:00; à quinze heures = 15:00; 15h 30 = 15:30; à 15:30 = 15:30; dans trois quarts d'heure = +45; 20h = 20:00; quinze heures trente = 15:30; à trois heures et quart = 15:15; dans 1 heure et 30 minutes = +90; dans une heure et demie = +90; aujourd'hui à 15h = 15:00",
	"es-ES":
		"en 10 minutos = +10; dentro de 10 minutos = +10; hace 5 minutos = -5; a las 15:30 = 15:30; a las 3 y media = 15:30; las tres y media = 15:30; a las 3 de la tarde = 15:00; en media hora = +30; en una hora = +60; ahora = +0; a las cuatro menos cuarto = 15:45; 15:30 h = 15:30; 15 h = 15:00; a mediodía = 12:00; en hora y media = +90; dentro de media hora = +30; en 2 horas = +120; a las quince horas = 15:00; a las tres = 15:00; a las 8 de la tarde = 20:00; hoy a las 15:30 = 15:30; hace una hora = -60; en un cuarto de hora = +15; a las tres en punto = 15:00; en diez minutos = +10; a la una de la tarde = 13:00; 20:30h = 20:30; las 3 de la tarde = 15:00",
	"es-419":
		"en 10 minutos = +10; 3:30 p. m. = 15:30; 3:30 pm = 15:30; a las 3 p.m. = 15:00; ahorita = +0; 15 hs = 15:00; hace media hora = -30",
	"pt-BR":
		"em 10 minutos = +10; daqui a 10 minutos = +10; há 5 minutos = -5; 15h30 = 15:30; às 15h = 15:00; 15h = 15:00; às 15 horas = 15:00; três e meia = 15:30; às 3 da tarde = 15:00; agora = +0; daqui a meia hora = +30; meio-dia = 12:00; daqui a uma hora = +60; há 10 minutos atrás = -10; 15h30min = 15:30; em meia hora = +30; daqui 15 minutos = +15; às 15:30 = 15:30; às três da tarde = 15:00; em uma hora e meia = +90; às 8 da noite = 20:00; hoje às 15h = 15:00; 15:30h = 15:30; ao meio-dia = 12:00; em 2 horas = +120; há uma hora = -60; às 3 e meia = 15:30",
	it: "tra 10 minuti = +10; fra 10 minuti = +10; 10 minuti fa = -10; alle 15:30 = 15:30; alle 15.30 = 15:30; ore 15 = 15:00; alle tre e mezza = 15:30; tra mezz'ora = +30; tra un'ora = +60; adesso = +0; alle 3 del pomeriggio = 15:00; alle quattro meno un quarto = 15:45; mezzogiorno = 12:00; tra un’ora e mezza = +90; tra dieci minuti = +10; fra mezz'ora = +30; alle 15 = 15:00; alle 3 = 15:00; oggi alle 15:30 = 15:30; tra un quarto d'ora = +15; un'ora fa = -60; alle 20 = 20:00; alle otto di sera = 20:00; alle ore 15:30 = 15:30; tra 2 ore = +120; a mezzogiorno = 12:00; alle 15 e 30 = 15:30; 15.30 = 15:30",
	nl: "over 10 minuten = +10; over tien minuten = +10; 10 minuten geleden = -10; om 15:30 uur = 15:30; 15.30 uur = 15:30; 15 uur = 15:00; half vier = 15:30; half 4 = 15:30; over een half uur = +30; nu = +0; over een uur = +60; kwart voor vier = 15:45; om 3 uur 's middags = 15:00; over 3 uur = +180; 3 uur = 15:00; over anderhalf uur = +90; om drie uur = 15:00; vandaag om 15:30 = 15:30; om half vier = 15:30; kwart over drie = 15:15; tien voor vier = 15:50; om 20 uur = 20:00; over 2 uur = +120; een half uur geleden = -30; 15u30 = 15:30; over 5 min = +5; om 8 uur 's avonds = 20:00; over een kwartier = +15",
	da: "om 10 minutter = +10; for 10 minutter siden = -10; kl. 15.30 = 15:30; klokken 15 = 15:00; halv fire = 15:30; halv 4 = 15:30; om en halv time = +30; nu = +0; om en time = +60; kvart i fire = 15:45; om halvanden time = +90; om ti minutter = +10; kl 15 = 15:00; kl. halv fire = 15:30; i dag kl. 15 = 15:00; for en time siden = -60; om 2 timer = +120; klokken tre = 15:00; om et kvarter = +15; kvart over tre = 15:15",
	no: "om 10 minutter = +10; for 10 minutter siden = -10; kl. 15.30 = 15:30; klokka 15 = 15:00; halv fire = 15:30; om en halv time = +30; nå = +0; om en time = +60; kvart på fire = 15:45; kl 15 = 15:00; i dag kl. 15 = 15:00; om ti minutter = +10; om to timer = +120; klokka halv fire = 15:30; for en time siden = -60; om et kvarter = +15",
	"sv-SE":
		"om 10 minuter = +10; för 10 minuter sedan = -10; för 10 min sen = -10; kl. 15.30 = 15:30; klockan 15 = 15:00; klockan 15.30 = 15:30; halv fyra = 15:30; om en halvtimme = +30; nu = +0; om en timme = +60; kvart över tre = 15:15; om tio minuter = +10; om 2 timmar = +120; kl 15 = 15:00; idag kl 15 = 15:00; i dag kl. 15 = 15:00; halv 4 = 15:30; tio över tre = 15:10; för en timme sedan = -60; om en kvart = +15; klockan halv fyra = 15:30; kl 8 på kvällen = 20:00; 15:30 = 15:30",
	fi: "10 minuutin päästä = +10; 10 minuutin kuluttua = +10; 10 minuuttia sitten = -10; klo 15.30 = 15:30; klo 15 = 15:00; puoli neljä = 15:30; puoli neljältä = 15:30; puolen tunnin päästä = +30; nyt = +0; tunnin päästä = +60; varttia vaille neljä = 15:45; klo 15:30 = 15:30; kello kolme = 15:00; tunti sitten = -60; tänään klo 15 = 15:00; kahden tunnin päästä = +120; viiden minuutin päästä = +5; kello puoli neljä = 15:30; varttia yli kolme = 15:15",
	pl: "za 10 minut = +10; 10 minut temu = -10; o 15:30 = 15:30; o 15 = 15:00; o godz. 15 = 15:00; godz. 15:30 = 15:30; wpół do czwartej = 15:30; za pół godziny = +30; teraz = +0; za godzinę = +60; o trzeciej = 15:00; za kwadrans = +15; za półtorej godziny = +90; o piętnastej = 15:00; o północy = 0:00; o 15.30 = 15:30; dziś o 15 = 15:00; dzisiaj o 15 = 15:00; za dziesięć minut = +10; za dwie godziny = +120; godzinę temu = -60; pół godziny temu = -30; o 8 wieczorem = 20:00; o wpół do czwartej = 15:30; 15:30 = 15:30; za kwadrans czwarta = 15:45; o 3 po południu = 15:00",
	cs: "za 10 minut = +10; před 10 minutami = -10; v 15:30 = 15:30; v 15 hodin = 15:00; v půl čtvrté = 15:30; za půl hodiny = +30; teď = +0; za hodinu = +60; ve tři čtvrtě na čtyři = 15:45; 15:30 hod. = 15:30; před hodinou = -60; v 15 h = 15:00; dnes v 15:30 = 15:30; za deset minut = +10; za dvě hodiny = +120; o půl čtvrté = 15:30; ve tři odpoledne = 15:00; ve tři hodiny odpoledne = 15:00; před půl hodinou = -30; v poledne = 12:00; ve čtvrt na čtyři = 15:15; 15.30 = 15:30; v osm večer = 20:00",
	hr: "za 10 minuta = +10; prije 10 minuta = -10; u 15:30 = 15:30; u 15 sati = 15:00; pola četiri = 15:30; za pola sata = +30; sada = +0; za sat vremena = +60; 15:30 h = 15:30; tri i petnaest = 15:15; danas u 15:30 = 15:30; za deset minuta = +10; u 8 navečer = 20:00; za 2 sata = +120; prije sat vremena = -60; u 3 popodne = 15:00; u pola četiri = 15:30; u podne = 12:00; za sat i pol = +90; u 15h = 15:00",
	hu: "10 perc múlva = +10; 10 perccel ezelőtt = -10; 15:30-kor = 15:30; 15 órakor = 15:00; fél négy = 15:30; fél négykor = 15:30; fél óra múlva = +30; most = +0; egy óra múlva = +60; délután 3-kor = 15:00; háromnegyed négy = 15:45; tíz perc múlva = +10; öt perc múlva = +5; két óra múlva = +120; ma 15:30-kor = 15:30; este 8-kor = 20:00; délután három = 15:00; délután háromkor = 15:00; fél órája = -30; egy órája = -60; 15 óra 30 = 15:30; negyed négykor = 15:15; délben = 12:00; 10 perce = -10",
	lt: "po 10 minučių = +10; už 10 minučių = +10; prieš 10 minučių = -10; 15:30 val. = 15:30; 15 val. = 15:00; 15 val. 30 min. = 15:30; pusė keturių = 15:30; po pusvalandžio = +30; dabar = +0; po valandos = +60; šiandien 15:30 = 15:30; po dešimties minučių = +10; po dviejų valandų = +120; prieš valandą = -60; už pusvalandžio = +30; 15 valandą = 15:00; trečią valandą = 15:00; 8 val. vakaro = 20:00; nuo 15 val. = 15:00",
	ro: "peste 10 minute = +10; în 10 minute = +10; acum 10 minute = -10; la 15:30 = 15:30; la ora 15 = 15:00; ora 15:30 = 15:30; trei și jumătate = 15:30; peste o jumătate de oră = +30; acum = +0; peste o oră = +60; patru fără un sfert = 15:45; peste 20 de minute = +20; azi la 15:30 = 15:30; în zece minute = +10; la 3 după-amiaza = 15:00; la ora trei = 15:00; la 8 seara = 20:00; acum o oră = -60; peste două ore = +120; la 3 și jumătate = 15:30; în jumătate de oră = +30; acum jumătate de oră = -30",
	bg: "след 10 минути = +10; преди 10 минути = -10; в 15:30 = 15:30; в 15 часа = 15:00; три и половина = 15:30; след половин час = +30; сега = +0; след час = +60; 15:30 ч. = 15:30; след един час = +60; днес в 15:30 = 15:30; след десет минути = +10; в 3 следобед = 15:00; в 8 вечерта = 20:00; преди час = -60; след 2 часа = +120; в 15 ч. = 15:00; на обяд = 12:00; след час и половина = +90",
	ru: "через 10 минут = +10; 10 минут назад = -10; в 15:30 = 15:30; в 15 часов = 15:00; полчетвёртого = 15:30; половина четвёртого = 15:30; через полчаса = +30; сейчас = +0; через час = +60; час назад = -60; в 3 часа дня = 15:00; без четверти четыре = 15:45; в полдень = 12:00; через полтора часа = +90; через десять минут = +10; через 2 часа = +120; сегодня в 15:30 = 15:30; в 8 вечера = 20:00; в три часа дня = 15:00; в половине четвёртого = 15:30; 15:30 = 15:30; в 15.30 = 15:30; полчаса назад = -30; через четверть часа = +15; в час дня = 13:00; через 1 час 30 минут = +90; в 15 ч = 15:00; час дня = 13:00",
	uk: "через 10 хвилин = +10; за 10 хвилин = +10; 10 хвилин тому = -10; о 15:30 = 15:30; о 15 годині = 15:00; пів на четверту = 15:30; о пів на четверту = 15:30; через пів години = +30; зараз = +0; за годину = +60; о третій годині = 15:00; за чверть четверта = 15:45; сьогодні о 15:30 = 15:30; через десять хвилин = +10; за 2 години = +120; годину тому = -60; о 8 вечора = 20:00; о восьмій вечора = 20:00; о третій дня = 15:00; через півгодини = +30; о 15.30 = 15:30; опівдні = 12:00",
	el: "σε 10 λεπτά = +10; πριν από 10 λεπτά = -10; πριν 10 λεπτά = -10; στις 15:30 = 15:30; στις 3 το απόγευμα = 15:00; τρεις και μισή = 15:30; στις τρεισήμισι = 15:30; σε μισή ώρα = +30; τώρα = +0; σε μία ώρα = +60; τέσσερις παρά τέταρτο = 15:45; 3:30 μ.μ. = 15:30; σήμερα στις 15:30 = 15:30; σε δέκα λεπτά = +10; σε 2 ώρες = +120; πριν από μία ώρα = -60; στις 8 το βράδυ = 20:00; στις τρεις = 15:00; στις τρεις και μισή = 15:30; στις 3 μ.μ. = 15:00; πριν μισή ώρα = -30; σε ένα τέταρτο = +15",
	tr: "10 dakika sonra = +10; 10 dk sonra = +10; 10 dakika önce = -10; saat 15:30 = 15:30; 15:30'da = 15:30; saat 15'te = 15:00; saat üç buçuk = 15:30; üç buçukta = 15:30; yarım saat sonra = +30; şimdi = +0; bir saat sonra = +60; öğleden sonra 3 = 15:00; dörde çeyrek kala = 15:45; 1 buçuk saat sonra = +90; bugün 15:30 = 15:30; on dakika sonra = +10; 2 saat sonra = +120; bir saat önce = -60; akşam 8 = 20:00; akşam 8'de = 20:00; saat 3 = 15:00; saat üçte = 15:00; yarım saat önce = -30; 15.30'da = 15:30; saat 15:30'da = 15:30; öğleden sonra saat 3 = 15:00",
	vi: "10 phút nữa = +10; sau 10 phút nữa = +10; sau 10 phút = +10; 10 phút trước = -10; 15 giờ 30 = 15:30; 15h30 = 15:30; lúc 15 giờ = 15:00; 3 giờ chiều = 15:00; 3 giờ rưỡi = 15:30; nửa tiếng nữa = +30; bây giờ = +0; 1 tiếng nữa = +60; một tiếng rưỡi nữa = +90; mười phút nữa = +10; hôm nay lúc 15:30 = 15:30; 5 phút nữa = +5; 2 giờ nữa = +120; một giờ trước = -60; 8 giờ tối = 20:00; ba giờ chiều = 15:00; 15h = 15:00; 3 rưỡi chiều = 15:30; lúc 3 giờ chiều = 15:00; cách đây 10 phút = -10; sau 30 phút = +30",
	th: "อีก 10 นาที = +10; ในอีก 10 นาที = +10; 10 นาทีที่แล้ว = -10; 15.30 น. = 15:30; 15:30 น. = 15:30; บ่ายสามโมง = 15:00; บ่าย 3 โมงครึ่ง = 15:30; อีกครึ่งชั่วโมง = +30; ตอนนี้ = +0; อีก 1 ชั่วโมง = +60; 2 ทุ่ม = 20:00; สองทุ่มครึ่ง = 20:30; เที่ยง = 12:00; 15 นาฬิกา = 15:00; วันนี้ 15:30 = 15:30; อีกสิบนาที = +10; อีก 2 ชั่วโมง = +120; 1 ชั่วโมงที่แล้ว = -60; สองทุ่ม = 20:00; บ่ายสาม = 15:00; บ่ายสามโมงครึ่ง = 15:30; ตอนเที่ยง = 12:00; เวลา 15.30 น. = 15:30; บ่ายสองครึ่ง = 14:30",
	hi: "10 मिनट में = +10; दस मिनट में = +10; 10 मिनट बाद = +10; 10 मिनट पहले = -10; 3:30 बजे = 15:30; दोपहर 3 बजे = 15:00; साढ़े तीन बजे = 15:30; आधे घंटे में = +30; अभी = +0; एक घंटे में = +60; १० मिनट में = +10; पौने चार बजे = 15:45; शाम 5 बजे = 17:00; डेढ़ घंटे में = +90; शाम को 5 बजे = 17:00; आज 3 बजे = 15:00; पाँच मिनट में = +5; 2 घंटे बाद = +120; एक घंटा पहले = -60; रात 8 बजे = 20:00; दोपहर 3:30 बजे = 15:30; आधा घंटा पहले = -30; आधे घंटे बाद = +30; तीन बजे = 15:00; 3 बजे = 15:00; सवा तीन बजे = 15:15; शाम 5:30 = 17:30",
	id: "dalam 10 menit = +10; 10 menit lagi = +10; 10 menit yang lalu = -10; pukul 15.30 = 15:30; jam 3 sore = 15:00; jam setengah empat = 15:30; setengah jam lagi = +30; sekarang = +0; satu jam lagi = +60; jam 15 = 15:00; sejam lagi = +60; jam 3 = 15:00; hari ini jam 3 sore = 15:00; sepuluh menit lagi = +10; dua jam lagi = +120; sejam yang lalu = -60; jam 8 malam = 20:00; pukul 3 sore = 15:00; jam 3.30 sore = 15:30; setengah jam yang lalu = -30; pukul 15 = 15:00; jam tiga sore = 15:00",
	ja: "10分後 = +10; 今から10分後 = +10; 10分後に = +10; 十分後 = +10; 10分前 = -10; 15時30分 = 15:30; 15時 = 15:00; 午後3時半 = 15:30; 3時半 = 15:30; 午後3時から = 15:00; 30分後 = +30; 今 = +0; 1時間後 = +60; 正午 = 12:00; １５：３０ = 15:30; 一時間半後 = +90; 15:30から = 15:30; 今日15時 = 15:00; 30分前 = -30; 2時間後 = +120; 午後3時30分 = 15:30; 15:30開始 = 15:30; 夜8時 = 20:00; 夜8時に = 20:00; 5分後 = +5; あと10分 = +10; 三時 = 15:00; 20時から = 20:00; 15時半 = 15:30; 半時間後 = +30; 1時間半後 = +90",
	ko: "10분 후 = +10; 10분 뒤에 = +10; 10분 전 = -10; 15시 30분 = 15:30; 오후 3시 = 15:00; 오후 3시 반 = 15:30; 세 시 반 = 15:30; 30분 후 = +30; 지금 = +0; 한 시간 후 = +60; 오후 세시에 = 15:00; 정오 = 12:00; 1시간 30분 후 = +90; 한 시간 반 뒤 = +90; 오늘 15시 = 15:00; 두 시간 뒤 = +120; 30분 전 = -30; 저녁 8시 = 20:00; 오후 3시 30분 = 15:30; 세시 = 15:00; 오후 세 시 = 15:00; 15:30에 = 15:30; 십분 후 = +10; 5분 뒤 = +5; 밤 9시 = 21:00; 오후 3시 반에 = 15:30",
	"zh-CN":
		"10分钟后 = +10; 十分钟后 = +10; 10分钟前 = -10; 15点30分 = 15:30; 15点30 = 15:30; 下午3点 = 15:00; 下午三点半 = 15:30; 3点半 = 15:30; 半小时后 = +30; 现在 = +0; 一个小时后 = +60; 1小时后 = +60; 两小时后 = +120; 晚上8点 = 20:00; 三点一刻 = 15:15; 一个半小时后 = +90; 下午15:30 = 15:30; 今天下午三点 = 15:00; 半个小时后 = +30; 5分钟前 = -5; 下午3:30 = 15:30; 今晚8点 = 20:00; 晚上八点半 = 20:30; 十五点 = 15:00; 一小时前 = -60; 过10分钟 = +10; 一刻钟后 = +15; 两点半 = 14:30; 15点 = 15:00; 1个小时后 = +60; 中午12点 = 12:00",
	"zh-TW":
		"10 分鐘後 = +10; 十分鐘後 = +10; 10 分鐘前 = -10; 15點30分 = 15:30; 下午3點 = 15:00; 下午三點半 = 15:30; 半小時後 = +30; 現在 = +0; 一個小時後 = +60; 中午 = 12:00; 下午 3:30 = 15:30; 今天下午三點 = 15:00; 半個小時後 = +30; 5 分鐘前 = -5; 今晚8點 = 20:00; 晚上8點半 = 20:30; 兩小時後 = +120; 15點 = 15:00; 下午3點30分 = 15:30; 再過10分鐘 = +10",
};

/** What sounds alike, and is refused: another day, about a time, more than one time. */
const REFUSED: Record<string, string> = {
	en: "in about 10 minutes; starts at 3pm; a few minutes ago; half four; soon; in a moment; 15; at 25:00; 12:60 pm; in 13 hours; 15:30 or 16:00; in 10-15 minutes; 10 30; in # minutes; #:#",
	de: "gegen 15 Uhr; um drei Viertel vier; punkt 15 Uhr; in ca. 10 Minuten; morgen um 15 Uhr; gleich; in 10 bis 15 Minuten; 9h",
	fr: "demain à 15h; vers 15h",
	"es-ES": "mañana a las 3; 9h; 3 horas",
	"pt-BR": "amanhã às 15h; em 10",
	it: "domani alle 15",
	nl: "morgen om 15 uur",
	"sv-SE": "imorgon 15:30; om 3; om en stund",
	da: "i morgen kl. 15",
	no: "i morgen kl. 15",
	fi: "9h; huomenna klo 15",
	pl: "jutro o 15",
	cs: "zítra v 15",
	hu: "holnap 15 órakor",
	ru: "завтра в 15",
	uk: "завтра о 15",
	bg: "утре в 15",
	hr: "sutra u 15",
	ro: "mâine la 15",
	el: "αύριο στις 15",
	tr: "yarın 15:30",
	lt: "rytoj 15 val.",
	vi: "ngày mai 15h",
	th: "พรุ่งนี้ 15:30",
	hi: "कल 3 बजे",
	id: "besok jam 3",
	ja: "明日15時",
	ko: "내일 3시",
	"zh-CN": "明天下午三点",
	"zh-TW": "明天下午三點",
};

/** In English 9h is nine hours, in French nine o'clock: whoever has Discord in English is read as English. */
const MISUNDERSTOOD: Record<string, string[]> = { "en-US": ["9h"] };

const TYPED = Object.entries(AS_PEOPLE_TYPE).flatMap(([locale, phrases]) =>
	phrases.split("; ").map((phrase) => {
		const [said = "", meant = ""] = phrase.split(" = ");
		return { locale, said, meant, at: momentOf(meant) };
	}),
);

/** From "+10" or "15:30". */
function momentOf(meant: string): number {
	if (/^[+-]/.test(meant)) return NOW + Number(meant) * MINUTE;
	const [hour = 0, minute = 0] = meant.split(":").map(Number);
	return berlin(NOW)
		.withPlainTime({ hour, minute })
		.add({ days: hour < 3 ? 1 : 0 }).epochMilliseconds;
}

function berlin(at: number): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Europe/Berlin");
}

/** The moment that is read, or null when a sentence says that it is not understood. */
function read(said: string, locale?: string, now = NOW, timeZone: string | null = "Europe/Berlin"): number | null {
	try {
		return readStart(said, now, timeZone, locale);
	} catch (error) {
		if (error instanceof UserError && error.message !== "") return null;
		throw error;
	}
}

describe("a start as people type it", () => {
	it.each(TYPED)("$said ($locale) is $meant", ({ said, locale, at }) => {
		expect(readStart(said, NOW, "Europe/Berlin", locale)).toBe(at);
	});

	it.each(
		Object.entries(REFUSED).flatMap(([locale, phrases]) => phrases.split("; ").map((said) => ({ locale, said }))),
	)("$said ($locale) is refused", ({ said, locale }) => {
		expect(read(said, locale)).toBeNull();
	});

	it("is known in every language of Discord's clients, and in those that Byname speaks", () => {
		expect(Object.keys(AS_PEOPLE_TYPE).sort()).toEqual([...LOCALES].sort());
		const unknown = [...LOCALES, ...LANGUAGES].filter((tag) => !TIME_LANGUAGES.includes(tag.split("-")[0] ?? ""));
		expect(unknown).toEqual([]);
	});

	it.each(TIME_LANGUAGES)("is written down for %s so that it can be read", (language) => {
		const table = tableOf(language);
		const ways = [...(table?.clock.values() ?? [])].flat();
		expect(ways.length).toBeGreaterThan(0);
		expect(ways.filter(({ shift, fixed }) => !Number.isInteger(shift + (fixed ?? 0)))).toEqual([]);
		expect(ways.filter(({ roles, fixed }) => roles.includes("H") === (fixed !== null))).toEqual([]);
		const spans = [...(table?.spans.values() ?? [])];
		expect(spans.filter(({ minutes, roles }) => !Number.isInteger(minutes) || roles.includes(Number.NaN))).toEqual([]);
		expect(table?.periods.filter(({ words, hours }) => words === "" || hours.size === 0)).toEqual([]);
	});

	// A Discord in English is no reason to misunderstand a host. Only where English people say it, too, theirs counts.
	it.each(["en-US", "de", "ja", "pt-BR", "tr"])("is understood or refused where Discord speaks %s", (own) => {
		const foreign = TYPED.filter(({ locale }) => locale.split("-")[0] !== own.split("-")[0]);
		const misunderstood = foreign.filter(({ said, at }) => ![at, null].includes(read(said, own)));
		expect(misunderstood.map(({ said }) => said)).toEqual(MISUNDERSTOOD[own] ?? []);
		expect(foreign.filter(({ said, at }) => read(said, own) === at).length).toBeGreaterThan(0.95 * foreign.length);
	});

	it("is of no other day: tomorrow and yesterday are refused in all languages, in any", () => {
		for (const locale of LOCALES) {
			const days = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
			for (const day of [-2, -1, 1, 2].map((count) => days.format(count, "day"))) {
				for (const said of [`${day} 15:30`, `15:30 ${day}`, `${day} 3 pm`, day]) {
					expect(read(said, locale), `${said} (${locale})`).toBeNull();
					expect(read(said), said).toBeNull();
				}
			}
		}
	});
});

describe("a time of day", () => {
	it.each([
		["America/New_York", "2026-11-27T16:30:00-05:00"],
		["Asia/Kolkata", "2026-11-27T16:30:00+05:30"],
		["Asia/Tokyo", "2026-11-27T16:30:00+09:00"],
		["Pacific/Auckland", "2026-11-27T16:30:00+13:00"],
	])("is the nearest in the host's zone, %s", (timeZone, time) => {
		const at = Date.parse(time);
		for (const [said, locale] of [
			["16:30", "en"],
			["16 Uhr 30", "de"],
			["16点30分", "zh-CN"],
			["下午四点半", "zh-CN"],
		] as const) {
			for (const hours of [-11, -2, 0, 3, 11]) {
				expect(read(said, locale, at + hours * 60 * MINUTE, timeZone)).toBe(at);
			}
		}
	});

	it("of twelve hours is before or after noon, whichever is nearer", () => {
		const at = (time: string) => Date.parse(`2026-11-27T${time}+01:00`);
		expect(read("halb vier", "de", at("14:10:00"))).toBe(at("15:30:00"));
		expect(read("halb vier", "de", at("04:10:00"))).toBe(at("03:30:00"));
		expect(read("half past nine", "en", at("08:00:00"))).toBe(at("09:30:00"));
		expect(read("half past nine", "en", at("20:00:00"))).toBe(at("21:30:00"));
		expect(read("halb eins", "de", at("12:00:00"))).toBe(at("12:30:00"));
		expect(read("12 de la noche", "es-ES", at("20:00:00"))).toBe(at("24:00:00"));
		expect(read("12 Uhr nachts", "de", at("20:00:00"))).toBe(at("24:00:00"));
		expect(read("11 Uhr nachts", "de", at("20:00:00"))).toBe(at("23:00:00"));
	});

	it("in digits is of twenty-four hours", () => {
		const morning = Date.parse("2026-11-27T03:30:00+01:00");
		for (const said of ["3:30", "03:30", "3.30", "3h30"]) expect(read(said)).toBe(morning);
	});

	it("that clocks skip is when they would have shown it", () => {
		const now = Date.parse("2026-03-29T00:30:00Z"); // 1:30 in Berlin, half an hour before 3:00
		expect(read("2:30", "de", now)).toBe(Date.parse("2026-03-29T03:30:00+02:00"));
		expect(read("um halb drei", "de", now)).toBe(Date.parse("2026-03-29T03:30:00+02:00"));
		expect(read("3:00", "de", now)).toBe(now + 30 * MINUTE);
		expect(read("in 1 Stunde", "de", now)).toBe(now + 60 * MINUTE);
	});

	it("that clocks show twice is the nearer of both", () => {
		const first = Date.parse("2026-10-25T02:30:00+02:00");
		const second = first + 60 * MINUTE;
		expect(read("2:30", "de", first - 20 * MINUTE)).toBe(first);
		expect(read("2:30", "de", second - 20 * MINUTE)).toBe(second);
		expect(read("halb drei", "de", second + 20 * MINUTE)).toBe(second);
	});

	it("of today is none of yesterday or tomorrow", () => {
		const night = Date.parse("2026-11-27T23:30:00+01:00");
		expect(read("0:10", "en", night)).toBe(night + 40 * MINUTE);
		expect(read("today 0:10", "en", night)).toBeNull();
		expect(read("heute um 22 Uhr", "de", night)).toBe(night - 90 * MINUTE);
	});

	it("needs a time zone, in all languages", () => {
		for (const said of ["15 Uhr 30", "half past three", "下午三点", "3 horas"]) {
			expect(() => readStart(said, NOW, null, "es-ES")).toThrow(/host set time-zone/);
		}
		expect(read("in zehn Minuten", "de", NOW, null)).toBe(NOW + 10 * MINUTE);
	});
});

describe("anything typed", () => {
	const words = TYPED.flatMap(({ said }) => said.split(" "));

	it("is a moment within half a day, or a sentence", () => {
		const typed = fc.oneof(
			fc.string({ unit: "binary", maxLength: 80 }),
			fc
				.array(fc.constantFrom(...words, "#", "H", "M", "…", "½", "٣", "１５", ".", ":", "-"), { maxLength: 8 })
				.map((said) => said.join(" ")),
			fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((said) => said.join("")),
		);
		fc.assert(
			fc.property(typed, fc.constantFrom(...LOCALES, "xx", ""), (said, locale) => {
				const at = read(said, locale);
				if (at !== null) expect(Math.abs(at - NOW)).toBeLessThanOrEqual(13 * 60 * MINUTE);
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([
		["1".repeat(6_000)],
		["in ".repeat(2_000)],
		["at at at at at at at at at at at at at at at 3 pm"],
		[`in ${"9".repeat(50)} minutes`],
		["े".repeat(6_000)],
		["pm".repeat(25)],
		["15:30 \u202e"],
	])("however long or odd, is read at once", (said) => {
		expect([read("15:30"), null]).toContain(read(said));
	});
});
