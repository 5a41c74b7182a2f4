import { Screen } from '#web/shared/screen.tsx'
import { useUrlState } from '#web/shared/use-url-state.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { BillingNotices } from './billing-notices.tsx'
import { ForecastPanel } from './forecast-panel.tsx'
import { UsagePanel } from './usage-panel.tsx'

/** What was sent where and what it cost, and what is to be expected. */
export const UsageScreen = () => {
  const url = useUrlState()
  return (
    <Screen
      title="Usage"
      description="Codes that were sent, what came of them, and what they cost."
    >
      <BillingNotices />
      <Tabs
        label="Usage"
        value={url.get('tab') === 'forecast' ? 'forecast' : 'usage'}
        onChange={(tab) => url.set({ tab: tab === 'usage' ? '' : tab })}
        tabs={[
          {
            value: 'usage',
            label: 'Usage',
            content: (
              <div className="pt-5">
                <UsagePanel />
              </div>
            ),
          },
          {
            value: 'forecast',
            label: 'Forecast',
            content: (
              <div className="pt-5">
                <ForecastPanel />
              </div>
            ),
          },
        ]}
      />
    </Screen>
  )
}
