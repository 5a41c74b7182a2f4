import type { BrandedNumberStep } from '#domain/otp/branded-number.ts'
import { listAdminsAcrossOrgs } from '#server/auth/member-service.ts'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/db/database.ts'
import { enqueue, removeJob } from '#server/platform/jobs/outbox-repo.ts'
import type { JobHandler } from '#server/platform/jobs/outbox-worker.ts'
import type { Mailer } from '#server/platform/mail/mailer.ts'
import { type BrandedNumberRow, findNumber, listNumberEvents } from './branded-number-repo.ts'

/** The job that tells people what was done about a branded number; its subject is `<organisation>/<event>`. */
export const numberMailJob = 'mail-number'

/** Has people told of an event in the history of a number, once the transaction is done. */
export const mailNumberEvent = (
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  tx: Database,
  event: { organizationId: string; id: string },
): Promise<void> =>
  enqueue(tx, {
    ...{ id: newId(), kind: numberMailJob, now: clock.now() },
    subjectId: `${event.organizationId}/${event.id}`,
  })

interface Told {
  number: BrandedNumberRow
  organisation: string
  note: string
}

/** What each step is told as: to whoever runs the installation the first, to the organisation's admins the others. */
const mails: Record<BrandedNumberStep, { subject: string; write: (told: Told) => string[] }> = {
  request: {
    subject: 'A branded WhatsApp number is asked for',
    write: ({ number, organisation, note }) => [
      `${organisation} asks for a WhatsApp number of its own: ${number.displayName}, ${number.phoneNumber}.`,
      `Reason: ${note}`,
      'It waits under Settings, Senders, Arrange branded numbers.',
    ],
  },
  review: {
    subject: 'Your branded WhatsApp number is in review',
    write: ({ number }) => [
      `${number.displayName}, ${number.phoneNumber}, is being arranged with Meta. That can take days.`,
    ],
  },
  activate: {
    subject: 'Your branded WhatsApp number is active',
    write: ({ number }) => [
      `Codes by WhatsApp go out from ${number.displayName}, ${number.phoneNumber}, from now on.`,
      'Send yourself a test under Settings, Senders.',
    ],
  },
  refuse: {
    subject: 'Your branded WhatsApp number was refused',
    write: ({ number, note }) => [
      `${number.displayName}, ${number.phoneNumber}, was refused: ${note}`,
      'You can ask again under Settings, Senders.',
    ],
  },
  suspend: {
    subject: 'Your branded WhatsApp number is suspended',
    write: ({ number, note }) => [
      `No code goes out from ${number.displayName}, ${number.phoneNumber}, for now: ${note}`,
      'Settings, Senders says whether codes go out from the official number meanwhile.',
    ],
  },
  resume: {
    subject: 'Your branded WhatsApp number is active again',
    write: ({ number }) => [
      `Codes by WhatsApp go out from ${number.displayName}, ${number.phoneNumber}, again.`,
    ],
  },
}

/** Tells who waits for it what was done about a branded number. `operators`: who runs the installation. */
export const createNumberMail =
  (context: Context, mailer: Mailer, operators: readonly string[]): JobHandler =>
  async ({ id, subjectId }) => {
    const { db } = context
    const [organizationId = '', eventId] = subjectId.split('/')
    const found = await findNumber(db, organizationId)
    const events = await listNumberEvents(db, [organizationId])
    const event = events.find((one) => one.id === eventId)
    if (found !== undefined && event !== undefined) {
      const { number, organisationName: organisation } = found
      const { subject, write } = mails[event.step]
      const text = write({ number, organisation, note: event.note }).join('\n\n')
      const admins = await listAdminsAcrossOrgs(context, organizationId)
      const to = event.step === 'request' ? operators : admins.map(({ email }) => email)
      for (const address of to) await mailer.send({ to: address, subject, text })
    }
    await removeJob(db, id)
    return 'removed'
  }
