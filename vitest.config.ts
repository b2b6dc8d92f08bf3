import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		globalSetup: ["test/setup-databases.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// Most tests wait for another process or a socket, so two cores have time for four files.
		maxWorkers: 4,
		// The files of a worker share its process, and load discord.js, the schemas and all else only once: that is a third
		// of the time. So a test leaves nothing behind that another file could find, above all no changed prototype.
		isolate: false,
	},
});
