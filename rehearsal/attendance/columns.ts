/** What a column can tell about a person. */
export type Field =
	| "name"
	| "first"
	| "last"
	| "email"
	| "join"
	| "leave"
	| "role"
	| "attended"
	| "action"
	| "waiting"
	| "starts"
	| "title";

/** Where each field stands in a row, counted from 0. */
export type Columns = Map<Field, number>;

/** Headers by field, the surest first: "Join Time" wins over "Timestamp" when a file has both. */
const HEADERS: Record<Field, string[]> = {
	name: [
		...[
			"user name",
			"full name",
			"display name",
			"name",
			"attendee name",
			"participant name",
			"attendee",
			"participant",
		],
		...["username", "nickname", "screen name", "guest name", "guest", "registrant", "name of attendee", "person"],
		...["vollständiger name", "anzeigename", "teilnehmer", "nom complet", "nom", "nombre completo", "nombre"],
		...["participante", "asistente", "nome completo", "nome", "partecipante", "naam", "deelnemer", "имя", "участник"],
		...["名前", "氏名", "参加者", "姓名", "用户名", "이름", "नाम", "الاسم", "שם"],
	],
	first: ["first name", "given name", "forename", "vorname", "prénom", "voornaam"],
	last: ["last name", "surname", "family name", "nachname", "nom de famille", "apellidos", "apellido", "sobrenome"],
	email: ["email", "e-mail", "user email", "email address", "e-mail address", "attendee email", "mail", "correo"],
	join: [
		...["join time", "joined", "joined at", "join", "time joined", "first join", "first join time", "join date"],
		...["entered", "entered at", "entry time", "time in", "arrival time", "arrival", "arrived", "arrived at"],
		...["check in time", "check in", "login time", "logged in", "first seen", "timestamp", "time", "minute", "minutes"],
		...["beitrittszeit", "beitritt", "beigetreten", "erster beitritt", "heure d’arrivée", "arrivée", "hora de entrada"],
		...[
			"hora de ingreso",
			"entrada",
			"ora di ingresso",
			"ingresso",
			"deelnametijd",
			"время входа",
			"参加時刻",
			"参加时间",
		],
	],
	leave: [
		...["leave time", "left", "left at", "leave", "time exited", "time left", "last leave", "last leave time"],
		...["exit time", "exit", "exited", "time out", "departure time", "departure", "departed", "check out time"],
		...["check out", "logout time", "last seen", "verlassen", "austrittszeit", "letztes verlassen", "heure de départ"],
		...["départ", "hora de salida", "salida", "hora de saída", "saída", "ora di uscita", "uscita", "время выхода"],
	],
	role: ["role", "attendee role", "user role", "rolle", "rôle", "rol", "função", "ruolo", "роль"],
	attended: ["attended", "attendance", "attendance status", "present", "showed up"],
	action: ["user action"],
	waiting: ["in waiting room"],
	starts: ["meeting start time", "session start", "scheduled start time", "start time", "start"],
	title: ["meeting name", "webinar name", "meeting title", "topic"],
};

/** Longer cells are no headers; cutting them keeps a hostile file from costing time. */
const LONGEST_HEADER = 100;

const KNOWN = new Map<string, { field: Field; rank: number }>();
for (const [field, headers] of Object.entries(HEADERS) as [Field, string[]][]) {
	for (const [rank, header] of headers.entries()) KNOWN.set(plainHeader(header), { field, rank });
}

/** A header without its case, accents, punctuation and what it adds in brackets: "Duration (Minutes)" is "duration". */
export function plainHeader(header: string): string {
	return header
		.slice(0, LONGEST_HEADER)
		.replace(/\([^()]*\)/g, " ")
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.toLowerCase();
}

/** Finds the columns whose headers are known. */
export function recognise(headers: string[]): Columns {
	const columns: Columns = new Map();
	const ranks = new Map<Field, number>();
	for (const [index, header] of headers.entries()) {
		const known = KNOWN.get(plainHeader(header));
		if (!known || known.rank >= (ranks.get(known.field) ?? Number.POSITIVE_INFINITY)) continue;
		columns.set(known.field, index);
		ranks.set(known.field, known.rank);
	}
	return columns;
}

/** Whether a table with these columns says who somebody was. */
export function hasName(columns: Columns): boolean {
	return columns.has("name") || columns.has("first") || columns.has("last");
}

/** Whether a table with these columns says when somebody came. */
export function hasJoin(columns: Columns): boolean {
	return columns.has("join") || columns.has("action");
}
