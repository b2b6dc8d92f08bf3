import { expect, it } from "vitest";
import { timeOfSnowflake } from "../src/snowflake.ts";

it("reads when Discord made something from its id, as Discord's own example has it", () => {
	expect(timeOfSnowflake("175928847299117063")).toBe(Date.UTC(2016, 3, 30, 11, 18, 25, 796));
});
