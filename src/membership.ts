/** Whether Byname is in a server. It is in one that is merely unavailable for a while; what is not known is not guessed. */
export type Membership = "in" | "removed" | "unknown";
