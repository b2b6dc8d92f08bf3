import { buffer } from "node:stream/consumers";
import { unpack } from "./packed.ts";
import { paint } from "./paint.ts";
import { plot } from "./plot.ts";

// A process of its own, which draws one picture and ends: it reads an order from its standard input, and writes a PNG to its
// standard output. Greetings do not wait for it, and its memory goes with it.

const order = unpack(await buffer(process.stdin));
process.stdout.write(await paint(plot(order), order.language));
