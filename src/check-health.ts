import { type Address, ConfigError, healthAddress } from "./config.ts";
import { readEnvironment } from "./environment.ts";

/** Docker gives it a second more. */
const WITHIN_MS = 4_000;

/** Where to ask at from this machine: what listens everywhere listens here as well. */
function urlOf({ host, port }: Address): string {
	if (host === "0.0.0.0") return `http://127.0.0.1:${port}/healthz`;
	return `http://${host.includes(":") ? `[${host === "::" ? "::1" : host}]` : host}:${port}/healthz`;
}

/** What is wrong with the Byname that runs here with the same settings; null for nothing. */
async function troubleWithByname(): Promise<string | null> {
	const address = healthAddress(readEnvironment());
	if (!address) return "HEALTH_PORT is blank, so nobody can tell whether Byname is well. Give it a port.";
	const answer = await fetch(urlOf(address), { signal: AbortSignal.timeout(WITHIN_MS) });
	return answer.ok ? null : `Byname answers with ${answer.status}.`;
}

// A program of its own, for the image's health check: it ends with 0 when Byname is alive, else with 1.
const trouble = await troubleWithByname().catch((error: unknown) =>
	error instanceof ConfigError ? error.message : "Byname does not answer.",
);
if (trouble) process.stderr.write(`${trouble}\n`);
process.exit(trouble ? 1 : 0);
