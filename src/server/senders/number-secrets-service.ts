import type { Context } from '#server/platform/context.ts'
import type { SecretBox } from '#server/platform/secret-box.ts'
import {
  type BrandedNumberRow,
  findNumber,
  listSealedAcrossOrgs,
  resealAcrossOrgs,
  updateNumber,
} from './branded-number-repo.ts'
import type { NumberDependencies } from './sender-dependencies.ts'

const purposes = {
  accessToken: 'whatsapp access token',
  appSecret: 'whatsapp app secret',
} as const

type Secret = keyof typeof purposes

const placeOf = (organizationId: string, secret: Secret) => ({
  organizationId,
  purpose: purposes[secret],
})

/** The columns of a secret as it is kept; none for one that stays as it is. */
export const sealSecret = async (
  secrets: SecretBox,
  organizationId: string,
  name: Secret,
  { text, now }: { text: string | null; now: number },
): Promise<Partial<BrandedNumberRow>> =>
  text === null
    ? {}
    : {
        [name]: await secrets.seal(text, placeOf(organizationId, name)),
        [`${name}Ending`]: text.slice(-4),
        [`${name}SetAt`]: new Date(now),
      }

/** Opens a secret; nothing, and a line in the log, where that can not be done. */
const openSecret = async (
  { secrets, logger }: Pick<NumberDependencies, 'secrets' | 'logger'>,
  row: BrandedNumberRow,
  name: Secret,
): Promise<string | undefined> => {
  const { organizationId, [name]: sealed } = row
  if (sealed === null) return undefined
  if (secrets === undefined) {
    logger.error({ organizationId }, 'SECRETS_KEYS is not set: a branded number can not be used')
    return undefined
  }
  try {
    return await secrets.open(sealed, placeOf(organizationId, name))
  } catch (error) {
    logger.error({ err: error, organizationId }, 'a secret of a branded number does not open')
    return undefined
  }
}

/** Where an organisation's number is at Meta, whatever its state; nothing where that is not known. */
export const findNumberAccount = async (
  context: Pick<Context, 'db'>,
  { whatsapp, ...dependencies }: NumberDependencies,
  organizationId: string,
) => {
  const found = await findNumber(context.db, organizationId)
  if (found === undefined) return undefined
  const { phoneNumberId, businessAccountId } = found.number
  const accessToken = await openSecret(dependencies, found.number, 'accessToken')
  if (phoneNumberId === null || businessAccountId === null || accessToken === undefined) {
    return undefined
  }
  return { ...whatsapp, phoneNumberId, businessAccountId, accessToken }
}

/** What senders need of branded numbers. */
export const createBrandedNumbers = (context: Context, dependencies: NumberDependencies) => ({
  findAccount: (organizationId: string) => findNumberAccount(context, dependencies, organizationId),
  noteFailure: (organizationId: string, failure: string, providerCode: string | null) =>
    updateNumber(context.db, organizationId, {
      lastFailure: failure,
      lastFailureCode: providerCode,
      lastFailureAt: new Date(context.clock.now()),
    }),
})

/** What signs the reports about an organisation's number, where it has a Meta app of its own. */
export const createFindAppSecret =
  (context: Pick<Context, 'db'>, dependencies: NumberDependencies) =>
  async (organizationId: string): Promise<string | undefined> => {
    const found = await findNumber(context.db, organizationId)
    return found && openSecret(dependencies, found.number, 'appSecret')
  }

/** Encrypts by the newest key what an older one had encrypted. Answers how many secrets there were. */
export const rotateSecretsAcrossOrgs = async (
  { db }: Pick<Context, 'db'>,
  secrets: SecretBox,
): Promise<number> => {
  let count = 0
  for (const { organizationId, ...sealed } of await listSealedAcrossOrgs(db)) {
    for (const name of Object.keys(purposes) as Secret[]) {
      const before = sealed[name]
      if (before === null || secrets.isCurrent(before)) continue
      const place = placeOf(organizationId, name)
      const after = await secrets.seal(await secrets.open(before, place), place)
      if (await resealAcrossOrgs(db, organizationId, name, { before, after })) count += 1
    }
  }
  return count
}
