import { chooseName, listedName, safeName } from "../src/greetings/names.ts";
import type { NeutralWords } from "./read-post.ts";
import type { SimMember } from "./simulator/member.ts";
import type { MemberDraft, SimServer } from "./simulator/server.ts";

/** A member of the simulated server, and how the room should hear of them. */
export interface InvitedGuest {
	id: string;
	/** As the file or the script has it; not safe to show. */
	name: string;
	/** As it stands in a post: tidied, escaped, or the neutral word. */
	said: string;
	/** The same among others. */
	listed: string;
	member: SimMember;
}

/** Where people are invited to, and what is said there for somebody whose name cannot be shown. */
export interface Invitation {
	server: SimServer;
	neutral: NeutralWords;
}

/** Makes somebody a member of a server under this name. */
export function invite({ server, neutral }: Invitation, name: string, draft: MemberDraft = {}): InvitedGuest {
	const username = `guest${server.members.size}`;
	const member = server.addMember({ username, globalName: name, ...draft });
	const goesBy = chooseName({ nick: member.nick, ...member.user });
	const said = safeName(goesBy);
	const called = said === "" ? neutral : { said, listed: listedName(goesBy, said) };
	return { id: member.id, name, ...called, member };
}
