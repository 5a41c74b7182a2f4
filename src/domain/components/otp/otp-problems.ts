import {
  channelLabels,
  channels,
  recipientKindLabels,
  recipientKindOf,
} from '#domain/otp/channel.ts'
import type { ComponentContext, Finding } from '../component-problem.ts'
import { canReceive, findRecipientObjection } from './otp-recipient.ts'
import type { OtpComponent } from './otp-schema.ts'

const findChannelProblems = (otp: OtpComponent, { organisation }: ComponentContext): Finding[] => {
  const used = otp.backupChannel === null ? [otp.channel] : [otp.channel, otp.backupChannel]
  return used.flatMap((channel, index): Finding[] => {
    const setting = index === 0 ? 'channel' : 'backupChannel'
    const label = channelLabels[channel]
    if (!organisation.allowedChannels.includes(channel)) {
      return [
        {
          code: 'otp-channel-not-allowed',
          severity: 'error',
          message: `The organisation's OTP policy does not allow ${label}. Choose another channel.`,
          setting,
        },
      ]
    }
    if (!organisation.readyChannels.includes(channel)) {
      return [
        {
          code: 'otp-sender-missing',
          severity: 'error',
          message: `No sender for ${label} is set up. Choose another channel or set one up.`,
          setting,
        },
      ]
    }
    return []
  })
}

const findBackupProblems = (otp: OtpComponent): Finding[] => {
  if (otp.backupChannel === null) return []
  const clear = { label: 'Remove the backup channel', changes: { backupChannel: null } }
  if (otp.backupChannel === otp.channel) {
    return [
      {
        code: 'otp-backup-same',
        severity: 'error',
        message: 'The backup channel is the same as Send OTP Via. Choose another one or none.',
        setting: 'backupChannel',
        fix: clear,
      },
    ]
  }
  return recipientKindOf(otp.backupChannel) === recipientKindOf(otp.channel)
    ? []
    : [
        {
          code: 'otp-backup-unfit',
          severity: 'error',
          message: `The Recipient Field does not fit ${channelLabels[otp.backupChannel]} as backup channel. Choose another one or none.`,
          setting: 'backupChannel',
          fix: clear,
        },
      ]
}

const findMissingRecipient = (otp: OtpComponent, { listFields }: ComponentContext): Finding => {
  const fitting = listFields().filter((field) => canReceive(field, otp.channel))
  const nearest = fitting.at(-1)
  const needed = recipientKindLabels[recipientKindOf(otp.channel)]
  return {
    code: 'otp-recipient-missing',
    severity: 'error',
    message:
      nearest === undefined
        ? `Add a ${needed} field before it, then choose it as Recipient Field.`
        : 'Choose the Recipient Field that the code is sent to.',
    setting: 'recipientField',
    fix: nearest
      ? { label: `Use "${nearest.title}"`, changes: { recipientField: nearest.id } }
      : { label: `Add a ${needed} field to the Initial Page`, changes: 'create-recipient' },
  }
}

const findRecipientProblems = (otp: OtpComponent, context: ComponentContext): Finding[] => {
  if (otp.recipientField === null) return [findMissingRecipient(otp, context)]
  const field = context.findField(otp.recipientField)
  if (field === undefined) {
    const { fix } = findMissingRecipient(otp, context)
    return [
      {
        code: 'otp-recipient-deleted',
        severity: 'error',
        message: `The Recipient Field "${otp.recipientField}" no longer exists. Choose another one.`,
        setting: 'recipientField',
        ...(fix && { fix }),
      },
    ]
  }
  const objection = findRecipientObjection(field, otp.channel)
  if (objection === undefined) return []
  const otherChannel = channels.find(
    (channel) =>
      context.organisation.readyChannels.includes(channel) &&
      context.organisation.allowedChannels.includes(channel) &&
      canReceive(field, channel),
  )
  return [
    {
      code: objection.code,
      severity: objection.severity,
      message: objection.message,
      setting: 'recipientField',
      ...(objection.code === 'otp-recipient-unfit' &&
        otherChannel && {
          fix: {
            label: `Send via ${channelLabels[otherChannel]}`,
            changes: { channel: otherChannel, backupChannel: null },
          },
        }),
    },
  ]
}

/** The rules of product.md that an OTP must meet before its flow is published. */
export const findOtpProblems = (otp: OtpComponent, context: ComponentContext): Finding[] => {
  if (context.page.kind === 'initial') {
    return [
      {
        code: 'otp-on-initial-page',
        severity: 'error',
        message:
          'There is no task yet while the Initial Page is filled in. Move the OTP to a Mobile App Page.',
      },
    ]
  }
  return [
    ...findRecipientProblems(otp, context),
    ...findChannelProblems(otp, context),
    ...findBackupProblems(otp),
  ]
}
