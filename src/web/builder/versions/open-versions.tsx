import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useBuilder } from '../builder-context.tsx'

/** Goes to Version History once what was just edited is saved, so that it is there, too. */
export const OpenVersions = ({ onClose }: { onClose: () => void }) => {
  const { flowId, autosave } = useBuilder()
  const [, navigate] = useLocation()
  useEffect(() => {
    let isGone = false
    // Offline, the history still shows what has been saved so far.
    void autosave.flush().finally(() => {
      if (isGone) return
      onClose()
      navigate(`/flows/${flowId}/versions`)
    })
    return () => {
      isGone = true
    }
  }, [autosave, flowId, navigate, onClose])
  return null
}
