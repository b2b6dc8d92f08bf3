import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";
import { FIELDS, SECTIONS } from "../../../rehearsal/attendance/vocabulary/meanings.ts";
import { VOCABULARY } from "../../../rehearsal/attendance/vocabulary.ts";
import { headerWord, says, sectionOf, wordKey } from "../../../rehearsal/attendance/words.ts";

/** A file with its cells between bars, which stand for tabs. */
const read = (text: string) => {
	const lines = text.split("\n").map((line) => line.trim().replaceAll("|", "\t"));
	return readAttendance(new TextEncoder().encode(lines.join("\n").trim()), "list.csv");
};
const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
/** What a file tells: who came when, those on stage with what they were, and what was not understood. */
const told = (text: string) => {
	const { people, assumptions = [] } = read(text);
	const came = people.map(({ name, role, stays }) => {
		const times = stays.map(({ enteredAt, leftAt }) => `${clock(enteredAt)}-${leftAt === null ? "" : clock(leftAt)}`);
		return `${name} ${times.join(" ")}${role === "attendee" ? "" : ` ${role}`}`;
	});
	return [...came, ...assumptions.filter((sentence) => /not (known|understood)|neither/.test(sentence))];
};

/** In all of them Helga hosts, Ana comes at 17:52, and Bo at 18:01. */
const HOSTED = ["Helga 17:50-19:05 host", "Ana 17:52-19:04", "Bo 18:01-18:40"];

describe("the vocabulary", () => {
	const words = VOCABULARY.flatMap((languages) =>
		Object.values(languages).flatMap((language) =>
			Object.entries(language).flatMap(([meaning, list]) => list.split("|").map((word) => ({ meaning, word }))),
		),
	);

	it("has letters in every word", () => {
		expect(words.filter(({ word }) => wordKey(word) === "")).toEqual([]);
	});

	it("has no word hidden behind the same one of another program", () => {
		const isHidden = ({ meaning, word }: { meaning: string; word: string }) => {
			if (FIELDS.some((field) => field === meaning)) return headerWord(word)?.field !== meaning;
			if (SECTIONS.some((section) => section === meaning)) return sectionOf(word) !== meaning;
			return !says(word, meaning as Parameters<typeof says>[1]);
		};
		expect(words.filter((word) => word.meaning !== "other" && isHidden(word))).toEqual([]);
	});
});

