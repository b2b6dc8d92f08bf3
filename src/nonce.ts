import { createHash } from "node:crypto";

/**
 * The nonce of a message, from words that tell it from all others: the same for whoever chooses the same words, in another
 * process too. 22 characters; Discord takes up to 25.
 */
export function nonceFrom(words: string): string {
	return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}
