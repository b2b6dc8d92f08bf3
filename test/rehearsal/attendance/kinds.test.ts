import { describe, expect, it } from "vitest";
import { readAttendance } from "../../../rehearsal/attendance/read.ts";

const read = (...lines: string[]) => readAttendance(new TextEncoder().encode(lines.join("\n")), "list.csv");
const clock = (at: number | undefined) => new Date(at ?? 0).toISOString().slice(11, 16);
/** Who came when, those on stage with what they were. */
const came = (...lines: string[]) =>
	read(...lines).people.map(({ name, role, stays }) => {
		const times = stays.map(({ enteredAt }) => clock(enteredAt)).join(" and ");
		return `${name} ${times}${role === "attendee" ? "" : ` ${role}`}`;
	});

describe("words of reports in other languages", () => {
	it.each([
		[
			"Zoom in Italian",
			"Nome (nome originale),E-mail,Ora di ingresso,Ora di uscita,Durata (minuti),Guest,In sala d’attesa",
			"Sì",
			"No",
		],
		[
			"Zoom in Portuguese",
			"Nome (nome original),E-mail,Ingressar na hora,Hora de saída,Duração (minutos),Convidado,Na sala de espera",
			"Sim",
			"Não",
		],
		["Zoom in Chinese", "名称（原名）,电子邮件,加入时间,离开时间,持续时间（分钟）,访客,在等候室中", "是", "否"],
		[
			"Zoom in Indonesian",
			"Nama (nama asli),Email,Waktu bergabung,Waktu keluar,Durasi (menit),Tamu,Di ruang tunggu",
			"Ya",
			"Tidak",
		],
	])("are read: %s", (_what, header, yes, no) => {
		const rows = [
			`Lin (Lin Wei),,2026-03-03 10:01,2026-03-03 10:04,3,${yes},${yes}`,
			`Lin (Lin Wei),,2026-03-03 10:04,2026-03-03 11:00,56,${yes},${no}`,
		];
		expect(came(header, ...rows)).toEqual(["Lin 10:04"]);
	});

	it.each([
		["German", "Name\tBeitrittszeit\tVerlassenszeit\tDauer\tE-Mail\tRolle", "Organisator", "Referent", "Teilnehmer"],
		[
			"Italian",
			"Nome\tOra di ingresso\tOra di uscita\tDurata\tEmail\tRuolo",
			"Organizzatore",
			"Relatore",
			"Partecipante",
		],
		[
			"Dutch",
			"Naam\tTijd van deelname\tTijd van vertrek\tDuur\tE-mail\tRol",
			"Organisator",
			"Presentator",
			"Deelnemer",
		],
		[
			"Portuguese",
			"Nome\tHora de entrada\tHora de saída\tDuração\tE-mail\tFunção",
			"Organizador",
			"Apresentador",
			"Participante",
		],
		[
			"Polish",
			"Imię i nazwisko\tPierwsze dołączenie\tOstatnie wyjście\tCzas udziału\tAdres e-mail\tRola",
			"Organizator",
			"Prezenter",
			"Uczestnik",
		],
		["Japanese", "名前\t参加時刻\t退出時刻\t時間\tメール\t役割", "開催者", "発表者", "出席者"],
		["Korean", "이름\t참가 시간\t나간 시간\t기간\t이메일\t역할", "이끌이", "발표자", "참석자"],
		["Chinese", "名称\t加入时间\t离开时间\t时长\t电子邮件\t角色", "组织者", "演示者", "与会者"],
	])("tell who is host, who is on stage and who is a guest: Teams in %s", (_what, header, host, panelist, guest) => {
		const row = (name: string, at: string, role: string) => `${name}\t2026-03-03 ${at}\t\t10m\t\t${role}`;
		const rows = [row("Hana", "09:50", host), row("Rafael", "09:55", panelist), row("Maya", "10:01", guest)];
		expect(came(header, ...rows)).toEqual(["Hana 09:50 host", "Rafael 09:55 panelist", "Maya 10:01"]);
	});

	it.each([
		["Nombre completo\tAcción\tHora", "Se unió", "Salió"],
		["Nome Completo\tAtividade\tCarimbo de data/hora", "Ingressou", "Saiu"],
	])("tell who joined and left: %s", (header, joined, left) => {
		const name = header.includes("Acción") ? header.replace("Acción", "Action") : header;
		const { people } = read(name, `Ana\t${joined}\t3.3.2026 10:01`, `Ana\t${left}\t3.3.2026 10:30`);
		expect(people[0]?.stays.map(({ enteredAt, leftAt }) => [clock(enteredAt), clock(leftAt ?? 0)])).toEqual([
			["10:01", "10:30"],
		]);
	});

	it.each([
		"2026年3月3日 17:52",
		"2026. 3. 3. 오후 5:52",
		"2026/3/3 下午5:52",
		"3 de marzo de 2026, 17:52",
		"3 mars 2026 à 17:52",
		"3. März 2026 um 17:52",
		"3/3/2026 5:52 p. m.",
		"3 марта 2026, 17:52",
	])("are read in times: %s", (at) => {
		expect(came("Name;Joined", `Ana;${at}`)).toEqual(["Ana 17:52"]);
	});
});