describe("a report of Teams", () => {
	it.each([
		[
			"English",
			`1. Summary
			Meeting title|Names
			Start time|3/3/26, 6:00:00 PM
			2. Participants
			Name|First Join|Last Leave|In-Meeting Duration|Email|Participant ID (UPN)|Role
			Helga|3/3/26, 5:50:00 PM|3/3/26, 7:05:00 PM|1h 15m|h@example.org|h@example.org|Organizer
			Ana|3/3/26, 5:52:10 PM|3/3/26, 7:04:00 PM|1h 12m|a@example.org|a@example.org|Attendee
			Bo (Guest)|3/3/26, 6:01:00 PM|3/3/26, 6:40:00 PM|39m|||Attendee`,
		],
		[
			"German",
			`1. Zusammenfassung
			Besprechungstitel|Namen
			Startzeit|03.03.26, 18:00:00
			2. Teilnehmer
			Name|Erster Beitritt|Letztes Verlassen|Dauer der Besprechung|E-Mail|Teilnehmer-ID (UPN)|Rolle
			Helga|03.03.26, 17:50:00|03.03.26, 19:05:00|1 Std. 15 Min.|h@example.org|h@example.org|Organisator
			Ana|03.03.26, 17:52:10|03.03.26, 19:04:00|1 Std. 12 Min.|a@example.org|a@example.org|Teilnehmer
			Bo (Gast)|03.03.26, 18:01:00|03.03.26, 18:40:00|39 Min.|||Teilnehmer
			3. Aktivitäten in der Besprechung
			Name|Beitreten|Verlassen|Dauer|E-Mail|Rolle
			Ana|03.03.26, 17:52:10|03.03.26, 19:04:00|1 Std. 12 Min.|a@example.org|Teilnehmer`,
		],
		[
			"Spanish",
			`1. Resumen
			Título de la reunión|Nombres
			2. Participantes
			Nombre|Primera entrada|Última salida|Duración de la reunión|Correo electrónico|Id. de participante (UPN)|Rol
			Helga|3/3/26, 17:50:00|3/3/26, 19:05:00|1 h 15 min|h@example.org|h@example.org|Organizador
			Ana|3/3/26, 17:52:10|3/3/26, 19:04:00|1 h 12 min|a@example.org|a@example.org|Asistente
			Bo (Invitado)|3/3/26, 18:01:00|3/3/26, 18:40:00|39 min|||Asistente`,
		],
		[
			"French, of 2021",
			`Nom|Heure d'arrivée|Heure de départ|Durée|E-mail|Rôle
			Helga|03/03/2026 17:50:00|03/03/2026 19:05:00|1h 15m|h@example.org|Organisatrice
			Ana|03/03/2026 17:52:10|03/03/2026 19:04:00|1h 12m|a@example.org|Participante
			Bo (Invité)|03/03/2026 18:01:00|03/03/2026 18:40:00|39m||Participant`,
		],
		[
			"Italian, of 2021",
			`Nome|Ora di ingresso|Ora di uscita|Durata|Email|Ruolo
			Helga|03/03/2026, 17:50:00|03/03/2026, 19:05:00|1h 15m|h@example.org|Organizzatrice
			Ana|03/03/2026, 17:52:10|03/03/2026, 19:04:00|1h 12m|a@example.org|Partecipante
			Bo (Ospite)|03/03/2026, 18:01:00|03/03/2026, 18:40:00|39m||Partecipante`,
		],
		[
			"Japanese",
			`1. 要約
			会議のタイトル|名前
			開始時刻|2026/3/3 18:00:00
			2. 参加者
			名前|初めての参加|最終退出|会議の長さ|メール|参加者 ID (UPN)|役割
			Helga|2026/3/3 17:50:00|2026/3/3 19:05:00|1 時間 15 分|h@example.org|h@example.org|開催者
			Ana|2026/3/3 17:52:10|2026/3/3 19:04:00|1 時間 12 分|a@example.org|a@example.org|出席者
			Bo|2026/3/3 18:01:00|2026/3/3 18:40:00|39 分|||出席者`,
		],
		[
			"Dutch, of 2021",
			`Naam|Tijd van deelname|Tijd van vertrek|Duur|E-mail|Rol
			Helga|3-3-2026 17:50:00|3-3-2026 19:05:00|1u 15m|h@example.org|Organisator
			Ana|3-3-2026 17:52:10|3-3-2026 19:04:00|1u 12m|a@example.org|Deelnemer
			Bo (Gast)|3-3-2026 18:01:00|3-3-2026 18:40:00|39m||Deelnemer`,
		],
		[
			"Polish",
			`2. Uczestnicy
			Imię i nazwisko|Pierwsze dołączenie|Ostatnie wyjście|Czas udziału w spotkaniu|Adres e-mail|Identyfikator uczestnika (UPN)|Rola
			Helga|3.03.2026, 17:50:00|3.03.2026, 19:05:00|1 godz. 15 min|h@example.org|h@example.org|Organizator
			Ana|3.03.2026, 17:52:10|3.03.2026, 19:04:00|1 godz. 12 min|a@example.org|a@example.org|Uczestnik
			Bo (Gość)|3.03.2026, 18:01:00|3.03.2026, 18:40:00|39 min|||Uczestnik`,
		],
		[
			"Brazilian Portuguese",
			`1. Resumo
			Título da reunião|Nomes
			Hora de início|03/03/2026 18:00:00
			2. Participantes
			Nome|Primeiro ingresso|Última saída|Duração na reunião|Email|ID do participante (UPN)|Função
			Helga|03/03/2026 17:50:00|03/03/2026 19:05:00|1h 15m|h@example.org|h@example.org|Organizadora
			Ana|03/03/2026 17:52:10|03/03/2026 19:04:00|1h 12m|a@example.org|a@example.org|Participante
			Bo (Convidado)|03/03/2026 18:01:00|03/03/2026 18:40:00|39m|||Participante
			4. Compromisso da Reunião
			Nome|Tipo de Compromisso|Tempo
			Ana|Mãos levantadas|03/03/2026 18:10:00`,
		],
	])("is read in %s", (_language, file) => {
		expect(told(file)).toEqual(HOSTED);
	});

	it.each([
		["English", "Full Name|User Action|Timestamp", "Joined before", "Joined", "Left"],
		["German", "Vollständiger Name|Benutzeraktion|Zeitstempel", "Vorher beigetreten", "Beigetreten", "Verlassen"],
		["Spanish", "Nombre completo|Acción del usuario|Marca de tiempo", "Se unió antes", "Se unió", "Salió"],
		["French", "Nom complet|Action de l’utilisateur|Horodatage", "A rejoint avant", "A rejoint", "A quitté"],
		["Portuguese", "Nome Completo|Atividade|Carimbo de data/hora", "Entrou antes de", "Ingressou", "Saiu"],
	])("of comings and goings is read in %s", (_language, header, before, joined, left) => {
		const file = `${header}
			Ana|${before}|13.3.2026, 17:52:10
			Bo|${joined}|13.3.2026, 18:01:00
			Bo|${left}|13.3.2026, 18:40:00`;
		expect(told(file)).toEqual(["Ana 17:52-", "Bo 18:01-18:40"]);
	});
});

