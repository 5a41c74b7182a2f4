import { OtpPolicyScreen } from './otp-policy/otp-policy-screen.tsx'

const screens = {
  'otp-policy': OtpPolicyScreen,
}

/** One of the screens of settings: small as they are, they come together. */
export const SettingsScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
