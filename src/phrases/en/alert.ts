/** What tells a host of trouble that they have not asked about. */
export const alert = {
	/** To a host where others may read along. */
	to: "{host}: {words}",
	parked: {
		on: "I cannot greet your guests in {channel}. {trouble}\nI keep who came: everyone is greeted as soon as I may post there, while the session is on.",
		over: "I cannot greet your guests in {channel}. {trouble}\nThe session is over. Please mend this before the next one.",
	},
	/** All that is known of the trouble. */
	turnedAway: "Discord turned my last post away.",
	unsaid:
		"Some of your guests were to be greeted in {channel} and never heard their names: the session was over before Discord took my posts. I am sorry. `/session status` says how many they were and what was in the way.",
	/** Once for each server, before anything is erased because it is old. */
	retention:
		"From {from} on I erase, once a day, what I have stored of sessions that ended more than {days, plural, one {# day} other {# days}} ago: who came and when, and how they were greeted. Whoever has not been here since then is greeted as for the first time. Settings and texts stay. `/server set retention` keeps it for longer or shorter, and `/server show` says what holds.",
	cue: "Your cue stays away from where you want it. {fault}\nMend that, and it comes back; or choose another place with `/host set cue-in`.",
	cueDirect:
		"Your cue stays away: Discord does not let me write to you. Allow direct messages from members of this server (right-click the server → Privacy Settings), and it comes with your next session; or choose a channel with `/host set cue-in`, and it comes at once.",
	cueWords:
		"Your cue stays away: Discord refuses its words, even without names. The session's title may be why; give it another one, and the cue comes with your next session.",
} as const;
