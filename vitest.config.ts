import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		globalSetup: ["test/setup-postgres.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// Most tests wait for another process or a socket, so two cores have time for four files.
		maxWorkers: 4,
	},
});
