import type { Failure } from '#contract/failure.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { fallbackLanguage, type MessageLanguage } from '#domain/otp/message-language.ts'
import { countUnits } from '#domain/otp/message-units.ts'
import type { OtpPolicy } from '#domain/otp/otp-policy.ts'
import { ok, type Result } from '#domain/shared/result.ts'
import { getFlowVersion } from '#server/flows/flow-versions-service.ts'
import { getFlow } from '#server/flows/get-flow-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'

/** A code that each run sends, and what the length of its message depends on. */
export interface Step {
  channel: Channel
  digits: number
  language: MessageLanguage
}

/** A code of which nothing is said. */
export const usualStep: Step = { channel: 'whatsapp', digits: 6, language: fallbackLanguage }

const toSteps = ({ pages, settings }: FlowDocument): Step[] =>
  pages
    .flatMap((page) => page.components)
    .flatMap((one) =>
      one.type === 'otp'
        ? [{ channel: one.channel, digits: one.digits, language: settings.language }]
        : [],
    )

/** The codes of a flow's draft, or of one of its versions; null without a flow. */
export const findFlowSteps = async (
  context: Context,
  actor: Actor,
  { flowId, flowVersion }: { flowId?: string | undefined; flowVersion?: number | undefined },
): Promise<Result<Step[] | null, Failure>> => {
  if (flowId === undefined) return ok(null)
  const flow =
    flowVersion === undefined
      ? await getFlow(context, actor, flowId)
      : await getFlowVersion(context, actor, { flowId, version: flowVersion })
  return flow.ok ? ok(toSteps(flow.value.document as FlowDocument)) : flow
}

/** How many times the rate of a channel a code of an organisation costs. */
export const toUnits = (
  channel: Channel,
  { digits, language }: Step,
  { name, policy }: { name: string; policy: OtpPolicy },
): number =>
  countUnits(channel, {
    ...{ digits, language, organisationName: name, validityMinutes: policy.validityMinutes },
    autofillDomain: policy.smsAutofillDomain,
  })
