import { DeadLettersScreen } from './dead-letters/dead-letters-screen.tsx'
import { OtpPolicyScreen } from './otp-policy/otp-policy-screen.tsx'

const screens = {
  'otp-policy': OtpPolicyScreen,
  'dead-letters': DeadLettersScreen,
}

/** One of the screens of settings: small as they are, they come together. */
export const SettingsScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
