import { type AlertRule, hasRecovered, isLow, toPercent } from '#domain/otp/conversion.ts'
import { maskBlock } from '#domain/otp/number-block.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { day, hour, minute } from '#domain/shared/clock.ts'
import { listAdminsAcrossOrgs } from '#server/auth/member-service.ts'
import type { Context } from '#server/platform/context.ts'
import { atMostEvery } from '#server/platform/jobs/at-most-every.ts'
import { enqueue, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { Chore, JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import type { Mailer } from '#server/platform/mail/mailer.ts'
import {
  type AlertRow,
  deleteAlerts,
  findAlertAcrossOrgs,
  insertAlert,
  listAlerts,
  listConversions,
  listSendersAcrossOrgs,
  type PlaceConversion,
  updateAlert,
} from './conversion-repo.ts'

/** The job that tells one person of an alert; its subject is `<alert>/<user>`. */
export const conversionMailJob = 'mail-conversion'

/** The longest window that a policy can set. */
const longestWindow = 7 * day

/** A tab in between: no place has one. */
const toKey = ({ kind, place }: Pick<PlaceConversion, 'kind' | 'place'>) => `${kind}\t${place}`

/** Compares what is known of an organisation's places with its alerts. */
const watchOrganisation = async (
  context: Context,
  organizationId: string,
  rule: AlertRule | null,
): Promise<void> => {
  const { db, clock, newId } = context
  const now = clock.now()
  const found =
    rule === null
      ? []
      : await listConversions(db, organizationId, {
          since: now - rule.windowHours * hour,
          now,
          minimumSends: rule.minimumSends,
        })
  const known = new Map((await listAlerts(db, organizationId)).map((row) => [toKey(row), row]))
  const low = rule === null ? [] : found.filter((one) => isLow(one, rule))
  // What comes close to the threshold and goes again, stays an alert.
  const lasting = new Map(
    found.flatMap((one) =>
      rule === null || hasRecovered(one, rule) ? [] : [[toKey(one), one] as const],
    ),
  )
  const over = [...known].flatMap(([key, { id }]) => (lasting.has(key) ? [] : [id]))
  await db.transaction(async (tx) => {
    await deleteAlerts(tx, organizationId, over)
    for (const [key, { id }] of known) {
      const figures = lasting.get(key)
      if (figures !== undefined) await updateAlert(tx, id, figures)
    }
    for (const one of low.filter((place) => !known.has(toKey(place)))) {
      const id = newId()
      const isOurs = await insertAlert(tx, { ...one, id, organizationId, raisedAt: new Date(now) })
      if (!isOurs) continue
      for (const admin of await listAdminsAcrossOrgs({ db: tx }, organizationId)) {
        const subjectId = `${id}/${admin.id}`
        await enqueue(tx, { id: newId(), kind: conversionMailJob, subjectId, now })
      }
    }
  })
}

/**
 * Raises alerts where too few of the codes that are sent to a place are entered, and ends those that are
 * over. Admins are told once for each, however many processes look.
 */
export const watchConversionAcrossOrgs = async (context: Context): Promise<void> => {
  const since = context.clock.now() - longestWindow
  for (const { organizationId, homeCountry, otpPolicy } of await listSendersAcrossOrgs(
    context.db,
    since,
  )) {
    const { conversionAlert } = resolvePolicy(otpPolicy, homeCountry)
    await watchOrganisation(context, organizationId, conversionAlert)
  }
}

/** The chore that watches conversion. */
export const createConversionWatch = (context: Context): Chore =>
  atMostEvery(context.clock, minute, () => watchConversionAcrossOrgs(context))

const names = new Intl.DisplayNames(['en'], { type: 'region' })

const nameOf = ({ kind, place }: AlertRow): string =>
  kind === 'country' ? (names.of(place) ?? place) : `numbers like ${maskBlock(place)}`

const writeText = (alert: AlertRow, organisation: string): string => {
  const { sent, verified } = alert
  return [
    `Of ${sent} codes that ${organisation} sent to ${nameOf(alert)}, ${verified} were entered (${Math.floor(toPercent(alert))} %).`,
    'Somebody may be having codes sent to earn from them. If you do not know why there are so few, block it: no more codes go there, and nothing more is charged.',
    'Look, and block with one click, under Settings, OTP policy. The threshold of this mail can be set there, too.',
  ].join('\n\n')
}

/** Tells an owner or admin of an alert, unless it is over, or who is told is neither any more. */
export const createConversionMail =
  (context: Context, mailer: Mailer): JobHandler =>
  async ({ id, subjectId }) => {
    const [alertId = '', userId] = subjectId.split('/')
    const found = await findAlertAcrossOrgs(context.db, alertId)
    if (found !== undefined) {
      const { alert, organisationName } = found
      const admins = await listAdminsAcrossOrgs(context, alert.organizationId)
      const text = writeText(alert, organisationName)
      const subject = `Few codes to ${nameOf(alert)} are entered`
      const to = admins.find((admin) => admin.id === userId)?.email
      if (to !== undefined) await mailer.send({ to, subject, text })
    }
    await removeJob(context.db, id)
    return 'removed'
  }
