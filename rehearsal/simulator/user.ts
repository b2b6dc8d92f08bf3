/** A Discord account, the same on every server. */
export interface SimUser {
	id: string;
	username: string;
	globalName: string | null;
	bot: boolean;
}

/** A user as others see them; `bot` is left out for people. */
export function userPayload(user: SimUser) {
	return {
		id: user.id,
		username: user.username,
		discriminator: "0",
		global_name: user.globalName,
		avatar: null,
		...(user.bot && { bot: true }),
		public_flags: 0,
		avatar_decoration_data: null,
	};
}
