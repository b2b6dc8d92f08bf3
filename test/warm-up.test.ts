import { expect, test } from "vitest";
import { warmUp } from "../src/warm-up.ts";

test("the warm-up takes everybody whom it makes up the whole way from packet to post", async () => {
	expect(await warmUp(24)).toBe(24);
});
