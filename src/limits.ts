// What Discord allows, each number with its source below https://docs.discord.com/developers. Lengths are in characters;
// whoever measures in UTF-16 units measures at least as strictly.

/** A message's `content` (resources/message#create-message). */
export const LONGEST_CONTENT = 2_000;
/** All text of a message made of components (components/reference#text-display). */
export const LONGEST_LAYOUT = 4_000;
/** The components of a message, nested ones counted (components/reference#legacy-message-component-behavior). */
export const MOST_COMPONENTS = 40;
/** The rows of a message that is not made of components alone (components/reference#legacy-message-component-behavior). */
export const MOST_ROWS = 5;
/** The buttons of a row (components/reference#action-row). */
export const MOST_BUTTONS = 5;
/** A message's files (reference#uploading-files). */
export const MOST_FILES = 10;
/** A file, where a server has no larger limit; the interaction tells its own (interactions/receiving-and-responding#interaction-object). */
export const SMALLEST_FILE_LIMIT = 10 * 1024 * 1024;
/** A form's title, its parts, and what is typed into one of its fields (components/reference#text-input). */
export const LONGEST_FORM_TITLE = 45;
export const MOST_FORM_PARTS = 5;
export const LONGEST_TYPED = 4_000;
/** What can be chosen in a select menu, its options counted (components/reference#role-select). */
export const MOST_SELECTED = 25;
/** What a button says; what an option of a menu says may be longer (components/reference#button). */
export const LONGEST_LABEL = 80;
/** The custom id of a component or form (components/reference#anatomy-of-a-component-custom-id). */
export const LONGEST_CUSTOM_ID = 100;
/** A message's nonce (resources/message#create-message). */
export const LONGEST_NONCE = 25;

/** Choices for an option, as they are suggested while somebody types (interactions/application-commands#autocomplete). */
export const MOST_SUGGESTIONS = 25;
/** A choice's name, and its value (interactions/application-commands#application-command-object-application-command-option-choice-structure). */
export const LONGEST_CHOICE = 100;
/** How soon an interaction has to have its first answer (interactions/receiving-and-responding#interaction-callback). */
export const ANSWER_WITHIN_MS = 3_000;

/** A stage's topic (resources/stage-instance); an event's name is shorter (resources/guild-scheduled-event). */
export const LONGEST_STAGE_TOPIC = 120;
/** A server's name (resources/guild). */
export const LONGEST_SERVER_NAME = 100;
/** A nickname, display name or username (resources/user#usernames-and-nicknames). */
export const LONGEST_MEMBER_NAME = 32;

/** A bot's requests of all kinds (topics/rate-limits#global-rate-limit). */
export const MOST_REQUESTS_PER_SECOND = 50;
/** The messages of a channel that one request reads (resources/message#get-channel-messages). */
export const MOST_MESSAGES_READ = 100;
