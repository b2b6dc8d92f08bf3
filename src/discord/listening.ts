import { type Client, Events } from "discord.js";
import type { Command, CommonContext } from "../command.ts";
import type { Observe } from "../fact.ts";
import type { Corrections } from "../guests/corrections.ts";
import type { Wishes } from "../guests/wishes.ts";
import { type PhrasesIn, phrasesIn, phrasesWith } from "../phrases/phrases.ts";
import type { Expectations } from "../rooms/expectations.ts";
import { claim } from "../store/owner.ts";
import { StoreError } from "../store/store-error.ts";
import { clickableOf } from "./clickable.ts";
import { inviteLink } from "./client.ts";
import { watchForTrouble } from "./connect.ts";
import { followGateway } from "./gateway.ts";
import { guardPackets } from "./guard.ts";
import { answerInteractions } from "./interactions.ts";
import { askForPeople, type People } from "./people.ts";
import { registerWhenReady } from "./register.ts";
import { awaitSilenceEnd } from "./silence-end.ts";
import { tellUntold } from "./untold.ts";
import { watchGateway } from "./watch.ts";
import { welcomeServers } from "./welcome.ts";

/** Who is told of what Discord says: what commands reach, and more. */
export interface ListeningContext
	extends Omit<
		CommonContext,
		"changed" | "cue" | "cueOf" | "cueKeptFrom" | "look" | "postSample" | "wishes" | "corrections" | "namesOf"
	> {
	wishes: Pick<Wishes, "changed" | "follow">;
	corrections: Omit<Corrections, "stop">;
	commands: readonly Command[];
	delivery: Pick<CommonContext, "look" | "postSample"> & { takeUp(): void; unpark(serverId: string): void };
	expectations: Pick<Expectations, "hear" | "at" | "atEnd" | "leaveOut">;
	cues: {
		tryAgain(serverId: string): void;
		wake: CommonContext["cue"];
		wordsOf: CommonContext["cueOf"];
		keptFrom: CommonContext["cueKeptFrom"];
	};
	observe: Observe;
	/** What is told once it is ready, besides how many servers there are. */
	about: { version: string; engine: string };
	signal: AbortSignal;
	/** Called with an error that ends Byname. */
	onFatal(error: Error): void;
}

/** Listens to everything that Discord says, and hands it on. Returns who asks it for people, to be stopped in the end. */
export function listen(client: Client, context: ListeningContext): People {
	const { commands, store, rooms, delivery, wishes, corrections, cues, clock, log, observe, signal, onFatal } = context;
	guardPackets(client);
	watchForTrouble(client, { clock, log, signal, onFatal });
	followGateway(client, observe, { onResumed: () => rooms.audit() });
	const people = askForPeople({ client, clock, log });
	const onPermissions = (serverId: string) => {
		delivery.unpark(serverId);
		cues.tryAgain(serverId);
		rooms.audit(serverId);
	};
	watchGateway({
		client,
		clock,
		log,
		people,
		notice: rooms.notice,
		onInterest: context.expectations.hear,
		onPermissions,
	});
	awaitSilenceEnd(client, { clock, signal, onEnd: onPermissions });
	client.on(Events.ChannelDelete, (channel) => {
		if (!channel.isDMBased()) delivery.unpark(channel.guildId); // it may be parked; now it is known to be gone
	});
	const reached = {
		...context,
		look: delivery.look,
		postSample: delivery.postSample,
		cue: cues.wake,
		cueOf: cues.wordsOf,
		cueKeptFrom: cues.keptFrom,
		changed: rooms.audit,
		namesOf: people.namesOf,
	};
	let known = phrasesIn;
	const phrases: PhrasesIn = (locale) => known(locale);
	welcomeServers({ client, store, clock, log, signal, phrasesIn: phrases, changed: rooms.audit });
	answerInteractions(client, commands, reached, phrases, tellUntold(reached));
	client.once(Events.ClientReady, (ready) => greetOperator(ready, context));
	client.once(Events.ClientReady, delivery.takeUp);
	client.once(Events.ClientReady, corrections.takeUp);
	wishes.follow(corrections.review);
	const onRegistered = (ids: ReadonlyMap<string, string>) => {
		known = phrasesWith(clickableOf(commands, ids));
	};
	registerWhenReady(client, commands, { store, clock, log, signal, onRegistered });
	return people;
}

/** Tells whoever runs Byname that it is ready, and makes the database its bot's: only now has Discord said that the token is right. */
function greetOperator(
	{ application, user, guilds }: Client<true>,
	{ store, log, about, onFatal }: ListeningContext,
): void {
	const facts = { ...about, servers: guilds.cache.size };
	log.info(facts, `Byname is ready. To add it to a server: ${inviteLink(application.id)}`);
	claim(store, user.id).catch((err: unknown) => {
		if (err instanceof StoreError) onFatal(err);
		else log.warn({ err }, "whose database this is could not be stored; the next start tries again");
	});
}
