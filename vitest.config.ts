import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/chaos/**"], // run by itself: see npm run chaos
		globalSetup: ["test/setup-postgres.ts"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
