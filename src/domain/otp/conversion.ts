/** When few of the codes that are sent to a place are entered, so that somebody should look. */
export interface AlertRule {
  minimumPercent: number
  minimumSends: number
  windowHours: number
}

/** What holds where nothing else is set. */
export const usualAlert: AlertRule = { minimumPercent: 30, minimumSends: 50, windowHours: 24 }

/** Codes whose time is over, or that were entered. */
export interface Conversion {
  sent: number
  verified: number
}

/** So much more than the threshold has to be reached before an alert is over: else it came and went. */
const recoveryPercent = 5

/** How many of a hundred codes were entered; 100 where none was sent. */
export const toPercent = ({ sent, verified }: Conversion): number =>
  sent === 0 ? 100 : (verified / sent) * 100

/** Whether so few codes are entered that admins have to be told. */
export const isLow = (conversion: Conversion, rule: AlertRule): boolean =>
  conversion.sent >= rule.minimumSends && toPercent(conversion) < rule.minimumPercent

/** Whether an alert that was raised is over. */
export const hasRecovered = (conversion: Conversion, rule: AlertRule): boolean =>
  conversion.sent < rule.minimumSends ||
  toPercent(conversion) >= Math.min(100, rule.minimumPercent + recoveryPercent)
