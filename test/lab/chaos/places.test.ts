import { describe, expect, it } from "vitest";
import { followPlaces } from "./places.ts";
import { maya, sunil } from "./told.ts";

const SORRY = " (sorry I got your name wrong)";
const versions = (...contents: string[]) => contents.map((content, at) => ({ content, at }));

describe("followPlaces", () => {
	it("knows who is not named by what stood there before, and by what stands there later", () => {
		const { places, spoilt } = followPlaces(
			versions(
				`Hi dear guest and ${sunil}!\nHello, one more guest!`,
				`Hi Chosen 1x1x2${SORRY} and ${sunil}!\nHello, one more guest!`,
				`Hi Chosen 1x1x2${SORRY} and one more guest!\nHello, one more guest!`,
			),
		);
		expect(spoilt).toEqual([]);
		expect(places).toEqual([
			{ who: maya, first: null, changes: [{ call: "Chosen 1x1x2", at: 1 }], last: "Chosen 1x1x2" },
			{ who: sunil, first: sunil, changes: [{ call: null, at: 2 }], last: null },
			{ who: null, first: null, changes: [], last: null },
		]);
	});

	it.each([
		["other words", [`Hi ${maya}!`, "Bye dear guest!"]],
		["somebody else", [`Hi ${maya}!`, `Hi ${sunil}!`]],
		["one less", [`Hi ${maya} and ${sunil}!`, `Hi ${maya}!`]],
		["an apology for a name that was never said", [`Hi Chosen 1x1x1${SORRY}!`]],
	])("finds %s", (_, contents) => {
		expect(followPlaces(versions(...contents)).spoilt).not.toEqual([]);
	});
});
