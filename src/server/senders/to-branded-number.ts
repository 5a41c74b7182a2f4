import type { ArrangedNumber, BrandedNumber, SenderError } from '#contract/sender-contract.ts'
import { describeForAdmins, isAboutRecipient } from '#domain/otp/failure-for-admins.ts'
import type { BrandedNumberEventRow, BrandedNumberRow } from './branded-number-repo.ts'

/** A failure as admins read of it. */
export const toSenderError = (
  failure: string,
  providerCode: string | null,
  at: Date,
): SenderError => ({
  at: at.toISOString(),
  text: describeForAdmins(failure),
  providerCode,
  isAboutRecipient: isAboutRecipient(failure),
})

const toKeptSecret = (setAt: Date | null, ending: string | null) =>
  setAt === null ? null : { setAt: setAt.toISOString(), ending: ending ?? '' }

/** A number as its organisation sees it: nothing of where it is at Meta. */
export const toBrandedNumber = (
  row: BrandedNumberRow,
  events: readonly BrandedNumberEventRow[],
): BrandedNumber => {
  const { state, displayName, phoneNumber, reason, lastFailure, lastFailureAt } = row
  return {
    ...{ state, displayName, phoneNumber, reason },
    requestedAt: row.requestedAt.toISOString(),
    lastError:
      lastFailure !== null && lastFailureAt !== null
        ? toSenderError(lastFailure, row.lastFailureCode, lastFailureAt)
        : null,
    history: events.map(({ step, at, actorName, note }) => ({
      ...{ step, at: at.toISOString(), by: actorName, note },
    })),
  }
}

/** A number as the platform operator sees it: never its secrets. */
export const toArrangedNumber = (
  { number: row, organisationName }: { number: BrandedNumberRow; organisationName: string },
  events: readonly BrandedNumberEventRow[],
): ArrangedNumber => ({
  ...toBrandedNumber(row, events),
  organisation: { id: row.organizationId, name: organisationName },
  phoneNumberId: row.phoneNumberId,
  businessAccountId: row.businessAccountId,
  accessToken: toKeptSecret(row.accessTokenSetAt, row.accessTokenEnding),
  appSecret: toKeptSecret(row.appSecretSetAt, row.appSecretEnding),
})
