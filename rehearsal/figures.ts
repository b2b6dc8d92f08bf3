import type { Summary } from "./happening.ts";
import { spanOf } from "./stamp.ts";

/** One line of the summary. */
export interface Figure {
	label: string;
	figure: string;
	comment: string;
	good: boolean;
}

/** The number with its noun. */
export function counted(many: number, one: string, more = `${one}s`): string {
	return `${many} ${many === 1 ? one : more}`;
}

/** What a rehearsal came to, line by line. */
export function figuresOf(summary: Summary): Figure[] {
	const { arrivals, greeted, notGreeted, duplicates, strangers, unread, delayMs, rateLimited, errors } = summary;
	const line = (label: string, figure: number | string, comment = "", good = true) => {
		return { label, figure: String(figure), comment, good };
	};
	return [
		line("Arrivals", arrivals, arrivalsIn(summary)),
		line("Greeted", greeted, greetedIn(summary), greeted === arrivals),
		...(notGreeted.length > 0
			? [line("Not greeted", notGreeted.length, listed(notGreeted.map(({ name }) => name)), false)]
			: []),
		line("Posts", summary.posts, postsIn(summary)),
		line("Duplicates", duplicates.length, duplicates.length > 0 ? listed(duplicates) : "", duplicates.length === 0),
		...(delayMs ? [line("Delay", spanOf(delayMs.median), delaysIn(summary, delayMs.worst))] : []),
		line("By mistake", strangers.length, othersIn(summary), strangers.length === 0),
		line("429s", rateLimited, rateLimited > 0 ? "times Discord said: too many requests" : "", rateLimited === 0),
		...(unread.length > 0 ? [line("Unknown", unread.length, `lines in the room: ${listed(unread)}`, false)] : []),
		...(errors > 0 ? [line("Errors", errors, "of Byname's, see above", false)] : []),
	];
}

function arrivalsIn({ returns, whileAway }: Summary): string {
	return sentence([
		returns > 0 && `and ${counted(returns, "return")}`,
		whileAway > 0 && `${whileAway} while Byname was away`,
	]);
}

function greetedIn({ moments, welcomedBack }: Summary): string {
	return sentence([
		moments.early > 0 && `${moments.early} early`,
		moments.onTime > 0 && `${moments.onTime} on time`,
		moments.late > 0 && `${moments.late} late`,
		welcomedBack > 0 && `${welcomedBack} welcomed back`,
	]);
}

function postsIn({ thanksPosts, thanked, toThank }: Summary): string {
	if (toThank === 0) return "";
	return `and ${thanksPosts} that thanked ${thanked} of the ${toThank} who stayed to the end`;
}

function delaysIn({ whileAway }: Summary, worst: number): string {
	return sentence([`median; worst ${spanOf(worst)}`, whileAway > 0 && `not counting who came while Byname was away`]);
}

function othersIn({ strangers, noShows, staff }: Summary): string {
	if (strangers.length > 0) return `greeted without having come as an attendee: ${listed(strangers)}`;
	const others = [
		noShows > 0 && counted(noShows, "no-show"),
		staff > 0 && counted(staff, "host or panelist", "hosts and panelists"),
	];
	return others.some(Boolean) ? `of ${sentence(others, " and ")} greeted` : "";
}

const MOST_LISTED = 10;

function listed(names: readonly string[]): string {
	const shown = names.slice(0, MOST_LISTED).join(", ");
	return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}

function sentence(parts: (string | false)[], between = ", "): string {
	return parts.filter(Boolean).join(between);
}
