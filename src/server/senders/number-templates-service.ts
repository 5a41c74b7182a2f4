import type { Failure } from '#contract/failure.ts'
import type { NumberTemplates } from '#contract/sender-contract.ts'
import { fallbackLanguage } from '#domain/otp/message-language.ts'
import { resolvePolicy } from '#domain/otp/otp-policy.ts'
import { err, type Result } from '#domain/shared/result.ts'
import { handInTemplates, readTemplates } from '#server/otp/whatsapp-templates-service.ts'
import type { Context } from '#server/platform/context.ts'
import { findNumberAccount } from './number-secrets-service.ts'
import type { NumberDependencies } from './sender-dependencies.ts'
import { getTemplateNeeds } from './template-needs-repo.ts'

const withTemplates =
  (act: typeof readTemplates) =>
  async (
    context: Context,
    dependencies: NumberDependencies,
    organizationId: string,
  ): Promise<Result<NumberTemplates, Failure>> => {
    const account = await findNumberAccount(context, dependencies, organizationId)
    if (account === undefined) {
      return err({ code: 'not-found', detail: 'There is no account of a branded number.' })
    }
    const needs = await getTemplateNeeds(context.db, organizationId)
    const { validityMinutes } = resolvePolicy(needs.otpPolicy, needs.homeCountry)
    const languages = [...new Set([fallbackLanguage, ...needs.languages])]
    return act(account, { validityMinutes, languages })
  }

/** The templates that an organisation's codes need, with what Meta says of them. */
export const readNumberTemplates = withTemplates(readTemplates)

/** Hands in those that are missing. */
export const handInNumberTemplates = withTemplates(handInTemplates)
