import { MessageFlags } from "discord.js";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import type { SimInteraction } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimServer } from "../../rehearsal/simulator/server.ts";
import { customId } from "../../src/command.ts";
import { nameMark } from "../../src/guests/unused-names.ts";
import { SETTINGS } from "../../src/profiles/setting-rules.ts";
import { crowdRuns, SEED, tried } from "../greetings/runs.ts";
import { until } from "../journeys/journey.ts";
import { atAcme } from "./acme.ts";
import { textOf, writeForServer } from "./greeting-texts.ts";
import { shownBy } from "./shown.ts";

const ANSWERED_WITHIN_MS = 3_000;
const FORMS = ["button", "menu", "menu of roles", "form"] as const;
/** What follows the action in each id that commands make. */
const MADE: Readonly<Record<string, readonly Kind[]>> = {
	"greeting:save": ["key", "scope"],
	"greeting:choose": [],
	"greeting:edit": ["key", "scope"],
	"greeting:preview": ["user", "page"],
	"greeting:texts": ["key", "scope", "page"],
	"greeting:sample": [],
	"greeting:borrow": ["key", "scope", "page"],
	"greeting:borrowed": ["key", "scope"],
	"greeting:again": ["key", "scope", "endings"],
	"greeting:join": ["key", "scope", "endings"],
	"greeting:reset": ["key", "scope"],
	"greeting:keep": [],
	"server:check": [],
	"server:reset-all": [],
	"server:keep": [],
	"server:choose-roles": [],
	"server:roles-chosen": [],
	"server:no-regular-host": ["room"],
	"host:zone": [],
	"host:panel": [],
	"host:change": ["setting"],
	"host:again": ["setting", "given"],
	"host:take": ["setting"],
	"host:save": ["setting"],
	"host:give-back": [],
	"host:co-hosts": [],
	"host:co-hosts-chosen": [],
	"session:end": ["session"],
	"session:recap": ["session"],
	"session:leave": ["session"],
	"session:keep": [],
	"session:not-this-name": ["session", "user", "mark"],
	"session:not-one-of-these": [],
	"session:use-again": ["session", "user", "code"],
	"session:panelist": ["session", "user"],
	"session:guest": ["session", "user"],
	"session:hello": ["session", "user"],
	"session:pass": ["session", "user"],
	"session:hand-over": ["session", "user"],
	"session:greet": ["session", "user"],
	"report:open": ["session"],
	"report:choose": [],
	"report:erase": ["session"],
	"report:erase-now": ["session"],
	"report:keep": [],
	"report:csv": ["session"],
	"report:csv-make": ["session", "what"],
	"me:panel": [],
	"me:name": [],
	"me:save-name": [],
	"me:quiet": ["where"],
	"me:named": ["where"],
	"me:language": ["where", "language"],
	"me:data": [],
	"me:forget": [],
	"me:erase": ["afterwards"],
	"me:keep": [],
};
type Kind =
	| "key"
	| "scope"
	| "endings"
	| "page"
	| "user"
	| "room"
	| "session"
	| "where"
	| "language"
	| "afterwards"
	| "mark"
	| "code"
	| "setting"
	| "given"
	| "what";
/** Words of each kind that there really are, at Acme and on the other server. */
type Known = Readonly<Record<Kind, readonly string[]>>;
const HOSTILE = [
	...["", " ", "0", "-1", "1e9", "NaN", "null", "9".repeat(20), "9".repeat(21), "x".repeat(200), "🙂".repeat(30)],
	...["constructor", "__proto__", "prototype", "toString", "hasOwnProperty", "valueOf"],
	...[
		"\0",
		"\n",
		"\u001b[2J",
		"\u202E",
		"\ud800",
		"\udc00x",
		"../..",
		"' OR 1=1 --",
		"%s",
		"{name}",
		"<@1>",
		"@everyone",
	],
];

/** Made once and here: fast-check takes seconds for it, in which nobody would be answered. */
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 120 }));

/** Ids as commands make them, also of another server; such ids with one part garbled, one too many or too few; and anything. */
function idsOf(known: Known) {
	const valid = fc
		.constantFrom(...Object.entries(MADE))
		.chain(([start, rest]) => fc.tuple(fc.constant(start), ...rest.map((kind) => fc.constantFrom(...known[kind]))))
		.map((parts) => parts.join(":").split(":"));
	const wrong = fc.oneof(hostile, fc.constantFrom(...Object.values(known).flat(), ...Object.keys(MADE)));
	const garbled = fc
		.tuple(valid, fc.nat(4), fc.nat(1), fc.array(wrong, { maxLength: 2 }))
		.map(([parts, at, gone, put]) => parts.toSpliced(at, gone, ...put));
	const anything = fc.array(hostile, { minLength: 1, maxLength: 4 });
	return fc.oneof(
		...[valid, garbled, anything].map((parts, weight) => ({
			weight: 3 - weight,
			arbitrary: parts.map((words) => words.join(":")),
		})),
	);
}

