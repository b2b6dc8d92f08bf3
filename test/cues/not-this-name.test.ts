import { expect, it } from "vitest";
import { type Component, flatten } from "../../rehearsal/simulator/components.ts";
import { clickOn } from "../../rehearsal/simulator/interactions.ts";
import type { SimMember } from "../../rehearsal/simulator/member.ts";
import type { SimMessage } from "../../rehearsal/simulator/message.ts";
import type { SimRoom } from "../../rehearsal/simulator/room.ts";
import { phrasesIn } from "../../src/phrases/phrases.ts";
import { shownBy } from "../commands/shown.ts";
import { describeOnBoth, type Engine } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { skipUntil, timesLogged, until } from "../journeys/journey.ts";
import { placesOf } from "../store/columns.ts";
import { says, webinar } from "./webinar.ts";

const say = phrasesIn("en");
const HOUR = 3_600_000;
const ON_DISCORD = "xX 9 Xx";
const HERE = { where: "server" } as const;

/** A webinar with a cue that Henry can use, as `cueTo` says. */
async function withCue(engine: Engine, { cueTo = "channel" as "channel" | "dm" } = {}) {
	const held = await webinar(engine, { cueTo });
	await until(() => held.journey.discord.commands.length > 0);
	return { ...held, cue: await held.place.nextMessage() };
}

type Held = Awaited<ReturnType<typeof withCue>>;

/** Fills in the form for somebody's name, on this server unless `everywhere` is said. */
async function chooses(member: SimMember, called: string, { everywhere = false } = {}) {
	const asked = await member.runs("me name");
	return shownBy(await asked.submits({ called, sound: "", where: everywhere ? ["everywhere"] : [] }));
}

/** A guest who has chosen a name comes, and the cue offers to put it out of use. */
async function comesAs(called: string, { server, stage, cue, journey }: Held, chosen = {}): Promise<SimMember> {
	const guest = server.addMember(ON_DISCORD);
	await chooses(guest, called, chosen);
	await guest.joins(stage);
	await skipUntil(journey, () => labelsBelow(cue).some((label) => label.includes(called)), 500);
	return guest;
}

/** What can be done about names below a message. */
function below(message: SimMessage): Component[] {
	const isOther = (id: string) => /^(session:(hello|pass)|report:open):/.test(id);
	return flatten(message.components as Component[]).filter(({ custom_id }) => custom_id && !isOther(custom_id));
}

/** The words on buttons, and in menus. */
function labelsBelow(message: SimMessage): string[] {
	return below(message).flatMap(({ label, options }) => [
		...(label ? [label] : []),
		...(options ?? []).map((one) => one.label),
	]);
}

/** The custom id of the one button below a message. */
function buttonBelow(message: SimMessage): string {
	const [button, other] = below(message);
	if (!button?.custom_id || other) throw new Error("there is not one button");
	return button.custom_id;
}

/** What the next post in a room says. */
async function nextHeard(room: SimRoom): Promise<string> {
	return heard(await room.nextText());
}

