import type { SignatureAnswer } from '#domain/components/answer.ts'
import type { AnswerFiles } from '#web/shared/answer-files.ts'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useFileUrl } from '../shared/use-file-url.ts'

interface SignaturePictureProps {
  files: Pick<AnswerFiles, 'load'>
  signature: SignatureAnswer
  title: string
}

/** A signature, black on white as on paper. */
export const SignaturePicture = ({ files, signature, title }: SignaturePictureProps) => {
  const { url, failed } = useFileUrl(files, signature.fileId)
  if (failed) return <p className="text-muted text-sm">The signature cannot be shown</p>
  if (url === undefined) return <Skeleton className="h-44 w-full" />
  const name = signature.typedName === null ? title : `${title}: ${signature.typedName}`
  return (
    <img
      src={url}
      alt={name}
      className="max-h-44 w-full max-w-sm rounded-xl border border-line bg-white object-contain"
    />
  )
}
