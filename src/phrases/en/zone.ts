/** A time zone, as it is suggested and shown. */
export const zone = {
	described: "{city} ({id}, now {clock}, {offset})",
	utc: "UTC (now {clock})",
	unknown: "{id} (not known here, so I greet without it: choose a large city near you)",
} as const;
