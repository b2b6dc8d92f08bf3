import type { Vocabulary } from "./meanings.ts";

/** Webex's reports. */
export const WEBEX: Vocabulary = {
	en: {
		name: "Display Name",
		first: "First Name",
		last: "Last Name",
		email: "Attendee Email",
		join: "Join Time",
		leave: "Leave Time",
		duration: "Attendance Duration",
		role: "Role",
		title: "Meeting Name",
		starts: "Meeting Start Time",
		ends: "Meeting End Time",
		other: "Session Name|Meeting Number|Connection Type|Device|IP Address",
		panelist: "Cohost",
	},
	de: {
		name: "Anzeigename",
		first: "Vorname",
		last: "Nachname",
		join: "Beitrittszeit",
		role: "Rolle",
		title: "Meeting-Name",
		starts: "Meeting-Startzeit",
		ends: "Meeting-Endzeit",
		other: "Sitzungsname|Verbindungstyp",
	},
};
