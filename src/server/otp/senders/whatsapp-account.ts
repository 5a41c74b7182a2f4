/** How this installation talks to WhatsApp's Cloud API, whatever the number. */
export interface WhatsappPlatform {
  /** `https://graph.facebook.com`, or a stand-in. */
  baseUrl: string
  version: string
  /** What the names of our templates begin with. */
  templatePrefix: string
}

/** A phone number on WhatsApp's Cloud API, and the business account that its templates belong to. */
export interface WhatsappAccount extends WhatsappPlatform {
  phoneNumberId: string
  businessAccountId: string
  accessToken: string
}

/** Meta asks for a User-Agent of this form. */
const userAgent = 'sandi/1.0.0'

/** The headers of a request in the name of an account. */
export const toWhatsappHeaders = ({ accessToken }: WhatsappAccount) => ({
  authorization: `Bearer ${accessToken}`,
  'content-type': 'application/json',
  'user-agent': userAgent,
})

/**
 * The template for codes of some life. Its footer says how long a code is valid, so there is one for
 * each number of minutes.
 */
export const toTemplateName = ({ templatePrefix }: WhatsappAccount, validityMinutes: number) =>
  `${templatePrefix}_${validityMinutes}m`
