/** The platform lists these zones by the names they had before; both are valid. */
const RENAMED: Record<string, string> = {
	"Africa/Asmera": "Africa/Asmara",
	"America/Buenos_Aires": "America/Argentina/Buenos_Aires",
	"America/Catamarca": "America/Argentina/Catamarca",
	"America/Cordoba": "America/Argentina/Cordoba",
	"America/Godthab": "America/Nuuk",
	"America/Indianapolis": "America/Indiana/Indianapolis",
	"America/Jujuy": "America/Argentina/Jujuy",
	"America/Louisville": "America/Kentucky/Louisville",
	"America/Mendoza": "America/Argentina/Mendoza",
	"Asia/Calcutta": "Asia/Kolkata",
	"Asia/Katmandu": "Asia/Kathmandu",
	"Asia/Rangoon": "Asia/Yangon",
	"Asia/Saigon": "Asia/Ho_Chi_Minh",
	"Atlantic/Faeroe": "Atlantic/Faroe",
	"Europe/Kiev": "Europe/Kyiv",
	"Pacific/Enderbury": "Pacific/Kanton",
	"Pacific/Ponape": "Pacific/Pohnpei",
	"Pacific/Truk": "Pacific/Chuuk",
};

/** A zone's name of today. */
export function currentName(id: string): string {
	return RENAMED[id] ?? id;
}

/** The name a zone had before, for those who know it by that. */
export function earlierName(id: string): string | undefined {
	return Object.keys(RENAMED).find((earlier) => RENAMED[earlier] === id);
}

/**
 * The zones many live by, the most first, and what people call their times, summer and winter. Of places that fit as
 * well, those are listed first, in this order. Those without a name are here for countries that are asked back.
 */
export const GREAT_ZONES: Record<string, string> = {
	"Asia/Shanghai": "CST",
	"Asia/Kolkata": "IST",
	"America/New_York": "EST EDT ET Eastern",
	"America/Chicago": "CST CDT CT Central",
	"America/Los_Angeles": "PST PDT PT Pacific",
	"Europe/Berlin": "CET CEST MEZ MESZ",
	"Europe/Paris": "CET CEST",
	"Europe/London": "GMT BST",
	"America/Sao_Paulo": "BRT",
	"Asia/Tokyo": "JST",
	"Asia/Jakarta": "WIB",
	"America/Mexico_City": "CST",
	"Europe/Moscow": "MSK МСК",
	"Europe/Rome": "CET CEST",
	"Europe/Madrid": "CET CEST",
	"Europe/Istanbul": "TRT",
	"Asia/Seoul": "KST",
	"Africa/Lagos": "WAT",
	"Asia/Karachi": "PKT",
	"Asia/Manila": "PHT PST",
	"Africa/Cairo": "EET EEST",
	"Africa/Nairobi": "EAT",
	"Africa/Johannesburg": "SAST",
	"Europe/Warsaw": "CET CEST",
	"Europe/Kyiv": "EET EEST",
	"America/Argentina/Buenos_Aires": "ART",
	"America/Toronto": "EST EDT ET Eastern",
	"America/Denver": "MST MDT MT Mountain",
	"Australia/Sydney": "AEST AEDT",
	"Europe/Amsterdam": "CET CEST",
	"Europe/Athens": "EET EEST",
	"Europe/Lisbon": "WET WEST",
	"Europe/Stockholm": "CET CEST",
	"Europe/Vienna": "CET CEST MEZ MESZ",
	"Europe/Zurich": "CET CEST MEZ MESZ",
	"Asia/Dubai": "GST",
	"Asia/Jerusalem": "IST IDT",
	"Asia/Hong_Kong": "HKT",
	"Asia/Singapore": "SGT",
	"America/Vancouver": "",
	"America/Fortaleza": "",
	"Asia/Yekaterinburg": "",
	"America/Phoenix": "MST",
	"Europe/Helsinki": "EET EEST",
	"Europe/Dublin": "IST GMT",
	"America/Tijuana": "",
	"America/Cancun": "",
	"America/Manaus": "",
	"Asia/Novosibirsk": "",
	"Australia/Brisbane": "AEST",
	"Australia/Perth": "AWST",
	"Australia/Adelaide": "ACST ACDT",
	"Pacific/Auckland": "NZST NZDT",
	"America/Halifax": "AST ADT Atlantic",
	"Pacific/Honolulu": "HST",
	"America/Anchorage": "AKST AKDT AKT",
};

/**
 * Of the countries with several time zones: the one that is meant by the country's name, because the others show the same
 * time or few live there. These are CLDR's primary zones (supplemental data, `primaryZones`), and four more.
 */
export const MAIN_ZONES: Record<string, string> = {
	AR: "America/Argentina/Buenos_Aires",
	CL: "America/Santiago",
	CN: "Asia/Shanghai",
	CY: "Asia/Nicosia",
	DE: "Europe/Berlin",
	EC: "America/Guayaquil",
	ES: "Europe/Madrid",
	GL: "America/Nuuk",
	KZ: "Asia/Almaty",
	MH: "Pacific/Majuro",
	MY: "Asia/Kuala_Lumpur",
	NZ: "Pacific/Auckland",
	PT: "Europe/Lisbon",
	UA: "Europe/Kyiv",
	UZ: "Asia/Tashkent",
};
