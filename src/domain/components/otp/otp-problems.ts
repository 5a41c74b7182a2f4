import {
  type Channel,
  channelLabels,
  channels,
  recipientKindLabels,
  recipientKindOf,
} from '#domain/otp/channel.ts'
import { withArticle } from '#domain/shared/to-words.ts'
import type {
  ComponentContext,
  FieldInSight,
  Finding,
  Fix,
  OrganisationContext,
} from '../component-problem.ts'
import { canReceive, findRecipientObjection, type RecipientObjection } from './otp-recipient.ts'
import type { OtpComponent } from './otp-schema.ts'

/** The first channel that can be used and meets a demand. */
const findChannel = (
  { readyChannels, allowedChannels }: OrganisationContext,
  isFitting: (channel: Channel) => boolean,
): Channel | undefined =>
  channels.find(
    (channel) =>
      readyChannels.includes(channel) && allowedChannels.includes(channel) && isFitting(channel),
  )

const switchTo = (channel: Channel): Fix => ({
  label: `Send via ${channelLabels[channel]}`,
  changes: { channel, backupChannel: null },
})

/** What mends a channel that cannot be used: another one to the same recipient, or no backup. */
const findChannelFix = (
  channel: Channel,
  setting: 'channel' | 'backupChannel',
  organisation: OrganisationContext,
): Fix | undefined => {
  if (setting === 'backupChannel') return clearBackup
  const kind = recipientKindOf(channel)
  const other = findChannel(organisation, (one) => recipientKindOf(one) === kind)
  return other && switchTo(other)
}

const clearBackup: Fix = { label: 'Remove the backup channel', changes: { backupChannel: null } }

const findChannelProblems = (otp: OtpComponent, { organisation }: ComponentContext): Finding[] => {
  const used = otp.backupChannel === null ? [otp.channel] : [otp.channel, otp.backupChannel]
  return used.flatMap((channel, index): Finding[] => {
    const setting = index === 0 ? 'channel' : 'backupChannel'
    const label = channelLabels[channel]
    const fix = findChannelFix(channel, setting, organisation)
    if (!organisation.allowedChannels.includes(channel)) {
      return [
        {
          code: 'otp-channel-not-allowed',
          severity: 'error',
          message: `The organisation's OTP policy does not allow ${label}. Choose another channel.`,
          setting,
          ...(fix && { fix }),
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
          ...(fix && { fix }),
        },
      ]
    }
    return []
  })
}

const findBackupProblems = (otp: OtpComponent): Finding[] => {
  if (otp.backupChannel === null) return []
  if (otp.backupChannel === otp.channel) {
    return [
      {
        code: 'otp-backup-same',
        severity: 'error',
        message: 'The backup channel is the same as Send OTP Via. Choose another one or none.',
        setting: 'backupChannel',
        fix: clearBackup,
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
          fix: clearBackup,
        },
      ]
}

const findMissingRecipient = (otp: OtpComponent, context: ComponentContext): Finding => {
  const fields = context.listRecipients(recipientKindOf(otp.channel)).reverse()
  const nearest =
    fields.find((field) => findRecipientObjection(field, otp.channel) === undefined) ??
    fields.find((field) => canReceive(field, otp.channel))
  const needed = recipientKindLabels[recipientKindOf(otp.channel)]
  return {
    code: 'otp-recipient-missing',
    severity: 'error',
    message:
      nearest === undefined
        ? `Add ${withArticle(needed)} field before it, then choose it as Recipient Field.`
        : 'Choose the Recipient Field that the code is sent to.',
    setting: 'recipientField',
    fix: nearest
      ? { label: `Use "${nearest.title}"`, changes: { recipientField: nearest.id } }
      : {
          label: `Add ${withArticle(needed)} field to the Initial Page`,
          changes: 'create-recipient',
        },
  }
}

/** What mends an objection to the chosen field, keeping it. */
const findRecipientFix = (
  code: RecipientObjection['code'],
  field: FieldInSight,
  { organisation }: ComponentContext,
): Fix | undefined => {
  const name = `"${field.title}"`
  const componentId = field.id
  switch (code) {
    case 'otp-recipient-unfit': {
      const fitting = findChannel(organisation, (channel) => canReceive(field, channel))
      return fitting && switchTo(fitting)
    }
    case 'otp-recipient-later-page':
    case 'otp-recipient-below':
    case 'otp-recipient-skippable':
      return { label: `Ask for ${name} before the OTP`, componentId, changes: 'ask-before' }
    case 'otp-recipient-hidden-by-action':
      return { label: `Always show ${name}`, componentId, changes: 'always-show' }
    case 'otp-recipient-hidden':
      return { label: `Make ${name} visible`, componentId, changes: { visible: true } }
    case 'otp-recipient-optional':
      return { label: `Make ${name} required`, componentId, changes: { required: true } }
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
  const { code, severity, message } = objection
  const path = field.place === 'skippable' || field.place === 'hidden' ? field.way : null
  const fix = findRecipientFix(code, field, context)
  return [
    {
      code,
      severity,
      message,
      setting: 'recipientField',
      ...(path && { path: path.map(({ id }) => id) }),
      ...(fix && { fix }),
    },
  ]
}

/** The rules that an OTP must meet before its flow is published. */
export const findOtpProblems = (otp: OtpComponent, context: ComponentContext): Finding[] => {
  if (context.page.kind === 'initial') {
    return [
      {
        code: 'otp-on-initial-page',
        severity: 'error',
        message:
          'There is no task yet while the Initial Page is filled in. Move the OTP to a Mobile App Page.',
        fix: { label: 'Move it to the first Mobile App Page', changes: 'to-mobile-page' },
      },
    ]
  }
  return [
    ...findRecipientProblems(otp, context),
    ...findChannelProblems(otp, context),
    ...findBackupProblems(otp),
  ]
}
