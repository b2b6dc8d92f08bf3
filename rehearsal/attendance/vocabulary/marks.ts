/** Pronouns that people put in brackets behind their names. */
export const PRONOUNS =
	"she her hers he him his they them theirs ze zir xe xem any ask elle il iel lui ella él ellos sie er ihr ihm ela ele lei lei hen hon han";

/** What exports and people write where there is no value. */
export const NOTHING =
	"- -- --- – — ? n/a na n.a. #n/a n/d nan nat nil none null undefined unknown unbekannt inconnu desconocido sconosciuto k.a. tbd";

/** What exports write where somebody had not left when the list was made. */
export const STILL_THERE =
	/^(still\b.*|in (the )?(meeting|call|progress|session)|ongoing|active|connected|online|present|now|current(ly)?\b.*|not left( yet)?|has not left|en cours|noch (da|dabei|in der besprechung)|anwesend|presente)$/i;