/** What stands on a server that nobody at Acme may touch, and who looks after it. */
async function another(server: SimServer) {
	const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
	const cohost = server.addMember({ globalName: "Otto", permissions: ["ManageEvents"] });
	const stage = server.addStage("Theirs");
	const role = server.addRole("Hosts");
	await boss.runs("server set room", { room: stage, "regular-host": boss }).then(shownBy);
	await writeForServer(boss, "late", "Ours alone, {name}");
	await boss.runs("session start", { room: stage, title: "Pottery" }).then(shownBy);
	await boss.runs("session note", { room: stage, text: "slide 12" }).then(shownBy);
	const asked = await cohost.runs("session end", { room: stage });
	const { message } = await asked.reply();
	const ids = flatten(message.components as Component[]).flatMap(({ custom_id }) => custom_id ?? []);
	const session = ids[0]?.split(":")[2] ?? "";
	return { boss, stage, role, session };
}

/** All that its people see of what is set and on there. */
async function stateSeenBy(boss: SimMember): Promise<string[]> {
	const shown = [];
	for (const command of ["server show", "host show", "session status"])
		shown.push(await shownBy(await boss.runs(command)));
	return [...shown, await textOf(boss, "late")];
}

function isAnswered({ openModal, messages }: SimInteraction): boolean {
	return openModal !== null || messages.some(({ flags }) => (flags & MessageFlags.Loading) === 0);
}

it("knows all ids that commands make", () => {
	const made = commands.flatMap(({ data, press = {}, pressByAll = {}, submit = {} }) =>
		[press, pressByAll, submit].flatMap(Object.keys).map((action) => customId(data.name, action)),
	);
	expect(made.sort()).toEqual(Object.keys(MADE).sort());
});

const seen = new Map<string, number>();
afterAll(() => tried("custom ids", seen));

it("answers whoever forges a custom id, and lets them reach nothing of another server", async () => {
	const { discord, server, stage, henry, log, running } = await atAcme();
	const theirs = await another(discord.addServer({ name: "Other" }));
	const before = await stateSeenBy(theirs.boss);
	const anna = server.addMember({ globalName: "Anna", permissions: ["ManageGuild"] });
	const asked = await anna.runs("server check");
	await shownBy(asked);

	const known: Known = {
		key: ["late", "onTime"],
		scope: ["me", "server"],
		endings: ["none", "next", "recap", "next+recap"],
		page: ["0", "40"],
		user: [anna.id, henry.id, theirs.boss.id],
		room: [stage.id, theirs.stage.id],
		session: [theirs.session],
		where: ["here", "everywhere"],
		language: ["host", "de", "zh-TW"],
		afterwards: ["named", "quiet"],
		mark: [nameMark("Bea")],
		code: ["x".repeat(22)],
		setting: SETTINGS,
		what: ["came", "all"],
		given: ["", "Berlni", "UTC+5:30", `in ${theirs.stage.id}`, "de", "🙂".repeat(30)],
	};
	const offered = customId("session", "not-this-name", theirs.session, theirs.boss.id, nameMark("Bea"));
	const values = fc.array(fc.oneof(hostile, fc.constantFrom(theirs.role.id, server.id, offered)), { maxLength: 3 });
	await fc.assert(
		fc.asyncProperty(idsOf(known), fc.constantFrom(...FORMS), values, async (id, as, values) => {
			const lines = log.length;
			const forged = await asked.forges(id, { as, values });
			const late = performance.now() + ANSWERED_WITHIN_MS;
			await until(() => isAnswered(forged) || performance.now() > late);
			expect(isAnswered(forged)).toBe(true);
			expect(log.slice(lines).filter(({ level }) => Number(level) >= 50)).toEqual([]);
			seen.set(as, (seen.get(as) ?? 0) + 1);
		}),
		{ numRuns: crowdRuns(250), seed: SEED },
	);
	expect(await Promise.race([running, "it runs"])).toBe("it runs");
	expect(discord.identifies).toBe(1);
	expect(await stateSeenBy(theirs.boss)).toEqual(before);
});
