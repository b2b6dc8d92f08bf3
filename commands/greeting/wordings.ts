import type { TextKey } from "../../src/greetings/texts.ts";

/**
 * Wordings that hosts can start from besides Byname's own, in English; after hours without their endings. They stand in
 * docs/hosts.md as well.
 */
export const WORDINGS: Readonly<Record<TextKey, readonly string[]>> = {
	early: [
		"{greeting}, {name}! The kettle's on, and there is time for a cup. Curtain up {start}.",
		"{greeting}, {name}! The lights are still warming up, and here you are already. The best seat is yours. We begin at {startTime}.",
	],
	onTime: [
		"Ah, {name}! No need to sign in; we know your name here.",
		"{greeting}, {name}! We were hoping you'd come. Make yourself at home.",
		"{greeting}, {name}, and welcome to {title}!{host, select, none {} other { {host} is glad you came.}}",
	],
	late: [
		"{name}, {greeting}! It is a better room with you in it.",
		"Come in, {name}, come in! Nobody counts minutes here, and we kept you a chair.",
		"{name}, perfect timing: we were about to say something worth hearing.",
		"{greeting}, {name}! {minutes, plural, one {A minute} other {# minutes}} in, and still a good moment to arrive.",
	],
	note: ["So that you can jump right in: {note}", "What your neighbour would whisper to you now: {note}"],
	returning: [
		"Welcome back to {server}!",
		"{visits, plural, =2 {You came back! That makes our day.} other {Back again, and we are glad every time.}}",
	],
	expected: [
		"We had you down as coming, and we are glad you did.",
		"We were looking out for you{host, select, none {} other {, {host} most of all}}.",
	],
	missed: [
		"I looked away for a moment, and you slipped in without a hello. That is on me.",
		"You came in and nobody said your name. I am sorry; that was my mistake, and I'd like to mend it.",
	],
	afterHours: [
		"{greeting}, {name}! We're closed, but come on in: the lights are still on.",
		"Nobody is here just now, {name}, and we would have loved to have you.",
	],
	lookBack: [
		"{greeting}, {name}! You were there, so this is for you to keep: {recap}",
		"Back already, {name}? Then look back as well: {recap}",
	],
	thanks: [
		"Thank you, {name}! It was a better hour with you in the room.",
		"Safe travels, {name}, even if it is only to the kitchen.{next, select, none {} other { See you {next}?}}",
		"Thank you for being here, {name}!{recap, select, none {} other { To look back: {recap}}}",
	],
};
