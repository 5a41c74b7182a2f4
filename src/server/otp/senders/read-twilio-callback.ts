import type { MessageStatus } from '#domain/otp/message-status.ts'
import type { WebhookContent } from '../message-report.ts'
import { findTwilioFailure, isBilledByTwilio } from './twilio-errors.ts'

const statuses: Readonly<Record<string, MessageStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

/** Reads a status callback of Twilio: the query of its URL, which is ours, and the form. */
export const readTwilioCallback = (query: string, body: string): WebhookContent => {
  const form = new URLSearchParams(body)
  const messageId = form.get('MessageSid')
  const reported = form.get('MessageStatus') ?? ''
  const status = statuses[reported]
  if (messageId === null || status === undefined) {
    return { reports: [], notices: ['Twilio reported something that is not known.'] }
  }
  const providerCode = form.get('ErrorCode')
  const code = providerCode === null ? null : Number(providerCode)
  const failure = status === 'failed' ? (findTwilioFailure(code ?? 0) ?? 'undeliverable') : null
  const isBilled = reported === 'undelivered' && isBilledByTwilio(reported, code)
  const challengeId = new URLSearchParams(query).get('challenge')
  const report = { messageId, challengeId, status, failure, providerCode, isBilled }
  // Prices come later, and have to be asked for.
  return { reports: [{ ...report, billing: null }], notices: [] }
}
