import { globSync } from "node:fs";
import { expect, it } from "vitest";
import { readTop } from "./start.ts";

const DECLARATION = /^(?:export )?(?:abstract )?(?:class|interface|type) (\w+)/gm;

it("a type's name means one thing, wherever it is read", () => {
	const files = globSync("{src,commands,rehearsal}/**/*.ts");
	const declared = files.flatMap((file) =>
		[...readTop(file).matchAll(DECLARATION)].map(([, name = ""]) => ({ name, file })),
	);
	expect(declared.length).toBeGreaterThan(500);
	const several = Map.groupBy(declared, ({ name }) => name)
		.values()
		.filter((places) => places.length > 1)
		.map((places) => places.map(({ name, file }) => `${name} in ${file}`).join(", "));
	expect([...several]).toEqual([]);
});
