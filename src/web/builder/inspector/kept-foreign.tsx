import { lazy, Suspense } from 'react'
import type { Foreign } from '#domain/shared/foreign-schema.ts'

const ForeignList = lazy(async () => ({
  default: (await import('../interchange/foreign-list.tsx')).ForeignList,
}))

interface KeptForeignProps {
  foreign: Foreign
  onChange: (foreign: Foreign) => void
}

/** What an import brought along and means nothing here; nothing for the flows that were made here. */
export const KeptForeign = (props: KeptForeignProps) =>
  Object.keys(props.foreign).length === 0 ? null : (
    <Suspense fallback={null}>
      <ForeignList {...props} />
    </Suspense>
  )
