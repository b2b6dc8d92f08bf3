import { setPriority } from "node:os";
import { buffer } from "node:stream/consumers";
import { unpack } from "./packed.ts";
import { paint } from "./paint.ts";
import { plot } from "./plot.ts";

// A process of its own, which draws one picture and ends: it reads an order from its standard input, and writes a PNG to its
// standard output. Greetings do not wait for it, and its memory goes with it.

/** A third of what a greeting gets where both want a core; much less, and a busy machine would draw for longer than anybody waits. */
const BEHIND_GREETINGS = 4;

setPriority(BEHIND_GREETINGS);
const order = unpack(await buffer(process.stdin));
process.stdout.write(await paint(plot(order), order.language));
