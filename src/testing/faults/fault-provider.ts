import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Provider,
  type ProviderReply,
  type ProviderRequest,
  startProvider,
} from '../providers/start-provider.ts'

export const twilioToken = 'the token of a stand-in'
export const metaSecret = 'the secret of a stand-in'

/** What a stand-in did with a message. */
export interface TakenMessage {
  id: string
  provider: 'twilio' | 'whatsapp'
  challengeId: string
  recipient: string
  code: string
  at: number
  /** What it reports of it at last. */
  end: 'delivered' | 'failed'
}

/**
 * Twilio and Meta on a bad day: one stand-in for both that is slow, cuts connections before or after it
 * took a message, answers with 500, 429 and 503, and reports before it answers, twice, and out of
 * order. What it took, it knows; that is the truth that our books are held against.
 */
export interface FaultProvider {
  baseUrl: string
  taken: TakenMessage[]
  /** Waits until all reports have been delivered. */
  finishReports(): Promise<void>
  /** From now on, takes nothing more. */
  close(): void
  stop(): Promise<void>
}

interface Send {
  provider: TakenMessage['provider']
  challengeId: string
  recipient: string
  code: string
}

const readTwilio = (body: string): Send => {
  const form = new URLSearchParams(body)
  return {
    provider: 'twilio',
    challengeId: new URL(form.get('StatusCallback') ?? '').searchParams.get('challenge') ?? '',
    recipient: form.get('To') ?? '',
    code: form.get('Body')?.slice(0, 6) ?? '',
  }
}

const readMeta = (body: string): Send => {
  const message = JSON.parse(body)
  return {
    provider: 'whatsapp',
    challengeId: message.biz_opaque_callback_data,
    recipient: `+${message.to}`,
    code: message.template.components[0].parameters[0].text,
  }
}

interface Report {
  url: string
  body: string
  headers: Record<string, string>
}

const toTwilioReport = (
  publicUrl: string,
  { id, challengeId }: TakenMessage,
  status: string,
): Report => {
  const url = `${publicUrl}/webhooks/twilio?challenge=${challengeId}`
  const form = {
    ErrorCode: status === 'failed' ? '30003' : '',
    MessageSid: id,
    MessageStatus: status,
  }
  const signed = url + Object.entries(form).flat().join('')
  return {
    url,
    body: new URLSearchParams(form).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', twilioToken).update(signed).digest('base64'),
    },
  }
}

const toMetaReport = (
  publicUrl: string,
  { id, challengeId }: TakenMessage,
  status: string,
): Report => {
  const errors = status === 'failed' ? [{ code: 131026 }] : undefined
  const reported = { id, status, biz_opaque_callback_data: challengeId, errors }
  const changes = [{ field: 'messages', value: { statuses: [reported] } }]
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ changes }] })
  const signature = createHmac('sha256', metaSecret).update(body).digest('hex')
  return {
    url: `${publicUrl}/webhooks/whatsapp`,
    body,
    headers: { 'x-hub-signature-256': `sha256=${signature}` },
  }
}

/** Reports until somebody says that it was heard: our process may be dead at the moment. */
const deliver = async ({ url, body, headers }: Report) => {
  for (let tries = 0; tries < 600; tries += 1) {
    const heard = await fetch(url, { method: 'POST', body, headers }).catch(() => undefined)
    if (heard?.ok) return
    if (heard?.status === 403) throw new Error('a report was taken for a forgery')
    await sleep(100)
  }
  throw new Error('nobody heard a report')
}

/** Starts the stand-in; `random` decides what goes wrong. */
export const startFaultProvider = async (
  publicUrl: string,
  random: () => number,
): Promise<FaultProvider> => {
  const taken: TakenMessage[] = []
  const reports: Promise<void>[] = []
  let isClosed = false

  const take = (send: Send): TakenMessage => {
    const id = `${send.provider === 'twilio' ? 'SM' : 'wamid.'}${taken.length}`
    const end = random() < 0.7 ? 'delivered' : 'failed'
    const message: TakenMessage = { ...send, id, at: Date.now(), end }
    taken.push(message)
    return message
  }
  const report = async (message: TakenMessage) => {
    const statuses = ['sent', message.end, ...(random() < 0.3 ? [message.end] : [])]
    if (random() < 0.3) statuses.reverse()
    const write = message.provider === 'twilio' ? toTwilioReport : toMetaReport
    for (const status of statuses) await deliver(write(publicUrl, message, status))
  }
  const accept = (message: TakenMessage): ProviderReply =>
    message.provider === 'twilio'
      ? { status: 201, body: { sid: message.id, status: 'accepted' } }
      : { status: 200, body: { messages: [{ id: message.id }] } }

  const faults: ((send: Send) => Promise<ProviderReply>)[] = [
    async () => 'drop',
    async () => ({ status: 500, body: '<html>' }),
    async () => ({ status: 503, body: '<html>' }),
    async ({ provider }) => ({
      status: 429,
      body: provider === 'twilio' ? { code: 20429 } : { error: { code: 130429 } },
    }),
    async ({ provider }) => ({
      status: 400,
      body: provider === 'twilio' ? { code: 21610 } : { error: { code: 131026 } },
    }),
    async (send) => {
      reports.push(report(take(send)))
      return 'drop'
    },
    async (send) => {
      reports.push(report(take(send)))
      return { status: 500, body: '<html>' }
    },
    async (send) => {
      const message = take(send)
      await sleep(random() * 1_500)
      reports.push(report(message))
      return accept(message)
    },
    // Reports before it answers.
    async (send) => {
      const message = take(send)
      const reporting = report(message)
      reports.push(reporting)
      await Promise.race([reporting.catch(() => {}), sleep(2_000)])
      return accept(message)
    },
  ]
  const listTaken = ({ url }: ProviderRequest): ProviderReply => ({
    status: 200,
    body: {
      messages: taken
        .filter(({ recipient }) => recipient === url.searchParams.get('To'))
        .map(({ id, at }) => ({ sid: id, date_created: new Date(at).toUTCString() })),
    },
  })
  const provider: Provider = await startProvider((request) => {
    if (request.method === 'GET') return listTaken(request)
    if (isClosed) return { status: 503, body: '<html>' }
    const isTwilio = request.url.pathname.endsWith('/Messages.json')
    const send = isTwilio ? readTwilio(request.body) : readMeta(request.body)
    const fault = random() < 0.6 ? faults[Math.floor(random() * faults.length)] : undefined
    if (fault !== undefined) return fault(send)
    const message = take(send)
    reports.push(report(message))
    return accept(message)
  })
  return {
    baseUrl: provider.baseUrl,
    taken,
    async finishReports() {
      await Promise.all(reports)
    },
    close() {
      isClosed = true
    },
    stop: provider.stop,
  }
}
