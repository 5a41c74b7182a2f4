import { BalanceScreen } from './balance-screen.tsx'
import { ImportRatesScreen } from './import-rates-screen.tsx'
import { RatesScreen } from './rates-screen.tsx'
import { UsageScreen } from './usage-screen.tsx'

const screens = {
  rates: RatesScreen,
  import: ImportRatesScreen,
  balance: BalanceScreen,
  usage: UsageScreen,
}

/** One of the screens of billing: small as they are, they come together. */
export const BillingScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
