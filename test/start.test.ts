import { describe, expect, it } from "vitest";
import { readTop, startFlags } from "./start.ts";

const words = ["node", ...startFlags(), "src/main.ts"];

describe("the ways to start Byname", () => {
	it.each([
		["Dockerfile", `\nCMD ${JSON.stringify(words).replaceAll(",", ", ")}\n`],
		["byname.service", `\nExecStart=/opt/byname/node_modules/.bin/${words.join(" ")}\n`],
		["README.md", `\`node_modules/.bin/${words.join(" ")}\``],
	])("are the same in package.json and %s", (file, line) => {
		expect(readTop(file)).toContain(line);
	});
});
