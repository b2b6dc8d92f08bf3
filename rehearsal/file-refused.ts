/** A file that somebody gave and that cannot be used; the message is the sentence to show. */
export class FileRefused extends Error {
	override name = "FileRefused";
}
