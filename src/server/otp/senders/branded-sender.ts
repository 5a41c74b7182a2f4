import { remedyFor, type SendFailure } from '#domain/otp/send-failure.ts'
import { type OtpSender, refused } from './otp-sender.ts'
import type { WhatsappAccount } from './whatsapp-account.ts'
import { createWhatsappCloudSender, whatsappReportsWithin } from './whatsapp-cloud-sender.ts'

/** The WhatsApp numbers that organisations have of their own. */
export interface BrandedNumbers {
  /** The account of an organisation's number; nothing where it is not to be had. */
  findAccount(organizationId: string): Promise<WhatsappAccount | undefined>
  /** Notes why the official number had to stand in. */
  noteFailure(
    organizationId: string,
    failure: SendFailure,
    providerCode: string | null,
  ): Promise<void>
}

/**
 * Sends by the number of the organisation whose message it is. Where Meta refuses because of the number
 * itself, so that somebody has to see to it, `standIn` sends the same message: refused is certainly not
 * sent, so no code goes out twice. What is refused because of the recipient stays refused.
 */
export const createBrandedSender = (
  numbers: BrandedNumbers,
  standIn: OtpSender | undefined,
): OtpSender => ({
  reportsWithin: whatsappReportsWithin,
  async send(message) {
    const { organizationId } = message
    const account = await numbers.findAccount(organizationId)
    const outcome = account
      ? await createWhatsappCloudSender(account).send(message)
      : refused('sender-unauthorised')
    const isAboutNumber =
      outcome.outcome === 'refused' && remedyFor(outcome.failure) === 'tell-admin'
    if (!isAboutNumber || standIn === undefined) return outcome
    await numbers.noteFailure(organizationId, outcome.failure, outcome.providerCode)
    return standIn.send(message)
  },
  lookUp: async () => ({ outcome: 'unknown' }),
})
