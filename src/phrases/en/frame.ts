/** What is said around all commands: who may use them, and what went wrong. */
export const frame = {
	outsideServers: "I work on servers only. Please use this on a server that I am on.",
	notShown:
		"Discord has not shown me this server yet, so I cannot do that now. Please try again in a minute. If it stays so, somebody with *Manage Server* can remove me and add me again.",
	outdated: "I do not know that any more; it may be from an older version of me. Please use the command again.",
	tooSlow: "That took too long to open. Please try again.",
	failed:
		"That did not work, and it was my fault. Nothing was lost; please try again. If it keeps happening, tell whoever runs Byname this number: {number}",
	restarting: "I am being restarted. Please try again in a moment.",
	forManagers: "Only people with the permission *Manage Server* can do this. Please ask one of them.",
	forHosts:
		"This is for hosts: people with the permission *Manage Events* or *Manage Server*, or with a host role. Someone with *Manage Server* can make you a host with `/server set host-roles`.",
	/** In direct messages, to who has left the server that it is about; and where nobody can tell. */
	noMember: "You are not on that server any more, so I show and change nothing of what was held there.",
	memberUntold:
		"Discord does not tell me at the moment whether you are still on that server. Please try again in a minute.",
} as const;
