/** The package has schemas in plain JavaScript; these are the ones used here. */
declare module "discord-api-spec/zod" {
	type Schema = import("zod/mini").ZodMiniType;
	export const MessageCreateRequestSchema: Schema;
	export const MessageEditRequestPartialSchema: Schema;
	export const ApplicationCommandCreateRequestSchema: Schema;
	export const CreateMessageInteractionCallbackRequestSchema: Schema;
	export const UpdateMessageInteractionCallbackRequestSchema: Schema;
	export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema;
	export const ModalInteractionCallbackRequestSchema: Schema;
	export const IncomingWebhookUpdateRequestPartialSchema: Schema;
	export const IncomingWebhookRequestPartialSchema: Schema;
}
