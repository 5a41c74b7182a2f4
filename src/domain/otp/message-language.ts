/**
 * The languages that codes can be sent in, as WhatsApp names them. WhatsApp writes its own text in each;
 * ours for SMS and Email are in English and Indonesian, English standing in for the others.
 */
export const messageLanguages = {
  en: 'English',
  id: 'Indonesian',
  ms: 'Malay',
  fil: 'Filipino',
  th: 'Thai',
  vi: 'Vietnamese',
  zh_CN: 'Chinese (simplified)',
  ja: 'Japanese',
  ko: 'Korean',
  hi: 'Hindi',
  ar: 'Arabic',
  tr: 'Turkish',
  ru: 'Russian',
  es: 'Spanish',
  pt_BR: 'Portuguese (Brazil)',
  fr: 'French',
  de: 'German',
  nl: 'Dutch',
  it: 'Italian',
} as const

export type MessageLanguage = keyof typeof messageLanguages

export const languageCodes = Object.keys(messageLanguages) as [
  MessageLanguage,
  ...MessageLanguage[],
]

/** What is used where another language is not to be had. */
export const fallbackLanguage: MessageLanguage = 'en'
