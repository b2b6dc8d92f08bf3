import { describe, expect, it } from "vitest";
import { temporaryDatabase } from "../engines.ts";
import { heard } from "../greetings/heard.ts";
import { proxyTo } from "../store/proxy.ts";
import { setOut, timesLogged, until } from "./journey.ts";
import { liveStage } from "./live-stage.ts";

/** A stage that is live in a Byname whose PostgreSQL is behind a line that can swallow, after Maya was greeted there. */
async function stageOverProxy() {
	const proxy = await proxyTo(await temporaryDatabase());
	const journey = await setOut({ databaseUrl: proxy.url });
	const { server, stage } = await liveStage(journey);
	await server.addMember("Maya").joins(stage);
	await stage.nextText();
	await until(() => timesLogged(journey, /^posted$/) === 1);
	const said = () => stage.messages.map(({ content }) => heard(content));
	return { proxy, journey, server, stage, said };
}

const MINUTE = 60_000;

describe("when the line to PostgreSQL swallows what is sent", () => {
	it("over the connections there are, who comes is greeted as soon as it is given up", {
		timeout: MINUTE,
	}, async () => {
		const { proxy, server, stage, said } = await stageOverProxy();
		proxy.swallow();
		await server.addMember("Sunil").joins(stage);
		await until(() => stage.messages.length === 2);
		expect(said()).toEqual(["onTime: Maya", "onTime: Sunil"]);
	});

	it("over every connection, who comes is greeted once it is over", { timeout: MINUTE }, async () => {
		const { proxy, server, stage, said } = await stageOverProxy();
		proxy.swallow();
		proxy.swallowsNew = true;
		const made = proxy.connections;
		await server.addMember("Sunil").joins(stage);
		await until(() => proxy.connections >= made + 3); // it has been tried again in vain
		proxy.swallowsNew = false;
		await until(() => stage.messages.length === 2);
		expect(said()).toEqual(["onTime: Maya", "onTime: Sunil"]);
	});

	it("but only what comes back, who was stored unheard is greeted once", { timeout: MINUTE }, async () => {
		const { proxy, server, stage, said } = await stageOverProxy();
		proxy.swallow("answers");
		await server.addMember("Sunil").joins(stage);
		await until(() => stage.messages.length === 2);
		await server.addMember("Noor").joins(stage);
		await until(() => stage.messages.length === 3);
		expect(said()).toEqual(["onTime: Maya", "onTime: Sunil", "onTime: Noor"]);
	});
});
