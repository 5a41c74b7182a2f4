import type { z } from 'zod'
import type { Failure } from '#contract/failure.ts'
import type { RateImportReport, rateImportQuery } from '#contract/rate-contract.ts'
import { formatCredits } from '#domain/billing/credits.ts'
import { findRate, flat, type Rate, type RateBook } from '#domain/billing/rate.ts'
import { compareRates, isSuspicious, type RateChangeKind } from '#domain/billing/rate-change.ts'
import {
  type ImportProblem,
  type ProposedRate,
  readProposedRates,
  readRateCsv,
  type WrittenRate,
} from '#domain/billing/rate-import.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { recordAudit } from '#server/audit/audit-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { inTransaction } from '#server/platform/db/in-transaction.ts'
import { nameOf } from './country-names.ts'
import { trafficWindow } from './list-rates-service.ts'
import { insertRates } from './rate-repo.ts'
import { forgetRateBook, readRateBook } from './rate-service.ts'
import { listTrafficAcrossOrgs } from './traffic-repo.ts'

/** A file as it was sent, or rates of JSON with their places. */
export type SentRates = Uint8Array | readonly WrittenRate[]

type Query = z.infer<typeof rateImportQuery>
type Counted = Pick<RateImportReport, 'counts'>

interface Change extends ProposedRate {
  kind: RateChangeKind
  before: bigint | undefined
  suspicious: boolean
}

const refuse = (errors: ImportProblem[]): { ok: false; error: Failure } =>
  err({ code: 'invalid-rates', detail: 'Nothing was changed: see errors.', errors })

const newline = 0x0a

/** The first line, from 1, that is not UTF-8. */
const findBadLine = (file: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start < file.length; line += 1) {
    const end = file.indexOf(newline, start)
    const stop = end === -1 ? file.length : end + 1
    try {
      decoder.decode(file.subarray(start, stop))
    } catch {
      return line
    }
    start = stop
  }
  return line
}

const decode = (file: Uint8Array): Result<string, ImportProblem[]> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch {
    const message = 'the file is not UTF-8: save it as "CSV UTF-8"'
    return err([{ path: `line ${findBadLine(file)}`, code: 'not-utf-8', message }])
  }
}

const readSent = (sent: SentRates): Result<readonly WrittenRate[], ImportProblem[]> => {
  if (!(sent instanceof Uint8Array)) return ok(sent)
  const text = decode(sent)
  return text.ok ? readRateCsv(text.value) : text
}

/** Rates can not be changed once they are there, so one for the same instant has to be the same. */
const findOverwritten = (book: RateBook, changes: readonly Change[]): ImportProblem[] =>
  changes.flatMap(({ place, channel, country, effectiveFrom, kind }) => {
    const there = findRate(book, channel, channel === 'email' ? null : country, effectiveFrom)
    if (kind === 'same' || there?.effectiveFrom !== effectiveFrom) return []
    const message = `${channel} to ${country} has a rate from that very time on already; it can not be changed`
    return [{ path: place, code: 'already-there', message }]
  })

const toChanges = (book: RateBook, rates: readonly ProposedRate[]): Change[] =>
  rates.map((rate) => {
    const { channel, country, creditsMicro, effectiveFrom } = rate
    const place = channel === 'email' ? null : country
    const before = findRate(book, channel, place, effectiveFrom)?.creditsMicro
    return {
      ...rate,
      before,
      kind: compareRates(before, creditsMicro),
      suspicious: isSuspicious(before, creditsMicro),
    }
  })

const findMissing = (book: RateBook, changes: readonly Change[], now: number) => {
  const named = new Set(changes.map(({ channel, country }) => `${channel} ${country}`))
  const channels = new Set(changes.map(({ channel }) => channel))
  return [...book].flatMap(([key, [newest]]) =>
    newest !== undefined &&
    channels.has(newest.channel) &&
    newest.country !== flat &&
    newest.effectiveFrom <= now &&
    !named.has(key)
      ? [{ channel: newest.channel, country: newest.country, countryName: nameOf(newest.country) }]
      : [],
  )
}

