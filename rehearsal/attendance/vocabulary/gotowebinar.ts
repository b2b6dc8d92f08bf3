import type { Vocabulary } from "./meanings.ts";

/** GoToWebinar's reports. */
export const GOTOWEBINAR: Vocabulary = {
	en: {
		first: "First Name",
		last: "Last Name",
		email: "Email Address",
		attended: "Attended",
		join: "Join Time",
		leave: "Leave Time",
		duration: "In Session Duration*|Time in Session",
		title: "Webinar Name",
		scheduled: "Scheduled Start Date/Time|Scheduled Start",
		opened: "Actual Start Date/Time|Actual Start",
		ends: "Actual End Date/Time|End Date/Time",
		minutes: "Actual Duration (minutes)|Webinar Duration",
		other:
			"Webinar ID|Generated|Registered|Cancelled|Clicked Registration Link|Opened Invitation|Interest Rating|Registration Date/Time|Unsubscribed",
		summary: "General Information",
		attendees: "Session Details",
	},
};
