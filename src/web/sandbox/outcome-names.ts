import type { SandboxOutcome } from '#contract/sandbox-contract.ts'

/** What can become of a message, in the words of the screen. */
export const outcomeNames: Record<SandboxOutcome, string> = {
  delivered: 'Delivered',
  undeliverable: 'Undeliverable',
  'not-on-whatsapp': 'Not on WhatsApp',
  slow: 'Slow',
  'provider-down': 'Provider down',
}