describe("a report of Zoom", () => {
	it.each([
		[
			"English",
			`Topic|Meeting ID|Host Name|Host Email|Start Time|End Time
			Names|81200000001|Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM

			Name (Original Name)|User Email|Join Time|Leave Time|Duration (Minutes)|Guest|Recording Consent|In Waiting Room
			Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|75|No||No
			Ana (Ana Prieto)||03/03/2026 05:52:10 PM|03/03/2026 07:04:00 PM|72|Yes|Yes|No
			Bo||03/03/2026 05:59:00 PM|03/03/2026 06:01:00 PM|2|Yes||Yes
			Bo||03/03/2026 06:01:00 PM|03/03/2026 06:40:00 PM|39|Yes|Yes|No`,
		],
		[
			"German",
			`Meeting-ID|Thema|Startzeit|Endzeit|Benutzer-E-Mail:|Dauer (Minuten)|Teilnehmer
			81200000001|Namen|03.03.2026 17:50:00|03.03.2026 19:05:00|h@example.org|75|3

			Name (Originalname)|Benutzer-E-Mail:|Beitrittszeit|Beendigungszeit|Dauer (Minuten)|Gast
			Helga|h@example.org|03.03.2026 17:50:00|03.03.2026 19:05:00|75|Nein
			Ana (Ana Prieto)||03.03.2026 17:52:10|03.03.2026 19:04:00|72|Ja
			Bo||03.03.2026 18:01:00|03.03.2026 18:40:00|39|Ja`,
		],
		[
			"newer German",
			`Meeting-ID|Thema|Startzeit|Endzeit|E-Mail|Dauer (Minuten)|Teilnehmer
			81200000001|Namen|03.03.2026 17:50:00|03.03.2026 19:05:00|h@example.org|75|3

			Name (ursprünglicher Name)|E-Mail|Beitrittszeit|Austrittszeit|Dauer (Minuten)|Gast|Im Warteraum
			Helga|h@example.org|03.03.2026 17:50:00|03.03.2026 19:05:00|75|Nein|Nein
			Ana (Ana Prieto)||03.03.2026 17:52:10|03.03.2026 19:04:00|72|Ja|Nein
			Bo||03.03.2026 17:59:00|03.03.2026 18:01:00|2|Ja|Ja
			Bo||03.03.2026 18:01:00|03.03.2026 18:40:00|39|Ja|Nein`,
		],
		[
			"Spanish",
			`ID de reunión|Tema|Hora de inicio|Hora de finalización|Correo electrónico|Duración (minutos)|Participantes
			81200000001|Nombres|03/03/2026 17:50:00|03/03/2026 19:05:00|h@example.org|75|3

			Nombre (nombre original)|Correo electrónico|Hora de entrada|Hora de salida|Duración (minutos)|Invitado|Respuesta al descargo de responsabilidad relativa a la grabación|En sala de espera
			Helga|h@example.org|03/03/2026 17:50:00|03/03/2026 19:05:00|75|No||No
			Ana (Ana Prieto)||03/03/2026 17:52:10|03/03/2026 19:04:00|72|Sí|Acepto|No
			Bo||03/03/2026 17:59:00|03/03/2026 18:01:00|2|Sí||Sí
			Bo||03/03/2026 18:01:00|03/03/2026 18:40:00|39|Sí|Acepto|No`,
		],
		[
			"French",
			`N° de réunion|Sujet|Heure de début|Heure de fin|Adresse e-mail de l’utilisateur|Durée (minutes)|Participants
			81200000001|Noms|03/03/26 17:50:00|03/03/26 19:05:00|h@example.org|75|3

			Nom (nom original)|Adresse e-mail de l’utilisateur|Heure d’arrivée|Heure de départ|Durée (minutes)|Invité|Salle d’attente
			Helga|h@example.org|03/03/26 17:50:00|03/03/26 19:05:00|75|Non|Non
			Ana (Ana Prieto)||03/03/26 17:52:10|03/03/26 19:04:00|72|Oui|Non
			Bo||03/03/26 17:59:00|03/03/26 18:01:00|2|Oui|Oui
			Bo||03/03/26 18:01:00|03/03/26 18:40:00|39|Oui|Non`,
		],
		[
			"Italian",
			`Argomento|Digita|ID|Nome organizzatore|E-mail organizzatore|Ora di inizio|Ora di fine|Nome (nome originale)|E-mail|Ora di ingresso|Ora di uscita|Durata (minuti)|Guest|In sala d’attesa
			Nomi|Riunione|812|Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|Helga (Host)|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|75|No|No
			Nomi|Riunione|812|Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|Ana (Ana Prieto)||03/03/2026 05:52:10 PM|03/03/2026 07:04:00 PM|72|Sì|No
			Nomi|Riunione|812|Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|Bo||03/03/2026 05:59:00 PM|03/03/2026 06:01:00 PM|2|Sì|Sì
			Nomi|Riunione|812|Helga|h@example.org|03/03/2026 05:50:00 PM|03/03/2026 07:05:00 PM|Bo||03/03/2026 06:01:00 PM|03/03/2026 06:40:00 PM|39|Sì|No`,
		],
		[
			"Portuguese",
			`Tópico|ID|Anfitrião|Duração (minutos)|Hora de início|Hora de término|Participantes
			Nomes|812|Helga|75|03/03/2026 17:50:00|03/03/2026 19:05:00|3

			Nome (nome original)|E-mail|Ingressar na hora|Hora de saída|Duração (minutos)|Convidado|Na sala de espera
			Helga|h@example.org|03/03/2026 17:50:00|03/03/2026 19:05:00|75|Não|Não
			Ana (Ana Prieto)||03/03/2026 17:52:10|03/03/2026 19:04:00|72|Sim|Não
			Bo||03/03/2026 17:59:00|03/03/2026 18:01:00|2|Sim|Sim
			Bo||03/03/2026 18:01:00|03/03/2026 18:40:00|39|Sim|Não`,
		],
		[
			"simplified Chinese",
			`主题|类型|ID|主持人名称|主持人电子邮件|开始时间|结束时间|参会者|持续时间（分钟）|参会者总分钟数|名称（原名）|电子邮件|加入时间|离开时间|持续时间（分钟）|访客|在等候室中
			名字|会议|812|Helga|h@example.org|2026/03/03 05:50:00 PM|2026/03/03 07:05:00 PM|3|75|186|Helga|h@example.org|2026/03/03 05:50:00 PM|2026/03/03 07:05:00 PM|75|否|否
			名字|会议|812|Helga|h@example.org|2026/03/03 05:50:00 PM|2026/03/03 07:05:00 PM|3|75|186|Ana (Ana Prieto)||2026/03/03 05:52:10 PM|2026/03/03 07:04:00 PM|72|是|否
			名字|会议|812|Helga|h@example.org|2026/03/03 05:50:00 PM|2026/03/03 07:05:00 PM|3|75|186|Bo||2026/03/03 05:59:00 PM|2026/03/03 06:01:00 PM|2|是|是
			名字|会议|812|Helga|h@example.org|2026/03/03 05:50:00 PM|2026/03/03 07:05:00 PM|3|75|186|Bo||2026/03/03 06:01:00 PM|2026/03/03 06:40:00 PM|39|是|否`,
		],
		[
			"Indonesian",
			`Topik|ID|Nama host|Waktu mulai|Waktu berakhir|Peserta
			Nama|812|Helga|03/03/2026 17:50:00|03/03/2026 19:05:00|3

			Nama (nama asli)|Email|Waktu bergabung|Waktu keluar|Durasi (menit)|Tamu|Di ruang tunggu
			Helga|h@example.org|03/03/2026 17:50:00|03/03/2026 19:05:00|75|Tidak|Tidak
			Ana (Ana Prieto)||03/03/2026 17:52:10|03/03/2026 19:04:00|72|Ya|Tidak
			Bo||03/03/2026 17:59:00|03/03/2026 18:01:00|2|Ya|Ya
			Bo||03/03/2026 18:01:00|03/03/2026 18:40:00|39|Ya|Tidak`,
		],
	])("is read in %s", (_language, file) => {
		expect(told(file)).toEqual(HOSTED);
	});

	it.each([
		["Japanese", "名前 (元の名前)|メール|参加時間|退出時間|時間 (分)"],
		["Korean", "이름(원래 이름)|사용자 이메일|참가 시간|나간 시간|기간(분)"],
		["Russian", "Имя (настоящее имя)|Электронная почта|Время входа|Время выхода|Длительность (минуты)"],
		["Vietnamese", "Tên (Tên gốc)|Email người dùng|Thời gian vào|Thời gian rời đi|Thời gian (Phút)"],
	])("that does not tell the host is read in %s", (_language, header) => {
		const file = `${header}
			Ana (Ana Prieto)|a@example.org|03/03/2026 17:52:10|03/03/2026 19:04:00|72
			Bo||03/03/2026 18:01:00|03/03/2026 18:40:00|39`;
		expect(told(file)).toEqual(["Ana 17:52-19:04", "Bo 18:01-18:40"]);
		expect(read(file).source).toBe("Zoom");
	});

	it.each([
		[
			"English",
			"Attendee Details",
			"Attended|User Name (Original Name)|First Name|Last Name|Email|Registration Time|Join Time|Leave Time|Time in Session (minutes)",
			["Yes", "No"],
		],
		[
			"Spanish",
			"Detalles de los asistentes",
			"Asistió|Nombre de usuario (nombre original)|Nombre|Apellido|Correo electrónico|Hora de registro|Hora de entrada|Hora de salida|Tiempo en la sesión (minutos)",
			["Sí", "No"],
		],
		[
			"traditional Chinese",
			"觀眾詳細資訊",
			"已出席|使用者名稱（原始名稱）|名字|姓氏|電子郵件地址|註冊時間|加入時間|離開時間|出席時間（分鐘）",
			["是", "否"],
		],
		[
			"Japanese",
			"参加者",
			"参加済み|ユーザー名（オリジナル名）|名（登録）|姓（登録）|メール|登録時間|参加時間|退出時間|セッション時間（分）",
			["はい", "いいえ"],
		],
	])("about a webinar tells who did not come in %s", (_language, heading, header, [yes, no]) => {
		const file = `${heading}|
			${header}
			${yes}|Ana|Ana|Prieto|a@example.org|2026-03-01 09:00:00|2026-03-03 17:52:10|2026-03-03 19:04:00|72
			${no}|Bo|Bo|Lindahl|b@example.org|2026-03-01 09:00:00|--|--|--`;
		expect(told(file)).toEqual(["Ana 17:52-19:04"]);
		expect(read(file).noShows).toEqual(["Bo"]);
	});
});

