/** How long Discord finds a text: an emoji is one character, not two as in UTF-16. */
export function charactersIn(text: string): number {
	return [...text].length;
}
