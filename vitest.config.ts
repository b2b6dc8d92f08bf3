import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Node keeps what it has compiled here, for the tests' processes, for those that tests start, and for the next run.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/byname-tests");

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		globalSetup: ["test/setup-databases.ts"],
		// No test comes near these on a quiet machine. They end what hangs, and are out of reach for one that is merely busy.
		testTimeout: 180_000,
		hookTimeout: 180_000,
		// Most tests wait for another process or a socket, so two cores have time for four files.
		maxWorkers: 4,
		// The files of a worker share its process, and load discord.js, the schemas and all else only once: that is a third
		// of the time. So a test leaves nothing behind that another file could find, above all no changed prototype.
		isolate: false,
	},
});
