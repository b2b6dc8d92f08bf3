import { writeFileSync } from "node:fs";
import { drawAttendance } from "../../../src/after/picture/draw.ts";
import { phrasesIn } from "../../../src/phrases/phrases.ts";
import { simulatedWebinar } from "./webinar.ts";

// Makes the pictures in docs/ anew; each time the same.

const png = await drawAttendance(simulatedWebinar(87, 4), phrasesIn("en"));
writeFileSync(new URL("../../../docs/attendance.png", import.meta.url), png);
process.stdout.write(`docs/attendance.png: ${png.length} bytes\n`);
