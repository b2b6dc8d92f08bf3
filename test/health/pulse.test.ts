import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Runs a process that guards its event loop, looking every 20 ms, and then does this. */
async function guarded(
	then: string,
	{ deaf = false } = {},
): Promise<{ code: number | null; signal: string | null; said: string }> {
	const script = `
		import { guardEventLoop } from ${JSON.stringify(resolve("src/health/pulse.ts"))};
		guardEventLoop((error) => { throw error; }, { lookEveryMs: 20, looks: 25 });
		${then}`;
	const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
	if (deaf) child.stderr.destroy();
	let said = "";
	child.stderr.on("data", (data) => (said += data));
	const [code, signal] = await once(child, "close");
	return { code, signal, said };
}

describe("guardEventLoop", () => {
	it("kills a process whose event loop stands still, and says so", async () => {
		const { signal, said } = await guarded("setTimeout(() => { for (;;); }, 200);");
		expect(signal).toBe("SIGKILL");
		expect(said).toMatch(/event loop has stood still for 0\.5 s/);
	});

	it("kills it also when nobody reads what it says", async () => {
		const { signal } = await guarded("setTimeout(() => { for (;;); }, 200);", { deaf: true });
		expect(signal).toBe("SIGKILL");
	});

	it("lets a process live on whose event loop turns, and end when it likes", async () => {
		const { code, said } = await guarded("setTimeout(() => undefined, 2_000);");
		expect({ code, said }).toEqual({ code: 0, said: "" });
	});
});
