import { translation } from "../translation.ts";

export const zone = translation("zone", {
	described: "{city} ({id}, jetzt {clock}, {offset})",
	utc: "UTC (jetzt {clock})",
	unknown: "{id} (hier nicht bekannt, darum grüße ich ohne sie: Wähle eine große Stadt in deiner Nähe)",
});
