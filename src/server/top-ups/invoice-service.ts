import type { Failure } from '#contract/failure.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { toInvoice } from './invoice.ts'
import { toTopUp } from './to-top-up.ts'
import type { TopUpDependencies } from './top-up-dependencies.ts'
import { findTopUp } from './top-up-repo.ts'

/** The invoice of a paid top-up of the organisation, as a PDF. */
export const getInvoice = async (
  { db }: Context,
  { printInvoice }: TopUpDependencies,
  { organizationId }: Actor,
  topUpId: string,
): Promise<Result<{ number: string; content: Uint8Array<ArrayBuffer> }, Failure>> => {
  const row = await findTopUp(db, organizationId, topUpId)
  const invoice = row && toInvoice(toTopUp(row), row.billedTo)
  if (invoice === undefined || printInvoice === undefined) {
    return err({ code: 'not-found', detail: 'There is no invoice of this top-up.' })
  }
  return ok({ number: invoice.number, content: await printInvoice(invoice) })
}
