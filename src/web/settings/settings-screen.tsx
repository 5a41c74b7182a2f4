import { ApiKeysScreen } from './api-keys/api-keys-screen.tsx'
import { AuditScreen } from './audit/audit-screen.tsx'
import { DeadLettersScreen } from './dead-letters/dead-letters-screen.tsx'
import { MembersScreen } from './members/members-screen.tsx'
import { OtpPolicyScreen } from './otp-policy/otp-policy-screen.tsx'
import { ArrangedNumbersScreen } from './senders/arranged-numbers-screen.tsx'
import { SendersScreen } from './senders/senders-screen.tsx'

const screens = {
  senders: SendersScreen,
  'branded-numbers': ArrangedNumbersScreen,
  'otp-policy': OtpPolicyScreen,
  members: MembersScreen,
  'api-keys': ApiKeysScreen,
  audit: AuditScreen,
  'dead-letters': DeadLettersScreen,
}

/** One of the screens of settings: small as they are, they come together. */
export const SettingsScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
