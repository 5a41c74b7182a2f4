/** What proves that a webhook comes from whom it says; a provider without it is not listened to. */
export interface WebhookSecrets {
  twilio?: {
    authToken: string
    /** The URL that Twilio sends to and signs: the public one, whatever proxies make of it. */
    url: string
  }
  whatsapp?: { appSecret: string; verifyToken: string }
}
