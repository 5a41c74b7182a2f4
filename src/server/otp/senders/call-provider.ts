import { second } from '#domain/shared/clock.ts'
import { type Refusal, refused, type SendOutcome } from './otp-sender.ts'

/** What a provider answered: the status, and the body as JSON; `undefined` where it is none. */
export interface ProviderAnswer {
  status: number
  body: unknown
}

const timeLimit = 20 * second

const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Whether an error of the system says that a connection was never made, so nothing was handed over. */
export const wasNeverConnected = (code: string | undefined): boolean =>
  code !== undefined && notConnected.has(code)

const findCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const { code } = error as Error & { code?: unknown }
  return typeof code === 'string' ? code : findCode(error.cause)
}

/**
 * Asks a provider, for 20 s at most. Answers what it said, or what the lack of an answer means: it was
 * never reached, or it is not known what it did.
 */
export const callProvider = async (
  url: string,
  request: RequestInit,
): Promise<ProviderAnswer | Extract<SendOutcome, { outcome: 'refused' | 'unknown' }>> => {
  try {
    const signal = AbortSignal.timeout(timeLimit)
    const response = await fetch(url, { ...request, signal, redirect: 'error' })
    const text = await response.text()
    return { status: response.status, body: parseJson(text) }
  } catch (error) {
    const code = findCode(error)
    if (wasNeverConnected(code)) return refused('provider-down', code ?? null)
    return { outcome: 'unknown', reason: code ?? (error instanceof Error ? error.name : 'unknown') }
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What a refusal means whose error code tells nothing: by its HTTP status alone. After a 5xx it is not
 * known whether the message was taken, but for 503, by which a server says that it did nothing.
 */
export const judgeStatus = (
  status: number,
  providerCode: string | null,
): Refusal | Extract<SendOutcome, { outcome: 'unknown' }> => {
  if (status === 429) return refused('provider-busy', providerCode)
  if (status === 503) return refused('provider-down', providerCode)
  if (status >= 500) return { outcome: 'unknown', reason: `HTTP ${status}` }
  if (status === 401) return refused('sender-unauthorised', providerCode)
  if (status === 403) return refused('sender-forbidden', providerCode)
  return refused('message-refused', providerCode)
}
