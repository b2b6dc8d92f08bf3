import { describe, expect, it } from "vitest";
import { describeOnBoth, temporaryFile } from "../engines.ts";
import { type Journey, setOut, until } from "../journeys/journey.ts";
import { type Component, flatten } from "../simulator/components.ts";
import type { SimInteraction } from "../simulator/interactions.ts";
import type { SimMember } from "../simulator/member.ts";

const MINUTE = 60_000;

/** A server with a stage and a host on it, once Byname's commands are there. */
async function setUp(databaseUrl: string = temporaryFile()) {
	const journey = await setOut({ databaseUrl });
	await until(() => journey.discord.commands.length > 0);
	const server = journey.discord.addServer({ name: "Acme" });
	const stage = server.addStage("Main stage");
	const henry = server.addMember({ globalName: "Henry", permissions: ["ManageEvents"] });
	return { ...journey, server, stage, henry };
}

/** All words of the next answer, whichever way they are laid out. */
async function words(asked: SimInteraction): Promise<string> {
	const { message } = await asked.reply();
	const displays = flatten(message.components as Component[]).map(({ content }) => content ?? "");
	return [message.content, ...displays].filter((part) => part !== "").join("\n");
}

/** What stands in the field of the form that was opened. */
async function inForm(asked: SimInteraction): Promise<string> {
	const { components } = await asked.modal();
	return flatten(components).find(({ custom_id }) => custom_id === "texts")?.value ?? "";
}

/** The button that leads to what did not fit. */
function restOf({ messages }: SimInteraction): string | undefined {
	const all = flatten((messages[0]?.components ?? []) as Component[]);
	return all.find(({ label }) => label === "Show the rest")?.custom_id ?? undefined;
}

async function edits(host: SimMember, which: string, texts: string, scope = "me"): Promise<SimInteraction> {
	const asked = await host.runs("greeting edit", { which, for: scope });
	return asked.submits({ texts });
}

/** Resolves three seconds after an opening, when who comes is no longer taken for the panel. */
async function opened({ clock }: Pick<Journey, "clock">, opens: Promise<void>): Promise<void> {
	await opens;
	clock.skip(3_000);
}

/** Ends the session on a stage; resolves an hour after Byname has noticed. */
async function closed({ clock, log }: Pick<Journey, "clock" | "log">, closes: Promise<void>): Promise<void> {
	const closings = () => log.filter(({ msg }) => msg === "session closed").length;
	const before = closings();
	await closes;
	await until(() => closings() > before);
	clock.skip(60 * MINUTE);
}

describe("/greeting", () => {
	it("is there for hosts by role, who have no permission Discord could show it by", async () => {
		const { discord } = await setUp();
		const command = discord.commands.find(({ name }) => name === "greeting");
		expect(command).toMatchObject({ default_member_permissions: null, contexts: [0], integration_types: [0] });
	});

	it("is not for attendees", async () => {
		const { server } = await setUp();
		const maya = server.addMember("Maya");
		expect(await (await maya.runs("greeting edit", { which: "late" })).replyText()).toMatch(/^This is for hosts/);
	});
});

