import { z } from 'zod'
import { callProvider } from './call-provider.ts'
import type { MessagePrice } from './otp-sender.ts'
import { authorise, messagesUrl, type TwilioAccount } from './twilio-account.ts'

const messageSchema = z.object({
  sid: z.string(),
  status: z.string(),
  /** Negative: money that leaves the account. */
  price: z.string().nullish(),
  price_unit: z.string().nullish(),
})

const pageSchema = z.object({
  messages: z.array(messageSchema),
  next_page_uri: z.string().nullish(),
})

/** What never left Twilio. */
const unsent = new Set(['failed', 'canceled'])

/** Twilio says a price some minutes after the message has ended; before that, nothing is known. */
const toPrice = (message: z.infer<typeof messageSchema>): MessagePrice[] => {
  const { sid: messageId, status, price = null, price_unit } = message
  if (price === null && !unsent.has(status)) return []
  const amount = price?.replace(/^-/, '') ?? null
  return [
    {
      messageId,
      isBilled: amount !== null && Number(amount) !== 0,
      category: null,
      price: amount,
      currency: amount === null ? null : (price_unit?.toUpperCase() ?? null),
    },
  ]
}

/** What Twilio bills for the messages of a day (UTC). Throws when it does not answer. */
export const listTwilioPrices = async (
  account: TwilioAccount,
  day: string,
): Promise<MessagePrice[]> => {
  const prices: MessagePrice[] = []
  const query = new URLSearchParams({ DateSent: day, PageSize: '1000' })
  let url: string | undefined = `${messagesUrl(account)}?${query}`
  while (url !== undefined) {
    const answer = await callProvider(url, { headers: authorise(account) })
    if ('outcome' in answer) throw new Error('Twilio was asked for prices and did not answer')
    if (answer.status !== 200) throw new Error(`Twilio was asked for prices: ${answer.status}`)
    const page = pageSchema.parse(answer.body)
    prices.push(...page.messages.flatMap(toPrice))
    const next = page.next_page_uri
    // The way only: credentials go nowhere but to Twilio.
    url = next ? `${account.baseUrl}${next.replace(/^https?:\/\/[^/]+/, '')}` : undefined
  }
  return prices
}
