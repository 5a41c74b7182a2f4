import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { OtpPolicySettings } from '#contract/otp-policy-contract.ts'
import { describePolicyChange } from '#domain/otp/describe-policy-change.ts'
import { type OtpPolicy, otpPolicySchema } from '#domain/otp/otp-policy.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError, toMessage } from '#web/shared/api-error.ts'
import { toast } from '#web/ui/toast.ts'
import { policyQuery, takeSaved } from './policy-queries.ts'
import { rebaseDraft } from './rebase-draft.ts'

/** What is wrong with a policy, by the path of the setting and by those above it. */
const findErrors = (policy: OtpPolicy): ReadonlyMap<string, string> => {
  const { error } = otpPolicySchema.safeParse(policy)
  return new Map(
    error?.issues.flatMap(({ path, message }) =>
      path.map((_, index) => [path.slice(0, index + 1).join('.'), message] as const),
    ),
  )
}

const save = ({ policy, revision }: { policy: OtpPolicy; revision: number }) =>
  call(
    api.v1.settings['otp-policy'].$put({ json: policy, header: { 'if-match': `"${revision}"` } }),
  )

/**
 * A policy in the making. What others save meanwhile goes under it: what was not touched here is taken
 * over, what was stays.
 */
export const usePolicyDraft = (saved: OtpPolicySettings) => {
  const client = useQueryClient()
  const [base, setBase] = useState(saved)
  const [policy, setPolicy] = useState(saved.policy)
  const [isOverlaid, setOverlaid] = useState(false)
  if (saved !== base) {
    setBase(saved)
    if (saved.revision !== base.revision) {
      setPolicy(rebaseDraft(base.policy, policy, saved.policy))
    }
  }
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (settings) => {
      takeSaved(client, settings)
      setPolicy(settings.policy)
      setOverlaid(false)
      toast('The OTP policy is saved', { tone: 'success' })
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.code === 'revision-changed') {
        await client.invalidateQueries({ queryKey: policyQuery.queryKey })
        setOverlaid(true)
      } else toast(toMessage(error), { tone: 'error' })
    },
  })
  const errors = useMemo(() => findErrors(policy), [policy])
  return {
    policy,
    change: (part: Partial<OtpPolicy>) => setPolicy((before) => ({ ...before, ...part })),
    errors,
    isChanged: describePolicyChange(base.policy, policy).length > 0,
    /** Whether somebody else saved first, so that what is shown is both. */
    isOverlaid,
    isSaving: saving.isPending,
    save: () => saving.mutate({ policy, revision: base.revision }),
    discard: () => {
      setPolicy(base.policy)
      setOverlaid(false)
    },
  }
}
