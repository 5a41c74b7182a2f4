import type { ProblemDetails } from '#contract/problem-details.ts'
import { toWords } from '#domain/shared/to-words.ts'

/** A code of the API's, or one that only a client can know. */
export type ApiErrorCode = ProblemDetails['code'] | 'offline' | 'unreadable'

/** An answer that is not a success, or no answer at all. `message` is a sentence for people. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ApiErrorCode
  /** 0 when there was no answer. */
  readonly status: number
  /** What the server said; null when it said nothing that can be read. */
  readonly problem: ProblemDetails | null

  constructor(code: ApiErrorCode, status: number, message: string, problem: ProblemDetails | null) {
    super(message)
    this.code = code
    this.status = status
    this.problem = problem
  }
}

/** No answer: no network, or the server is down. */
export const offlineError = (): ApiError =>
  new ApiError(
    'offline',
    0,
    'No connection. Nothing is lost: try again when you are back online.',
    null,
  )

/** No network, or the server is in trouble: the same may succeed later. */
export const isTemporary = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500)

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

/** Reads what an unsuccessful response says; one without problem details becomes `unreadable`. */
export const toApiError = async (
  response: Pick<Response, 'status' | 'text'>,
): Promise<ApiError> => {
  const text = await response.text().catch(() => '')
  const body = parseJson(text)
  if (isProblem(body)) return new ApiError(body.code, response.status, body.detail, body)
  const message = `The server gave an answer that cannot be read (${response.status}). Try again.`
  return new ApiError('unreadable', response.status, message, null)
}

/** What the API says about one field, as a sentence. */
export const toSentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`

/** A fault with the name of its field: `body.rules.2.dailyCap` is "Daily cap". */
const describeFault = ({ path, message }: { path: string; message: string }): string => {
  const [, ...steps] = path.split('.')
  const name = steps.findLast((step) => !/^\d+$/.test(step))
  return toSentence(name === undefined ? message : `${toWords(name)}: ${message}`)
}

/** So many faults of a request are told at once. */
const mostTold = 3

/** What to tell people about anything that was thrown. */
export const toMessage = (error: unknown): string => {
  if (!(error instanceof ApiError)) return 'Something went wrong on our side. Try again.'
  const faults = error.code === 'bad-request' ? (error.problem?.errors ?? []) : []
  // People see no list of errors beside the message: what is wrong has to stand in it.
  return faults.length === 0
    ? error.message
    : faults.slice(0, mostTold).map(describeFault).join(' ')
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
