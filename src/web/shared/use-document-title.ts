import { useEffect } from 'react'

/** Names the page in the browser's tab and history: "Flows · Sandi". */
export const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Sandi`
  }, [title])
}