describe("a list taken in Google Meet", () => {
	it.each([
		["Hindi", "नाम|ईमेल|स्थिति|उपस्थिति %|अवधि (मिनट)|शामिल होने का समय|छोड़ने का समय"],
		["Korean", "이름|이메일|상태|출석률 %|시간 (분)|참여 시간|퇴장 시간"],
		["Dutch", "Naam|E-mail|Status|Aanwezigheid %|Duur (min)|Tijdstip van deelnemen|Tijdstip van verlaten"],
		["Swedish", "Namn|E-post|Status|Närvaro %|Längd (min)|Ankomsttid|Lämningstid"],
		["Turkish", "Ad|E-posta|Durum|Katılım %|Süre (dk)|Katılma saati|Ayrılma saati"],
		["Ukrainian", "Ім'я|Ел. пошта|Статус|Відвідуваність %|Тривалість (хв)|Час приєднання|Час відключення"],
		["simplified Chinese", "姓名|电子邮件|状态|出席率 %|时长 (分钟)|加入时间|离开时间"],
		["Czech", "Jméno|E-mail|Stav|Docházka %|Délka (min)|Čas připojení|Čas odpojení"],
	])("is read in %s", (_language, header) => {
		const file = `${header}
			Ana|a@example.org|Present|97|72|17:52|19:04
			Bo||Late|50|39|18:01|18:40`;
		expect(told(file)).toEqual(["Ana 17:52-19:04", "Bo 18:01-18:40"]);
	});

	it("is read from Meet's own sheet", () => {
		expect(
			told("First name|Last name|Email|Duration|Time joined|Time exited\nAna|Prieto||72 min|5:52 PM|7:04 PM"),
		).toEqual(["Ana Prieto 17:52-19:04"]);
	});
});

