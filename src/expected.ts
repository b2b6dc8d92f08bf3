/** What is known of who is expected: people or, where Discord does not say who, how many they are. */
export type Expected = { kind: "people"; userIds: ReadonlySet<string> } | { kind: "count"; count: number };