describe("what is not understood", () => {
	it("is named where it could tell a host or a waiting room", () => {
		const rows = ["Ann,10:01,kiongozi", "Ben,10:02,mshiriki", "Cy,10:03,mshiriki"];
		expect(read("Name,Joined,Wajibu", ...rows).assumptions).toContain(
			'The column "Wajibu" ("kiongozi", "mshiriki") was not understood. If it tells hosts or a waiting room, call it "Role" or "In Waiting Room".',
		);
	});

	it("is named where a role or an answer is no word we know", () => {
		const { assumptions } = read("Name,Joined,Role,In Waiting Room", "Ann,10:01,Wizard,perhaps");
		expect(assumptions).toEqual(
			expect.arrayContaining([
				'The role "Wizard" in the column "Role" is not known: taken for a guest\'s.',
				'"perhaps" in the column "In Waiting Room" is neither yes nor no: read as no.',
			]),
		);
	});

	it("is not named where it is known and not needed", () => {
		const { assumptions } = read("# start: 10:00", "Name,Joined,Country", "Ann,10:01,Peru", "Ben,10:02,Peru");
		expect(assumptions).toEqual([]);
	});
});

describe("sections that are no attendance", () => {
	it.each([
		["polls", ["Polls", "Name,Email,Submitted Date/Time,How was it?", "Maya,,2026-03-03 10:40,Good"]],
		["chat", ["Chat", "Name,Message,Time", "Maya,hello,2026-03-03 10:41"]],
		["questions, under a heading we do not know", ["", "Wer fragt?", "Question,Answer,Asker Name", "When?,Now,Maya"]],
		["a footer", ["This report was generated by MeetBot."]],
		["a note below a gap", ["", "* Times are local."]],
		["a total", ["Total: 1,"]],
	])("are passed over: %s", (_what, lines) => {
		const { people, noShows } = read("Name,Email,Join Time", "Maya,,2026-03-03 10:01", ...lines);
		expect({ people: people.map(({ name }) => name), noShows }).toEqual({ people: ["Maya"], noShows: [] });
	});

	it("do not hide a person who is called as one is", () => {
		expect(read("Name,Joined", "Maya,10:01", "Chat,10:02").people.map(({ name }) => name)).toEqual(["Maya", "Chat"]);
	});
});

describe("who a row is about", () => {
	it("is the participant, not the host who stands on every row", () => {
		const header =
			"Argomento,Nome organizzatore,E-mail organizzatore,Ora di inizio,Nome (nome originale),E-mail,Ora di ingresso";
		const row = (who: string) => `BIAS,Andrea G,a@example.org,2026-01-30 18:54,${who}`;
		const attendance = read(
			header,
			row("Andrea G (Host),a@example.org,2026-01-30 18:58"),
			row("Zoe,,2026-01-30 19:01"),
		);
		expect(attendance).toMatchObject({ title: "BIAS", host: "Andrea G", staff: ["Andrea G"] });
		expect(attendance.people.map(({ name }) => name)).toEqual(["Andrea G", "Zoe"]);
	});

	it.each([
		["Sam (Samira Haddad)", "Sam"],
		["Kai (they/them)", "Kai (they/them)"],
		["Kai (he, him)", "Kai (he, him)"],
		["Lea (Guest)", "Lea"],
	])("is greeted by the name they show: %s", (shown, name) => {
		expect(came("Name (Original Name),Join Time", `${shown},2026-03-03 10:01`)).toEqual([`${name} 10:01`]);
	});

	it("is one person with a comma in the name, quoted or not", () => {
		expect(came("Name,Joined", '"Okafor, Ngozi",10:01', "Smith, John,10:02")).toEqual([
			"Okafor, Ngozi 10:01",
			"Smith, John 10:02",
		]);
	});
});

