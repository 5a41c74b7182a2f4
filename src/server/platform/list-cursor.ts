import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'

/** Where a page of a list ended: the time it is sorted by, and the id for equal times. */
export interface ListCursor {
  time: Date
  id: string
}

/** A cursor as clients get it: opaque text. */
export const formatCursor = ({ time, id }: ListCursor): string =>
  btoa(`${time.getTime()}/${id}`).replaceAll('=', '')

/** Reads a cursor that a client sent back; nothing when it sent none. */
export const parseCursor = (text: string | undefined): Result<ListCursor | undefined, Failure> => {
  if (text === undefined) return ok(undefined)
  const [, time, id] = /^(\d{1,15})\/([\w-]+)$/.exec(decode(text)) ?? []
  return time !== undefined && id !== undefined
    ? ok({ time: new Date(Number(time)), id })
    : err({ code: 'bad-request', detail: 'The cursor is not one that this list gave.' })
}

const decode = (text: string): string => {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
