/** By user id, what members of a server go by there, unescaped; null for who is no member (any more). Whom it leaves out, nobody has told. */
export type MemberNames = ReadonlyMap<string, string | null>;

/** Asks Discord what people go by on a server, up to 100 at a time; who waits to be greeted comes first. Never rejects. */
export type AskMemberNames = (serverId: string, userIds: readonly string[]) => Promise<MemberNames>;

/** So many names one request asks for (events/gateway-events#request-guild-members). */
export const MOST_NAMES_ASKED = 100;