describe("who is the same person", () => {
	const HEADER = "Name (Original Name),Email,Join Time,Leave Time";
	const row = (name: string, email: string, from: string, to: string) =>
		`${name},${email},2026-03-03 ${from},2026-03-03 ${to}`;
	const names = (...rows: string[]) => read(HEADER, ...rows).people.map(({ name, stays }) => `${name} ${stays.length}`);

	it("is not told by an address that many share", () => {
		const guests = ["Ana", "Bo", "Cem", "Dora", "Eli"].map((name, i) =>
			row(name, "none@none.org", `10:0${i}`, "11:00"),
		);
		expect(names(...guests)).toHaveLength(5);
	});

	it("is not told by an address that two share in the room at once", () => {
		expect(
			names(row("Ana", "we@example.org", "10:00", "11:00"), row("Bo", "we@example.org", "10:01", "11:00")),
		).toHaveLength(2);
	});

	it("is told by an address when a device becomes a name", () => {
		expect(
			names(row("iPad", "a@example.org", "10:00", "10:05"), row("Ana", "a@example.org", "10:06", "11:00")),
		).toEqual(["iPad 2"]);
	});

	it("is two people where one name has two addresses", () => {
		expect(
			names(row("Kim Lee", "k@example.org", "10:00", "11:00"), row("Kim Lee", "kim@example.net", "10:01", "11:00")),
		).toHaveLength(2);
	});

	it("is one where the address is missing on some rows", () => {
		expect(names(row("Kim Lee", "k@example.org", "10:00", "10:20"), row("Kim Lee", "", "10:30", "11:00"))).toEqual([
			"Kim Lee 2",
		]);
	});

	it("is told by the name that was given up, whichever row comes first", () => {
		const [renamed, plain] = [row("K (Kim Lee)", "", "10:30", "11:00"), row("Kim Lee", "", "10:00", "10:20")];
		expect([names(renamed, plain), names(plain, renamed)]).toEqual([["K 2"], ["Kim Lee 2"]]);
	});
});

describe("a start that the file does not say", () => {
	it("is the later of two quarters for which as many came", () => {
		const joins = ["09:45", "09:47", "09:49", "09:57", "09:59", "10:01"];
		expect(clock(read("Name,Joined", ...joins.map((at, i) => `P${i},${at}`)).startsAt)).toBe("10:00");
	});

	it("is not where a few came long after", () => {
		const joins = ["10:01", "10:02", "10:41", "10:42"];
		expect(clock(read("Name,Joined", ...joins.map((at, i) => `P${i},${at}`)).startsAt)).toBe("10:00");
	});
});

describe("no value", () => {
	it.each(["-", "—", "n/a", "N/A", "", "null"])("is no join: %j", (cell) => {
		expect(read("Name,Joined", "Ann,10:02", `Pia,${cell}`).noShows).toEqual(["Pia"]);
	});

	it.each(["Still in meeting", "still connected", "-", "n/a", "Ongoing"])("is no leave: %j", (cell) => {
		expect(read("Name,Joined,Left", `Ann,10:02,${cell}`).people[0]?.stays).toMatchObject([{ leftAt: null }]);
	});

	it("of a join is no absence where a duration tells that they were there", () => {
		const { noShows, untimed } = read("Name,Joined,Duration", "Ann,10:02,30", "Pia,,25 min", "Eve,,0");
		expect({ noShows, untimed }).toEqual({ noShows: ["Eve"], untimed: ["Pia"] });
	});
});

describe("headers as people write them", () => {
	it.each([
		["Timestamp,Your name", "10:01,Ann"],
		["Nom;Heure", "Ann;10:01"],
		["Name;Uhrzeit", "Ann;10:01"],
		["user,joined voice,left voice", "Ann,10:01,10:30"],
		["FullName,JoinTime", "Ann,10:01"],
		["full_name,join_time", "Ann,10:01"],
		["User,Joined At", "Ann,10:01"],
		["Nombre,Hora", "Ann,10:01"],
	])("are read: %s", (header, row) => {
		expect(came(header, row)).toEqual(["Ann 10:01"]);
	});

	it.each([
		["a name and a time", ["Ann,10:01", "Ben,10:02"]],
		["a time and a name", ["10:01;Ann", "10:02;Ben"]],
		["tabs and a leave", ["Ann\t10:01\t11:00", "Ben\t10:02\t11:00"]],
	])("may be missing: %s", (_what, lines) => {
		expect(came(...lines)).toEqual(["Ann 10:01", "Ben 10:02"]);
	});

	it.each([
		["without a header", ["Ann Lee", "Okafor, Ngozi", "王小明"]],
		["with one", ["Name", "Ann Lee", "Okafor, Ngozi", "王小明"]],
		["with bullets", ["1. Ann Lee", "2. Okafor, Ngozi", "3. 王小明"]],
	])("are not needed for names alone, %s: everybody comes at the start", (_what, lines) => {
		const { people, startsAt, assumptions } = read(...lines);
		expect(people.map(({ name, stays }) => [name, stays[0]?.enteredAt])).toEqual(
			["Ann Lee", "Okafor, Ngozi", "王小明"].map((name) => [name, startsAt]),
		);
		expect(assumptions).toEqual(["The file has names and no times: everybody comes at the start."]);
	});

	it("are asked for in anything else, with two lines to write", () => {
		expect(() => read("Dear all, this is what we talked about on Monday.", "It went well.")).toThrow(
			/write at least two lines such as "Name,Joined" and "Maya,9:57"$/,
		);
	});
});

describe("what spreadsheets wrap values in", () => {
	it("is taken off, commas and all", () => {
		expect(came("Name,Join Time", '="Lee, Ann",="2026-03-03 10:01"')).toEqual(["Lee, Ann 10:01"]);
	});
});
