import { closed, writeClosed } from "../closed.ts";
import type { Language } from "../language.ts";

/** English. Form: you; nothing that needs one or many. */
export const en: Language = {
	tag: "en",
	label: "English",
	english: "English",
	listTag: "en-GB", // "Sunil, Maya and Tom": no comma before "and"
	between: " ",
	hours: { 0: "Good evening", 1: null, 5: "Good morning", 12: "Good afternoon", 18: "Good evening" },
	plainGreeting: "Hello",
	neutralName: "dear guest",
	neutralAmong: "one more guest",
	misnamed: " (sorry I got your name wrong)",
	texts: {
		early: [
			"{greeting}, {name}! You're early, so the best seats are yours. Curtain up {start}.",
			"Come in, {name}, come in! The lights are still warming up. Curtain up {start}.",
			"Nothing has begun without you, {name}! Curtain up {start}.",
			"There you are, {name}! Make yourself at home while we set up. Curtain up {start}.",
			"{greeting}, {name}, and thank you for being early. There's still time for a cup of something. Curtain up {start}.",
		],
		onTime: [
			"{greeting}, {name}! Thanks for joining us.",
			"Welcome, {name}! We were hoping you'd come.",
			"{greeting}, {name}! You're just in time.",
			"Ah, {name}! Now it feels like a proper room.",
			"{greeting}, {name}, and welcome. Make yourself at home.",
			"There you are, {name}! We're glad you're here.",
			"{greeting}, {name}, and welcome{title, select, none {} other { to “{title}”}}.",
		],
		late: [
			"{greeting}, {name}! So glad you made it.",
			"Come in, {name}, come in! We kept you a chair.",
			"One moment, everyone. Welcome, {name}! So glad you're here.",
			"{greeting}, {name}! No need to tiptoe. You're very welcome.",
			"There you are, {name}! It's a better room with you in it.",
			"{greeting}, {name}! Nobody counts minutes here. We're happy you came.",
			"{name}, {greeting}! Thanks for joining us.",
		],
		note: [
			"Here's where we are: {note}",
			"So you can jump right in: {note}",
			"What your neighbour would whisper to you: {note}",
			"In case it helps: {note}",
		],
		returning: [
			"It's good to have you back.",
			"Lovely to see you again.",
			"Your usual seat is free.",
			"We know your name here.",
			"{greeting}, {name}! It's good to have you back.",
			"{visits, plural, =2 {A second time! That makes our day.} =10 {Ten times now! Your name belongs on the wall.} other {Back again, and it never gets old.}}",
		],
		expected: [
			"We were expecting you.",
			"We've been looking forward to seeing you.",
			"We've been keeping an eye on the door for you.",
			"We had a feeling you were on your way.",
		],
		missed: [
			"Sorry I wasn't at the door when you came in. That was my slip.",
			"You came in and nobody said your name. I'm sorry; that one's on me.",
			"My hello comes late, and that's my mistake. I'm sorry.",
			"I owe you a hello: you came in and I missed it. That was my fault.",
		],
		afterHours: closed(
			[
				"{greeting}, {name}! We've closed for now, but come on in.",
				"{greeting}, {name}! The chairs are up, but the door is open. Come on in.",
				"We've gone home, {name}, but the lights are on for you. Come on in.",
				"{greeting}, {name}! Nothing is on right now, and you're welcome all the same.",
			],
			" Next time: {next}",
			" What you missed: {recap}",
		),
		lookBack: [writeClosed({ opening: "{greeting}, {name}!", next: null, recap: " To look back on: {recap}" })],
		thanks: [
			"Thank you for coming, {name}!",
			"Thank you, {name}. It was a better room with you in it.",
			"That's it from us, {name}. Thank you for your time!",
			"Safe travels, {name}, even if it's only to the kitchen. Thank you for coming.",
			"It was good to have you here, {name}. Come back soon!",
		],
	},
};
