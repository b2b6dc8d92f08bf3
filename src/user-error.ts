/** Something the person can do something about: the text is shown to them as it is, and says what to do. */
export class UserError extends Error {
	override name = "UserError";
}
