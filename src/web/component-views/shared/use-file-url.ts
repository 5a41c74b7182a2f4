import { useEffect, useState } from 'react'
import type { AnswerFiles } from '#web/shared/answer-files.ts'

/** A file as an address that this page can show; `failed` when it cannot be fetched. */
export const useFileUrl = (files: Pick<AnswerFiles, 'load'>, fileId: string) => {
  const [shown, setShown] = useState<{ url?: string; failed: boolean }>({ failed: false })
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    setShown({ failed: false })
    files.load(fileId).then(
      (content) => {
        if (isGone) return
        url = URL.createObjectURL(content)
        setShown({ url, failed: false })
      },
      () => !isGone && setShown({ failed: true }),
    )
    return () => {
      isGone = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [files, fileId])
  return shown
}