describeOnBoth("/greeting edit", (engine) => {
	it("shows the text as it is, saves the one that was typed and previews each wording", async () => {
		const { henry } = await setUp(await engine.databaseUrl());
		const asked = await henry.runs("greeting edit", { which: "onTime" });
		expect(await inForm(asked)).toBe("{greeting}, {name}! Thanks for joining us!");
		const saved = await asked.submits({ texts: "Welcome, {name}, says {host}!\n\n  Hi {name}!  \nHi {name}!" });
		const reply = await saved.reply();
		expect(reply.ephemeral).toBe(true);
		expect(flatten(reply.message.components as Component[]).flatMap(({ content }) => content ?? [])).toEqual([
			"**Saved.** From the next arrival on:",
			"-# 1 of 2\nWelcome, Maya, says Henry!",
			"-# 2 of 2\nHi Sunil!",
			"-# Title, times and note are examples: no session is on in a room you are in.",
		]);
		expect(await inForm(await henry.runs("greeting edit", { which: "onTime" }))).toBe(
			"Welcome, {name}, says {host}!\nHi {name}!",
		);
	});

	it("keeps what was there and gives back what was typed when a line is refused", async () => {
		const { henry } = await setUp(await engine.databaseUrl());
		await words(await edits(henry, "late", "Better late than never, {name}!"));
		const typed = "Hi {nmae}!\nGood `code` {name}!\n\nHello, {name";
		const refused = await words(await edits(henry, "late", typed));
		expect(refused).toContain("Not saved yet, and nothing has changed.");
		expect(refused).toMatch(/\*\*Line 1:\*\* I don't know {nmae}\. Did you mean {name}\?/);
		expect(refused).toMatch(/\*\*Line 4:\*\* At “{name” \(character 8\)/);
		expect(refused).not.toContain("Line 2");
		expect(refused).toContain(`\`\`\`\n${typed}\n\`\`\``);
		expect(await inForm(await henry.runs("greeting edit", { which: "late" }))).toBe("Better late than never, {name}!");
	});

	it("goes back to the text beneath when the form is left empty", async () => {
		const { henry } = await setUp(await engine.databaseUrl());
		await words(await edits(henry, "thanks", "Bye, {name}!"));
		const emptied = await words(await edits(henry, "thanks", " \n "));
		expect(emptied).toMatch(/go back to Byname's own text\. From the next end of a session on:\nThank you for coming/);
	});

	it("lays a host's text over the server's, and the server's over Byname's", async () => {
		const { server, henry } = await setUp(await engine.databaseUrl());
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		await words(await edits(boss, "onTime", "The server greets {name}.", "server"));
		expect(await inForm(await henry.runs("greeting edit", { which: "onTime" }))).toBe("The server greets {name}.");
		await words(await edits(henry, "onTime", "Henry greets {name}."));
		expect(await inForm(await boss.runs("greeting edit", { which: "onTime" }))).toBe("The server greets {name}.");
		expect(await inForm(await henry.runs("greeting edit", { which: "onTime" }))).toBe("Henry greets {name}.");
		expect(await words(await edits(henry, "onTime", ""))).toContain("go back to the server's text");
		expect(await inForm(await henry.runs("greeting edit", { which: "onTime" }))).toBe("The server greets {name}.");
	});

	it("counts from the next arrival on, and for this host's sessions alone", async () => {
		const journey = await setUp(await engine.databaseUrl());
		const { server, stage, henry } = journey;
		const other = server.addStage("Other stage");
		const hanna = server.addMember({ globalName: "Hanna", permissions: ["ManageEvents"] });
		await words(await edits(hanna, "onTime", "Hanna's guest {name}!"));
		await henry.joins(stage);
		await hanna.joins(other);
		await opened(journey, stage.opens({ topic: "Pottery", by: henry }));
		await opened(journey, other.opens({ topic: "Knitting", by: hanna }));
		await server.addMember("Maya").joins(stage);
		expect(await stage.nextText()).toBe("Hello, Maya! Thanks for joining us!");
		await words(await edits(henry, "onTime", "Make yourself at home, {name}!"));
		await server.addMember("Sunil").joins(stage);
		expect(await stage.nextText()).toBe("Make yourself at home, Sunil!");
		await server.addMember("Tom").joins(other);
		expect(await other.nextText()).toBe("Hanna's guest Tom!");
	});

	it("leaves a text out that is just a dash", async () => {
		const journey = await setUp(await engine.databaseUrl());
		const { server, stage, henry, clock } = journey;
		expect(await words(await edits(henry, "returning", "-"))).toContain("(left out)");
		expect(await inForm(await henry.runs("greeting edit", { which: "returning" }))).toBe("-");
		const maya = server.addMember("Maya");
		for (const title of ["Pottery", "Pottery again"]) {
			const event = server.schedule({ name: title, room: stage, startsAt: clock.now(), creator: henry });
			await opened(journey, stage.opens({ event }));
			await maya.joins(stage);
			expect(await stage.nextText()).toBe("Hello, Maya! Thanks for joining us!");
			await maya.leaves();
			await closed(journey, stage.closes());
		}
	});
});

describe("/greeting edit", () => {
	it("follows a text that was typed just as it is beneath, rather than keeping a copy", async () => {
		const { server, henry } = await setUp();
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		expect(await words(await edits(henry, "thanks", "Thank you for coming, {name}!"))).toContain("word for word");
		await words(await edits(boss, "thanks", "Bye, {name}!", "server"));
		expect(await inForm(await henry.runs("greeting edit", { which: "thanks" }))).toBe("Bye, {name}!");
	});

	it("takes ten wordings and refuses the eleventh", async () => {
		const { henry } = await setUp();
		const ten = Array.from({ length: 10 }, (_, index) => `Hello number ${index}, {name}!`).join("\n");
		expect(await words(await edits(henry, "onTime", ten))).toContain("-# 10 of 10\nHello number 9, Zoë!");
		const refused = await words(await edits(henry, "onTime", `${ten}\nOne too many, {name}!`));
		expect(refused).toContain("These are 11 different texts; 10 is the most. Take out 1.");
		expect(await inForm(await henry.runs("greeting edit", { which: "onTime" }))).toBe(ten);
	});

	it("shows ten long wordings on as many messages as they need", async () => {
		const { henry } = await setUp();
		const many = Array.from({ length: 10 }, (_, index) => `{name} ${"long ".repeat(76)}${index}`).join("\n");
		const saved = await edits(henry, "onTime", many);
		const seen = await words(saved);
		expect(seen).toContain("-# 9 of 10");
		expect(seen).not.toContain("-# 10 of 10");
		const rest = await words(await saved.clicks("greeting:texts:onTime:me:9"));
		expect(rest).toContain("-# 10 of 10");
		expect(rest).not.toContain("-# 9 of 10");
	});

	it.each([
		["fits into the answer", "Hi {nmae}!\n  and {name}, `so` _on_"],
		["would end a code block", "Look, {name}: ```js\nno {code}```"],
		["is too long for the answer", `Hi {nmae}! ${"so glad ".repeat(100)}\n${"Hello, {name}! ".repeat(60)}`],
	])("opens the form again with what was typed when it %s", async (_, typed) => {
		const { henry } = await setUp();
		const refused = await edits(henry, "onTime", typed);
		const { message, ephemeral } = await refused.reply();
		expect(ephemeral).toBe(true);
		expect(message.content.length).toBeLessThanOrEqual(2000);
		const again = await refused.clicks("greeting:again:onTime:me");
		expect(await inForm(again)).toBe(typed);
		const saved = await again.submits({ texts: "Mended, {name}!" });
		expect(await words(saved)).toContain("Mended, Maya!");
	});

	it.each([
		["a long text", `${"Hello there! ".repeat(150)}{nmae}`],
		["a text that would end a code block", "Look: ``` {nmae}"],
	])("gives back %s as a file that holds it whole", async (_, typed) => {
		const { henry } = await setUp();
		const { message } = await (await edits(henry, "onTime", typed)).reply();
		expect(message.files.map(({ name, bytes }) => [name, String(bytes)])).toEqual([["what-you-typed.txt", typed]]);
	});

	it("changes the server's texts only for who may manage it", async () => {
		const { henry, server } = await setUp();
		const refused = await henry.runs("greeting edit", { which: "late", for: "server" });
		expect(await refused.replyText()).toMatch(/need the permission \*Manage Server\*/);
		const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		expect((await (await boss.runs("greeting edit", { which: "late", for: "server" })).modal()).title).toBe(
			"Late arrivals (whole server)",
		);
	});
});

it("leaves the server's text alone when whoever has its form open may not manage the server any more", async () => {
	const { server } = await setUp();
	const boss = server.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
	const asked = await boss.runs("greeting edit", { which: "late", for: "server" });
	await asked.modal();
	boss.roles.splice(0, boss.roles.length, server.addRole("Events", "ManageEvents"));
	expect(await (await asked.submits({ texts: "Mine, {name}!" })).replyText()).toMatch(/Manage Server/);
	expect(await inForm(await boss.runs("greeting edit", { which: "late" }))).toContain("So glad you made it");
});

describeOnBoth("/greeting reset", (engine) => {
	it("asks first, then goes back to the text beneath", async () => {
		const { henry } = await setUp(await engine.databaseUrl());
		await words(await edits(henry, "late", "You are late, {name}!"));
		const asked = await henry.runs("greeting reset", { which: "late" });
		const question = await words(asked);
		expect(question).toContain("-# Now\nYou are late, Henry!");
		expect(question).toContain("-# Then: Byname's own text\nHello, Henry! So glad you made it.");
		const done = await words(await asked.clicks("greeting:reset:late:me"));
		expect(done).toMatch(/^\*\*Done\.\*\* I go back to Byname's own text\. From the next arrival on:/);
		expect(await inForm(await henry.runs("greeting edit", { which: "late" }))).toContain("So glad you made it");
	});

	it("changes nothing when the host keeps it", async () => {
		const { henry } = await setUp(await engine.databaseUrl());
		await words(await edits(henry, "late", "You are late, {name}!"));
		const asked = await henry.runs("greeting reset", { which: "late" });
		await words(asked);
		const kept = await asked.clicks("greeting:keep");
		expect(await words(kept)).toBe("Nothing has changed.");
		expect(() => asked.clicks("greeting:reset:late:me")).toThrow("There is no");
		expect(await inForm(await henry.runs("greeting edit", { which: "late" }))).toBe("You are late, {name}!");
	});
});

describe("/greeting reset", () => {
	it("says so when there is nothing to go back from", async () => {
		const { henry } = await setUp();
		expect(await words(await henry.runs("greeting reset", { which: "late" }))).toBe(
			"You have set no text for *Late arrivals*: Byname's own text is said already.",
		);
	});

	it("is for the server only with Manage Server", async () => {
		const { henry } = await setUp();
		const refused = await henry.runs("greeting reset", { which: "late", for: "server" });
		expect(await refused.replyText()).toMatch(/Manage Server/);
	});
});

describe("/greeting preview", () => {
	it("shows every text as it would be posted now", async () => {
		const { henry } = await setUp();
		await words(await edits(henry, "late", "You made it, {name}, {minutes} minutes in!"));
		const asked = await henry.runs("greeting preview");
		expect((await asked.reply()).ephemeral).toBe(true);
		const seen = await words(await henry.runs("greeting preview"));
		expect(seen).toMatch(/-# Before the start\nHello, Henry! You're early.*<t:\d+:R>/);
		expect(seen).toContain("-# In time\nHello, Henry! Thanks for joining us!");
		expect(seen).toContain("-# Late\nYou made it, Henry, 25 minutes in!");
		expect(seen).toMatch(/-# Late, and you have set a note\nYou made it, Henry, .* Where we are: we are on slide 12/);
		expect(seen).toMatch(/-# Been here before\nHello, Henry! .* visit number 2\./);
		expect(seen).toMatch(/-# I was away when they came\nSorry I wasn't at the door.* Hello, Henry!/s);
		expect(seen).toMatch(/-# No session is on\nHello, Henry! We've closed for now.*https:\/\/example\.com/);
		expect(seen).toMatch(/-# Five people at once\nHello, Henry, Maya and Sunil! Thanks for joining us!\n/);
		expect(seen).toContain("-# The session ends\nThank you for coming, Henry!");
	});

	it("speaks of the session in the host's room, with how often the guest was here", async () => {
		const journey = await setUp();
		const { server, stage, henry, clock } = journey;
		await words(await edits(henry, "late", "{name} is {minutes} minutes late for {title} by {host}."));
		const maya = server.addMember("Maya");
		for (const topic of ["Pottery", "More pottery"]) {
			await opened(journey, stage.opens({ topic, by: henry }));
			await maya.joins(stage);
			expect(await stage.nextText()).toContain("Maya");
			await maya.leaves();
			await henry.leaves();
			await closed(journey, stage.closes());
		}
		await opened(journey, stage.opens({ topic: "Advanced pottery", by: henry }));
		await server.addMember("Tom").joins(stage);
		await stage.nextText();
		clock.skip(42 * MINUTE);
		const seen = await words(await henry.runs("greeting preview", { as: maya }));
		expect(seen).toContain("Maya is 42 minutes late for Advanced pottery by Henry.");
		expect(seen).toMatch(/-# Been here before\nHello, Maya! .* visit number 3\./);
		expect(seen).toContain("Title, start and note are those of the session in your room");
	});

	it.each([
		["@everyone", "@\u200Beveryone"],
		["**bold** <@1> [x](https://evil.example)", "\\*\\*bold\\*\\* \\<@\u200B1\\> \\[x\\](https\\"],
		["```", "threeticks"],
	])("makes nothing of the name %s", async (name, shown) => {
		const { server, henry } = await setUp();
		const guest = server.addMember({ username: "threeticks", globalName: name });
		const asked = await henry.runs("greeting preview", { as: guest });
		const { message } = await asked.reply();
		const texts = flatten(message.components as Component[]).flatMap(({ content }) => content ?? []);
		expect(texts[0]).toContain(`What **${shown}`);
		expect(texts[2]).toContain(`Hello, ${shown}`);
		expect(message.allowedMentions).toEqual({ parse: [] });
	});

	it("shows texts too long for one message on the next", async () => {
		const { server, henry } = await setUp();
		for (const which of ["early", "onTime", "late", "thanks", "afterHours"]) {
			await words(await edits(henry, which, `{name} ${which} ${"word ".repeat(150)}`));
		}
		let page = await henry.runs("greeting preview", { as: server.addMember("Ravi") });
		const pages = [await words(page)];
		for (let more = restOf(page); more !== undefined; more = restOf(page)) {
			page = await page.clicks(more);
			pages.push(await words(page));
		}
		expect(pages.length).toBeGreaterThan(1);
		for (const seen of pages) expect(seen).toMatch(/^What \*\*Ravi\*\* would hear from you:/);
		const labels = pages.flatMap((seen) => [...seen.matchAll(/^-# (.*)\nRavi/gm)].map(([, label]) => label));
		expect(labels).toEqual([
			"Before the start",
			"In time",
			"Late",
			"Late, and you have set a note",
			"Been here before",
			"No session is on",
			"Five people at once",
			"The session ends",
		]);
	});
});
