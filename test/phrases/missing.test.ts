import { expect, it } from "vitest";
import { describeMissing } from "../../src/phrases/missing.ts";

it("says which phrases each language lacks", () => {
	expect(describeMissing({ de: ["session.end.keep", "common.more"], fr: [] })).toBe(
		"de: 2 missing, said in English\n  session.end.keep\n  common.more\nfr: none is missing\n",
	);
});
