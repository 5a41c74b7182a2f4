import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'

/** A revision as an entity tag (RFC 9110): `"7"`. */
export const toEntityTag = (revision: number): string => `"${revision}"`

/** The revision that an `If-Match` header names. */
export const parseRevision = (header: string | undefined): Result<number, Failure> => {
  if (header === undefined) {
    const detail = 'Send the ETag of what you changed as If-Match.'
    return err({ code: 'revision-required', detail })
  }
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim()) ?? []
  return revision === undefined
    ? err({ code: 'revision-changed', detail: 'If-Match is not an ETag of this.' })
    : ok(Number(revision))
}
