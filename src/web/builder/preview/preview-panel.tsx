import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { Button } from '#web/ui/button.tsx'
import { useBuilder, useSession } from '../builder-context.tsx'
import { CoverageList } from './coverage/coverage-list.tsx'
import { focusPhone, focusPreviewControls } from './focus-preview.ts'
import { OtpBench } from './otp/otp-bench.tsx'
import { PhoneFrame } from './phone/phone-frame.tsx'
import { PhoneScreen } from './phone/phone-screen.tsx'
import { useHeight } from './phone/use-height.ts'
import type { Preview } from './preview.ts'
import { PreviewToolbar } from './preview-toolbar.tsx'
import { TraceList } from './trace/trace-list.tsx'
import { PreviewProvider, useFollowingPreview } from './use-preview.ts'
import { usePreviewMarks } from './use-preview-marks.ts'

/** The toolbar above the phone and the gaps around it, in CSS pixels. */
const toolbar = 76

/** Fetches what messages cost and what holds for codes, once. */
const useOrganisation = ({ store }: Preview): void => {
  const { data: rates } = useQuery({
    queryKey: ['preview-rates'],
    queryFn: () => call(api.v1.billing.rates.$get({ query: {} })),
    staleTime: 600_000,
  })
  const { data: policy } = useQuery({
    queryKey: ['otp-policy'],
    queryFn: () => call(api.v1.settings['otp-policy'].$get()),
    staleTime: 60_000,
    select: (settings) => settings.policy,
  })
  useEffect(() => store.setState({ rates, policy }), [store, rates, policy])
}

/** Does what an action of the builder asked for before the preview was here. */
const useRequest = (preview: Preview): void => {
  const { session } = useBuilder()
  const request = useSession(({ previewRequest }) => previewRequest)
  useEffect(() => {
    if (request === undefined) return
    session.setState({ previewRequest: undefined })
    if (request.fromPageId !== null) preview.startFrom(request.fromPageId)
    focusPhone()
  }, [session, preview, request])
}

/** The draft as it runs: a phone, what comes of its codes, what happened, and what was never tried. */
export const PreviewPanel = () => {
  const preview = useFollowingPreview()
  const isDocked = useSession((session) => session.isPhoneDocked)
  const root = useRef<HTMLDivElement>(null)
  const height = useHeight(() => root.current?.parentElement)
  useOrganisation(preview)
  useRequest(preview)
  usePreviewMarks(preview)
  return (
    <PreviewProvider value={preview}>
      <div ref={root} className="flex flex-col gap-4 pb-4">
        <div className="sticky top-0 z-10 border-line border-b bg-surface">
          <PreviewToolbar />
        </div>
        {!isDocked && height !== undefined && (
          <div className="px-3">
            <PhoneFrame height={height - toolbar} onLeave={focusPreviewControls}>
              <PhoneScreen />
            </PhoneFrame>
          </div>
        )}
        <OtpBench />
        <TraceList />
        <CoverageList />
        <div className="px-3">
          <Button size="small" onClick={preview.clearAnswers}>
            Clear remembered answers
          </Button>
        </div>
      </div>
    </PreviewProvider>
  )
}
