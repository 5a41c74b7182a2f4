import { ApiKeysScreen } from './api-keys/api-keys-screen.tsx'
import { AuditScreen } from './audit/audit-screen.tsx'
import { MembersScreen } from './members/members-screen.tsx'

const screens = {
  members: MembersScreen,
  'api-keys': ApiKeysScreen,
  audit: AuditScreen,
}

/** One of the screens of settings: small as they are, they come together. */
export const SettingsScreen = ({ screen }: { screen: keyof typeof screens }) => {
  const Screen = screens[screen]
  return <Screen />
}
