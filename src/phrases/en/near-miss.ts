/** What `/session status` tells of what nearly went wrong: what happened, and what was done about it. */
export const nearMiss = {
	/** When it was, or from when to when. */
	at: "{time}: {what}",
	between: "{first} – {last}: {what}",
	away: "{people, plural, one {# person} other {# people}} came while I was away. I greeted them when I was back.",
	late: "{people, plural, one {# person} other {# people}} heard their name over a minute late. {why}",
	/** Why somebody heard their name late. */
	lateBecause: {
		parked: "I was not let into the channel, and greeted them when I was.",
		behind: "Something held me up.",
		noAnswer: "Discord did not answer. I sent their greeting again until it got through.",
		error: "Discord had trouble of its own. I sent their greeting again until it got through.",
		limited: "Discord asked me to slow down. I sent their greeting again until it got through.",
		stopped: "I was stopped in the middle. I sent their greeting again until it got through.",
		found: "For minutes it was not known whether their greeting had arrived. I looked in the channel: it had.",
		unseen: "For minutes it was not known whether their greeting had arrived. I sent it again.",
	},
	/** A post had to be made again, or be looked for. */
	retried:
		"{why}{times, plural, =1 {} other { That happened # times.}} {doubled, select, maybe {It may stand there twice.} other {Nobody was greeted twice.}}",
	retriedBecause: {
		noAnswer: "Discord did not answer, so I sent the same words again.",
		error: "Discord had trouble of its own, so I sent the same words again.",
		limited: "Discord asked me to slow down, so I sent the same words again.",
		stopped: "I was stopped while I posted, so I sent the same words again.",
		found: "For minutes it was not known whether a post had arrived. I looked in the channel: it had.",
		lost: "For minutes it was not known whether a post had arrived. I looked in the channel: it had not, so I said it anew.",
		unseen:
			"For minutes it was not known whether a post had arrived. I could not look in the channel, so I sent the same words again.",
	},
	/** Discord did not take what was to be said. */
	refused: {
		name: "Discord refused the name of {people, plural, one {# person} other {# people}}; they were greeted without it.",
		words:
			"Discord refused your words for {people, plural, one {# person} other {# people}}; they were greeted in mine. Look at your texts and note with `/greeting preview`.",
		altogether:
			"Discord refused the greeting of {people, plural, one {# person} other {# people}} in any words, so they were not greeted. Say hello to them yourself.",
	},
	/** A channel turned Byname away. */
	parked:
		"{channel} took no posts from me.{times, plural, =1 {} other { That happened # times.}} {is, select, mended {Since {since} I can post again, and I greeted who was waiting.} other {I keep who came, and greet them as soon as I may.}}",
	unsaid:
		"The session was over before I could greet {people, plural, one {# person} other {# people}}. They were not greeted.",
} as const;
