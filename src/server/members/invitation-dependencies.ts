import type { Mailer } from '#server/platform/mail/mailer.ts'

/** What inviting people needs besides the context. */
export interface InvitationDependencies {
  hashPassword(password: string): Promise<string>
  /** Nothing where no mail server is set up: then the link is handed over by who invites. */
  mailer: Mailer | undefined
  /** Where people reach us: the beginning of links. */
  address: string
}
