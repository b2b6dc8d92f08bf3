import { seeded } from "./random.ts";

interface Pool {
	/** How often names come from here. */
	weight: number;
	given: string;
	family: string;
	between: string;
}

const POOLS: Pool[] = [
	{
		weight: 10,
		given:
			"Sunil Maya Tom Olivia Noah Emma Liam Ava Lucas Mia Ethan Zoe Daniel Grace Henry Ruth Samuel Nora Oscar Ivy Peter Alice Martin Clara Simon Julia Victor Hannah Felix Laura",
		family:
			"Smith Johnson Brown Garcia Miller Davis Wilson Anderson Taylor Moore Jackson White Harris Clark Lewis Walker Young King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Perez Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Patel Sharma Iyer Khan Okafor Mensah O'Brien Larsen Visser Schmidt",
		between: " ",
	},
	{
		weight: 4,
		given: "José Zoë Łukasz Małgorzata Søren Åsa Jürgen Nguyễn Trần Şebnem Çağla François Hélène João Inês Dvořák",
		family:
			"Muñoz Núñez Wójcik Kowalczyk Sørensen Ångström Müller Schäfer Thị Mai Văn Hùng Yılmaz Öztürk Lefèvre Gonçalves Novák Svobodová",
		between: " ",
	},
	{
		weight: 3,
		given: "quiet happy sleepy brave tiny cosmic lucky silent rapid misty noble fuzzy mellow salty vivid",
		family:
			"otter falcon panda tiger maple comet river ember pixel raven koala lynx willow badger heron 07 88 2001 dev mod",
		between: "_",
	},
	{
		weight: 2,
		given: "Анна Дмитрий Ольга Иван Наталія Богдан Светлана Сергей Юлия Павел",
		family: "Иванова Петренко Смирнов Кузнецова Шевченко Волков Соколова Морозов Лебедева Ковальчук",
		between: " ",
	},
	{
		weight: 1,
		given: "Μαρία Γιώργος Ελένη Νίκος Κατερίνα Δημήτρης",
		family: "Παπαδόπουλος Νικολάου Γεωργίου Ιωάννου Δημητρίου",
		between: " ",
	},
	{
		weight: 2,
		given: "सुनील माया अनिता राजेश प्रिया विक्रम दीपा अर्जुन",
		family: "शर्मा वर्मा पटेल गुप्ता अय्यर कुलकर्णी चौधरी मिश्रा",
		between: " ",
	},
	{
		weight: 1,
		given: "محمد فاطمة أحمد ليلى يوسف مريم عمر نور",
		family: "العلي حسن الخطيب منصور السيد حداد قاسم صالح",
		between: " ",
	},
	{ weight: 1, given: "דוד נועה יוסי תמר אורי מיכל", family: "כהן לוי מזרחי פרץ ביטון אברהם", between: " " },
	{
		weight: 1,
		given: "王 李 张 刘 陈 杨 赵 黄 周 吴",
		family: "伟 芳 秀英 建国 小明 丽华 志强 雨欣 子轩 晓东",
		between: "",
	},
	{ weight: 1, given: "佐藤 鈴木 高橋 田中 伊藤 渡辺", family: "さくら 健太 美咲 大輔 ゆい 翔太", between: " " },
	{ weight: 1, given: "김 이 박 최 정 강", family: "민준 서연 지후 하은 도윤 수빈", between: "" },
];

/** So many different names as webinars have them, in several scripts, mostly 5 to 20 characters; always the same ones. */
export function uniqueNames(count: number): string[] {
	const random = seeded(2026);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const pools = POOLS.flatMap(({ weight, given, family, between }) =>
		Array<() => string>(weight).fill(() => `${pick(given.split(" "))}${between}${pick(family.split(" "))}`),
	);
	const taken = new Set<string>();
	while (taken.size < count) {
		const name = pick(pools)();
		const initial = pick([..."ABCDEFGHIJKLMNOPRSTUVWYZ"]);
		taken.add(taken.has(name) ? `${name} ${taken.has(`${name} ${initial}`) ? taken.size : initial}` : name);
	}
	return [...taken];
}

/** No name is longer, in UTF-16 units. */
const LONGEST_NAME = 40;
/** Where a word begins. */
const BEGINNING = /(?<![\p{L}\p{M}\p{N}_])(?=[\p{L}\p{N}])/gu;
/** What goes on with the word before it. */
const WITHIN_WORD = /^[\p{L}\p{M}\p{N}_]/u;

/**
 * Whom a post names, whatever its words: wherever a word begins, the longest name that stands there. `isName` knows names
 * as people have them, without the escapes and the marks around right-to-left names.
 */
export function namesIn(post: string, isName: (name: string) => boolean): string[] {
	const text = post.replace(/\\(?=[\p{P}\p{S}])|[\u2066-\u2069]/gu, "");
	const names: string[] = [];
	let end = 0;
	for (const { index } of text.matchAll(BEGINNING)) {
		const name = index < end ? undefined : longestAt(text, index, isName);
		if (name === undefined) continue;
		names.push(name);
		end = index + name.length;
	}
	return names;
}

function longestAt(text: string, start: number, isName: (name: string) => boolean): string | undefined {
	for (let length = Math.min(LONGEST_NAME, text.length - start); length > 0; length--) {
		const name = text.slice(start, start + length);
		if (isName(name) && !WITHIN_WORD.test(text.slice(start + length, start + length + 2))) return name;
	}
	return undefined;
}
