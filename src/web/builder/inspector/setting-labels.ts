/** What settings are called on the screen, where that is not their name in other words. */
export const settingLabels: Readonly<Record<string, string>> = {
  channel: 'Send OTP Via',
  digits: 'Digits',
  recipientField: 'Recipient Field',
  backupChannel: 'Backup channel',
  dataType: 'Data type',
  defaultValue: 'Default Value',
  placeholder: 'Placeholder',
  minimum: 'Minimum',
  maximum: 'Maximum',
  unit: 'Unit',
  minimumLength: 'Minimum length',
  maximumLength: 'Maximum length',
  pattern: 'Pattern',
  defaultCountry: 'Default country',
  currency: 'Currency',
  value: 'Text',
}
