import { expect, it } from "vitest";
import { botIdOf } from "../src/bot-id.ts";

it.each([
	["ODAzNTExMTAyMjQ2Nzg5MTI.Ghzz1A.secret", "80351110224678912"],
	["MTIz.wrong.token", "123"],
	["bm8gaWQ.a.b", null],
	["!.a.b", null],
	["", null],
])("of the token %s, the bot is %s", (token, id) => {
	expect(botIdOf(token)).toBe(id);
});
