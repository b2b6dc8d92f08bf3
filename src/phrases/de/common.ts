import { translation } from "../translation.ts";

export const common = translation("common", {
	more: "{count, number} weitere",
});
