import { toWords } from '#domain/shared/to-words.ts'

/** What settings are called on the screen, where that is not their name in other words. */
const settingLabels: Readonly<Record<string, string>> = {
  type: 'Component Type',
  helpText: 'Help Text',
  channel: 'Send OTP Via',
  recipientField: 'Recipient Field',
  backupAutomatic: 'Use the backup automatically',
  backupAfterSeconds: 'Backup after (seconds)',
  language: 'Message language',
  defaultValue: 'Default Value',
  maximumSeconds: 'Max Duration',
  addNew: 'Add new',
  listType: 'Type',
  adjustments: 'Discounts and costs',
  value: 'Text',
  foreign: 'Kept from MileApp',
}

/** What a setting is called on the screen, for example "Minimum length" of `minimumLength`. */
export const labelSetting = (name: string): string => settingLabels[name] ?? toWords(name)
