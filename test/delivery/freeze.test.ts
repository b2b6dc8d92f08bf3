import { expect, it } from "vitest";
import { freezeNext } from "../../src/delivery/freeze.ts";
import { mannerOf, NO_HUNT } from "../../src/delivery/hunt.ts";
import { createPicks } from "../../src/greetings/pick.ts";
import { NO_WISHES } from "../../src/guests/wishes.ts";
import { createProfiles } from "../../src/profiles/profiles.ts";
import { sceneryOf } from "../../src/rooms/scenery.ts";
import { createWorld } from "../../src/rooms/world.ts";
import { insertGreetings } from "../../src/store/greetings.ts";
import { insertSession, updateSession } from "../../src/store/sessions.ts";
import { describeOnBoth, openTestStore } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { stillClock } from "../rooms/room.ts";
import { greetingRow, sessionRow } from "../store/rows.ts";

describeOnBoth("thanks", (engine) => {
	it("say the recap that their host leaves while they are being written", async () => {
		const [store, clock] = [await openTestStore(engine), stillClock()];
		await insertSession(store, sessionRow({ id: "s" }));
		const maya = { session_id: "s", user_id: "1", name: "Maya", occasion: "farewell", kind: "thanks" } as const;
		await insertGreetings(store, [greetingRow(maya)]);
		const message = await freezeNext("room", mannerOf(NO_HUNT, clock.steady()), {
			...{ store, clock, picks: createPicks(() => 0), profiles: createProfiles(store, clock), wishes: { version: 0 } },
			...{ hasLeft: () => false, sceneOf: sceneryOf(createWorld()) },
			async namingIn() {
				await updateSession(store, "s", { recap: "https://example.com/slides" });
				return { wishes: NO_WISHES, names: null, isTaken: () => false };
			},
		});
		expect(heard(message?.body ?? "")).toBe("thanks: Maya\nhttps://example.com/slides");
		expect(message).toMatchObject({ thanked_session_id: "s", recap_button: "Get the recap" });
	});
});