describeOnBoth("a chosen name that a host does not want", (engine) => {
	it("is out of use once its button is pressed, in the cue and in all that is said from then on", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, cue, event } = held;
		await comesAs("Mudface", held);
		expect(await nextHeard(stage)).toBe("onTime: Mudface");
		expect(cue.content).toContain(`Mudface · chosen name, on Discord ${ON_DISCORD}`);
		expect(labelsBelow(cue)).toEqual(["Not this name: Mudface"]);
		const answer = await shownBy(await clickOn(cue, buttonBelow(cue), host));
		expect(answer).toBe(say("cue.unused.done", { name: "Mudface", ...HERE }));
		await skipUntil(journey, () => !cue.content.includes("Mudface"), 500);
		expect(cue.content).toContain(`${ON_DISCORD} · on time`);
		expect(below(cue)).toEqual([]);
		const greeting = stage.messages.find(({ content }) => heard(content).startsWith("onTime"));
		await skipUntil(journey, () => heard(greeting?.content ?? "") === `onTime: ${ON_DISCORD}`);
		await event.ends();
		expect(await nextHeard(stage)).toBe(`thanks: ${ON_DISCORD}`);
	});

	it("does not come back when it is chosen again, or one that looks like it, and another one is welcome", async () => {
		const held = await withCue(engine);
		const { stage, host, cue, event } = held;
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		await clickOn(cue, buttonBelow(cue), host).then(shownBy);
		expect(await shownBy(await guest.runs("me show"))).toContain(say("me.myGreeting.outOfUse", { name: "Mudface" }));
		for (const again of ["Mudface", "M u d f á c e"]) {
			expect(await chooses(guest, again)).toBe(say("me.name.outOfUse", { name: again }));
		}
		expect(await chooses(guest, "Mudface", { everywhere: true })).toContain(
			say("me.name.savedElsewhere", { name: "Mudface" }),
		);
		expect(await chooses(guest, "Kim")).toContain(say("me.name.saved", { name: "Kim" }));
		expect(await shownBy(await guest.runs("me show"))).not.toContain("Mudface");
		await event.ends();
		expect(await nextHeard(stage)).toBe("thanks: Kim");
	});

	it("is out of use on that server alone when it was chosen for everywhere", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, cue } = held;
		const guest = await comesAs("Mudface", held, { everywhere: true });
		await nextHeard(stage);
		await clickOn(cue, buttonBelow(cue), host).then(shownBy);
		expect(await shownBy(await guest.runs("me show"))).toContain(say("me.myGreeting.outOfUse", { name: "Mudface" }));
		const elsewhere = journey.discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const there = elsewhere.addMember({ sameAs: guest });
		expect(await shownBy(await there.runs("me show"))).toContain(
			say("me.myGreeting.called", { name: "Mudface", source: "everywhere" }),
		);
	});

	it("is used again when the host changes their mind", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, cue, event } = held;
		await comesAs("Mudface", held);
		await nextHeard(stage);
		const pressed = await clickOn(cue, buttonBelow(cue), host);
		const { message } = await pressed.reply();
		await skipUntil(journey, () => !cue.content.includes("Mudface"), 500);
		const again = await pressed.clicks(buttonBelow(message));
		expect(await shownBy(again)).toBe(say("cue.unused.usedAgain", HERE));
		expect(below(message)).toEqual([]);
		await says(cue, journey, "Mudface");
		await event.ends();
		expect(await nextHeard(stage)).toBe("thanks: Mudface");
	});

	it("is picked from a menu where several have chosen one", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, cue } = held;
		await comesAs("Kim", held);
		await nextHeard(stage);
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		expect(labelsBelow(cue)).toEqual(["Mudface", "Kim"]);
		const [menu] = below(cue);
		const picked = menu?.options?.find(({ value }) => value.includes(guest.id));
		const answer = await shownBy(await clickOn(cue, menu?.custom_id ?? "", host, [picked?.value ?? ""]));
		expect(answer).toBe(say("cue.unused.done", { name: "Mudface", ...HERE }));
		await skipUntil(journey, () => !cue.content.includes("Mudface"), 500);
		expect(labelsBelow(cue)).toEqual(["Not this name: Kim"]);
	});

	it("is not mistaken for one that was chosen before the host pressed", async () => {
		const held = await withCue(engine);
		const { journey, stage, host, cue, event } = held;
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		const before = buttonBelow(cue);
		await chooses(guest, "Kim");
		await says(cue, journey, "Kim");
		const asked = await host.runs("session status");
		await shownBy(asked);
		expect(await shownBy(await asked.forges(before))).toBe(say("cue.unused.changed"));
		await event.ends();
		expect(await nextHeard(stage)).toBe("thanks: Kim");
	});

	it("stays out of use when whoever chose it has themselves forgotten", async () => {
		const held = await withCue(engine);
		const { store, stage, host, cue } = held;
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		await clickOn(cue, buttonBelow(cue), host).then(shownBy);
		const kept = say("me.forget.unusedNames", { count: 1, where: "here", server: "Acme" });
		const asked = await guest.runs("me forget");
		expect(await shownBy(asked)).toContain(kept);
		expect(await shownBy(await asked.clicks("me:erase:named"))).toContain(kept);
		expect(await placesOf(store, guest.id)).toEqual([]);
		expect(await shownBy(await guest.runs("me forget"))).toContain(kept);
		expect(await chooses(guest, "Mudface")).toBe(say("me.name.outOfUse", { name: "Mudface" }));
	});
});

