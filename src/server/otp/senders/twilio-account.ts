/** An account with Twilio, and what its messages come from. */
export interface TwilioAccount {
  /** `https://api.twilio.com`, or a stand-in. */
  baseUrl: string
  accountSid: string
  /** The account and its token, or an API key and its secret. */
  credentials: { user: string; password: string }
  from: { messagingServiceSid: string } | { number: string }
  /** Where Twilio reports what becomes of a message. */
  callbackUrl: string
}

export const messagesUrl = ({ baseUrl, accountSid }: TwilioAccount): string =>
  `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`

export const authorise = ({ credentials: { user, password } }: TwilioAccount) => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
})
