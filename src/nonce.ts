import { createHash } from "node:crypto";

/**
 * The nonce of a message, made of words that no other message has. The same words give the same nonce in every process.
 * 22 characters; Discord takes up to 25.
 */
export function nonceFrom(words: string): string {
	return createHash("sha256").update(words).digest("base64url").slice(0, 22);
}