describeOnBoth("a cue in direct messages", (engine) => {
	it("puts a name out of use, and has it used again", async () => {
		const held = await withCue(engine, { cueTo: "dm" });
		const { journey, stage, host, cue, event } = held;
		await comesAs("Mudface", held);
		await nextHeard(stage);
		const pressed = await clickOn(cue, buttonBelow(cue), host);
		expect(await shownBy(pressed)).toBe(say("cue.unused.done", { name: "Mudface", where: "direct" }));
		const [message] = pressed.messages;
		if (!message) throw new Error("nothing was answered");
		await skipUntil(journey, () => !cue.content.includes("Mudface"), 500);
		const again = await pressed.clicks(buttonBelow(message));
		expect(await shownBy(again)).toBe(say("cue.unused.usedAgain", { where: "direct" }));
		await says(cue, journey, "Mudface");
		await clickOn(cue, buttonBelow(cue), host).then(shownBy);
		await event.ends();
		expect(await nextHeard(stage)).toBe(`thanks: ${ON_DISCORD}`);
	});

	it("is for its host: nobody else who knows its custom id gets anywhere, wherever they are", async () => {
		const held = await withCue(engine, { cueTo: "dm" });
		const { journey, server, stage, cue, event } = held;
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		const id = buttonBelow(cue);
		const again = `${id.replace("not-this-name", "use-again").split(":").slice(0, -1).join(":")}:${"x".repeat(22)}`;
		const cohost = server.addMember({ globalName: "Otto", permissions: ["ManageEvents"] });
		const elsewhere = journey.discord.addServer({ name: "Elsewhere" });
		elsewhere.addVoiceRoom("Lounge");
		const boss = elsewhere.addMember({ globalName: "Bea", permissions: ["ManageGuild"] });
		for (const [who, room, refusal] of [
			[guest, undefined, say("frame.forHosts")],
			[guest, guest.takesDirectMessages(), say("cue.unused.notYours")],
			[cohost, cohost.takesDirectMessages(), say("cue.unused.notYours")],
			[boss, undefined, say("cue.unused.notYours")],
			[boss, boss.takesDirectMessages(), say("cue.unused.notYours")],
		] as const) {
			const asked = await who.runs("me show", {}, room ? { room } : {});
			await shownBy(asked);
			for (const forged of [id, again]) expect(await shownBy(await asked.forges(forged))).toBe(refusal);
			const values = [id];
			const answer = await shownBy(await asked.forges("session:not-one-of-these", { as: "menu", values }));
			expect(answer).toBe(refusal);
		}
		await event.ends();
		expect(await nextHeard(stage)).toBe("thanks: Mudface");
	});
});

describeOnBoth("who presses below a cue", (engine) => {
	it("may be another host of the server, and tells them nothing of who has not come", async () => {
		const held = await withCue(engine);
		const { server, stage, cue } = held;
		const guest = await comesAs("Mudface", held);
		await nextHeard(stage);
		const absent = server.addMember("Absent");
		await chooses(absent, "Mudface");
		const cohost = server.addMember({ globalName: "Otto", permissions: ["ManageEvents"] });
		const id = buttonBelow(cue);
		const asked = await cohost.runs("session status");
		await shownBy(asked);
		expect(await shownBy(await asked.forges(id.replace(guest.id, absent.id)))).toBe(say("cue.unused.changed"));
		expect(await shownBy(await asked.forges(id))).toBe(say("cue.unused.done", { name: "Mudface", ...HERE }));
	});

	it("can do so for an hour after the session, and then hears what to do instead", async () => {
		const held = await withCue(engine);
		const { journey, clock, stage, host, cue, event } = held;
		await comesAs("Mudface", held);
		await nextHeard(stage);
		const id = buttonBelow(cue);
		await event.ends();
		await until(() => timesLogged(journey, /^session closed$/) > 0);
		await skipUntil(journey, () => below(cue).length === 0, 500);
		const asked = await host.runs("session status");
		await shownBy(asked);
		clock.skip(HOUR - 60_000);
		expect(await shownBy(await asked.forges(id))).toBe(say("cue.unused.done", { name: "Mudface", ...HERE }));
		clock.skip(120_000);
		expect(await shownBy(await asked.forges(id))).toBe(say("cue.unused.over"));
	});
});
