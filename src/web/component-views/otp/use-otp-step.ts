import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OtpComponent } from '#domain/components/otp/otp-schema.ts'
import { ApiError } from '#web/shared/api-error.ts'
import type { OtpGateway, SentCode, StepProps } from '../step-props.ts'
import { findOtpAnswer } from './describe-otp-answer.ts'

/** How often to ask what became of a code, in ms; never once nothing more can happen. */
const pollEvery = (
  { channel, backupAutomatic }: OtpComponent,
  code: SentCode | null | undefined,
): number | false => {
  // The backup channel follows by itself.
  if (code?.status === 'failed') return backupAutomatic && code.channel === channel ? 2_000 : false
  if (code?.status === 'created' || code?.status === 'sending') return 1_000
  return code?.status === 'sent' || code?.status === 'delivered' ? 3_000 : false
}

const noGateway = (): never => {
  throw new Error('an OTP needs a task')
}

const missing: OtpGateway = {
  findLatest: noGateway,
  send: noGateway,
  verify: noGateway,
  findAnswer: noGateway,
}

/** The newest code of an OTP step, and what can be done with it. */
export const useOtpStep = ({ component, value, onChange, context }: StepProps<OtpComponent>) => {
  const queryClient = useQueryClient()
  const gateway = context.otp ?? missing
  const queryKey = ['otp', context.taskId, component.id]
  const isVerified = findOtpAnswer(value) !== undefined
  const latest = useQuery({
    queryKey,
    queryFn: () => gateway.findLatest(component.id),
    enabled: context.otp !== null && !isVerified,
    refetchInterval: ({ state }) => pollEvery(component, state.data),
  })
  // Verified, but not here: in another tab, by an answer that got lost, or for another recipient.
  const isVerifiedElsewhere = !isVerified && latest.data?.status === 'verified'
  const found = useQuery({
    queryKey: [...queryKey, 'answer', latest.data?.challengeId],
    queryFn: () => gateway.findAnswer(component.id),
    enabled: isVerifiedElsewhere,
    staleTime: 0,
  })
  const foundAnswer = findOtpAnswer(found.data ?? null)
  useEffect(() => {
    if (isVerifiedElsewhere && foundAnswer !== undefined) onChange(foundAnswer)
  })
  // Another recipient made the code worthless: it is as if none had been sent.
  const isVoid = isVerifiedElsewhere || latest.data?.status === 'superseded'
  const code = isVoid ? null : (latest.data ?? null)

  const verify = useMutation({
    mutationFn: (digits: string) => gateway.verify(component.id, digits),
    onSuccess: ({ verifiedAt }) => {
      if (code === null) return
      const { channel, maskedRecipient, challengeId } = code
      onChange({ verifiedAt, channel, maskedRecipient, challengeId })
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
  const send = useMutation({
    mutationFn: (useBackupChannel: boolean) => gateway.send(component.id, useBackupChannel),
    onMutate: async () => {
      verify.reset()
      // An answer that is on its way knows nothing of the new code.
      await queryClient.cancelQueries({ queryKey })
      // What was said about a missing verification no longer fits.
      onChange(null)
    },
    onSuccess: (sent) => queryClient.setQueryData(queryKey, sent),
    onError: (error) => {
      const isStale = error instanceof ApiError && error.code === 'otp-already-verified'
      if (isStale) void queryClient.invalidateQueries({ queryKey })
    },
  })
  const buttons = { send: send.mutateAsync, verify: verify.mutateAsync }
  useEffect(() => (latest.isLoading ? undefined : gateway.connect?.(component.id, buttons)))
  return {
    code,
    loading: latest.isLoading || found.isLoading,
    loadError: latest.error,
    send,
    verify,
  }
}
