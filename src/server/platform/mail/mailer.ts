/** A message of the product itself to one of its users; codes go another way. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** Sends mail. Throws when it could not be handed over, so that it is tried again. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
