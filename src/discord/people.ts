import { type Client, type REST, Routes } from "discord.js";
import type { Logger } from "pino";
import { backoff } from "../backoff.ts";
import type { Clock } from "../clock.ts";
import type { AskMemberNames } from "../member-names.ts";
import type { Person } from "../rooms/view.ts";
import { memberRequests, NO_MEMBER } from "./member-requests.ts";
import type { Unnamed } from "./member-round.ts";
import { member, personOf, user } from "./parts.ts";

export interface PeopleContext {
	client: Client;
	clock: Clock;
	log: Logger;
}

/** Asks Discord who somebody is when a packet does not say. */
export interface People {
	/**
	 * Who somebody is, and whether they are a bot: as a member of the server, else as a user. Never rejects; a person whom
	 * nobody can name comes back without a name and is greeted with a neutral word. Unless it is urgent, those who wait to
	 * be greeted come first.
	 */
	whoIs(serverId: string, userId: string, isUrgent?: boolean): Promise<Person>;
	/**
	 * Asks again for somebody whom nobody could name, less and less often, until somebody can. Null once `isWanted` no longer
	 * holds, or when it is stopped. Never rejects.
	 */
	askAgain(serverId: string, userId: string, isWanted: () => boolean): Promise<Person | null>;
	/** What members of a server go by there, from the gateway alone. */
	namesOf: AskMemberNames;
	/** Asks no more. Whoever is still asked for comes back without a name. */
	stop(): void;
}

/** Asks over the gateway, where one request names many, and one by one for those whom it does not name. */
export function askForPeople({ client, clock, log }: PeopleContext): People {
	const stopping = new AbortController();
	const { signal } = stopping;
	const requests = memberRequests({ client, clock, log, signal });
	/** What is being asked, by server and user. */
	const asked = new Map<string, Promise<Person>>();

	async function ask(unnamed: Unnamed): Promise<Person> {
		const { serverId, userId } = unnamed;
		const told = await requests.request(unnamed);
		return (told === NO_MEMBER ? null : told) ?? (await lookUp(serverId, userId)) ?? nameless(userId);
	}

	async function lookUp(serverId: string, userId: string): Promise<Person | null> {
		if (signal.aborted) return null;
		const ended = new AbortController(); // one for each: @discordjs/rest 2.6 never lets go of a signal
		const end = () => ended.abort();
		signal.addEventListener("abort", end);
		const person = await lookUpPerson(client.rest, log, { serverId, userId, signal: ended.signal });
		signal.removeEventListener("abort", end);
		return person;
	}

	function whoIs(serverId: string, userId: string, isUrgent = true): Promise<Person> {
		const key = `${serverId} ${userId}`;
		const pending = asked.get(key);
		if (pending && isUrgent) requests.hurry(serverId, userId);
		const answer = pending ?? ask({ serverId, userId, isUrgent }).finally(() => asked.delete(key));
		asked.set(key, answer);
		return answer;
	}

	return {
		whoIs,
		async askAgain(serverId, userId, isWanted) {
			for (let failures = 1; ; failures++) {
				await clock.sleep(backoff(failures, ASKED_AGAIN), signal);
				if (signal.aborted || !isWanted()) return null;
				const person = await whoIs(serverId, userId, false);
				if (!isNameless(person)) return person;
			}
		},
		async namesOf(serverId, userIds) {
			const names = new Map<string, string | null>();
			const hear = async (userId: string) => {
				const told = await requests.request({ serverId, userId, isUrgent: false });
				if (told !== null) names.set(userId, told === NO_MEMBER ? null : told.name);
			};
			await Promise.all(userIds.map(hear));
			return names;
		},
		stop: () => stopping.abort(),
	};
}

const ASKED_AGAIN = { first: 30_000, longest: 10 * 60_000 };

function nameless(id: string): Person {
	return { id, name: "", bot: false };
}

/** Whether nobody could tell who somebody is. */
export function isNameless({ name, bot }: Person): boolean {
	return name === "" && !bot;
}

/** Asks for the member, then for the user; null when neither can be had. Never rejects. */
async function lookUpPerson(
	rest: REST,
	log: Logger,
	{ serverId, userId, signal }: { serverId: string; userId: string; signal: AbortSignal },
): Promise<Person | null> {
	const ids = { server: serverId, user: userId };
	try {
		return personOf(member.parse(await rest.get(Routes.guildMember(serverId, userId), { signal })));
	} catch (err) {
		log.debug({ err, ...ids }, "not to be found as a member; asking for the user");
	}
	try {
		return personOf({ user: user.parse(await rest.get(Routes.user(userId), { signal })) });
	} catch (err) {
		if (!signal.aborted) log.warn({ err, ...ids }, "nobody could tell this person's name");
		return null;
	}
}
