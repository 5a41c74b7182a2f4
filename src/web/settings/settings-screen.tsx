import { ArrangedNumbersScreen } from './senders/arranged-numbers-screen.tsx'
import { SendersScreen } from './senders/senders-screen.tsx'

const screens = {
  senders: SendersScreen,
  'branded-numbers': ArrangedNumbersScreen,
}

/** One of the screens of the settings: small as they are, they come together. */
export const SettingsScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
