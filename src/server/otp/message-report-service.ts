import type { MessageStatus } from '#domain/otp/message-status.ts'
import type { Context } from '#server/platform/context.ts'
import type { Logger } from '#server/platform/logger.ts'
import { hastenBackup } from './backup-repo.ts'
import { failDelivered, settleAccepted } from './delivery-repo.ts'
import { keepPrices } from './message-price-service.ts'
import type { MessageReport, WebhookContent } from './message-report.ts'
import { advanceMessages, listReportedAcrossOrgs } from './message-report-repo.ts'
import { readTwilioCallback } from './senders/read-twilio-callback.ts'
import { readWhatsappWebhook } from './senders/read-whatsapp-webhook.ts'

export type WebhookProvider = 'twilio' | 'whatsapp'

/** What a provider said, as it came. */
export interface ProviderWebhook {
  provider: WebhookProvider
  /** Of the URL that it was sent to. */
  query: string
  body: string
}

const read = ({ provider, query, body }: ProviderWebhook): WebhookContent =>
  provider === 'twilio' ? readTwilioCallback(query, body) : readWhatsappWebhook(body)

type KnownReport = MessageReport & { challengeId: string }

/** Reports about our own messages; one that is not is logged and forgotten. */
const findOwn = async (
  { db }: Context,
  logger: Logger,
  reports: readonly MessageReport[],
): Promise<{ own: KnownReport[]; isUnsettled: ReadonlySet<string> }> => {
  const ids = reports.flatMap(({ challengeId }) => challengeId ?? [])
  const known = new Map((await listReportedAcrossOrgs(db, ids)).map((row) => [row.id, row]))
  const own = reports.filter((report): report is KnownReport => {
    const challenge = known.get(report.challengeId ?? '')
    const isOwn =
      challenge !== undefined && [null, report.messageId].includes(challenge.providerMessageId)
    if (!isOwn) logger.warn({ messageId: report.messageId }, 'a report about an unknown message')
    return isOwn
  })
  const unsettled = [...known.values()].filter((row) => row.providerMessageId === null)
  return { own, isUnsettled: new Set(unsettled.map(({ id }) => id)) }
}

/** A message that is reported on was taken: also where our question got no answer, or not yet. */
const settleTaken = async ({ db, clock, newId }: Context, reports: readonly KnownReport[]) => {
  const messageIds = new Map(reports.map((report) => [report.challengeId, report.messageId]))
  for (const [challengeId, providerMessageId] of messageIds) {
    // The job that waits for the answer finds it settled, and goes.
    const settlement = { challengeId, entryId: newId(), jobId: '', now: clock.now() }
    await settleAccepted(db, { ...settlement, providerMessageId })
  }
}

const fail = async ({ db, clock, newId }: Context, report: KnownReport) => {
  const { challengeId, failure, providerCode, isBilled } = report
  const now = clock.now()
  const settlement = { challengeId, entryId: newId(), now, providerCode, isBilled }
  await failDelivered(db, { ...settlement, failure: failure ?? 'undeliverable' })
  await hastenBackup(db, challengeId, now)
}

/**
 * Takes what providers said of our messages. Each step is harmless to repeat and each status of a
 * message counts once, in whatever order and however often the reports come.
 */
export const applyWebhooks = async (
  context: Context,
  logger: Logger,
  webhooks: readonly ProviderWebhook[],
): Promise<void> => {
  const contents = webhooks.map(read)
  for (const notice of contents.flatMap(({ notices }) => notices)) logger.warn({}, notice)
  const reports = contents.flatMap((content) => content.reports)
  if (reports.length === 0) return
  const { own, isUnsettled } = await findOwn(context, logger, reports)
  await settleTaken(
    context,
    own.filter(({ challengeId }) => isUnsettled.has(challengeId)),
  )
  const now = context.clock.now()
  const idsOf = (wanted: MessageStatus) =>
    own.flatMap(({ status, challengeId }) => (status === wanted ? challengeId : []))
  await advanceMessages(context.db, 'sent', idsOf('sent'), now)
  // Whichever final word came first, counts.
  const finals = own.filter(({ status }) => status === 'failed' || status === 'delivered')
  const first = new Map(finals.toReversed().map((report) => [report.challengeId, report]))
  const delivered = [...first.values()].filter(({ status }) => status === 'delivered')
  await advanceMessages(
    context.db,
    'delivered',
    delivered.map(({ challengeId }) => challengeId),
    now,
  )
  for (const report of first.values()) if (report.status === 'failed') await fail(context, report)
  await advanceMessages(context.db, 'read', idsOf('read'), now)
  await keepPrices(
    context,
    own.flatMap(({ challengeId, billing }) => (billing ? [{ challengeId, ...billing }] : [])),
  )
}
