import { useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'

interface Modifiers {
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/**
 * With Shift, Control or Meta, a press adds to the selection. React Flow would follow those keys
 * themselves, and ask everything on the canvas about them at each shortcut; it is enough to look at
 * them when something is pressed.
 */
export const useExtendingSelection = () => {
  const store = useStoreApi()
  return useMemo(() => {
    const look = ({ ctrlKey, metaKey, shiftKey }: Modifiers) => {
      const multiSelectionActive = ctrlKey || metaKey || shiftKey
      if (store.getState().multiSelectionActive !== multiSelectionActive)
        store.setState({ multiSelectionActive })
    }
    return {
      multiSelectionKeyCode: null,
      onPointerDownCapture: look,
      onKeyDownCapture: (event: Modifiers & { key: string }) => {
        if (event.key === 'Enter' || event.key === ' ') look(event)
      },
    }
  }, [store])
}
