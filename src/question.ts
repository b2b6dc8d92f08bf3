import type { Outcome } from "./outcome.ts";

/** What one member is asked where others can read it, with a button to answer. */
export interface Question {
	channelId: string;
	/** Pings that member, and nobody else. */
	content: string;
	memberId: string;
	button: { label: string; customId: string };
	/** At most 25 characters; Discord makes no second message for a nonce it has just seen. */
	nonce: string;
}

/** Posts a question once. Resolves with what became of it, null while no more requests leave; never rejects. */
export type AskMember = (question: Question) => Promise<Outcome | null>;
