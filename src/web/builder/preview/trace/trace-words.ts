import type { AnswerValue } from '#domain/components/answer.ts'
import { describeCondition } from '#domain/flow/describe-condition.ts'
import { finishTarget } from '#domain/flow/finish-target.ts'
import type { FlowState } from '#domain/flow/flow-state.ts'
import { listWays, type Way } from '#domain/flow/ways.ts'
import { type Channel, channelLabels } from '#domain/otp/channel.ts'
import { describeSendFailure } from '#domain/otp/send-failure.ts'
import type { PageErrors } from '#domain/task/walk.ts'
import { getComponentStep } from '#web/component-views/component-step-registry.ts'
import { toOtpMessage } from '#web/component-views/otp/otp-message.ts'
import { formatCredits } from '#web/shared/format-credits.ts'
import type { OtpEvent } from '../otp/otp-event.ts'
import type { TestChallenge } from '../otp/test-challenge.ts'
import type { TraceNote, TraceTarget } from './trace-note.ts'

const titleOf = (flow: FlowState, pageId: string): string =>
  pageId === finishTarget ? 'Finish Task' : (flow.pagesById[pageId]?.title ?? 'a deleted page')

const onPage = (pageId: string): TraceTarget => ({ pageId, componentId: null, transitionId: null })

const onComponent = (flow: FlowState, componentId: string): TraceTarget => ({
  pageId: flow.pageIdByComponentId[componentId] ?? '',
  componentId,
  transitionId: null,
})

/** A line about a page. */
export const noteOnPage = (
  text: string,
  pageId: string,
  tone: TraceNote['tone'] = 'plain',
): TraceNote => ({ text, tone, target: onPage(pageId), way: null })

/** Why a way was taken: "because Delivered is Yes", "no condition held", "the next page". */
const findReason = (flow: FlowState, way: Way): string => {
  if (way.when !== null) return `, because ${describeCondition(way.when, flow)}`
  const hasConditions = listWays(flow, way.pageId).some(({ when }) => when !== null)
  if (hasConditions) return ': no condition held'
  return way.transition === null ? ': next in order' : ': the only way'
}

/** From which page to which, as "Receiver → Photo". */
export const describeStretch = (flow: FlowState, { pageId, to }: Way): string =>
  `${titleOf(flow, pageId)} → ${titleOf(flow, to)}`

/** A line about a way that was taken, with what decided it. */
export const noteOnWay = (flow: FlowState, way: Way): TraceNote => ({
  text: `${describeStretch(flow, way)}${findReason(flow, way)}`,
  tone: 'way',
  target: { ...onPage(way.pageId), transitionId: way.transition?.id ?? null },
  way,
})

/** A line about answers that were not accepted. */
export const noteOnErrors = (flow: FlowState, prefix: string, errors: PageErrors): TraceNote => {
  const [first, ...others] = Object.entries(errors)
  const more = others.length === 0 ? '' : ` And ${others.length} more.`
  return {
    text: `${prefix}: ${first?.[1].message ?? 'the flow leads round in a loop.'}${more}`,
    tone: 'bad',
    target: first === undefined ? null : onComponent(flow, first[0]),
    way: null,
  }
}

/** A line about an answer that another answer filled in. */
export const noteOnFilled = (
  flow: FlowState,
  sourceId: string,
  targetId: string,
  value: AnswerValue,
): TraceNote => {
  const component = flow.componentsById[targetId]
  const shown = component ? getComponentStep(component.type).describe(component, value) : ''
  const source = flow.componentsById[sourceId]?.title ?? sourceId
  return {
    text: `${component?.title ?? targetId} set to “${shown}” by ${source}`,
    tone: 'plain',
    target: onComponent(flow, targetId),
    way: null,
  }
}

const describeSent = ({ channel, maskedRecipient, credits }: TestChallenge): string => {
  const cost = credits === null ? 'its cost is not known' : `${formatCredits(credits)} credits`
  return `code “sent” by ${channelLabels[channel]} to ${maskedRecipient}, ${cost}`
}

const describeOtp = (event: OtpEvent, channel: Channel): string => {
  switch (event.kind) {
    case 'refused':
      return toOtpMessage(event.error, channel)
    case 'sent':
      return describeSent(event.challenge)
    case 'delivered':
      return 'delivered'
    case 'failed':
      return `${describeSendFailure(event.challenge.failureCode ?? '')} Not charged.`
    case 'verified':
      return `verified, ${event.challenge.maskedRecipient}`
    case 'expired':
      return 'the code has expired'
    case 'wrong':
      return event.attemptsLeft === 0
        ? 'wrong code, no tries left'
        : `wrong code, ${event.attemptsLeft} left`
  }
}

/** A line about a code. */
export const noteOnOtp = (flow: FlowState, event: OtpEvent): TraceNote => {
  const componentId = event.kind === 'refused' ? event.componentId : event.challenge.componentId
  const otp = flow.componentsById[componentId]
  const usual = otp?.type === 'otp' ? otp.channel : 'whatsapp'
  const channel = event.kind === 'refused' ? usual : event.challenge.channel
  return {
    text: `${otp?.title ?? 'OTP'}: ${describeOtp(event, channel)}`,
    tone: event.kind === 'verified' ? 'good' : isTrouble(event) ? 'bad' : 'plain',
    target: onComponent(flow, componentId),
    way: null,
  }
}

const isTrouble = ({ kind }: OtpEvent): boolean =>
  kind === 'refused' || kind === 'failed' || kind === 'expired' || kind === 'wrong'
