import { phrase, phrasesIn } from "../../src/phrases/phrases.ts";
import { translation } from "../../src/phrases/translation.ts";

// What the compiler has to refuse: `npm run check` fails where it does not, for then nothing is expected there.
const say = phrasesIn("en");

// @ts-expect-error: there is no such phrase
say("frame.nonsense");
// @ts-expect-error: the number is missing
say("frame.failed");
// @ts-expect-error: a placeholder that the phrase has not
say("frame.failed", { number: "1", name: "Maya" });
// @ts-expect-error: words where words belong, not a count
phrase("frame.failed", { number: 1 });

translation("frame", {
	// @ts-expect-error: English has no such phrase
	nonsense: "Unsinn",
	// @ts-expect-error: the number is lost
	failed: "Das war mein Fehler.",
	// @ts-expect-error: English has no such placeholder
	tooSlow: "Das hat zu lange gedauert, {name}.",
	// @ts-expect-error: English has one phrase here
	restarting: { soon: "Gleich" },
});
translation("session", {
	// @ts-expect-error: English has several phrases here
	start: "Los",
	end: {
		// @ts-expect-error: English has no such phrase
		nonsense: "Unsinn",
	},
});