it("is read from Webex in German", () => {
	const file = `Sitzungsname|Meeting-Name|Meeting-Startzeit|Meeting-Endzeit|Anzeigename|Vorname|Nachname|Rolle|Beitrittszeit|Verbindungstyp
		Haupt|Namen|2026-03-03 18:00:00|2026-03-03 19:05:00|Helga|Helga|B|host|2026-03-03 17:50:00|App
		Haupt|Namen|2026-03-03 18:00:00|2026-03-03 19:05:00|Ana|Ana|P|attendee|2026-03-03 17:52:10|App`;
	expect(told(file)).toEqual(["Helga 17:50- host", "Ana 17:52-"]);
	expect(read(file).title).toBe("Namen");
});

describe("a language nobody has told us about", () => {
	const ROWS = ["Ana|9:57|10:40|Vel", "Bo|9:59|10:58|Vel", "Cem|10:02|10:58|Vel", "Dora|10:03|10:58|Qar"];

	it("is refused with its headers where no column is known", () => {
		expect(() => read(["Zumi|Fejora|Lugora|Pim", ...ROWS].join("\n"))).toThrow(
			/line 1.*"Zumi", "Fejora", "Lugora", "Pim"/,
		);
	});

	it("is refused in a long file as well, at the first cell that is no time", () => {
		const rows = Array.from({ length: 40 }, (_, index) => `Guest ${index}|10:${String(index).padStart(2, "0")}`);
		expect(() => read(["Zumi|Fejora", ...rows].join("\n"))).toThrow(/line 1.*"Fejora"/);
	});

	it("is refused where the names are known and the joins are not", () => {
		expect(() => read(["Name|Fejora|Lugora|Role", ...ROWS].join("\n"))).toThrow(/join time.*"Fejora", "Lugora"/s);
	});

	it("is refused where the joins are known and the names are not", () => {
		expect(() => read(["Zumi|Join Time|Lugora|Role", ...ROWS].join("\n"))).toThrow(/a name.*"Zumi"/s);
	});

	it("has its roles named, and taken for guests'", () => {
		expect(told(["Name|Join Time|Leave Time|Role", ...ROWS].join("\n")).slice(4)).toEqual([
			'The role "Vel" in the column "Role" is not known: taken for a guest\'s.',
			'The role "Qar" in the column "Role" is not known: taken for a guest\'s.',
		]);
	});

	it("has a column of groups named", () => {
		expect(told(["Name|Join Time|Leave Time|Pim", ...ROWS].join("\n")).slice(4)).toEqual([
			'The column "Pim" ("Vel", "Qar") was not understood. If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".',
		]);
	});

	it("has no column named that says the same of everybody", () => {
		expect(told("Name|Join Time|Pim\nAna|9:57|Vel\nBo|9:59|Vel")).toEqual(["Ana 09:57-", "Bo 09:59-"]);
		expect(told("Name|Join Time|Pim\nAna|9:57|Vel\nBo|9:59|Vel\nCem|10:02|")).toContain(
			'The column "Pim" ("Vel") was not understood. If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".',
		);
	});

	it("has a column of times named, which may tell when people left", () => {
		expect(told(["Name|Join Time|Lugora", ...ROWS.map((row) => row.split("|", 3).join("|"))].join("\n"))).toEqual([
			...["Ana 09:57-", "Bo 09:59-", "Cem 10:02-", "Dora 10:03-"],
			'The column "Lugora" ("10:40", "10:58") was not understood. If it tells when people left, call it "Leave Time".',
		]);
	});

	it("has the unknown joins of a report of Teams asked for", () => {
		const file = `1. Zumigo
			2. Fejorami
			Name|Zum fej|Zum lug|Email|Participant ID (UPN)|Role
			Ana|3/3/26, 5:52:10 PM|3/3/26, 7:04:00 PM|a@example.org|a@example.org|Attendee`;
		expect(() => read(file)).toThrow(/"Name", "Zum fej", "Zum lug"/);
	});

	it("is in none of the words", () => {
		for (const header of ["Zumi", "Fejora", "Lugora", "Pim"]) expect(headerWord(header)).toBeNull();
	});
});