/** Who sent codes in the last 30 days whose price changes, and what they would cost more, or less. */
const findOrganisations = async (
  { db, clock }: Context,
  changes: readonly Change[],
): Promise<RateImportReport['organisations']> => {
  const differences = new Map(
    changes
      .filter(({ kind }) => kind === 'raised' || kind === 'lowered')
      .map((one) => [`${one.channel} ${one.country}`, one.creditsMicro - (one.before ?? 0n)]),
  )
  const traffic = await listTrafficAcrossOrgs(db, clock.now() - trafficWindow)
  const concerned = traffic.filter(({ channel, country }) =>
    differences.has(`${channel} ${country}`),
  )
  return [...Map.groupBy(concerned, ({ organizationId }) => organizationId).values()].map(
    (rows) => ({
      name: rows[0]?.organisationName ?? '',
      sends: rows.reduce((sum, { sends }) => sum + sends, 0),
      countries: [...new Set(rows.map(({ country }) => country))],
      difference: formatCredits(
        rows.reduce(
          (sum, { channel, country, sends }) =>
            sum + (differences.get(`${channel} ${country}`) ?? 0n) * BigInt(sends),
          0n,
        ),
      ),
    }),
  )
}

const toReport = async (
  context: Context,
  book: RateBook,
  changes: readonly Change[],
  isDryRun: boolean,
): Promise<RateImportReport> => {
  const count = (kind: RateChangeKind) => changes.filter((one) => one.kind === kind).length
  return {
    isDryRun,
    counts: {
      ...{ raised: count('raised'), lowered: count('lowered'), new: count('new') },
      same: count('same'),
      suspicious: changes.filter(({ suspicious }) => suspicious).length,
    },
    changes: changes.flatMap(({ kind, before, channel, country, ...one }) =>
      kind === 'same'
        ? []
        : [
            {
              ...{ channel, country, kind },
              countryName: country === flat ? 'Everywhere' : nameOf(country),
              before: before === undefined ? null : formatCredits(before),
              after: formatCredits(one.creditsMicro),
              effectiveFrom: new Date(one.effectiveFrom).toISOString(),
              isSuspicious: one.suspicious,
            },
          ],
    ),
    missing: findMissing(book, changes, context.clock.now()),
    organisations: await findOrganisations(context, changes),
  }
}

/** Appends the rates that differ; all, or none where somebody was faster. */
const append = (
  context: Context,
  actor: Actor,
  { changes, counts, source }: { changes: readonly Change[]; source: string } & Counted,
) => {
  const rates = changes
    .filter(({ kind }) => kind !== 'same')
    .map(
      ({ channel, country, creditsMicro, effectiveFrom }): Rate => ({
        ...{ channel, country, creditsMicro, effectiveFrom },
        source,
      }),
    )
  return inTransaction<null, Failure>(context.db, async (tx) => {
    if ((await insertRates(tx, rates)) < rates.length) {
      const message = 'some of these rates were added meanwhile: look at the difference again'
      return refuse([{ path: 'file', code: 'already-there', message }])
    }
    await recordAudit({ ...context, db: tx }, actor, {
      action: 'rates.imported',
      subject: source,
      detail: counts,
    })
    return ok(null)
  })
}

/**
 * Takes a file of new rates: says what it changes and for whom and, unless that is all that is
 * wanted, appends it. What holds already or held is never changed. Only for platform operators.
 */
export const importRatesAcrossOrgs = async (
  context: Context,
  actor: Actor,
  sent: SentRates,
  { dryRun = false, effectiveFrom, allowSuspicious = false, source = 'import' }: Query,
): Promise<Result<RateImportReport, Failure>> => {
  const written = readSent(sent)
  if (!written.ok) return refuse(written.error)
  const now = context.clock.now()
  const usual = effectiveFrom === undefined ? undefined : Date.parse(effectiveFrom)
  const rates = readProposedRates(written.value, Date.parse, { now, usual })
  if (!rates.ok) return refuse(rates.error)
  const book = await readRateBook(context)
  const changes = toChanges(book, rates.value)
  const overwritten = findOverwritten(book, changes)
  if (overwritten.length > 0) return refuse(overwritten)
  const suspicious = changes.filter((one) => one.suspicious)
  if (!dryRun && !allowSuspicious && suspicious.length > 0) {
    const message =
      'three times the price or more, or a third of it or less: look again, then allow it'
    return refuse(suspicious.map(({ place }) => ({ path: place, code: 'suspicious', message })))
  }
  const report = await toReport(context, book, changes, dryRun)
  if (dryRun) return ok(report)
  const appended = await append(context, actor, { changes, counts: report.counts, source })
  forgetRateBook(context)
  return appended.ok ? ok(report) : appended
}
