import type { Channel } from '#domain/otp/channel.ts'
import { channelLabels } from '#domain/otp/channel.ts'
import { ApiError, type ApiErrorCode, toMessage } from '#web/shared/api-error.ts'

type Sentence = (error: ApiError, channel: Channel) => string

const seconds = (count: number): string =>
  count < 120 ? `${count} seconds` : `${Math.ceil(count / 60)} minutes`

/** What is the matter and what to do, in that order. */
const sentences: Partial<Record<ApiErrorCode, Sentence>> = {
  'otp-invalid-recipient': (_, channel) =>
    channel === 'email'
      ? 'This email address cannot be reached. Go back and correct it.'
      : `${channelLabels[channel]} cannot reach this number. Go back and enter it in international format, for example +62 812 3456 7890.`,
  'otp-insufficient-balance': () =>
    'There is not enough OTP credit, so nothing was sent. Tell your admin to top up the balance.',
  'otp-no-rate': () =>
    'There is no rate for this country, so nothing was sent. Tell your admin, or use another number.',
  'otp-country-not-allowed': () =>
    'Your organisation does not send codes to this country. Tell your admin, or use another number.',
  'otp-channel-not-allowed': (_, channel) =>
    `Your organisation does not send codes by ${channelLabels[channel]}. Tell your admin.`,
  'otp-channel-unavailable': (_, channel) =>
    `${channelLabels[channel]} is not available at the moment, and nothing was charged. Try again in a minute.`,
  'otp-too-many-sends': ({ problem }) =>
    problem?.retryAfter === undefined
      ? 'Too many codes were sent. Wait a while, then try again.'
      : `Too many codes were sent. Try again in ${seconds(problem.retryAfter)}.`,
  'otp-wrong-code': ({ problem }) => {
    const left = problem?.attemptsLeft
    if (left === undefined) return 'Wrong code. Ask the recipient to read it again.'
    return `Wrong code: ${left} ${left === 1 ? 'try' : 'tries'} left. Ask the recipient to read it again.`
  },
  'otp-expired': () => 'The code has expired. Send a new one.',
  'otp-exhausted': () => 'Too many tries with this code. Send a new one.',
  'otp-not-sent': () => 'No code was sent yet. Send one first.',
  offline: () => 'You are offline. Nothing is lost: try again when you are back.',
}

/** What to tell the worker when sending or verifying did not succeed. */
export const toOtpMessage = (error: unknown, channel: Channel): string =>
  error instanceof ApiError
    ? (sentences[error.code]?.(error, channel) ?? error.message)
    : toMessage(error)
