import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type {
  ArrangedNumber,
  arrangedNumberListSchema,
  numberAccountSchema,
  numberStepSchema,
} from '#contract/sender-contract.ts'
import { findNextState } from '#domain/otp/branded-number.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { formatCursor, parseCursor } from '#server/platform/list-cursor.ts'
import {
  type BrandedNumberRow,
  findNumber,
  listNumberEvents,
  listNumbersAcrossOrgs,
  lockNumber,
  updateNumber,
} from './branded-number-repo.ts'
import { recordStep } from './branded-number-service.ts'
import { sealSecret } from './number-secrets-service.ts'
import type { NumberDependencies } from './sender-dependencies.ts'
import { toArrangedNumber } from './to-branded-number.ts'

type Account = z.infer<typeof numberAccountSchema>

const done: Record<z.infer<typeof numberStepSchema>['step'], string> = {
  review: 'taken into review',
  activate: 'activated',
  refuse: 'refused',
  suspend: 'suspended',
  resume: 'resumed',
}

const notFound = () => err<Failure>({ code: 'not-found', detail: 'There is no such number.' })

const wrongState = (detail: string) => err<Failure>({ code: 'number-state', detail })

/** The numbers that organisations have or want, for who runs the installation. */
export const listArrangedNumbersAcrossOrgs = async (
  { db }: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Result<z.infer<typeof arrangedNumberListSchema>, Failure>> => {
  const after = parseCursor(cursor)
  if (!after.ok) return after
  const rows = await listNumbersAcrossOrgs(db, { limit: limit + 1, after: after.value })
  const shown = rows.slice(0, limit)
  const ids = shown.map(({ number }) => number.organizationId)
  const events = await listNumberEvents(db, ids)
  const last = rows.length > limit ? shown.at(-1)?.number : undefined
  return ok({
    items: shown.map((row) =>
      toArrangedNumber(
        row,
        events.filter(({ organizationId }) => organizationId === row.number.organizationId),
      ),
    ),
    nextCursor: last ? formatCursor({ time: last.requestedAt, id: last.organizationId }) : null,
  })
}

const getArrangedNumber = async (
  { db }: Context,
  organizationId: string,
): Promise<Result<ArrangedNumber, Failure>> => {
  const found = await findNumber(db, organizationId)
  if (found === undefined) return notFound()
  return ok(toArrangedNumber(found, await listNumberEvents(db, [organizationId])))
}

/** The columns of an account: its ids, and of its secrets those that are given. */
const toColumns = async (
  { clock }: Context,
  { secrets }: NumberDependencies,
  { organizationId, accessToken: before }: BrandedNumberRow,
  { phoneNumberId, businessAccountId, accessToken, appSecret }: Account,
): Promise<Result<Partial<BrandedNumberRow>, Failure>> => {
  if (secrets === undefined) {
    const detail = 'Access tokens can not be kept: SECRETS_KEYS is not set.'
    return err({ code: 'secrets-unavailable', detail })
  }
  if (accessToken === null && before === null) {
    const detail = 'The access token is needed.'
    const errors = [{ path: 'body.account.accessToken', code: 'required', message: detail }]
    return err({ code: 'bad-request', detail, errors })
  }
  const now = clock.now()
  return ok({
    ...{ phoneNumberId, businessAccountId },
    ...(await sealSecret(secrets, organizationId, 'accessToken', { text: accessToken, now })),
    ...(await sealSecret(secrets, organizationId, 'appSecret', { text: appSecret, now })),
  })
}

/** What the operator does about the number of an organisation. */
export const takeStepAcrossOrgs = async (
  context: Context,
  dependencies: NumberDependencies,
  actor: Actor,
  organizationId: string,
  input: z.infer<typeof numberStepSchema>,
): Promise<Result<ArrangedNumber, Failure>> => {
  const { step } = input
  const taken = await inTransaction(context.db, async (tx): Promise<Result<null, Failure>> => {
    const row = await lockNumber(tx, organizationId)
    if (row === undefined) return notFound()
    const { displayName } = row
    const state = findNextState(row.state, step)
    if (state === undefined) {
      return wrongState(
        `This number is ${row.state.replace('-', ' ')}: it can not be ${done[step]}.`,
      )
    }
    const columns =
      input.step === 'activate'
        ? await toColumns(context, dependencies, row, input.account)
        : ok({})
    if (!columns.ok) return columns
    await updateNumber(tx, organizationId, { ...columns.value, state })
    const note = 'note' in input ? input.note : undefined
    // In the history and the audit trail of the organisation whose number it is.
    await recordStep(context, tx, { ...actor, organizationId }, { step, displayName, note })
    return ok(null)
  })
  return taken.ok ? getArrangedNumber(context, organizationId) : taken
}

/** Puts another account in the place of that of a number: a token that was renewed, above all. */
export const changeAccountAcrossOrgs = async (
  context: Context,
  dependencies: NumberDependencies,
  actor: Actor,
  organizationId: string,
  account: Account,
): Promise<Result<ArrangedNumber, Failure>> => {
  const changed = await inTransaction(context.db, async (tx): Promise<Result<null, Failure>> => {
    const row = await lockNumber(tx, organizationId)
    if (row === undefined) return notFound()
    if (row.state !== 'active' && row.state !== 'suspended') {
      return wrongState('Only a number that was activated has an account.')
    }
    const columns = await toColumns(context, dependencies, row, account)
    if (!columns.ok) return columns
    await updateNumber(tx, organizationId, columns.value)
    const { phoneNumberId, businessAccountId, accessToken, appSecret } = account
    await recordAudit(
      { ...context, db: tx },
      { ...actor, organizationId },
      {
        action: 'branded-number.account',
        subject: row.displayName,
        detail: {
          ...{ phoneNumberId, businessAccountId },
          newAccessToken: accessToken !== null,
          newAppSecret: appSecret !== null,
        },
      },
    )
    return ok(null)
  })
  return changed.ok ? getArrangedNumber(context, organizationId) : changed
}
