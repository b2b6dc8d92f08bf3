import type { Journey } from "../journeys/journey.ts";
import { until } from "../journeys/journey.ts";

/** Health on a free port of this machine. */
export const FREE_PORT = { host: "127.0.0.1", port: 0 };

/** The port at which Byname tells its health, once it does. */
export async function portOf(journey: Journey): Promise<number> {
	const told = () => journey.log.findLast(({ msg }) => /^health is told/.test(String(msg)));
	await until(() => told() !== undefined);
	return Number(told()?.port);
}

/** Asks Byname's health something. */
export async function ask(journey: Journey, path: string, method = "GET"): Promise<{ status: number; body: string }> {
	const response = await fetch(`http://127.0.0.1:${await portOf(journey)}${path}`, { method });
	return { status: response.status, body: await response.text() };
}

/** The samples in Prometheus's text, by name and labels. */
export async function metricsOf(journey: Journey): Promise<Map<string, number>> {
	const { body } = await ask(journey, "/metrics");
	const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
	return new Map(
		lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
	);
}

/** Resolves when Byname is ready. */
export async function readied(journey: Journey): Promise<void> {
	await until(async () => (await ask(journey, "/readyz")).status === 200);
}
