import { InvitationScreen } from './invitation-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'

const screens = { 'sign-in': SignInScreen, invitation: InvitationScreen }

/** One of the screens for who is not signed in. */
export const AuthScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
